"""Corrections by chatting: an edited message, a reply to an old card, the rest of a long text, a text that came too
early.
"""

from __future__ import annotations

from dataclasses import replace

from workflows.actions import Edit, ReplyTo, Say
from workflows.answers import read
from workflows.errors import AnswerRefused
from workflows.moves import answering, listing
from workflows.moves.answering import is_full, noted, reader
from workflows.moves.arrival import refused
from workflows.outcomes import Outcome
from workflows.phrases import Literal, phrase
from workflows.records import read_rows
from workflows.scene import label
from workflows.schema import Question
from workflows.screens import Spot
from workflows.telling import links_of, shortened
from workflows.turn import Turn


def edit(turn: Turn, edited: Edit) -> Outcome:
    """A changed message changes the answer that it gave; the card stays where it is."""
    for path, answer in turn.the_project.answers.items():
        if answer.message == edited.message and answer.state == "given":
            return _edit_answer(turn, turn.definitions.question(path), edited)
        if isinstance(answer.value, list) and any(
            edited.message in row.messages.values() for row in turn.the_project.records(path)
        ):
            return _edit_rows(turn, turn.definitions.question(path), edited)
    return turn.show(turn.spot, phrase("interface.notices.edit_unknown"))


def _edit_answer(turn: Turn, question: Question, edited: Edit) -> Outcome:
    try:
        value = read(question, edited.text, reader(turn)).value
    except AnswerRefused as refusal:
        return turn.show(turn.spot, refused(refusal), phrase("interface.notices.edit_kept", name=label(question)))
    wording = {turn.language: value} if question.kind in ("text", "long_text") else {}
    turn.the_pen.answer(question.path, value, source="typed", wording=wording, message=edited.message)
    return turn.show(turn.spot, noted(turn, question))


def _edit_rows(turn: Turn, question: Question, edited: Edit) -> Outcome:
    """A single field that was typed, or a paste that still has as many lines as it made rows."""
    rows = turn.the_project.records(question.path)
    for row in rows:
        for name, message in row.messages.items():
            if message == edited.message and name != "*":
                return _edit_field(turn, question, row.id, name, edited)
    made = [row for row in rows if row.messages.get("*") == edited.message]
    links = {
        part.id: links_of(turn.definitions, turn.knowledge.book, turn.the_project, part, turn.language)
        for part in question.fields
        if part.to
    }
    read_again = read_rows(question, edited.text, reader(turn), links, [row for row in rows if row not in made]).rows
    if len(read_again) != len(made):
        return turn.show(turn.spot, phrase("interface.notices.edit_in_list", name=label(question)))
    for row, new in zip(made, read_again, strict=True):
        for name, value in new.values.items():
            turn.the_pen.change_row(question.path, row.id, name, value)
    return turn.show(turn.spot, phrase("interface.notices.edited_rows", n=len(made)))


def _edit_field(turn: Turn, question: Question, record: str, name: str, edited: Edit) -> Outcome:
    part = question.field(name)
    links = links_of(turn.definitions, turn.knowledge.book, turn.the_project, part, turn.language) if part.to else ()
    try:
        value = read(part, edited.text, reader(turn), links).value
    except AnswerRefused as refusal:
        return turn.show(turn.spot, refused(refusal), phrase("interface.notices.edit_kept", name=label(part)))
    turn.the_pen.change_row(question.path, record, name, value, edited.message)
    return turn.show(turn.spot, phrase("interface.notices.edited_rows", n=1))


def reply(turn: Turn, said: Say, to: ReplyTo) -> Outcome:
    """A reply to an old card answers the question of that card; the current card stays where it is."""
    before = turn.spot
    question = turn.definitions.question(to.question)
    screen = "field" if to.field else "rows" if question.kind == "records" else "question"
    there = Spot(
        screen=screen, step=question.step, question=to.question, record=to.record, field=to.field, changing=True
    )
    turn.visit = replace(turn.visit, spot=there)
    if screen == "field" and to.record and turn.the_project.record(to.question, to.record) is None:
        return turn.show(before, phrase("interface.notices.row_gone"))
    if screen != "question":
        return listing.say_field(turn, said) if screen == "field" else listing.say_rows(turn, said)
    if not question.names_people or to.question in turn.the_project.consented:
        outcome = answering.say(turn, said)
        if turn.the_pen.changes and question.kind != "date":
            return turn.show(before, noted(turn, question))
        return outcome
    return turn.ask(to.question)


def continued(turn: Turn, said: Say) -> Outcome:
    """Telegram cuts a long text into several messages: the rest joins the answer that the first part gave."""
    spot = turn.spot
    if spot.screen == "rows":
        return _continued_rows(turn, said)
    for path, answer in turn.the_project.answers.items():
        if answer.message == spot.heard and isinstance(answer.value, str):
            return _continued_text(turn, said, turn.definitions.question(path), answer.value)
    return turn.show(spot.hearing(said.message, is_full(said.text)), phrase("interface.refused.continuation"))


def _continued_text(turn: Turn, said: Say, question: Question, before: str) -> Outcome:
    full = is_full(said.text)
    glue = "" if before.endswith(("\n", " ")) or said.text.startswith(("\n", " ")) else " "
    try:
        value = read(question, f"{before}{glue}{said.text}", reader(turn)).value
    except AnswerRefused as refusal:
        kept = phrase("interface.notices.first_part_kept", name=label(question))
        return turn.show(turn.spot.hearing(said.message, full), refused(refusal), kept)
    heard = turn.spot.heard  # a third part joins the same answer
    turn.the_pen.answer(question.path, value, source="typed", wording={turn.language: value}, message=heard)
    return turn.show(turn.spot.hearing(heard, full), phrase("interface.notices.joined", name=label(question)))


def _continued_rows(turn: Turn, said: Say) -> Outcome:
    """The last row of the first part may have been cut in two: it is read again with the rest."""
    spot = turn.spot
    if not spot.tail:
        return listing.say_rows(turn, said)
    rows = turn.the_project.records(spot.question)
    cut = next((row.id for row in reversed(rows) if row.messages.get("*") == spot.heard), "")
    turn.the_pen.drop_row(spot.question, cut)
    return listing.say_rows(turn, replace(said, text=spot.tail + said.text))


def too_early(turn: Turn, said: Say) -> Outcome:
    """A text that was sent before the card appeared answers nothing; it is said back, so that it can be sent again."""
    quoted = Literal(shortened(said.text, 200))
    return turn.show(turn.spot, phrase("interface.notices.too_early", text=quoted))
