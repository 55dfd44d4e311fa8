"""What `engine.apply` returns: where the person stands now, what to show, and what the bot must do besides. It does
nothing itself.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from workflows.circle import Circle, Offer, SharingEffect
from workflows.past import Past
from workflows.phrases import Words
from workflows.project import Change, Project
from workflows.roles import COORDINATOR
from workflows.screens import Screen, Spot


@dataclass(frozen=True)
class Title:
    """A project that this person may open: its id and its name as typed."""

    id: str
    name: str


@dataclass(frozen=True)
class Visit:
    """Who acts, where they stand and when. Ids and times are passed in, so that tests own the clock.

    `language` is None until it was confirmed; `app_language` is the IETF tag of the person's Telegram app, or an empty
    text.

    `past` gives what came before the open project, with the version of this number to compare with: it is asked only by
    a card that compares. `role` is that of the seat in the open project. `circle` tells who else has one, `offer` what
    the invitation with a digest offers: they are asked only by the cards that show it. `link_to` makes a link that
    starts the bot with a text, `allows` says whether the person may do one more costly thing of a kind now.
    """

    person: str
    language: str | None
    app_language: str
    spot: Spot
    now: dt.datetime
    new_id: Callable[[], str]
    projects: tuple[Title, ...] = ()
    private: bool = True
    past: Callable[[int], Past] = lambda _: Past()
    role: str = COORDINATOR
    circle: Callable[[], Circle] = Circle
    offer: Callable[[str], Offer | None] = lambda _: None
    new_token: Callable[[], str] = str
    link_to: Callable[[str], str] = str
    allows: Callable[[str], bool] = lambda _: True


@dataclass(frozen=True)
class ProjectCreated:
    """A new project to store, with the person as its coordinator; it becomes the one that is open here.

    `past` is what an imported one brings along, none for one that begins.
    """

    project: Project
    past: Past = field(default_factory=Past)


@dataclass(frozen=True)
class ProjectErased:
    """Every row and file of this project goes, at once."""

    project_id: str


@dataclass(frozen=True)
class PersonErased:
    """Everything kept about this person goes, with every project that only they hold."""


@dataclass(frozen=True)
class LanguageChosen:
    """The person's language, to keep, and to publish this chat's command list in."""

    language: str


@dataclass(frozen=True)
class DraftAsked:
    """A document to build and send: `document` as in journey.yml or `schema.ALL`, `language` en or fr, `format` docx,
    pdf or xlsx; an empty language and format ask for all of its ways. `since` is the number of the version that it
    compares with, 0 for the newest one; for a document that compares nothing, of the adopted version that holds it.
    """

    document: str
    language: str
    format: str
    since: int = 0


@dataclass(frozen=True)
class ExportAsked:
    """The project as versioned JSON, to send as a file."""


@dataclass(frozen=True)
class VersionKept:
    """The answers of a saved version, to keep under its number (workflows/past.py)."""

    number: int
    data: dict[str, Any]


@dataclass(frozen=True)
class VersionDropped:
    """The answers of the version with this number go."""

    number: int


Effect = (
    ProjectCreated
    | ProjectErased
    | PersonErased
    | LanguageChosen
    | DraftAsked
    | ExportAsked
    | VersionKept
    | VersionDropped
    | SharingEffect
)


@dataclass(frozen=True)
class Outcome:
    """The new spot and its screen; `toast` answers a tap (at most 200 characters); `changes` go to the history.

    `project` is the project after the action (None where there is none); `fresh` asks for a new card below instead of
    an edit in place (after typed input, or after a file).
    """

    spot: Spot
    screen: Screen
    project: Project | None = None
    toast: Words | None = None
    effects: tuple[Effect, ...] = ()
    changes: tuple[Change, ...] = ()
    fresh: bool = False
