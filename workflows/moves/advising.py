"""Looking at what the rules found: the list, one rule, setting it aside with a typed reason, taking it up again."""

from __future__ import annotations

from dataclasses import replace

from workflows.actions import Edit, Press, Say
from workflows.advice import Advice
from workflows.cards.advice import ALL, REASON
from workflows.cleaning import clean, has_words
from workflows.errors import AnswerRefused
from workflows.moves.arrival import refused
from workflows.outcomes import Outcome
from workflows.phrases import Phrase, phrase
from workflows.screens import Spot
from workflows.turn import Turn


def advice(turn: Turn, *_: object) -> Outcome:
    """What to look at in the whole project."""
    return turn.show(Spot(screen="advice"))


def rule(turn: Turn, press: Press) -> Outcome:
    """One rule; it remembers the page of the list it was opened from."""
    return turn.show(_spot(turn, press, "rule"))


def ask_reason(turn: Turn, press: Press) -> Outcome:
    """Ask why a point is set aside; a point that was settled meanwhile needs no reason."""
    if turn.knowledge.judgement.look(turn.the_project, press.target) is None:
        return turn.show(_spot(turn, press, "rule"))
    return turn.show(_spot(turn, press, "reason"))


def take_up(turn: Turn, press: Press) -> Outcome:
    """Take up again what was set aside."""
    turn.the_pen.take_up(press.target)
    return turn.show(_spot(turn, press, "rule"), phrase("advice.card.taken_up"))


def points(turn: Turn, press: Press) -> Outcome:
    """Back from a rule to the list it was opened from: a review's, or that of the whole project."""
    page = min(int(press.value), 999) if press.value.isdecimal() else 0
    if not press.target:
        return turn.show(Spot(screen="advice", page=page))
    return turn.show(Spot(screen="review", step=press.target, page=page))


def rules(turn: Turn, press: Press) -> Outcome:
    """The card of recommended rules that settles the point."""
    return turn.ask(turn.definitions.gap(press.target).mend)


def say_reason(turn: Turn, said: Say) -> Outcome:
    """The typed reason: the point is set aside until its facts change, and the list it came from is shown again."""
    path = turn.spot.question
    now = turn.knowledge.judgement.look(turn.the_project, path)
    if now is None:
        return turn.show(replace(turn.spot, screen="rule"))
    try:
        reason = _read(said.text)
    except AnswerRefused as refusal:
        return turn.show(turn.spot.hearing(said.message, said.text), refused(refusal))
    _set_aside(turn, now, reason, said.message)
    there = Spot(screen="advice") if turn.spot.value == ALL else Spot(screen="review", step=turn.spot.step)
    title = Phrase(f"{now.rule.words}.title")
    return turn.show(replace(there, page=turn.spot.page), phrase("advice.card.set_aside_now", title=title))


def edited(turn: Turn, edit: Edit) -> Outcome | None:
    """A reason changed by editing its message; None when the message gave none that is still kept."""
    for path, kept in turn.the_project.set_aside.items():
        if kept.message != edit.message or not turn.definitions.has_gap(path):
            continue
        title = Phrase(f"{turn.definitions.gap(path).words}.title")
        try:
            reason = _read(edit.text)
        except AnswerRefused as refusal:
            return turn.show(turn.spot, refused(refusal), phrase("interface.notices.edit_kept", name=title))
        turn.the_pen.set_aside(path, reason, kept.fingerprint, kept.message)
        return turn.show(turn.spot, phrase("advice.card.set_aside_now", title=title))
    return None


def _read(text: str) -> str:
    reason = clean(text)
    if not has_words(reason):
        raise AnswerRefused("interface.refused.empty")
    if len(reason) > REASON:
        raise AnswerRefused("interface.refused.too_long", {"n": len(reason), "most": REASON})
    return reason


def _set_aside(turn: Turn, now: Advice, reason: str, message: int) -> None:
    print_of = turn.knowledge.judgement.fingerprint(turn.the_project, now.rule, now.gap)
    turn.the_pen.set_aside(now.rule.path, reason, print_of, message)


def _spot(turn: Turn, press: Press, screen: str) -> Spot:
    step = turn.definitions.gap(press.target).step
    from_here = turn.spot.screen in ("advice", "review", "rule", "reason")
    page = turn.spot.page if from_here else 0
    return Spot(screen=screen, step=step, question=press.target, value=press.value, page=page)
