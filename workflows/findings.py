"""What a rule found, and what every rule may look at: rows that count, places of fields, the plan's year. It must not
know which rules there are, nor any sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from workflows.cleaning import fold
from workflows.project import Project, Record

MEMBERS = "council.members"
_GONE = "declined"


@dataclass(frozen=True)
class Finding:
    """What a rule speaks of: ids of options, rows or questions, and figures that its words show by name (`n` is
    how many items there are, unless a figure says otherwise).
    """

    items: tuple[str, ...] = ()
    numbers: tuple[tuple[str, int], ...] = ()


Found = Finding | tuple[str, ...] | None
"""What a rule returns: None when it has nothing to say; items alone are a finding without figures."""

Lists = Mapping[str, tuple[str, ...]]
"""Closed lists of ids, and lists of words by which a text is recognised (`words.<name>`)."""

Settings = Mapping[str, Any]
Rule = Callable[[Project, Settings, Lists], Found]


def parts(field_path: str) -> tuple[str, str]:
    """The question and the field of `step.question.field`."""
    question, _, field = field_path.rpartition(".")
    return question, field


def as_list(value: Any) -> list[Any]:
    """A value of one choice or of several as a list."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def is_empty(value: Any) -> bool:
    """True when nothing was said; zero is something."""
    return value in (None, "", [])


def seated(project: Project) -> list[Record]:
    """The members who hold a seat or may still take it: everybody who did not decline."""
    return [row for row in project.records(MEMBERS) if row.values.get("state") != _GONE]


def voting(project: Project) -> list[Record]:
    """The seats with a vote; a seat whose kind was not said counts as one."""
    return [row for row in seated(project) if row.values.get("seat", "voting") == "voting"]


def sectors_of(row: Record) -> list[Any]:
    """The sectors of one member."""
    return as_list(row.values.get("sectors"))


def plan_year(project: Project) -> int:
    """The year in which the plan's fiscal year begins: the one answered, or the project's open cycle."""
    return int(project.value("action_plan.fiscal_year") or project.cycle)


def within_year(month: str, year: int, first: str = "04", last: str = "03") -> bool:
    """True when `month` (`2027-06`) lies in the fiscal year that begins in `year`, between two months of it."""
    end = year if last > "03" else year + 1
    return f"{year}-{first}" <= month <= f"{end}-{last}"


def names_one_of(text: Any, words: tuple[str, ...]) -> bool:
    """True when a typed text holds one of the words, which are bare, at the beginning of a word of its own."""
    if not isinstance(text, str):
        return False
    told = f" {bare(text)}"
    return any(f" {word}" in told for word in words)


def bare(text: str) -> str:
    """`text` folded, letters and digits only, with single spaces: how words are compared with texts."""
    return " ".join("".join(sign if sign.isalnum() else " " for sign in fold(text)).split())
