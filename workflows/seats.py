"""The 18 sectors as a grid of seats: who sits where, in which state, core sectors first. Computed, never stored."""

from __future__ import annotations

from dataclasses import dataclass

from workflows.project import Project, Record
from workflows.schema import Definitions

MEMBERS = "council.members"
DECLINED = "declined"


@dataclass(frozen=True)
class Sector:
    """One sector: whether it is among the core ones, and the rows of the members who bring it."""

    id: str
    core: bool
    members: tuple[Record, ...]

    @property
    def filled(self) -> bool:
        """True when somebody is named who has not declined."""
        return any(row.values.get("state") != DECLINED for row in self.members)


def grid(definitions: Definitions, project: Project) -> tuple[Sector, ...]:
    """Every sector, the core ones first, each in the order of its list."""
    core = definitions.lists["core_sectors"]
    others = tuple(name for name in definitions.lists["council_sectors"] if name not in core)
    rows = project.records(MEMBERS)
    return tuple(
        Sector(name, name in core, tuple(row for row in rows if name in (row.values.get("sectors") or ())))
        for name in (*core, *others)
    )
