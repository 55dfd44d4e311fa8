"""Which typed texts of a project exist in one language only, or carry a wording to be looked at again.

Only what a document could print is asked for: answers that apply now, and no name of a body, place or person. It
draws nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from workflows.conditions import applies
from workflows.phrases import Words, phrase
from workflows.project import Project, Record
from workflows.schema import Definitions, Question
from workflows.two_wordings import Wordings, of_answer, of_field


@dataclass(frozen=True)
class TypedText:
    """One typed text: the question or field that it answers, the id and place (from 1) of its row, and its wordings."""

    question: Question
    told: Wordings
    record: str = ""
    number: int = 0


def typed_texts(definitions: Definitions, project: Project) -> tuple[TypedText, ...]:
    """Every typed text that both languages word in their own way, in the order of the steps."""
    asked = (one for step in definitions.steps for one in step.questions if applies(one, project))
    return tuple(text for question in asked for text in _of(question, project))


def lacking(definitions: Definitions, project: Project) -> tuple[TypedText, ...]:
    """Those that need a wording, or whose wording is to be looked at again."""
    return tuple(text for text in typed_texts(definitions, project) if text.told.lacks)


def found(definitions: Definitions, project: Project, path: str, record: str = "") -> TypedText | None:
    """The text at a question, or at a field of a row; None when there is none that has two wordings."""
    question = definitions.question(path)
    if not question.translatable:
        return None
    if not question.parent:
        told = of_answer(project.answers.get(path)) if project.value(path) else None
        return TypedText(question, told) if told else None
    row = project.record(question.parent, record)
    return _in_row(question, row, project.records(question.parent).index(row) + 1) if row else None


def is_text(definitions: Definitions, path: str, field: str = "") -> bool:
    """True for a question, or a field of a row, whose text has two wordings."""
    full = f"{path}.{field}" if field else path
    return definitions.has(full) and definitions.question(full).translatable


def where(definitions: Definitions, text: TypedText) -> Words:
    """Which question a text answers, or which row of a list and which field of it."""
    label = phrase(f"{text.question.words}.label")
    if not text.record:
        return label
    owner = definitions.question(text.question.parent)
    return phrase("parity.of_row", question=phrase(f"{owner.words}.label"), number=text.number, field=label)


def _of(question: Question, project: Project) -> Iterator[TypedText]:
    if project.value(question.path) in (None, "", []):
        return
    if question.translatable and (told := of_answer(project.answers[question.path])):
        yield TypedText(question, told)
    fields = [part for part in question.fields if part.translatable]
    for number, row in enumerate(project.records(question.path) if fields else (), 1):
        yield from (text for part in fields if (text := _in_row(part, row, number)))


def _in_row(part: Question, row: Record, number: int) -> TypedText | None:
    told = of_field(row, part.id)
    return TypedText(part, told, row.id, number) if told and told.latest else None
