"""Answers to questions of the simple kinds: pressed, typed, taken from a starter, skipped, not sure yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from workflows.actions import Press, Say
from workflows.answers import Reader, read
from workflows.errors import AnswerRefused
from workflows.interview import is_answered, previous_question
from workflows.moves.arrival import refused
from workflows.moves.finding import is_question, search
from workflows.outcomes import Outcome
from workflows.phrases import Literal, Words, phrase
from workflows.project import Answer
from workflows.scene import label
from workflows.schema import Question
from workflows.screens import Spot
from workflows.telling import shortened, told_value
from workflows.turn import SIDE_SCREENS, Turn


def reader(turn: Turn) -> Reader:
    """What reading needs, for this person today."""
    return Reader(turn.knowledge.book, turn.language, turn.visit.now.date())


def noted(turn: Turn, question: Question) -> Words:
    """What was understood, said back in one line."""
    value = turn.the_project.answers[question.path].value
    words = told_value(turn.definitions, turn.the_project, question, value)
    text = Literal(shortened(turn.knowledge.book.text(words, turn.language), 200))
    return phrase("interface.notices.noted", name=label(question), value=text)


def set_option(turn: Turn, press: Press) -> Outcome:
    """One option of a choice, a place on a scale, or the other reading of a date."""
    question = turn.definitions.question(press.target)
    value = press.value
    old = turn.the_project.answers.get(question.path)
    turn.the_pen.answer(question.path, value)
    return at(turn, question.path).go_on(question.path, *replaced(turn, question, old, press.revision))


def replaced(turn: Turn, question: Question, old: Answer | None, seen: int) -> tuple[Words, ...]:
    """Where the answer was newer than the card: both are said, and undo is one tap away. Nothing otherwise.

    `old` is the answer before this action, `seen` the revision that the card showed.
    """
    new = turn.the_project.answers[question.path].value
    if old is None or old.revision <= seen or old.value in (None, [], new):
        return ()
    return (both(turn, question, old.value, new),)


def both(turn: Turn, question: Question, before: Any, after: Any) -> Words:
    """What was there and what stands there now, each in full."""
    told = [
        Literal(value) if isinstance(value, str) and question.kind in ("text", "long_text")
        else told_value(turn.definitions, turn.the_project, question, value)
        for value in (before, after)
    ]  # fmt: skip
    return phrase("interface.notices.replaced", name=label(question), before=told[0], after=told[1])


def at(turn: Turn, path: str) -> Turn:
    """The turn as if the card of `path` were open: a press on an older card goes on from its own question."""
    here = turn.spot
    if here.question != path:
        group = path.startswith("group.")
        step = turn.definitions.groups[path.removeprefix("group.")] if group else turn.definitions.question(path).step
        turn.visit = replace(turn.visit, spot=Spot(screen=turn.screen_of(path), step=step, question=path))
    elif here.screen in SIDE_SCREENS:
        turn.visit = replace(
            turn.visit, spot=replace(here, screen=turn.screen_of(path), behind="", kept="", value="", page=0)
        )
    return turn


def switch(turn: Turn, press: Press) -> Outcome:
    """One option of several, on or off as the button says (never the other way round)."""
    question = turn.definitions.question(press.target)
    turn.the_pen.answer(question.path, switched(question, turn.the_project.value(question.path) or [], press))
    return turn.show(replace(at(turn, question.path).spot, value=""))


def switched(question: Question, chosen: Sequence[str], press: Press) -> list[str]:
    """The chosen options after the press, in the question's order; pressing again changes nothing more."""
    wanted = {*chosen, press.value} if press.verb == "on" else {*chosen} - {press.value}
    return [option for option in question.options if option in wanted]


def take_usual(turn: Turn, press: Press) -> Outcome:
    """The usual choices, all at once, said back; Back leads to them."""
    question = turn.definitions.question(press.target)
    old = turn.the_project.answers.get(question.path)
    turn.the_pen.answer(question.path, [o for o in question.options if o in question.usual])
    notices = (noted(turn, question), *replaced(turn, question, old, press.revision))
    return at(turn, question.path).go_on(question.path, *notices)


def take_starter(turn: Turn, press: Press) -> Outcome:
    """A ready-made text, taken with one tap; it is worded in whatever language it is read in, until it is edited."""
    question = turn.definitions.question(press.target)
    old = turn.the_project.answers.get(question.path)
    turn.the_pen.answer(question.path, {"starter": press.value}, source=f"starter:{press.value}")
    taken = phrase("interface.notices.starter_taken", name=label(question))
    return at(turn, question.path).go_on(question.path, taken, *replaced(turn, question, old, press.revision))


def done(turn: Turn, press: Press) -> Outcome:
    """Several choices, a list or a date are as they should be."""
    return at(turn, press.target).go_on(press.target)


def skip(turn: Turn, press: Press) -> Outcome:
    """Go past a question; what was answered stays as it is."""
    return at(turn, press.target).go_on(press.target)


def unsure(turn: Turn, press: Press) -> Outcome:
    """ "Not sure yet" is an answer; rows that are there stay."""
    question = turn.definitions.question(press.target)
    if question.kind != "records" or not turn.the_project.records(question.path):
        turn.the_pen.answer(question.path, None, state="not_sure")
    return at(turn, question.path).go_on(question.path, phrase("interface.notices.not_sure", name=label(question)))


def explain(turn: Turn, press: Press) -> Outcome:
    """Why we ask, or an example, on the same card."""
    return turn.show(replace(at(turn, press.target).spot, value=press.verb))


def back(turn: Turn, press: Press) -> Outcome:
    """To the question before; from the first one to the card of the step; from a review's question to the review."""
    question = turn.definitions.question(press.target)
    if turn.spot.changing:
        return turn.review(question.step, question.path)
    if turn.spot.path:
        stops = turn.definitions.short_path(turn.spot.path).stops
        place = stops.index(question.path) if question.path in stops else 0
        return turn.ask(stops[place - 1], short=turn.spot.path) if place else turn.home()
    before = previous_question(turn.definitions.step(question.step), turn.the_project, question.path)
    if before is None:
        return turn.show(Spot(screen="step", step=question.step))
    return turn.ask(before.path)


def consent(turn: Turn, press: Press) -> Outcome:
    """Names of others are taken only after this; "organizations only" is just as good."""
    question = turn.definitions.question(press.target)
    if question.path not in turn.the_project.consented:
        turn.the_project.consented.append(question.path)
        turn.the_project.revision += 1
    note = phrase(f"interface.consent.{'noted' if press.value == 'names' else 'organizations_only'}")
    here = at(turn, question.path).spot
    return turn.ask(question.path, note, changing=here.changing, short=here.path)


def say(turn: Turn, said: Say) -> Outcome:
    """A typed answer to the question that is open: kept and said back, or refused with one sentence and asked again."""
    question = turn.definitions.question(turn.spot.question)
    try:
        understood = read(question, said.text, reader(turn))
    except AnswerRefused as refusal:
        if is_question(said.text):
            return search(turn, said.text)
        here = replace(turn.spot, screen="question", value="")
        return turn.show(here.hearing(said.message, said.text), refused(refusal))
    old, seen = turn.the_project.answers.get(question.path), turn.spot.seen
    turn.the_pen.answer(question.path, understood.value, source="typed", message=said.message)
    others = old if old is not None and old.by != turn.visit.person else None  # one's own texts may follow each other
    over = replaced(turn, question, others, seen)
    if question.kind == "date":
        return turn.show(replace(turn.spot, screen="noted_date", value=",".join(understood.others)), *over)
    outcome = turn.go_on(question.path, noted(turn, question), *over)
    return replace(outcome, spot=outcome.spot.hearing(said.message, said.text))


def take_group(turn: Turn, press: Press) -> Outcome:
    """Every rule of the group that is still open takes its recommended value, marked as still to be decided."""
    name = press.target.removeprefix("group.")
    for question in turn.definitions.members_of(name):
        if not is_answered(question, turn.the_project):
            turn.the_pen.answer(question.path, question.recommended, state="recommended", source="recommended")
    return at(turn, press.target).go_on(press.target, phrase("interface.notices.rules_taken"))
