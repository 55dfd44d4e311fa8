"""The work of one update inside one transaction: claim, load, apply, save, and write down what is owed.

Plain synchronous functions over an open transaction; desk.py begins, commits and retries. Nothing is sent
from here.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.effects import Done, carry_out
from bot.incoming import Arrival, Incoming
from bot.keyboards import Frame, address
from bot.looking_back import past_of
from bot.notes import write
from bot.presenter import Language, plain_message, present
from bot.replies import CARD, FILES, Card, Order
from bot.sharing import circle_of, offer_of
from bot.storage.port import Owed, Person, Place, Transaction
from bot.telegram_limits import TOAST, shortened
from bot.tools import Tools as Tools
from workflows.actions import Action, Other, Press, ReplyTo, Say
from workflows.circle import Circle
from workflows.outcomes import DraftAsked, ExportAsked, LanguageChosen, Outcome, PersonErased, Visit
from workflows.phrases import Words, phrase
from workflows.project import Project
from workflows.roles import COORDINATOR, writes
from workflows.screens import Screen, Spot

NOT_YOURS = "people.notices.not_yours"


@dataclass(frozen=True)
class Handled:
    """What a committed update leaves to say; `screen` and `language` tell what the card shows."""

    owed: tuple[Owed, ...] = ()
    toast: str | None = None
    screen: Screen | None = None
    language: Language = "en"
    commands: bool = False  # the chat's command list is to be published in `language`
    failed: bool = False  # what it asked for was not done; the apology is among what is owed


def take(tx: Transaction, arrival: Arrival, tools: Tools) -> Handled:
    """Everything that one update does. Raises what the guide or the store raises; nothing is kept then.

    One that comes again does and says nothing: its card is still owed, or was seen to arrive. Another one could only
    come too early, above the person's text, or over a card with something that must not be missed.
    """
    first = tx.claim(arrival.update_id, tools.now)
    if isinstance(arrival, Incoming) and arrival.callback_id is not None and not arrival.private:
        return _not_theirs(tx, arrival, tools)
    if not first:
        return Handled()
    if isinstance(arrival, Incoming):
        return _Turn.begin(tx, arrival, tools).play()
    write(tx, (arrival,))
    return Handled()


def apologise(tx: Transaction, incoming: Incoming, words: Words, tools: Tools) -> Handled:
    """Claim the update that failed and owe an apology, with the current card below it where that
    can be drawn.
    """
    tx.claim(incoming.update_id, tools.now)
    turn = _Turn.begin(tx, incoming, tools)
    language = turn.reads(turn.person)
    sorry = plain_message(tools.guide.book.text(words, language))
    outcome: Outcome | None
    try:
        outcome = tools.guide.show(turn.project, turn.visit)
        card = turn.card(outcome, language)
    except Exception:  # noqa: BLE001 - what failed once may fail again: the apology then goes alone
        outcome, card = None, Card(())
    both = replace(card, messages=(sorry, *card.messages), needed=True)
    owed = tx.owe(incoming.chat, incoming.person, CARD, both.to_data(), None, tools.now)
    return Handled((owed,), screen=outcome.screen if outcome else None, language=language)


@dataclass(frozen=True)
class _Turn:
    """One person's turn: who, where, with which project open."""

    tx: Transaction
    incoming: Incoming
    tools: Tools
    person: Person
    known: bool  # the person was met before, as they are now
    place: Place
    project: Project | None
    waiting: tuple[Owed, ...]  # cards of this place that have not appeared yet
    visit: Visit

    @classmethod
    def begin(cls, tx: Transaction, incoming: Incoming, tools: Tools) -> _Turn:
        stored = tx.person(incoming.person)
        person = stored or Person(incoming.person)
        if incoming.private:
            person = replace(person, reachable=True)
        place = tx.place(incoming.chat, incoming.person) or Place(incoming.chat, incoming.person)
        owed = tx.owed(incoming.chat)
        project, role = _project(tx, incoming.action, place)
        visit = Visit(
            person=person.id,
            language=person.language,
            app_language=incoming.app_language,
            spot=place.spot,
            now=tools.now,
            new_id=tools.new_id,
            projects=tx.titles(person.id),
            private=incoming.private,
            past=lambda since: past_of(tx, project, since),
            role=role,
            circle=lambda: circle_of(tx, project.id, person.id, tools.now) if project else Circle(),
            offer=lambda digest: offer_of(tx, digest, tools.now),
            new_token=tools.new_token,
            link_to=lambda start: address(f"bot:{start}", tools.username),
            allows=lambda kind: tools.allows(person.id, kind),
        )
        return cls(
            tx=tx,
            incoming=incoming,
            tools=tools,
            person=person,
            known=person == stored,
            place=place,
            project=project,
            waiting=tuple(one for one in owed if one.kind == CARD and one.person == person.id),
            visit=visit,
        )

    def play(self) -> Handled:
        """Apply the action and keep what it changed."""
        before = None if self.project is None else self.project.shape()
        revision = 0 if self.project is None else self.project.revision
        outcome = self.tools.guide.apply(self.project, self.visit, self._action())
        changed = self.project is not None and outcome.project is self.project and self.project.shape() != before
        kept = outcome.project is not self.project or writes(self.visit.role)  # the engine lets a reader change nothing
        if changed and kept and self.project is not None:
            self.tx.save_project(self.project, revision, self.tools.now)
        done = self._done(outcome)
        if outcome.changes and kept and outcome.project is not None:
            self.tx.append_history(outcome.project.id, outcome.changes)
        handled = self._owe(outcome, done.person, done.orders, self._edits(outcome))
        return replace(handled, owed=(*handled.owed, *done.told))

    def reads(self, person: Person) -> Language:
        """The language in which this person reads."""
        return self.tools.guide.language_of(person.language or self.incoming.app_language)

    def card(self, outcome: Outcome, language: Language, kept: bool = True) -> Card:
        """The outcome's screen, rendered."""
        project = outcome.project.id if outcome.project else None
        frame = Frame(project or "", outcome.spot.card(), self.tools.username)
        guide = self.tools.guide
        messages = present(outcome.screen, language, guide.book, guide.codes, frame)
        return Card(messages, _asked(outcome.spot), project, kept)

    def _action(self) -> Action:
        """The action, completed with what only the stored place knows."""
        action = self.incoming.action
        if isinstance(action, Press) and action.project and (not self.project or self.project.id != action.project):
            return Other("old_button")  # what it was meant for is not theirs, or no longer there
        if not isinstance(action, Say):
            return action
        answered = self.incoming.reply_to
        reply_to = self.tx.card(self.incoming.chat, answered) if answered is not None else None
        return replace(action, late=self._late, reply_to=reply_to)

    @property
    def _late(self) -> bool:
        sent = self.incoming.action
        return isinstance(sent, Say) and (bool(self.waiting) or sent.message < (self.place.message or 0))

    def _done(self, outcome: Outcome) -> Done:
        """Do what the outcome asks of the store, and keep where the person stands now."""
        done = carry_out(self.tx, outcome, self.person, self.project, self._order, self.tools)
        if PersonErased() in outcome.effects:
            return replace(done, orders=())
        if done.person != self.person or not self.known:
            self.tx.save_person(done.person)
        message = self.place.message if done.left else None
        project = outcome.project.id if outcome.project else None
        self.tx.save_place(replace(self.place, project=project, spot=outcome.spot, message=message), self.tools.now)
        return done

    def _order(self, effect: DraftAsked | ExportAsked, project: str, person: Person) -> Order:
        order = Order(project, self.reads(person), self.tools.now.date())
        return order if isinstance(effect, ExportAsked) else replace(order, **vars(effect))

    def _edits(self, outcome: Outcome) -> int | None:
        """The message to edit in place, or None for a new card below what the person typed or
        still waits for.
        """
        pressed = self.incoming.message
        if outcome.fresh or pressed is None or any(card.edit is None for card in self.waiting):
            return None
        return pressed if pressed >= (self.place.message or 0) else None

    def _owe(self, outcome: Outcome, person: Person, orders: tuple[Order, ...], edit: int | None) -> Handled:
        language = self.reads(person)
        kept = PersonErased() not in outcome.effects
        payloads = [(FILES, order.to_data(), None) for order in orders]
        told_back = self._late and not outcome.changes  # a text that was not taken: no newer card may swallow this
        cards = [(CARD, replace(self.card(outcome, language, kept), needed=told_back).to_data(), edit)]
        toast = outcome.toast and self.tools.guide.book.text(outcome.toast, language)
        return Handled(
            owed=tuple(
                self.tx.owe(self.incoming.chat, person.id, kind, payload, message, self.tools.now)
                for kind, payload, message in (*payloads, *cards)
            ),
            toast=shortened(toast, TOAST) if toast else None,
            screen=outcome.screen,
            language=language,
            commands=self.incoming.private and kept and any(isinstance(one, LanguageChosen) for one in outcome.effects),
        )


def _project(tx: Transaction, action: Action, place: Place) -> tuple[Project | None, str]:
    """The project that the press names, if this person has a seat in it, with its role; else the one that is open."""
    for project in (action.project if isinstance(action, Press) else "", place.project):
        if project and (found := tx.seated(project, place.person)) is not None:
            return found
    return None, COORDINATOR


def _not_theirs(tx: Transaction, incoming: Incoming, tools: Tools) -> Handled:
    """A button of somebody else's card, or in a group, where the guide has none: the tap is answered, nothing else."""
    person = tx.person(incoming.person)
    language = tools.guide.language_of((person and person.language) or incoming.app_language)
    return Handled(toast=shortened(tools.guide.book.text(phrase(NOT_YOURS), language), TOAST))


def _asked(spot: Spot) -> ReplyTo | None:
    return ReplyTo(spot.question, spot.record, spot.field) if spot.question else None
