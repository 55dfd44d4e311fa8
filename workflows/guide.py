"""The whole room behind one value: what the bot calls. All is read at `load()`; nothing is kept between calls."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from workflows import engine
from workflows.actions import COMMANDS, LISTED_COMMANDS, Action, Picture
from workflows.adoption import as_adopted, number_of
from workflows.backing import sources_of
from workflows.codes import Codes
from workflows.documents.contexts import KINDS
from workflows.documents.speech import CLAUSES
from workflows.drafts import File, caption, draft, name_of
from workflows.expiry import expiry_notice
from workflows.exporting import archive, past_without_others, without_others
from workflows.inline import Note, notes
from workflows.knowledge import CONTENT, DEFINITIONS, Knowledge, load_knowledge
from workflows.languages import LANGUAGES, language_of
from workflows.outcomes import Outcome, Visit
from workflows.parcels import ARCHIVE, Make, every, ways
from workflows.past import Past
from workflows.phrases import Phrase, phrase
from workflows.project import Project
from workflows.schema import ALL as ALL
from workflows.screens import Screen, Spot
from workflows.telling import told_name
from workflows.tidings import tidings
from workflows.wording import Phrasebook

_NO_PAST = Past()


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

    def wants(self, spot: Spot, picture: Picture) -> bool:
        """True when a picture sent at this place would be looked at; only then is it worth fetching."""
        return engine.wants(spot, picture)

    def show(self, project: Project | None, visit: Visit) -> Outcome:
        """The current card again."""
        return engine.show(self.knowledge, project, visit)

    def draft(
        self, project: Project, document: str, language: str, kind: str, today: dt.date, past: Past = _NO_PAST
    ) -> File:
        """A document as a file: `kind` is docx, pdf, html, md or xlsx; or all of them (`ALL`) as a zip.

        CPU work without I/O; call it off the event loop. `past` is for a document that `looks_back`.
        """
        if document != ALL:
            return self._maker(project, today, past)(document, language, kind)
        known, what = self.knowledge, phrase(f"{CLAUSES}.all_file")
        name = name_of(known.definitions, known.book, project, what, language, ARCHIVE, today)
        files = tuple(self.every(project, language, today, past))
        return archive(files, name, phrase(f"{CLAUSES}.caption_all", version=number_of(project), n=len(files)))

    def every(self, project: Project, language: str, today: dt.date, past: Past = _NO_PAST) -> Iterator[File]:
        """Every document in one language, in each format that the chat offers."""
        return every(language, self._maker(project, today, past))

    def _maker(self, project: Project, today: dt.date, past: Past) -> Make:
        known = self.knowledge
        sources = sources_of(known.definitions, known.judgement.sources, known.background)

        def make(document: str, language: str, kind: str) -> File:
            found = known.definitions, known.book, known.templates
            return draft(*found, project, document, language, kind, today, past, sources)

        return make

    def ways(self, document: str, language: str, kind: str) -> tuple[tuple[str, str], ...]:
        """The (language, format) pairs to build for an order that may leave both open."""
        return ways(document, language, kind)

    def caption(self, project: Project, document: str, kind: str, today: dt.date) -> Phrase:
        """What is said with a draft that is not built again."""
        if document == ALL:
            files = sum(len(one.formats) for one in KINDS.values())
            return phrase(f"{CLAUSES}.caption_all", version=number_of(project), n=files)
        return caption(self.knowledge.definitions, project, document, kind, today)

    @cached_property
    def fingerprint(self) -> str:
        """Changes with every word and every template: what was drafted before says nothing about now."""
        words = {language: dict(told) for language, told in self.book.words.items()}
        told = json.dumps([words, sorted(self.knowledge.templates.items())], default=str, sort_keys=True)
        return hashlib.sha256(told.encode()).hexdigest()

    def as_adopted(self, project: Project, past: Past) -> Project | None:
        """The project as the version of `past` kept the adopted text; None when the version has gone."""
        return as_adopted(project, past.before, past.since) if past.before else None

    def looks_back(self, document: str) -> bool:
        """True for a document that needs the project's past."""
        return document == ALL or KINDS[document].looks_back is not None

    def export(self, project: Project, today: dt.date, past: Past = _NO_PAST) -> File:
        """The project and its past as versioned JSON, readable and complete."""
        told = {**project.to_data(), **past.to_data()}
        data = json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True).encode()
        name = f"lip-guide_{project.id}_{today.isoformat()}.json"
        return File(name, data, phrase("interface.notices.export_caption", name=told_name(project.title())), 0)

    def package(self, project: Project, today: dt.date, person: str, past: Past = _NO_PAST) -> File:
        """The export with every document in Word and both languages, as a zip; others are not named as authors.

        Seconds of CPU work without I/O; call it off the event loop.
        """
        file = self.export(without_others(project, person), today, past_without_others(past, person))
        drafts = (
            self.draft(project, document, language, "docx", today, past)
            for document in self.knowledge.definitions.documents
            for language in LANGUAGES
        )
        return archive((file, *drafts), file.name.removesuffix("json") + "zip", file.caption)

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
