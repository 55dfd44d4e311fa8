"""A guide that fits in a pocket: three cards and every effect, so that the bot room is tested
apart from the real one.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from workflows.actions import Action, Command, Edit, Other, Press, Say
from workflows.codes import Codes
from workflows.errors import ContentFault
from workflows.outcomes import (
    DraftAsked,
    Effect,
    ExportAsked,
    LanguageChosen,
    Outcome,
    PersonErased,
    ProjectCreated,
    ProjectErased,
    Visit,
)
from workflows.past import Past
from workflows.phrases import Lines, Literal, Phrase, Words, phrase
from workflows.project import Answer, Change, Project
from workflows.screens import Button, Screen, Spot

COLOURS = ("red", "green", "blue")
WORDS = {
    "en": {
        "pocket.title": "Pocket",
        "pocket.colour": "Which colour? {notice}",
        "pocket.next": "Next",
        "pocket.red": "Red",
        "pocket.green": "Green",
        "pocket.blue": "Blue",
        "pocket.more": "More",
        "pocket.saved": "Saved.",
        "pocket.caption": "Your file",
        "pocket.expiry": "{name} ends {date} {which}",
        "pocket.tidings": "{kind} {name}",
        "people.notices.not_yours": "Not yours",
        "versions.gone": "Gone",
        "interface.errors.apology": "Sorry: {reference}",
        "interface.terminal.hint": "Type a number.",
    },
    "fr": {
        "pocket.title": "Poche",
        "pocket.colour": "Quelle couleur? {notice}",
        "pocket.next": "Suivant",
        "pocket.red": "Rouge",
        "pocket.green": "Vert",
        "pocket.blue": "Bleu",
        "pocket.more": "Plus",
        "pocket.saved": "Noté.",
        "pocket.caption": "Votre fichier",
        "pocket.expiry": "{name} finit {date} {which}",
        "pocket.tidings": "{kind} {name}",
        "people.notices.not_yours": "Pas à vous",
        "versions.gone": "Disparue",
        "interface.errors.apology": "Désolé: {reference}",
        "interface.terminal.hint": "Tapez un numéro.",
    },
}


class PocketBook:
    """Strict words."""

    def text(self, words: Words, language: str) -> str:
        """The words in this language; a missing key raises ContentFault."""
        if isinstance(words, Literal):
            return words.text
        if isinstance(words, Lines):
            return "\n".join(self.text(one, language) for one in words.items)
        if words.key not in WORDS[language]:
            raise ContentFault("pocket.yml", 1, words.key, "is missing.", "Write it.")
        return WORDS[language][words.key].format(**words.params)


@dataclass(frozen=True)
class PocketFile:
    """A file."""

    name: str
    data: bytes
    caption: Phrase = field(default_factory=lambda: phrase("pocket.caption"))


@dataclass(frozen=True)
class PocketProfile:
    """What Telegram shows."""

    name: str
    description: str = "A pocket"
    short_description: str = "Small"
    commands: tuple[tuple[str, str], ...] = (("home", "Home"), ("help", "Help"))
    group_commands: tuple[tuple[str, str], ...] = (("help", "Help"),)


class PocketGuide:
    """Names a project by the first text, then asks for a colour. `heard` is every action; texts make it fail:

    "crash" raises, "wordless" shows a card without words, "long" one of several messages, "links" an address,
    "copies" a text to copy,
    "draft please" a file.
    """

    def __init__(self) -> None:
        self.book = PocketBook()
        self.codes = Codes(("pocket.colour", "pocket.note", *COLOURS))
        self.heard: list[Action] = []
        self.visits: list[Visit] = []
        self.drafting: list[str] = []
        self.pasts: list[Past] = []
        self.fingerprint = "first words"
        self.show_fails = False
        self.draft_fails = False

    def apply(self, project: Project | None, visit: Visit, action: Action) -> Outcome:
        """One turn."""
        self.heard.append(action)
        self.visits.append(visit)
        if isinstance(action, Press):
            return self._press(project, visit, action)
        if isinstance(action, Say):
            return self._say(project, visit, action)
        notice = action.kind if isinstance(action, Other) else ""
        if isinstance(action, Command | Edit):
            notice = action.text
        return self._card(project, notice, fresh=True)

    def show(self, project: Project | None, visit: Visit) -> Outcome:
        """The card again."""
        if self.show_fails:
            raise RuntimeError("nothing to show")
        return self._card(project, "again")

    def _say(self, project: Project | None, visit: Visit, said: Say) -> Outcome:
        if said.text == "crash":
            raise RuntimeError(f"could not read {said.text}")
        if said.text == "wordless":
            return Outcome(Spot(), Screen("wordless", phrase("pocket.nowhere")), project, fresh=True)
        if said.text == "long":
            lines = Literal("\n".join(f"{number} " + "x" * 90 for number in range(100)))
            return Outcome(
                Spot(), Screen("long", phrase("pocket.title"), (lines,), self._options(None)), project, fresh=True
            )
        if said.text == "links":
            share = Button(Literal("Share"), url="bot:abc")
            return Outcome(Spot(), Screen("links", phrase("pocket.title"), (), (share,)), project, fresh=True)
        if said.text == "copies":
            copy = Button(Literal("Copy"), copy=Literal("Dear neighbour"))
            return Outcome(Spot(), Screen("copies", phrase("pocket.title"), (), (copy,)), project, fresh=True)
        if said.text == "draft please":
            return self._card(project, "draft", effects=(DraftAsked("paper", "en", "docx"),), fresh=True)
        if said.late:
            return self._card(project, "late", fresh=True)
        if said.reply_to is not None:
            return self._card(project, f"reply to {said.reply_to.question}", fresh=True)
        if project is None:
            project = Project(visit.new_id(), 2027, answers={"profile.name_en": Answer("given", said.text)})
            created = ProjectCreated(project)
            return self._card(project, said.text, effects=(created,), fresh=True)
        return self._card(
            project, f"note {said.text}", changes=self._change(project, visit, "pocket.note", said.text), fresh=True
        )

    def _press(self, project: Project | None, visit: Visit, press: Press) -> Outcome:
        effects: dict[str, Effect] = {
            "language": LanguageChosen(press.value),
            "draft": DraftAsked("paper", "en", "docx"),
            "export": ExportAsked(),
            "forget": PersonErased(),
            "erase": ProjectErased(project.id if project else ""),
        }
        if press.verb in effects:
            gone = press.verb in ("forget", "erase")
            return self._card(
                None if gone else project, press.verb, effects=(effects[press.verb],), fresh=press.verb == "draft"
            )
        if press.verb == "step" and project is not None:
            project.steps["council"] = "asking"
            return self._card(project, "step")
        if press.verb == "set" and project is not None:
            changes = self._change(project, visit, press.target, press.value)
            return self._card(project, press.value, changes=changes, toast=phrase("pocket.saved"))
        return self._card(project, press.verb)

    def _change(self, project: Project, visit: Visit, question: str, value: str) -> tuple[Change, ...]:
        before = project.answers.get(question, Answer())
        project.revision += 1
        project.answers[question] = Answer("given", value, revision=before.revision + 1, by=visit.person)
        return (Change(question, "", before.value, value, visit.person, visit.now.isoformat()),)

    def _card(
        self,
        project: Project | None,
        notice: str,
        effects: tuple[Effect, ...] = (),
        changes: tuple[Change, ...] = (),
        toast: Phrase | None = None,
        fresh: bool = False,
    ) -> Outcome:
        spot = Spot(screen="question", question="pocket.colour") if project else Spot(screen="naming")
        body = (phrase("pocket.colour", notice=notice),)
        screen = Screen(
            spot.screen, phrase("pocket.title"), body, self._options(project), navigation=(self._next(),), columns=3
        )
        return Outcome(spot, screen, project, toast, effects, changes, fresh)

    def _options(self, project: Project | None) -> tuple[Button, ...]:
        chosen = project.value("pocket.colour") if project else None
        return tuple(
            Button(phrase(f"pocket.{one}"), Press("set", "pocket.colour", value=one), chosen=one == chosen)
            for one in COLOURS
        )

    def expiry_notice(self, project: str, name: str, erased_on: dt.date, last: bool) -> Screen:
        """A notice whose button opens the project."""
        told = phrase("pocket.expiry", name=name, date=str(erased_on), which="last" if last else "first")
        keep = Button(phrase("pocket.next"), Press("next", project=project))
        return Screen("expiry", phrase("pocket.title"), (told,), (keep,))

    def tidings(self, kind: str, project: str, name: str, role: str = "", date: dt.date | None = None) -> Screen:
        """A notice of one line."""
        return Screen("tidings", phrase("pocket.title"), (phrase("pocket.tidings", kind=kind, name=name),))

    def _next(self) -> Button:
        return Button(phrase("pocket.next"), Press("next"))

    def draft(
        self, project: Project, document: str, language: str, kind: str, today: dt.date, past: Past
    ) -> PocketFile:
        """A file that tells what was asked."""
        self.pasts.append(past)
        self.drafting.append(document)
        if self.draft_fails:
            raise RuntimeError("no ink")
        told = f"{project.title()}|{project.value('pocket.colour')}|{language}|{today.isoformat()}"
        return PocketFile(f"{document}.{kind}", told.encode())

    def ways(self, document: str, language: str, kind: str) -> tuple[tuple[str, str], ...]:
        """The one that was asked for, or one in each language."""
        return ((language, kind),) if kind else (("en", "docx"), ("fr", "docx"))

    def caption(self, project: Project, document: str, kind: str, today: dt.date) -> Words:
        """What is said with every file."""
        return PocketFile("", b"").caption

    def as_adopted(self, project: Project, past: Past) -> Project | None:
        """The project as it was kept."""
        return past.before

    def looks_back(self, document: str) -> bool:
        """True for the document named past."""
        return document == "past"

    def package(self, project: Project, today: dt.date, person: str, past: Past) -> PocketFile:
        """A file with the project's id."""
        self.pasts.append(past)
        return PocketFile("project.json", project.id.encode())

    def describe(self, language: str) -> PocketProfile:
        """What Telegram shows."""
        return PocketProfile(f"Pocket {language}")

    def language_of(self, app_language: str) -> str:
        """French for fr and fr-*."""
        return "fr" if app_language.lower().startswith("fr") else "en"


@contextmanager
def failing(guide: PocketGuide, **switches: bool) -> Iterator[None]:
    """The guide with these switches on, inside the block."""
    for name, on in switches.items():
        setattr(guide, name, on)
    yield
    for name, on in switches.items():
        setattr(guide, name, not on)
