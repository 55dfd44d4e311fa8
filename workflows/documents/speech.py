"""Answers said in the language of one document: typed texts as they are, everything else by its words.

It knows no document: which answers a document needs is for its own context. What says nothing becomes a mark.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from workflows.phrases import Literal, Money, Month, Param, Phrase
from workflows.project import Record
from workflows.schema import Question
from workflows.two_wordings import Wordings, of_answer, of_field
from workflows.wording import Phrasebook

from .blocks import Mark
from .tongues import foreign
from .visible import Visible

CLAUSES = "documents.clauses"
NONE = "—"
"""Stands in a cell where nothing need be said."""

Said = str | Mark


@dataclass(frozen=True)
class Clause:
    """One sentence, or the mark of what is to be decided; then a mark when it is only recommended or half told."""

    text: Said
    mark: Mark | None = None


@dataclass(frozen=True)
class Items:
    """The lines of a list below its opening sentence; `mark` when they are only recommended."""

    items: tuple[Said, ...]
    mark: Mark | None = None


@dataclass(frozen=True)
class Speech:
    """Says what a document sees in one language."""

    view: Visible
    book: Phrasebook
    language: str

    def say(self, key: str, **params: Param) -> str:
        """The words of a key of clauses.yml; ContentFault when there are none."""
        return self.book.text(Phrase(f"{CLAUSES}.{key}", params), self.language)

    def of(self, document: str, key: str, **params: Param) -> str:
        """The words of a key of the document's own file (`roster.yml`); ContentFault when there are none."""
        return self.book.text(Phrase(f"documents.{document}.{key}", params), self.language)

    def shown(self, value: Param) -> str:
        """A date, number, amount or list as this language writes it."""
        return self.book.shown(value, self.language)

    def open(self, mark: str) -> Mark:
        """The mark of something to decide: a question's path or a name of the table in open_points.py.

        A rule has a general mark that names its question; everything else has one of its own.
        """
        if self.view.definitions.has(mark):
            question = self.view.definitions.question(mark)
            if question.group:
                return Mark(self.say("to_decide", what=Phrase(f"{question.words}.label")), "open")
        return Mark(self.say(f"marks.{mark.rpartition('.')[2]}"), "open")

    @property
    def recommended(self) -> Mark:
        """The mark of what is recommended and still to be decided."""
        return Mark(self.say("recommended"), "recommended")

    def noted(self, *paths: str) -> Mark | None:
        """The mark "recommended" when one of these rules was only taken as recommended."""
        return self.recommended if any(self.view.recommended(path) for path in paths) else None

    def typed(self, path: str) -> str | None:
        """The text at `path`: this language's wording, a starter in this language, or what was typed; None without.

        What is in another language says so by the signs of tongues.py, whatever sentence it is put into.
        """
        value = self.view.said(path)
        if value is None:
            return None
        told = of_answer(self.view.project.answers[path])
        return self._text(self.view.definitions.question(path), value, told)

    def text(self, path: str) -> Said:
        """The text at `path`, or the mark of what is to be written there."""
        return self.typed(path) or self.open(path)

    def cell(self, path: str, row: Record) -> str:
        """The value of one field of a row (`path` is the field's), by its kind; empty when it says nothing."""
        question = self.view.definitions.question(path)
        value = row.values.get(question.id)
        if value in (None, "", []):
            return ""
        self.view.note(question.parent)
        return self._value(question, value, of_field(row, question.id))

    def label(self, question: Question) -> str:
        """The short name of a question."""
        return self.book.text(Phrase(f"{question.words}.label"), self.language)

    def option(self, question: Question, option: str) -> str:
        """The label of an option."""
        return self.book.text(Phrase(question.option_key(option)), self.language)

    def title(self, row: Record, path: str) -> str:
        """How a row is called: its first text field."""
        question = self.view.definitions.question(path)
        told = (self.cell(part.path, row) for part in question.fields if part.kind in ("text", "long_text"))
        return next((text for text in told if text), NONE)

    def clause(self, path: str) -> Clause:
        """The sentence of a rule, or its mark.

        Its key is `<id>.<option>`, `<id>` with {n} (`<id>_none` for 0), or `<id>.sentence` with {items}.
        """
        value, question = self.view.said(path), self.view.definitions.question(path)
        if value is None:
            return Clause(self.open(path))
        if question.kind == "choice":
            text = self.say(f"{question.id}.{value}")
        elif question.kind == "choices":
            text = self.say(f"{question.id}.sentence", items=self._items(question, value))
        else:
            text = self.say(question.id, n=value) if value else self.say(f"{question.id}_none")
        return Clause(text, self.noted(path))

    def optional(self, path: str) -> Clause | None:
        """The sentence of a rule, or None when nothing was said about it."""
        return None if self.view.value(path) is None else self.clause(path)

    def items(self, path: str) -> Items:
        """The chosen options of a rule as lines (`<id>.<option>`), or its mark as the only line."""
        value, question = self.view.said(path), self.view.definitions.question(path)
        if value is None:
            return Items((self.open(path),))
        lines = tuple(self.say(f"{question.id}.{option}") for option in value)
        return Items(lines, self.noted(path))

    def listed(self, texts: Iterable[str]) -> tuple[Param, ...]:
        """Typed or worded texts as a parameter that becomes a list of this language."""
        return tuple(Literal(text) for text in texts)

    def _items(self, question: Question, value: Iterable[str]) -> tuple[Param, ...]:
        return tuple(Phrase(f"{CLAUSES}.{question.id}.{option}") for option in value)

    def _text(self, question: Question, value: Any, told: Wordings | None = None) -> str:
        """A typed text; a starter is {"starter": id}, the name of a theme {"label": key}."""
        if told is not None:
            text, language = told.said(self.language)
            needed = language not in ("", self.language) and question.translatable and told.lacks
            return foreign(text, language) if needed else text
        if not isinstance(value, dict):
            return str(value)
        if "label" in value:
            return self.book.text(Phrase(str(value["label"])), self.language)
        owner = self.view.definitions.question(question.parent) if question.parent else question
        return self.book.text(Phrase(f"{owner.words}.starters.{value['starter']}"), self.language)

    def _value(self, question: Question, value: Any, told: Wordings | None = None) -> str:
        match question.kind:
            case "choice" | "scale":
                return self.option(question, value)
            case "choices":
                return "; ".join(self.option(question, option) for option in value)
            case "number":
                return str(value) if question.year else self.shown(value)
            case "money":
                return self.shown(Money(Decimal(str(value))))
            case "month":
                return self.shown(Month(int(value[:4]), int(value[5:7])))
            case "date":
                return self.shown(dt.date.fromisoformat(value))
            case "link":
                target = self.view.linked(question.to, value)
                return self.title(target, question.to) if target else ""
            case _:
                return self._text(question, value, told)

    def answer(self, path: str) -> str | None:
        """The answer at `path` by its kind, None when it says nothing."""
        value = self.view.said(path)
        question = self.view.definitions.question(path)
        if value is None:
            return None
        return self.typed(path) if question.kind in ("text", "long_text") else self._value(question, value)
