"""Rows pasted as text → values of a records question. One row a line; cells separated by `;`, `|`, a tab, or commas.

Nothing readable is thrown away: a row whose cell is not understood is kept without that cell, and said so.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from workflows.answers import Reader, read
from workflows.cleaning import clean, fold, has_words
from workflows.errors import AnswerRefused
from workflows.project import Record
from workflows.schema import Question
from workflows.wording import LANGUAGES

Links = Mapping[str, Sequence[tuple[str, str]]]
_BULLET = re.compile(r"^\s*(?:[-–—•*]|\d{1,3}[.)])\s+")


@dataclass(frozen=True)
class Row:
    """What one line gave: its values, and the cells that were not understood as (field id, text)."""

    values: dict[str, Any]
    puzzling: tuple[tuple[str, str], ...] = ()
    last: bool = False  # it came from the last line of the text, which may have been cut


@dataclass(frozen=True)
class Pasted:
    """Every row of a text, how many repeat a row that is there already, and the lines that gave nothing."""

    rows: tuple[Row, ...] = ()
    repeated: int = 0
    refused: tuple[tuple[str, AnswerRefused], ...] = field(default=())


def read_rows(question: Question, text: str, reader: Reader, links: Links, known: Sequence[Record]) -> Pasted:
    """The rows that `text` gives; `links` has (record id, title) per field id, `known` the rows that are there."""
    rows: list[Row] = []
    refused: list[tuple[str, AnswerRefused]] = []
    repeated = 0
    seen = {_key(question, record.values) for record in known if question.unique_by}
    lines = _lines(question, text)
    ends_in_words = has_words(text.rsplit("\n", 1)[-1])
    for number, line in enumerate(lines, 1):
        try:
            row = _row(question, line, reader, links)
        except AnswerRefused as refusal:
            refused.append((line, refusal))
            continue
        if row is None:
            continue
        key = _key(question, row.values)
        if question.unique_by and key in seen:
            repeated += 1
            continue
        seen.add(key)
        rows.append(replace(row, last=ends_in_words and number == len(lines)))
    return Pasted(tuple(rows), repeated, tuple(refused))


def _lines(question: Question, text: str) -> list[str]:
    lines = [_BULLET.sub("", line) for line in clean(text.replace("\t", " ; "), lines=True).split("\n")]
    lines = [line.strip().removeprefix("|").removesuffix("|").strip() for line in lines if has_words(line)]
    names_only = [part for part in question.fields if part.asked]
    if len(lines) == 1 and len(names_only) == 1 and not re.search(r"[;|]", lines[0]):
        return [part.strip() for part in lines[0].split(",") if part.strip()]
    return lines


def _cells(question: Question, line: str) -> list[str]:
    separator = ";" if ";" in line else "|" if "|" in line else None
    if separator is None:
        asked = sum(part.asked for part in question.fields)
        return [part.strip() for part in line.split(",", asked - 1)] if asked > 1 and "," in line else [line]
    return [cell.strip() for cell in line.split(separator)]


def _row(question: Question, line: str, reader: Reader, links: Links) -> Row | None:
    """The row of one line; None for a table's heading. Raises AnswerRefused when its main field has no text."""
    cells = _cells(question, line)
    if len(cells) > 1 and _is_heading(question, cells, reader):
        return None
    asked = [part for part in question.fields if part.asked]
    in_order = list(question.fields)
    if 1 < len(cells) <= len(asked) and in_order[: len(asked)] != asked:  # the card named the asked fields alone
        as_named = _filled(asked, cells, reader, links)
        if not as_named.puzzling:
            return _checked(question, as_named)
    if len(cells) < len(asked) and not asked[0].required and asked[0].kind == "text":
        shifted = _filled([part for part in in_order if part is not asked[0]], cells, reader, links)
        if not shifted.puzzling or len(cells) == 1:
            return _checked(question, shifted)
    return _checked(question, _filled(in_order, cells, reader, links))


def _filled(fields: Sequence[Question], cells: Sequence[str], reader: Reader, links: Links) -> Row:
    """Cells put into fields in order; cells too many join the last field, or are told when that is no text."""
    values: dict[str, Any] = {}
    puzzling: list[tuple[str, str]] = []
    kept, spare = list(cells[: len(fields)]), [cell for cell in cells[len(fields) :] if has_words(cell)]
    if spare and fields[-1].kind == "text":
        kept[-1] = "; ".join((kept[-1], *spare)) if has_words(kept[-1]) else "; ".join(spare)
    elif spare:
        puzzling.extend((fields[-1].id, cell) for cell in spare)
    for part, cell in zip(fields, kept, strict=False):
        if not has_words(cell):
            continue
        try:
            values[part.id] = read(part, cell, reader, links.get(part.id, ())).value
        except AnswerRefused:
            if part.kind in ("text", "long_text"):
                raise
            puzzling.append((part.id, cell))
    return Row(values, tuple(puzzling))


def _checked(question: Question, row: Row) -> Row:
    if next(part for part in question.fields if part.required).id not in row.values:
        raise AnswerRefused("interface.refused.empty_row")
    return row


def _is_heading(question: Question, cells: Sequence[str], reader: Reader) -> bool:
    labels = set()
    for part in question.fields:
        for language in LANGUAGES:
            label = reader.book.words[language].get(f"{part.words}.label")
            if isinstance(label, str):
                labels.add(fold(label))
    return all(fold(cell) in labels for cell in cells if cell)


def _key(question: Question, values: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(fold(str(values.get(name, ""))) for name in question.unique_by)


def repeats(question: Question, record_id: str, values: Mapping[str, Any], known: Sequence[Record]) -> bool:
    """True when another row than `record_id` already says the same in the fields that must be unique together."""
    if not question.unique_by or any(values.get(name) in (None, "") for name in question.unique_by):
        return False
    return any(_key(question, row.values) == _key(question, values) for row in known if row.id != record_id)
