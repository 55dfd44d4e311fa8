"""Values → what can be said of them: option labels, amounts with their unit, dates, the titles of rows. No word of any
language.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from workflows.phrases import Literal, Money, Month, Param, Phrase, Words, phrase
from workflows.project import Project, Record
from workflows.schema import Definitions, Question
from workflows.wording import Phrasebook

SHORT = 160


def told_value(definitions: Definitions, project: Project, question: Question, value: Any) -> Words:
    """What a card says of `value` as an answer to `question`."""
    if value in (None, "", []):
        return phrase("interface.value.nothing")
    if question.kind in ("text", "long_text"):
        return told_text(question, value)
    if question.kind in ("choice", "scale"):
        return told_option(question, value)
    if question.kind == "choices":
        return phrase("interface.value.plain", value=tuple(Phrase(question.option_key(option)) for option in value))
    if question.kind == "link":
        return told_link(definitions, project, question, value)
    if question.kind == "records":
        return phrase("interface.value.rows", n=len(value))
    return phrase("interface.value.plain", value=told_number(question, value))


def told_number(question: Question, value: Any) -> Param:
    """A number, an amount, a month or a date as a parameter of a phrase."""
    if question.kind == "money":
        return Money(Decimal(str(value)))
    if question.kind == "month":
        year, month = str(value).split("-")
        return Month(int(year), int(month))
    if question.kind == "date":
        return dt.date.fromisoformat(value)
    if question.year:
        return Literal(str(value))
    if question.percent:
        return phrase("interface.value.percent", n=value)
    return value if question.parent else phrase(f"{question.words}.unit", n=value)


def told_option(question: Question, option: str) -> Words:
    """An option's label; a place on a scale says both of its poles."""
    if question.kind != "scale":
        return Phrase(question.option_key(option))
    return phrase(
        "interface.value.scale",
        value=Literal(option),
        left=Phrase(f"{question.words}.poles.left"),
        right=Phrase(f"{question.words}.poles.right"),
    )


def told_text(question: Question, value: Any) -> Words:
    """A typed text, or the starter that was taken, in the reader's language."""
    if isinstance(value, Mapping):
        return starter_words(question, value)
    return Literal(value)


def starter_words(question: Question, value: Mapping[str, str]) -> Phrase:
    """The words of a starter: {"starter": id} of the question itself, or {"label": key} of a list."""
    if "label" in value:
        return Phrase(value["label"])
    base = question.words if not question.parent else question.words.partition(".fields.")[0]
    return Phrase(f"{base}.starters.{value['starter']}")


def told_link(definitions: Definitions, project: Project, question: Question, record_id: str) -> Words:
    """The title of the row that a link points at, or that it has gone."""
    row = project.record(question.to, record_id)
    if row is None:
        return phrase("interface.value.gone")
    return told_title(definitions.question(question.to), row)


def told_title(question: Question, record: Record) -> Words:
    """How a row is called in a list: its first text, in the reader's language when it is a starter."""
    for part in question.fields:
        value = record.values.get(part.id)
        if part.kind in ("text", "long_text") and value:
            return starter_words(part, value) if isinstance(value, Mapping) else Literal(shortened(value))
    first = question.fields[0]
    value = record.values.get(first.id)
    if first.kind == "choice" and value:
        return Phrase(first.option_key(value))
    return Phrase(f"{question.words}.label")


def told_row(definitions: Definitions, project: Project, question: Question, record: Record) -> Words:
    """How a row is shown in its own list: its first two texts, or what its first field points at."""
    first_field = question.fields[0]
    if first_field.kind == "link" and record.values.get(first_field.id):
        told = told_link(definitions, project, first_field, record.values[first_field.id])
        years = [part.id for part in question.fields if part.year and part.id in question.unique_by]
        if years and record.values.get(years[0]):  # several rows speak of one thing, a row a year
            return phrase("interface.rows.two", first=told, second=Literal(str(record.values[years[0]])))
        return told
    texts = [part for part in question.fields if part.kind == "text" and record.values.get(part.id)]
    if len(texts) < 2 or not all(part.asked for part in texts[:2]):
        return told_title(question, record)
    first, second = (told_text(part, record.values[part.id]) for part in texts[:2])
    return phrase("interface.rows.two", first=first, second=second)


def links_of(
    definitions: Definitions, book: Phrasebook, project: Project, question: Question, language: str
) -> tuple[tuple[str, str], ...]:
    """The rows that a link may point at, as (record id, title in `language`)."""
    target = definitions.question(question.to)
    return tuple((row.id, book.text(told_title(target, row), language)) for row in project.records(question.to))


def told_name(name: str, longest: int = 80) -> Words:
    """The name of a partnership, or that it has none any more (its first name was taken back)."""
    return Literal(shortened(name, longest)) if name.strip() else phrase("interface.projects.unnamed")


def shortened(text: str, longest: int = SHORT) -> str:
    """One line of `text`, at most `longest` characters."""
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[: longest - 1]}…"
