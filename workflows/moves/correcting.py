"""Corrections by chatting: an edited message, a reply to an old card, the rest of a long text, a text that came too
early.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from workflows.actions import Edit, ReplyTo, Say
from workflows.answers import read
from workflows.cleaning import has_words
from workflows.errors import AnswerRefused
from workflows.moves import advising, answering, typing_rows, wordings
from workflows.moves.answering import noted, reader
from workflows.moves.arrival import refused
from workflows.outcomes import Outcome
from workflows.phrases import Literal, phrase
from workflows.project import Answer
from workflows.records import read_rows
from workflows.scene import label
from workflows.schema import Question
from workflows.screens import Spot
from workflows.telling import links_of, shortened
from workflows.turn import Turn
from workflows.two_wordings import of_answer, of_field


def edit(turn: Turn, edited: Edit) -> Outcome:
    """A changed message changes the answer that it gave; the card stays where it is."""
    for path, answer in turn.the_project.answers.items():
        given_by = (answer.message, *(part[0] for part in answer.parts))
        if edited.message in given_by and answer.state == "given":
            return _edit_answer(turn, turn.definitions.question(path), answer, edited)
        if turn.definitions.question(path).kind == "records" and any(
            edited.message == given and "." not in name
            for row in turn.the_project.records(path)
            for name, given in row.messages.items()
        ):
            return _edit_rows(turn, turn.definitions.question(path), edited)
    return (
        wordings.edited(turn, edited)
        or advising.edited(turn, edited)
        or turn.show(turn.spot, phrase("interface.notices.edit_unknown"))
    )


def _edit_answer(turn: Turn, question: Question, answer: Answer, edited: Edit) -> Outcome:
    """The whole answer, or the part of a long one that came with this message."""
    before, after = "", ""
    for message, start, end in answer.parts:
        if message == edited.message:
            before, after = answer.value[:start], answer.value[end:]
    try:
        value = read(question, f"{before}{edited.text}{after}", reader(turn)).value
    except AnswerRefused as refusal:
        return turn.show(turn.spot, refused(refusal), phrase("interface.notices.edit_kept", name=label(question)))
    moved = len(value) - len(answer.value) if answer.parts else 0
    parts = [_moved(part, edited.message, len(before), moved) for part in answer.parts]
    _rewrite(turn, question, answer, value, parts)
    return turn.show(turn.spot, noted(turn, question))


def _rewrite(turn: Turn, question: Question, answer: Answer, value: Any, parts: list[list[int]]) -> None:
    """The answer after a correction: a text stays in the language in which it was typed."""
    told = of_answer(answer)
    language = told.language if told else ""
    turn.the_pen.answer(question.path, value, source="typed", message=answer.message, parts=parts, language=language)


def _moved(part: list[int], message: int, start: int, by: int) -> list[int]:
    """A part after the one that was edited begins later or earlier; the edited one ends there."""
    if part[0] == message:
        return [part[0], part[1], part[2] + by]
    return [part[0], part[1] + by, part[2] + by] if part[1] > start else part


def _edit_rows(turn: Turn, question: Question, edited: Edit) -> Outcome:
    """A single field that was typed, or a paste that still has as many lines as it made rows."""
    rows = turn.the_project.records(question.path)
    for row in rows:
        for name, message in row.messages.items():
            if message == edited.message and name != "*" and "." not in name:
                return _edit_field(turn, question, row.id, name, edited)
    made = [row for row in rows if row.messages.get("*") == edited.message]
    others = [row for row in rows if row not in made]
    read_again = read_rows(question, edited.text, reader(turn), typing_rows.links_in(turn, question), others).rows
    if len(read_again) != len(made):
        return turn.show(turn.spot, phrase("interface.notices.edit_in_list", name=label(question)))
    for row, new in zip(made, read_again, strict=True):
        for name, value in new.values.items():
            told = of_field(row, name)
            turn.the_pen.change_row(question.path, row.id, name, value, language=told.language if told else "")
    return turn.show(turn.spot, phrase("interface.notices.edited_rows", n=len(made)))


def _edit_field(turn: Turn, question: Question, record: str, name: str, edited: Edit) -> Outcome:
    part = question.field(name)
    links = links_of(turn.definitions, turn.knowledge.book, turn.the_project, part, turn.language) if part.to else ()
    try:
        value = read(part, edited.text, reader(turn), links).value
    except AnswerRefused as refusal:
        return turn.show(turn.spot, refused(refusal), phrase("interface.notices.edit_kept", name=label(part)))
    told = of_field(turn.the_project.record(question.path, record), name)
    language = told.language if told else ""
    turn.the_pen.change_row(question.path, record, name, value, edited.message, language)
    return turn.show(turn.spot, phrase("interface.notices.edited_rows", n=1))


def reply(turn: Turn, said: Say, to: ReplyTo) -> Outcome:
    """A reply to an old card answers the question of that card; the current card stays where it is."""
    before = turn.spot
    question = turn.definitions.question(to.question)
    screen = turn.screen_of(to.question)
    if screen == "consent":
        return turn.ask(to.question, phrase("interface.consent.first"))
    if to.field:
        screen = "field"
        if to.field not in [part.id for part in question.fields]:
            return turn.show(before, phrase("interface.notices.old_button"))
        if to.record and turn.the_project.record(to.question, to.record) is None:
            return turn.show(before, phrase("interface.notices.row_gone"))
    there = Spot(screen, question.step, to.question, to.record, to.field, changing=True)
    turn.visit = replace(turn.visit, spot=there)
    if screen != "question":
        return typing_rows.say_field(turn, said) if screen == "field" else typing_rows.say_rows(turn, said)
    outcome = answering.say(turn, said)
    if turn.the_pen.changes and question.kind != "date":
        return turn.show(before, noted(turn, question))
    return outcome


def continued(turn: Turn, said: Say) -> Outcome:
    """Telegram cuts a long text into several messages: the rest joins the answer that the first part gave."""
    spot = turn.spot
    if spot.screen == "rows":
        return _continued_rows(turn, said)
    for path, answer in turn.the_project.answers.items():
        if answer.message == spot.heard and isinstance(answer.value, str):
            return _continued_text(turn, said, turn.definitions.question(path), answer)
    told = wordings.continued(turn, said)
    return told or turn.show(spot.hearing(said.message, said.text), phrase("interface.refused.continuation"))


def _continued_text(turn: Turn, said: Say, question: Question, answer: Answer) -> Outcome:
    """Telegram trims each message: where it did not cut in the middle of a word, a space was lost."""
    glue = "" if turn.spot.heard_cut else " "
    heard = turn.spot.hearing(said.message, said.text)
    try:
        value = read(question, f"{answer.value}{glue}{said.text}", reader(turn)).value
    except AnswerRefused as refusal:
        kept = phrase("interface.notices.first_part_kept", name=label(question))
        return turn.show(heard, refused(refusal), kept)
    first = answer.parts or [[answer.message, 0, len(answer.value)]]
    parts = [*first, [said.message, len(answer.value) + len(glue), len(value)]]
    _rewrite(turn, question, answer, value, parts)
    # a third part joins the same answer: what was heard stays its first message
    return turn.show(replace(heard, heard=answer.message), phrase("interface.notices.joined", name=label(question)))


def _continued_rows(turn: Turn, said: Say) -> Outcome:
    """The last line of the first part may have been cut: it is read again with the rest, unless both are whole."""
    spot = turn.spot
    first = said.text.split("\n", 1)[0]
    cells = max(_cells(spot.tail), _cells(first))
    one_line = _cells(spot.tail + first) <= cells if cells > 1 else spot.heard_cut or said.text.startswith(" ")
    if not has_words(spot.tail) or not one_line:
        return typing_rows.say_rows(turn, said)
    turn.the_pen.drop_row(spot.question, spot.tail_row)
    return typing_rows.say_rows(turn, replace(said, text=spot.tail + said.text))


def _cells(line: str) -> int:
    return 1 + line.count(";") + line.count("|") + line.count("\t")


def too_early(turn: Turn, said: Say) -> Outcome:
    """A text that was sent before the card appeared answers nothing; it is said back, so that it can be sent again."""
    quoted = Literal(shortened(said.text, 200))
    return turn.show(turn.spot, phrase("interface.notices.too_early", text=quoted))
