"""The shape of the definitions: steps, questions, gap rules and documents as frozen values. Words and answers are
elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

ALL = "all"
"""In place of a document: every one of them."""
SIMPLE_KINDS = ("choice", "choices", "scale", "text", "long_text", "number", "money", "month", "date", "link")
KINDS = (*SIMPLE_KINDS, "records")
TYPED_KINDS = ("text", "long_text", "number", "money", "month", "date")


@dataclass(frozen=True)
class Question:
    """One question, or one field of a record (then `parent` is the records question it belongs to).

    `path` is its full id (`council.members`, `council.members.sectors`), stable for ever. `condition` says when it is
    asked (workflows/conditions.py). `recommended` is the value offered on its group's card; `usual` the choices taken
    with one tap. A `proper` text names a body, a place or a person. A text that is a `web_address` holds one http or
    https address and nothing else.
    """

    id: str
    path: str
    step: str
    kind: str
    parent: str = ""
    options: tuple[str, ...] = ()
    list_name: str = ""
    to: str = ""
    required: bool = True
    asked: bool = True
    essential: bool = False
    names_people: bool = False
    year: bool = False
    web_address: bool = False
    percent: bool = False
    decimals: int = 0
    at_least: float | None = None
    at_most: float | None = None
    longest: int = 0
    group: str = ""
    recommended: Any = None
    usual: tuple[str, ...] = ()
    starters: tuple[str, ...] = ()
    starters_from: str = ""
    starter_fills: Mapping[str, str] = field(default_factory=dict)
    unique_by: tuple[str, ...] = ()
    fields: tuple[Question, ...] = ()
    condition: Mapping[str, Any] | None = None
    proper: bool = False

    @property
    def translatable(self) -> bool:
        """True for a typed text that each language words in its own way: names, places, people and addresses do not
        change.
        """
        return self.kind in ("text", "long_text") and not self.proper and not self.web_address

    @cached_property
    def words(self) -> str:
        """The key under which its words stand in content/."""
        if not self.parent:
            return f"steps.{self.step}.questions.{self.id}"
        return f"steps.{self.step}.questions.{self.parent.rpartition('.')[2]}.fields.{self.id}"

    def option_key(self, option: str) -> str:
        """The key of an option's label."""
        return f"lists.{self.list_name}.{option}" if self.list_name else f"{self.words}.options.{option}"

    def field(self, name: str) -> Question:
        """The field with this id; KeyError when there is none."""
        return self._fields[name]

    @cached_property
    def _fields(self) -> dict[str, Question]:
        return {part.id: part for part in self.fields}


@dataclass(frozen=True)
class GapRule:
    """One gap: a named rule of workflows/gaps.py with its settings.

    `mend` is the question (or `group.<id>`) that settles it, `sources` the ids of what it stands on, `facts` further
    answers that it speaks of; a `core` rule comes first in the advice of the whole project.
    """

    id: str
    step: str
    rule: str
    settings: Mapping[str, Any]
    mend: str = ""
    sources: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    core: bool = False

    @property
    def path(self) -> str:
        """Its full id, by which buttons, the history and what was set aside name it."""
        return f"gap.{self.step}.{self.id}"

    @property
    def words(self) -> str:
        """The key under which its words stand: title, what, why, do."""
        return f"advice.{self.step}.{self.id}"


@dataclass(frozen=True)
class Step:
    """One of the steps, its questions in the order in which they are asked, and its gap rules."""

    id: str
    questions: tuple[Question, ...]
    gaps: tuple[GapRule, ...]
    documents: tuple[str, ...]

    @property
    def words(self) -> str:
        """The key under which its words stand."""
        return f"steps.{self.id}"


@dataclass(frozen=True)
class ShortPath:
    """The essential questions of one document, in order; a stop is a question's path, or `group.<id>` for a card of
    rules.
    """

    document: str
    stops: tuple[str, ...]


@dataclass(frozen=True)
class Result:
    """One expected result of 2013: its horizon (or `support`), and the names of the facts that show something of it."""

    id: str
    horizon: str
    facts: tuple[str, ...]

    @property
    def words(self) -> str:
        """The key of its name."""
        return f"measuring.results.{self.id}"


@dataclass(frozen=True)
class Definitions:
    """Everything that the definition files say."""

    version: int
    steps: tuple[Step, ...]
    lists: Mapping[str, tuple[str, ...]]
    names: Mapping[str, str]
    short_paths: tuple[ShortPath, ...]
    groups: Mapping[str, str]
    documents: tuple[str, ...]
    """Every document kind, in the order in which they are offered."""
    results: tuple[Result, ...] = ()

    @cached_property
    def _questions(self) -> dict[str, Question]:
        found: dict[str, Question] = {}
        for step in self.steps:
            for question in step.questions:
                found[question.path] = question
                found.update({part.path: part for part in question.fields})
        return found

    @cached_property
    def _steps(self) -> dict[str, Step]:
        return {step.id: step for step in self.steps}

    @cached_property
    def _gaps(self) -> dict[str, GapRule]:
        return {gap.path: gap for step in self.steps for gap in step.gaps}

    def question(self, path: str) -> Question:
        """The question or field at `path`; KeyError when this release has none."""
        return self._questions[path]

    def step(self, name: str) -> Step:
        """The step with this id; KeyError when there is none."""
        return self._steps[name]

    def has(self, path: str) -> bool:
        """True when `path` names a question or a field of this release."""
        return path in self._questions

    def gap(self, path: str) -> GapRule:
        """The rule at `path` (`gap.<step>.<id>`); KeyError when this release has none."""
        return self._gaps[path]

    def has_gap(self, path: str) -> bool:
        """True when `path` names a rule of this release."""
        return path in self._gaps

    def everything(self) -> Iterator[Question]:
        """Every question and every field."""
        return iter(self._questions.values())

    def members_of(self, group: str) -> tuple[Question, ...]:
        """The questions of a group, in the order of the steps."""
        return tuple(q for step in self.steps for q in step.questions if q.group == group)

    @cached_property
    def quick(self) -> tuple[str, ...]:
        """The documents that a short path leads to, in its order."""
        return tuple(path.document for path in self.short_paths)

    def short_path(self, document: str) -> ShortPath:
        """The short path to `document`, which is one of `quick`."""
        return next(path for path in self.short_paths if path.document == document)
