"""The whole room behind one value: what the bot calls. All is read at `load()`; nothing is kept between calls."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from pathlib import Path

from workflows import engine
from workflows.actions import COMMANDS, LISTED_COMMANDS, Action
from workflows.codes import Codes
from workflows.drafts import File, draft
from workflows.expiry import expiry_notice
from workflows.exporting import packed, without_others
from workflows.inline import Note, notes
from workflows.knowledge import CONTENT, DEFINITIONS, Knowledge, load_knowledge
from workflows.languages import LANGUAGES, language_of
from workflows.outcomes import Outcome, Visit
from workflows.phrases import Phrase, phrase
from workflows.project import Project
from workflows.screens import Screen
from workflows.telling import told_name
from workflows.tidings import tidings
from workflows.wording import Phrasebook


@dataclass(frozen=True)
class Profile:
    """What Telegram shows of the bot in one language: name, description, short description, and the command lists."""

    name: str
    description: str
    short_description: str
    commands: tuple[tuple[str, str], ...]
    group_commands: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Guide:
    """What the bot may ask of this room."""

    knowledge: Knowledge

    @property
    def book(self) -> Phrasebook:
        """Every word."""
        return self.knowledge.book

    @property
    def codes(self) -> Codes:
        """Every id that a button may name."""
        return self.knowledge.codes

    def apply(self, project: Project | None, visit: Visit, action: Action) -> Outcome:
        """Carry out an action; the project is changed in place."""
        return engine.apply(self.knowledge, project, visit, action)

    def show(self, project: Project | None, visit: Visit) -> Outcome:
        """The current card again."""
        return engine.show(self.knowledge, project, visit)

    def draft(self, project: Project, document: str, language: str, kind: str, today: dt.date) -> File:
        """A document as a file: `kind` is docx, pdf, html or md. CPU work without I/O; call it off the event loop."""
        known = self.knowledge
        return draft(known.definitions, known.book, known.templates, project, document, language, kind, today)

    def export(self, project: Project, today: dt.date) -> File:
        """The project as versioned JSON, readable and complete."""
        data = json.dumps(project.to_data(), ensure_ascii=False, indent=1, sort_keys=True).encode()
        name = f"lip-guide_{project.id}_{today.isoformat()}.json"
        return File(name, data, phrase("interface.notices.export_caption", name=told_name(project.title())), 0)

    def package(self, project: Project, today: dt.date, person: str) -> File:
        """The export with every document in Word and both languages, as a zip; others are not named as authors.

        Seconds of CPU work without I/O; call it off the event loop.
        """
        file = self.export(without_others(project, person), today)
        drafts = (
            self.draft(project, document, language, "docx", today)
            for document in self.knowledge.definitions.documents
            for language in LANGUAGES
        )
        return packed((file, *drafts), file.name.removesuffix("json") + "zip", file.caption)

    def tidings(self, kind: str, project: str, name: str, role: str = "", date: dt.date | None = None) -> Screen:
        """What a member is told about a project without having asked (`workflows.tidings.KINDS`)."""
        return tidings(kind, project, name, role, date)

    def notes(self, text: str, language: str) -> tuple[Note, ...]:
        """The notes that answer a text in any chat, best first; empty when nothing fits. Nothing is kept."""
        return notes(self.knowledge, text, language)

    def expiry_notice(self, project: str, name: str, erased_on: dt.date, last: bool) -> Screen:
        """The first or the last notice that a project which nobody uses will be erased on that day."""
        return expiry_notice(project, name, erased_on, last)

    def describe(self, language: str) -> Profile:
        """What is published at start-up for readers of `language`."""

        def said(name: str) -> str:
            return self.book.text(Phrase(f"interface.profile.{name}"), language)

        commands = tuple((name, said(f"commands.{COMMANDS[name]}")) for name in LISTED_COMMANDS[language])
        in_groups = tuple(one for one in commands if COMMANDS[one[0]] == "help")  # there the guide only shows the way
        return Profile(said("name"), said("description"), said("short_description"), commands, in_groups)

    def language_of(self, app_language: str) -> str:
        """The language that a Telegram app's language suggests."""
        return language_of(app_language)


def load(definitions: Path = DEFINITIONS, content: Path = CONTENT) -> Guide:
    """Read definitions, words and templates; raises a Fault that names file, line, id and the mend."""
    return Guide(load_knowledge(definitions, content))
