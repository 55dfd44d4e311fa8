"""Lists of rows by pressing: adding one by one, changing a field, removing, reordering, and taking starters."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from workflows.actions import Press
from workflows.cards.rows import starter_keys, starter_row
from workflows.interview import next_field
from workflows.moves.answering import at, switched
from workflows.outcomes import Outcome
from workflows.phrases import Words, phrase
from workflows.schema import Question
from workflows.turn import Turn


def show_list(turn: Turn, press: Press) -> Outcome:
    """The list of a question."""
    here = at(turn, press.target).spot
    return turn.ask(press.target, changing=here.changing, short=here.path)


def starters(turn: Turn, press: Press) -> Outcome:
    """The ready-made rows to choose from."""
    return turn.show(replace(at(turn, press.target).spot, screen="rows", value="starters", page=0))


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
            return turn.show(replace(here, record=record, field=following.id, page=0), *notice)
        added = phrase("interface.notices.row_added", n=len(turn.the_project.records(question.path)))
        return turn.ask(
            question.path, *(notice or ((added,) if row else ())), changing=here.changing, short=here.path, page=999
        )
    return turn.show(replace(here, screen="row", record=record, field="", page=0), *notice)


def take_starter_row(turn: Turn, press: Press) -> Outcome:
    """A ready-made row, there once however often it is pressed."""
    question = turn.definitions.question(press.target)
    keys = dict(starter_keys(turn.definitions, question))
    if press.value in keys and starter_row(turn.definitions, turn.the_project, question, press.value) is None:
        fills: dict[str, Any] = {}
        for name, what in question.starter_fills.items():
            part = question.field(name)
            told = (
                {"label": keys[press.value]}
                if what == "label"
                else {"starter": press.value}
                if what == "text"
                else press.value
            )
            fills[name] = [told] if part.kind == "choices" else told
        turn.the_pen.add_row(question.path, fills, f"starter:{press.value}")
    return turn.show(replace(at(turn, question.path).spot, screen="rows", value="starters"))


def drop_starter_row(turn: Turn, press: Press) -> Outcome:
    """Take a ready-made row away again."""
    question = turn.definitions.question(press.target)
    row = starter_row(turn.definitions, turn.the_project, question, press.value)
    if row is not None:
        turn.the_pen.drop_row(question.path, row.id)
    return turn.show(replace(at(turn, question.path).spot, screen="rows", value="starters"))
