"""What a document may see of a project: answers that apply now and say something. It knows no language and no word.

An answer that a condition hides is kept in the project and never reaches a document; "not sure yet" says nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from workflows.conditions import applies
from workflows.documents.cleaning import clean
from workflows.documents.watching import Watched
from workflows.project import Project, Record
from workflows.schema import Definitions

MEMBERS = "council.members"
PRIORITIES = "research_strategy.priorities"
ACTIONS = "action_plan.actions"


@dataclass(frozen=True)
class Visible:
    """A project seen through its definitions."""

    definitions: Definitions
    project: Project

    def value(self, path: str) -> Any:
        """The value at `path`; None when it is hidden, open, not sure, empty or a text of which nothing would print."""
        if not applies(self.definitions.question(path), self.project):
            return None
        value = self.project.value(path)
        blank = isinstance(value, str) and not value[:1].isalnum() and not clean(value).strip()
        return None if blank or value == [] else value

    def said(self, path: str) -> Any:
        """The value at `path` for whoever puts it into words; a watch over the answers notes it."""
        value = self.value(path)
        if value is not None:
            self.note(path)
        return value

    def note(self, path: str) -> None:
        """Tell a watch over the answers that the one at `path` was put into words."""
        if isinstance(self.project.answers, Watched):
            self.project.answers.said.add(path)

    def rows(self, path: str) -> tuple[Record, ...]:
        """The rows at `path` in their order; none when the question is hidden or not sure."""
        value = self.value(path)
        return tuple(value) if isinstance(value, list) else ()

    def asked(self, path: str) -> bool:
        """True when the question applies to this project now."""
        return applies(self.definitions.question(path), self.project)

    def missing(self, path: str) -> bool:
        """True when the question applies and says nothing."""
        return self.asked(path) and self.value(path) is None

    def recommended(self, path: str) -> bool:
        """True when a rule was taken as recommended and not yet decided by the table itself."""
        answer = self.project.answers.get(path)
        return answer is not None and answer.state == "recommended" and self.value(path) is not None

    def linked(self, path: str, record_id: Any) -> Record | None:
        """The row that a link points at, or None when there is none any more."""
        return next((row for row in self.rows(path) if row.id == record_id), None)

    def seated(self) -> tuple[Record, ...]:
        """The members who hold or may hold a seat: all but those who declined."""
        return tuple(row for row in self.rows(MEMBERS) if row.values.get("state") != "declined")


@dataclass(frozen=True)
class Band:
    """The actions of one priority with their numbers ("2.1"); `priority` is None for actions without one."""

    number: int
    priority: Record | None
    actions: tuple[tuple[str, Record], ...]


def bands(view: Visible) -> tuple[Band, ...]:
    """Every priority in order with its actions, then the actions without a priority, numbered 0.1, 0.2 …"""
    actions = view.rows(ACTIONS)
    told = []
    for number, priority in enumerate(view.rows(PRIORITIES), 1):
        own = [action for action in actions if action.values.get("priority") == priority.id]
        told.append(Band(number, priority, _numbered(number, own)))
    ids = {band.priority.id for band in told if band.priority}
    rest = [action for action in actions if action.values.get("priority") not in ids]
    return (*told, Band(0, None, _numbered(0, rest))) if rest else tuple(told)


def _numbered(number: int, actions: list[Record]) -> tuple[tuple[str, Record], ...]:
    return tuple((f"{number}.{place}", action) for place, action in enumerate(actions, 1))
