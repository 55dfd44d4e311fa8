"""Lists of rows by typing: one field's value, or rows pasted one a line. What was not understood is said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from workflows.actions import Say
from workflows.answers import read
from workflows.errors import AnswerRefused
from workflows.moves.answering import both, reader
from workflows.moves.arrival import refused
from workflows.moves.finding import is_question, search
from workflows.moves.listing import after_field, write_field
from workflows.outcomes import Outcome
from workflows.phrases import Literal, Words, phrase
from workflows.project import Record
from workflows.records import Pasted, Row, read_rows, repeats
from workflows.scene import label
from workflows.schema import Question
from workflows.telling import links_of, shortened, told_title, told_value
from workflows.turn import Turn

PASTED = 5
"""Line breaks from which on a text is a paste, which costs more to read than what one types."""


def say_field(turn: Turn, said: Say) -> Outcome:
    """A typed value for the field that is open."""
    question = turn.definitions.question(turn.spot.question)
    part = question.field(turn.spot.field)
    links = links_of(turn.definitions, turn.knowledge.book, turn.the_project, part, turn.language) if part.to else ()
    try:
        value = read(part, said.text, reader(turn), links).value
        row = turn.the_project.record(question.path, turn.spot.record)
        values = {**(row.values if row else {}), part.id: value}
        if repeats(question, turn.spot.record, values, turn.the_project.records(question.path)):
            raise AnswerRefused("interface.refused.repeated", {"text": Literal(shortened(said.text, 60))})
    except AnswerRefused as refusal:
        if is_question(said.text):
            return search(turn, said.text)
        return turn.show(turn.spot.hearing(said.message, said.text), refused(refusal))
    over = _over(turn, question, part, row, value)
    record = write_field(turn, question, part, value, turn.spot.record, 0, said.message or -1)
    if part.kind not in ("number", "money", "month", "date"):
        return after_field(turn, question, part, record, *over)
    told = told_value(turn.definitions, turn.the_project, part, value)
    noted = phrase("interface.notices.noted", name=label(part), value=told)
    return after_field(turn, question, part, record, noted, *over)


def _over(turn: Turn, question: Question, part: Question, row: Record | None, value: Any) -> tuple[Words, ...]:
    """What somebody else wrote into the row after this card was drawn is said together with what replaces it."""
    answer = turn.the_project.answers.get(question.path)
    if row is None or answer is None or answer.by == turn.visit.person or row.revision <= turn.spot.seen:
        return ()
    before = row.values.get(part.id)
    return () if before in (None, [], value) else (both(turn, part, before, value),)


def say_rows(turn: Turn, said: Say) -> Outcome:
    """Rows typed or pasted, one a line; what was not understood is said, and nothing readable is lost."""
    question = turn.definitions.question(turn.spot.question)
    known = turn.the_project.records(question.path)
    if said.text.count("\n") >= PASTED and not turn.visit.allows("paste"):
        return turn.show(turn.spot, phrase("people.limits.paste"))
    pasted = read_rows(question, said.text, reader(turn), links_in(turn, question), known)
    room = int(question.at_most or 0) - len(known)
    taken = pasted.rows[: max(0, room)]
    added = [turn.the_pen.add_row(question.path, row.values, "pasted", {"*": said.message}) for row in taken]
    notices = _told(question, pasted, taken)
    outcome = turn.ask(question.path, *notices, changing=turn.spot.changing, short=turn.spot.path, page=999)
    heard = outcome.spot.hearing(said.message, said.text)
    if heard.heard_full:  # the last line may go on in the next message: it is remembered, with the row that it made
        made = added[-1].id if added and taken[-1].last else ""
        heard = replace(heard, tail=said.text.rsplit("\n", 1)[-1], tail_row=made)
    return replace(outcome, spot=heard)


def links_in(turn: Turn, question: Question) -> dict[str, tuple[tuple[str, str], ...]]:
    """What the links of a row may point at, by field."""
    return {
        part.id: links_of(turn.definitions, turn.knowledge.book, turn.the_project, part, turn.language)
        for part in question.fields
        if part.to
    }


def _told(question: Question, pasted: Pasted, taken: Sequence[Row]) -> list[Words]:
    """What is said of a paste: what was kept, what was there already, what was not understood, what was not kept."""
    notices: list[Words] = []
    if taken:
        notices.append(phrase("interface.notices.rows_added", n=len(taken)))
    if left := pasted.rows[len(taken) :]:
        notices.append(phrase("interface.refused.too_many", most=int(question.at_most or 0)))
        items = tuple(told_title(question, Record("", row.values)) for row in left[:6])
        notices.append(phrase("interface.notices.rows_left", n=len(left), items=items))
    if pasted.repeated:
        notices.append(phrase("interface.notices.rows_repeated", n=pasted.repeated))
    for name in dict.fromkeys(name for row in taken for name, _ in row.puzzling):
        cells = tuple(Literal(shortened(text, 60)) for row in taken for field, text in row.puzzling if field == name)
        notices.append(phrase("interface.notices.cells_puzzling", name=label(question.field(name)), items=cells[:6]))
    for line, refusal in pasted.refused[:3]:
        quoted = Literal(shortened(line, 60))
        notices.append(phrase("interface.notices.line_refused", line=quoted, reason=refused(refusal)))
    if len(pasted.refused) > 3:
        notices.append(phrase("interface.notices.lines_refused_more", n=len(pasted.refused) - 3))
    if not notices:
        notices.append(phrase("interface.refused.empty"))
    return notices
