"""Measuring: the progress card, the suggested indicators of a row, and taking one of them."""

from __future__ import annotations

from dataclasses import replace

from workflows.actions import Press
from workflows.errors import AnswerRefused
from workflows.moves.answering import at
from workflows.moves.arrival import refused
from workflows.moves.listing import after_field
from workflows.outcomes import Outcome
from workflows.phrases import phrase
from workflows.records import repeats
from workflows.schema import Question
from workflows.screens import Spot
from workflows.suggesting import Suggestion, found_by
from workflows.turn import Turn


def progress(turn: Turn, press: Press) -> Outcome:
    """The expected results, or one view of them."""
    return turn.side("progress", press.target)


def suggest(turn: Turn, press: Press) -> Outcome:
    """The suggestions for a row, or for a row that does not exist yet."""
    return _open(turn, press, "suggested")


def own(turn: Turn, press: Press) -> Outcome:
    """Back from the suggestions to the field, to answer in one's own words."""
    return _open(turn, press, "field")


def take(turn: Turn, press: Press) -> Outcome:
    """Fill a row from a suggestion, there once however often it is pressed; the next field of a new row is asked."""
    part = turn.definitions.question(press.target)
    question = turn.definitions.question(part.parent)
    row = turn.the_project.record(question.path, press.record)
    if press.record and row is None:
        return turn.ask(question.path, phrase("interface.notices.row_gone"))
    place = turn.knowledge.library.place(part.path)
    one = found_by(turn.knowledge.library, turn.definitions, turn.the_project, place, press.value) if place else None
    if one is None:
        return turn.show(turn.spot, phrase("interface.notices.old_button"))
    rows = turn.the_project.records(question.path)
    here = _spot(turn, press, part, "suggested")
    if repeats(question, press.record, {**(row.values if row else {}), **one.fills}, rows):
        told = AnswerRefused("interface.refused.repeated", {"text": one.title})
        return turn.ask(question.path, refused(told), changing=here.changing, short=here.path)
    if row is None and len(rows) >= (question.at_most or 0):
        full = phrase("interface.refused.too_many", most=int(question.at_most or 0))
        return turn.ask(question.path, full, changing=here.changing, short=here.path)
    record = press.record or _new_row(turn, question, one, press)
    if not record:  # the same press came twice
        return turn.ask(question.path, changing=here.changing, short=here.path)
    if row is not None:
        for name, value in (*one.fills.items(), *_missing(one, row.values).items()):
            turn.the_pen.change_row(question.path, record, name, value)
    turn.visit = replace(turn.visit, spot=here)
    return after_field(turn, question, part, record)


def _new_row(turn: Turn, question: Question, one: Suggestion, press: Press) -> str:
    answer = turn.the_project.answers.get(question.path)
    if (answer.revision if answer else 0) != press.revision:
        return ""
    return turn.the_pen.add_row(question.path, {**one.offers, **one.fills}, f"starter:{one.value}").id


def _missing(one: Suggestion, values: dict[str, object]) -> dict[str, object]:
    """What the suggestion offers and the row does not say itself."""
    return {name: value for name, value in one.offers.items() if values.get(name) in (None, "", [])}


def _open(turn: Turn, press: Press, screen: str) -> Outcome:
    part = turn.definitions.question(press.target)
    if press.record and turn.the_project.record(part.parent, press.record) is None:
        return turn.ask(part.parent, phrase("interface.notices.row_gone"))
    return turn.show(_spot(turn, press, part, screen))


def _spot(turn: Turn, press: Press, part: Question, screen: str) -> Spot:
    """The place of the row's field on `screen`; a row that is being added goes on being added."""
    before = turn.spot
    here = at(turn, part.parent).spot
    same = (before.record, before.field) == (press.record, part.id) and before.value == "adding"
    value = "adding" if same or not press.record else ""
    return replace(here, screen=screen, record=press.record, field=part.id, value=value, page=0)
