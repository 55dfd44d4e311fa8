"""Lists of rows by pressing: adding one by one, changing a field, removing, reordering, and taking starters."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from workflows.actions import Press
from workflows.cards.starters import FIRST
from workflows.interview import next_field
from workflows.moves.answering import at, switched
from workflows.outcomes import Outcome
from workflows.phrases import Words, phrase
from workflows.project import Record
from workflows.schema import Question
from workflows.screens import Spot
from workflows.starters import Starter, find, taken, values
from workflows.turn import Turn


def show_list(turn: Turn, press: Press) -> Outcome:
    """The list of a question."""
    here = at(turn, press.target).spot
    return turn.ask(press.target, changing=here.changing, short=here.path)


def starters(turn: Turn, press: Press) -> Outcome:
    """The ready-made rows to choose from."""
    value = f"{FIRST}.{press.value}" if press.value else FIRST
    return turn.show(replace(at(turn, press.target).spot, screen="rows", value=value, page=0))


def add(turn: Turn, press: Press) -> Outcome:
    """Begin a new row: its first field is asked. The row comes into being with its first answer."""
    question = turn.definitions.question(press.target)
    if len(turn.the_project.records(question.path)) >= (question.at_most or 0):
        return turn.ask(question.path, phrase("interface.refused.too_many", most=int(question.at_most or 0)))
    first = next(part for part in question.fields if part.asked)
    return turn.show(replace(at(turn, question.path).spot, screen="field", record="", field=first.id, value="adding"))


def open_row(turn: Turn, press: Press) -> Outcome:
    """The card of one row; the list when the row has gone."""
    here = replace(at(turn, press.target).spot, value="", page=0)
    if turn.the_project.record(press.target, press.record) is None:
        return turn.ask(press.target, phrase("interface.notices.row_gone"), changing=here.changing, short=here.path)
    return turn.show(replace(here, screen="row", record=press.record, field=""))


def open_field(turn: Turn, press: Press) -> Outcome:
    """One field of a row, to be changed."""
    part = turn.definitions.question(press.target)
    here = replace(at(turn, part.parent).spot, screen="field", record=press.record, field=part.id, value="", page=0)
    if turn.the_project.record(part.parent, press.record) is None:
        return turn.ask(part.parent, phrase("interface.notices.row_gone"))
    return turn.show(here)


def drop(turn: Turn, press: Press) -> Outcome:
    """Remove a row; one tap takes it back."""
    here = at(turn, press.target).spot
    if turn.the_project.record(press.target, press.record) is None:
        return turn.ask(press.target, changing=here.changing, short=here.path)
    turn.the_pen.drop_row(press.target, press.record)
    return turn.ask(press.target, phrase("interface.notices.row_removed"), changing=here.changing, short=here.path)


def move(turn: Turn, press: Press) -> Outcome:
    """One place up or down; a repeated press finds the row where it was put and moves nothing."""
    rows = turn.the_project.records(press.target)
    row = turn.the_project.record(press.target, press.record)
    answer = turn.the_project.answers.get(press.target)
    if row is not None and answer is not None and answer.revision == press.revision:
        turn.the_pen.move_row(press.target, press.record, rows.index(row) + (-1 if press.verb == "up" else 1))
        answer.revision += 1
    return open_row(turn, press)


def field_press(turn: Turn, press: Press) -> Outcome:
    """An option of a row's field: set, or switched on or off as the button says."""
    part = turn.definitions.question(press.target)
    question = turn.definitions.question(part.parent)
    record = turn.the_project.record(part.parent, press.record)
    if press.record and record is None:
        return turn.ask(part.parent, phrase("interface.notices.row_gone"))
    turn = _at_field(turn, part, press.record)
    if part.kind == "choices":
        wanted = switched(part, (record.values.get(part.id) if record else None) or [], press)
        row_id = write_field(turn, question, part, wanted or None, press.record, press.revision)
        return turn.show(replace(turn.spot, record=row_id)) if row_id else turn.ask(part.parent)
    row_id = write_field(turn, question, part, press.value, press.record, press.revision)
    return after_field(turn, question, part, row_id) if row_id else turn.ask(part.parent)


def field_done(turn: Turn, press: Press) -> Outcome:
    """Several choices of a field are as they should be, or the field is passed."""
    part = turn.definitions.question(press.target)
    return after_field(_at_field(turn, part, press.record), turn.definitions.question(part.parent), part, press.record)


def field_empty(turn: Turn, press: Press) -> Outcome:
    """Empty a field."""
    part = turn.definitions.question(press.target)
    turn.the_pen.change_row(part.parent, press.record, part.id, None)
    return after_field(_at_field(turn, part, press.record), turn.definitions.question(part.parent), part, press.record)


def field_back(turn: Turn, press: Press) -> Outcome:
    """From a field to its row, or to the list while the row does not exist."""
    part = turn.definitions.question(press.target)
    return (
        open_row(turn, replace(press, target=part.parent))
        if press.record
        else show_list(turn, replace(press, target=part.parent))
    )


def _at_field(turn: Turn, part: Question, record: str) -> Turn:
    if (turn.spot.question, turn.spot.record, turn.spot.field) != (part.parent, record, part.id):
        turn = at(turn, part.parent)
        turn.visit = replace(
            turn.visit, spot=replace(turn.spot, screen="field", record=record, field=part.id, value="")
        )
    return turn


def write_field(
    turn: Turn, question: Question, part: Question, value: Any, record: str, revision: int, message: int = 0
) -> str:
    """Write one field, making the row where there is none; the row's id, or "" for a press that was sent twice."""
    if record:
        turn.the_pen.change_row(question.path, record, part.id, value, message)
        return record
    answer = turn.the_project.answers.get(question.path)
    if not message and (answer.revision if answer else 0) != revision:
        return ""
    return turn.the_pen.add_row(question.path, {part.id: value}, "pressed", {part.id: message} if message else {}).id


def after_field(turn: Turn, question: Question, part: Question, record: str, *notice: Words) -> Outcome:
    """While adding, the next field that is asked; otherwise the row. A told row leads back to the list."""
    row = turn.the_project.record(question.path, record)
    here = turn.spot
    if here.value == "adding":
        asked = [one for one in question.fields if one.asked]
        later = asked[asked.index(part) + 1 :] if part in asked else []
        following = next_field(question, row, part.id) if row else next(iter(later), None)
        if following is not None:
            return turn.show(replace(here, screen="field", record=record, field=following.id, page=0), *notice)
        added = phrase("interface.notices.row_added", n=len(turn.the_project.records(question.path)))
        return turn.ask(
            question.path, *(notice or ((added,) if row else ())), changing=here.changing, short=here.path, page=999
        )
    return turn.show(replace(here, screen="row", record=record, field="", page=0), *notice)


def take_starter_row(turn: Turn, press: Press) -> Outcome:
    """A ready-made row, there once however often it is pressed."""
    question = turn.definitions.question(press.target)
    starter, row = _starter(turn, question, press)
    if starter is not None and row is None:
        if len(turn.the_project.records(question.path)) >= (question.at_most or 0):
            full = phrase("interface.refused.too_many", most=int(question.at_most or 0))
            return turn.show(_among_starters(turn, question), full)
        filled = values(turn.knowledge.starters, turn.the_project, question, starter)
        turn.the_pen.add_row(question.path, filled, f"starter:{starter.id}")
    return turn.show(_among_starters(turn, question))


def drop_starter_row(turn: Turn, press: Press) -> Outcome:
    """Take a ready-made row away again."""
    question = turn.definitions.question(press.target)
    _, row = _starter(turn, question, press)
    if row is not None:
        turn.the_pen.drop_row(question.path, row.id)
    return turn.show(_among_starters(turn, question))


def _starter(turn: Turn, question: Question, press: Press) -> tuple[Starter | None, Record | None]:
    """The ready-made row that was pressed, and the row that was made of it."""
    starter = find(turn.definitions, turn.knowledge.starters, question, press.value)
    if starter is None:
        return None, None
    return starter, taken(turn.knowledge.starters, turn.the_project, question, starter)


def _among_starters(turn: Turn, question: Question) -> Spot:
    """The card of ready-made rows on which one stands, or the first of them."""
    here = turn.spot
    stays = here.screen == "rows" and here.question == question.path and here.value.startswith(FIRST)
    value = here.value if stays else FIRST
    return replace(at(turn, question.path).spot, screen="rows", value=value)
