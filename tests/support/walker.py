"""A person without Telegram: every action goes through the real guide, and every card is drawn as Telegram would
get it, strictly, in both languages, before the test goes on.

Between two actions the project is written to JSON and read back, as the bot does. It knows no chat and no store.
"""

from __future__ import annotations

import datetime as dt
import functools
import itertools
import json
from collections.abc import Iterator

from bot.keyboards import Frame, Key
from bot.presenter import Message, present
from bot.telegram_limits import TEXT, TOAST, check_markup, length, parse_html
from workflows.actions import Action, Command, Edit, Press, Say
from workflows.circle import Circle, Offer
from workflows.guide import Guide, load
from workflows.outcomes import (
    LanguageChosen,
    Outcome,
    PersonErased,
    ProjectCreated,
    ProjectErased,
    Title,
    VersionDropped,
    VersionKept,
    Visit,
)
from workflows.past import Past
from workflows.phrases import Phrase
from workflows.project import Change, Project
from workflows.screens import PAGE_SIZE, Button, Screen, Spot

LANGUAGES = ("en", "fr")
NOW = dt.datetime(2026, 11, 22, 15, 0, tzinfo=dt.UTC)
ENTRANCES = frozenset({"welcome", "naming", "private_only", "forgotten"})
"""Cards on which there is no Home yet: nothing is open."""


@functools.cache
def the_guide() -> Guide:
    """The real guide, read once per process."""
    return load()


def drawn(guide: Guide, outcome: Outcome) -> dict[str, tuple[Message, ...]]:
    """The outcome's card as messages per language; AssertionError or a Fault when Telegram could not show it."""
    screen, project = outcome.screen, outcome.project
    frame = Frame(project.id if project else "", outcome.spot.card(), "guide_bot")
    shown = {}
    for language in LANGUAGES:
        messages = present(screen, language, guide.book, guide.codes, frame)
        for message in messages:
            assert parse_html(message.text_html) == message.plain
            assert length(message.plain) <= TEXT
        check_markup([[_key(key) for key in row] for row in messages[-1].keyboard])
        if outcome.toast is not None:
            assert 0 < len(guide.book.text(outcome.toast, language)) <= TOAST
        shown[language] = messages
    assert len(screen.options) <= PAGE_SIZE, f"{len(screen.options)} options on {screen.id}"
    return shown


def _key(key: Key) -> dict[str, object]:
    copied = None if key.copy is None else {"text": key.copy}
    return {"text": key.text, "callback_data": key.data, "url": key.url, "copy_text": copied}


def spoken(screen: Screen) -> set[str]:
    """Every key that the screen speaks with, those inside other phrases included."""

    def keys(one: object) -> Iterator[str]:
        if isinstance(one, Phrase):
            yield one.key
            for value in one.params.values():
                yield from keys(value)
        elif isinstance(one, tuple):
            for item in one:
                yield from keys(item)
        elif hasattr(one, "items") and isinstance(one.items, tuple):
            yield from keys(one.items)

    return set(keys((screen.title, *screen.body, *(button.label for button in screen.buttons()))))


class Walker:
    """Somebody who types and taps; `outcome` is the last card. `arrived` names a partnership at once."""

    def __init__(self, language: str = "en", arrived: bool = True, guide: Guide | None = None) -> None:
        self.guide = guide or the_guide()
        self.project: Project | None = None
        self.spot = Spot()
        self.language: str | None = None
        self.app_language = "fr-CA" if language == "fr" else "en"
        self.titles: tuple[Title, ...] = ()
        self.private = True
        self.role = "coordinator"
        self.circle = Circle()
        self.open_to: dict[str, Offer] = {}
        self.refused_kinds: set[str] = set()  # costly things of which there were too many
        self.now = NOW
        self.message = 0  # the last message id of this chat
        self.outcome: Outcome
        self.old: list[Press] = []  # every press that was ever offered
        self.messages: dict[str, tuple[Message, ...]] = {}
        self.history: list[Change] = []
        self.kept: dict[int, Project] = {}  # what the store keeps of saved versions
        self._ids = (f"pr{number:06}" for number in itertools.count(1))
        if arrived:
            self.do(Command("start"))
            self.tap("language", value=language)
            self.say("Kenora" if language == "en" else "Hearst")

    def visit(self) -> Visit:
        """Who acts now, and from where."""
        return Visit(
            person="7",
            language=self.language,
            app_language=self.app_language,
            spot=self.spot,
            now=self.now,
            new_id=lambda: next(self._ids),
            projects=self.titles,
            private=self.private,
            past=self.past,
            role=self.role,
            circle=lambda: self.circle,
            offer=self.open_to.get,
            new_token=lambda: f"token{next(self._ids)}",
            link_to=lambda start: f"https://t.me/guide_bot?start={start}",
            allows=lambda kind: kind not in self.refused_kinds,
        )

    def past(self, since: int) -> Past:
        """What came before the project, to compare with version `since`."""
        return Past(tuple(self.history), self.kept, since)

    def do(self, action: Action) -> Outcome:
        """Carry out an action, draw what came of it in both languages, and keep it as the bot would."""
        outcome = self.guide.apply(self.project, self.visit(), action)
        self.messages = drawn(self.guide, outcome)
        self.outcome, self.project, self.spot = outcome, _stored(outcome.project), outcome.spot
        self.old += [button.press for button in outcome.screen.buttons() if button.press is not None]
        if outcome.fresh:
            self.message += 1
        self.history += outcome.changes
        for effect in outcome.effects:
            if isinstance(effect, LanguageChosen):
                self.language = effect.language
            elif isinstance(effect, ProjectCreated):
                self.kept, self.history = dict(effect.past.kept), [*effect.past.history, *outcome.changes]
            elif isinstance(effect, VersionKept):
                self.kept[effect.number] = Project.from_data(json.loads(json.dumps(effect.data)))
            elif isinstance(effect, VersionDropped):
                del self.kept[effect.number]
            elif isinstance(effect, PersonErased):
                self.titles, self.language, self.spot = (), None, Spot()
            elif isinstance(effect, ProjectErased):
                self.titles = tuple(title for title in self.titles if title.id != effect.project_id)
        if self.project is not None:
            others = tuple(title for title in self.titles if title.id != self.project.id)
            self.titles = (*others, Title(self.project.id, self.project.title()))
        return outcome

    def say(self, text: str, late: bool = False) -> Outcome:
        """Send a text as a new message."""
        self.message += 1
        return self.do(Say(text, self.message, late))

    def edit(self, text: str, message: int) -> Outcome:
        """Change a message that was sent before."""
        return self.do(Edit(text, message))

    def tap(self, verb: str, target: str | None = None, value: str | None = None, record: str | None = None) -> Outcome:
        """Press the first button of the current card that means this; AssertionError when there is none."""
        return self.do(self.press(verb, target, value, record))

    def press(self, verb: str, target: str | None = None, value: str | None = None, record: str | None = None) -> Press:
        """The press of that button."""
        for one in self.presses():
            meant = (target in (None, one.target), value in (None, one.value), record in (None, one.record))
            if one.verb == verb and all(meant):
                return one
        offered = sorted({(one.verb, one.target, one.value) for one in self.presses()})
        raise AssertionError(f"No button {verb} {target} {value} on {self.screen.id}: {offered}")

    def offers(self, verb: str, target: str | None = None, value: str | None = None) -> bool:
        """True when the current card has this button."""
        return any(
            one.verb == verb and target in (None, one.target) and value in (None, one.value) for one in self.presses()
        )

    def presses(self) -> list[Press]:
        """Every press of the current card."""
        return [button.press for button in self.screen.buttons() if button.press is not None]

    @property
    def screen(self) -> Screen:
        """The current card."""
        return self.outcome.screen

    @property
    def keys(self) -> set[str]:
        """The keys that the current card speaks with."""
        return spoken(self.screen)

    def button(self, verb: str, value: str) -> Button:
        """The button of the current card with this verb and value."""
        return next(b for b in self.screen.buttons() if b.press and (b.press.verb, b.press.value) == (verb, value))

    def value(self, path: str) -> object:
        """The value of an answer."""
        assert self.project is not None
        return self.project.value(path)

    def rows(self, path: str) -> list[dict[str, object]]:
        """The values of the rows of a list."""
        assert self.project is not None
        return [row.values for row in self.project.records(path)]

    def open(self, path: str, changing: bool = False) -> Outcome:
        """Open a question, as a button of its step or its review does."""
        return self.do(Press("change" if changing else "ask", path))

    def listing(self, path: str) -> Outcome:
        """Open a list of rows; where people are named, their agreement is said first."""
        self.open(path)
        return self.tap("consent", value="names") if self.spot.screen == "consent" else self.outcome


def _stored(project: Project | None) -> Project | None:
    """The project as the next action finds it: written to JSON and read back."""
    return None if project is None else Project.from_data(json.loads(json.dumps(project.to_data())))
