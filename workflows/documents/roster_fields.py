"""What the template of the council roster may print, field by field. It computes nothing and knows no project.

No telephone, address or e-mail is ever asked, so none can be printed; nor is what one person said of themselves.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from .blocks import Mark
from .speech import Said
from .terms_fields import Point


@dataclass(frozen=True)
class GridSector:
    """One sector of the seat grid."""

    name: str = field(metadata={"help": "the sector's label"})
    state: str = field(metadata={"help": "filled, named, invited, idea or nobody yet"})
    here: tuple[str, ...] = field(metadata={"help": "who brings it, a line each, or a dash"})
    who_asks: Said = field(metadata={"help": "who invites it, a dash, or the mark of it"})
    by_when: str = field(metadata={"help": "the month by which that person asks, or a dash"})


@dataclass(frozen=True)
class GridBand:
    """The core sectors, or the others."""

    title: str = field(metadata={"help": "heading of the band"})
    sectors: tuple[GridSector, ...] = field(metadata={"help": "at least one"})


@dataclass(frozen=True)
class RosterMember:
    """One line of the roster."""

    person: Said = field(metadata={"help": "who it is, or the mark of a person to be named"})
    organization: str = field(metadata={"help": "as typed, or a dash"})
    sectors: Said = field(metadata={"help": "the sectors that this member brings, or the mark of them"})
    seat: str = field(metadata={"help": "kind of seat, or a dash"})
    state: str = field(metadata={"help": "idea, invited, accepted, or a dash"})
    term_end: str = field(metadata={"help": "month in which the term ends, or a dash"})
    alternate: str = field(metadata={"help": "the named alternate, or a dash"})


@dataclass(frozen=True)
class Roster:
    """Everything that the council roster prints."""

    name: Said = field(metadata={"help": "the partnership's name, in this language where there is one"})
    other_name: Said = field(metadata={"help": "its name in the other official language, or the mark of it"})
    missing_name: Mark | None = field(metadata={"help": "mark of the name in this language when it is missing"})
    version: str = field(metadata={"help": "0.<revision> for a draft"})
    date: str = field(metadata={"help": "the day on which it is printed"})
    counts: tuple[str, ...] = field(metadata={"help": "sentences: members, sectors, Francophone seats, experience"})
    bands: tuple[GridBand, ...] = field(metadata={"help": "all sectors, the core ones first"})
    members: tuple[RosterMember, ...] = field(metadata={"help": "everybody who did not decline"})
    members_open: Mark | None = field(metadata={"help": "mark of a council without members, None otherwise"})
    points: tuple[Point, ...] = field(metadata={"help": "what is left open"})
    points_count: str = field(metadata={"help": "sentence with the number of points left open"})
