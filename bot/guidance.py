"""What this room asks of the workflow room, as types: `workflows.guide.load()` gives a `Guide`.

It holds no behaviour. A test may give any object of this shape.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Protocol

from bot.presenter import Book, Language
from workflows.actions import Action, Picture
from workflows.codes import Codes
from workflows.outcomes import Outcome, Visit
from workflows.past import Past
from workflows.phrases import Words
from workflows.project import Project
from workflows.screens import Screen, Spot


class File(Protocol):
    """A file for the person: its name, its bytes and the words below it."""

    @property
    def name(self) -> str: ...
    @property
    def data(self) -> bytes: ...
    @property
    def caption(self) -> Words: ...


class Note(Protocol):
    """What inline mode puts into a chat: shown in a list by its title and what it is about."""

    @property
    def id(self) -> str: ...
    @property
    def title(self) -> Words: ...
    @property
    def about(self) -> Words: ...
    @property
    def body(self) -> tuple[Words, ...]: ...
    @property
    def url(self) -> str: ...


class Profile(Protocol):
    """What Telegram shows about the bot in one language; `commands` are (command, description) in
    menu order.
    """

    @property
    def name(self) -> str: ...
    @property
    def description(self) -> str: ...
    @property
    def short_description(self) -> str: ...
    @property
    def commands(self) -> tuple[tuple[str, str], ...]: ...
    @property
    def group_commands(self) -> tuple[tuple[str, str], ...]: ...


class Guide(Protocol):
    """The whole workflow room. It is pure and may be asked from several threads."""

    @property
    def book(self) -> Book: ...
    @property
    def codes(self) -> Codes: ...
    def apply(self, project: Project | None, visit: Visit, action: Action) -> Outcome:
        """What the action leads to; the given project is changed in place."""

    def show(self, project: Project | None, visit: Visit) -> Outcome:
        """The current card again; nothing is changed."""

    def wants(self, spot: Spot, picture: Picture) -> bool:
        """Whether a picture sent at this place would be looked at, so that it is worth fetching."""

    def draft(self, project: Project, document: str, language: Language, kind: str, today: dt.date, past: Past) -> File:
        """A document as docx, pdf, html, md or xlsx (`kind`), or all as zip; seconds of work, no input or output."""

    def ways(self, document: str, language: str, kind: str) -> Sequence[tuple[Language, str]]:
        """The (language, kind) pairs to draft for an order that may leave both open."""

    def caption(self, project: Project, document: str, kind: str, today: dt.date) -> Words:
        """What is said with a draft that was sent before."""

    @property
    def fingerprint(self) -> str:
        """Changes with every word and every template."""

    def as_adopted(self, project: Project, past: Past) -> Project | None:
        """The project as a version kept an adopted text; None when the version has gone."""

    def looks_back(self, document: str) -> bool:
        """True for a document that needs the project's past."""

    def package(self, project: Project, today: dt.date, person: str, past: Past) -> File:
        """The project and its past as versioned JSON with its documents, as a zip that names nobody but this person."""

    def notes(self, text: str, language: Language) -> Sequence[Note]:
        """The notes that answer a text in any chat, best first; nothing is kept."""

    def expiry_notice(self, project: str, name: str, erased_on: dt.date, last: bool) -> Screen:
        """The first or the last notice that a project which nobody uses will be erased on that day."""

    def tidings(self, kind: str, project: str, name: str, role: str = "", date: dt.date | None = None) -> Screen:
        """What a member is told about a project without having asked (workflows/tidings.py)."""

    def describe(self, language: Language) -> Profile:
        """What Telegram shows about the bot."""

    def language_of(self, app_language: str) -> Language:
        """The language for a person whose app speaks this IETF tag."""
