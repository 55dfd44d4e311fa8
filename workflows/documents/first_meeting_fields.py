"""What the agenda of the first meeting may print, field by field. It computes nothing and knows no project."""

from __future__ import annotations

from dataclasses import dataclass, field

from .blocks import Mark
from .speech import Clause, Items, Said


@dataclass(frozen=True)
class AgendaItem:
    """One item of the agenda."""

    number: int = field(metadata={"help": "counts from 1"})
    title: str = field(metadata={"help": "what it is about"})
    who: str = field(metadata={"help": "who leads it"})
    minutes: int = field(metadata={"help": "how long it takes"})


@dataclass(frozen=True)
class Decision:
    """One decision that the meeting may take."""

    label: str = field(metadata={"help": "the question's short name"})
    proposal: Clause = field(metadata={"help": "what the draft says, or the mark of what is to be decided"})


@dataclass(frozen=True)
class FirstMeeting:
    """Everything that the agenda of the first meeting prints."""

    name: Said = field(metadata={"help": "the partnership's name, in this language where there is one"})
    other_name: Said = field(metadata={"help": "its name in the other official language, or the mark of it"})
    missing_name: Mark | None = field(metadata={"help": "mark of the name in this language when it is missing"})
    day: Said = field(metadata={"help": "date of the meeting, or its mark"})
    place: Said = field(metadata={"help": "place and time, or their mark"})
    length: Clause = field(metadata={"help": "how long the meeting lasts, marked when only recommended"})
    convener: Said = field(metadata={"help": "who calls the meeting, or the mark of it"})
    coordinator: str = field(metadata={"help": "who prepares and follows up, empty when nobody is named"})
    items: tuple[AgendaItem, ...] = field(metadata={"help": "the agenda, in order"})
    total: int = field(metadata={"help": "the minutes of all items"})
    land: str | None = field(metadata={"help": "draft of the land acknowledgement, None without one"})
    land_open: Mark | None = field(metadata={"help": "mark until its wording is agreed"})
    active_offer: Items | None = field(metadata={"help": "the commitments of active offer, None when none was chosen"})
    background: str | None = field(metadata={"help": "why this partnership, None when nobody wrote it"})
    facts: tuple[str, ...] = field(metadata={"help": "sentences on population, arrivals, groups, other tables"})
    mandate: Said = field(metadata={"help": "the mandate of the draft terms, or its mark"})
    decisions: tuple[Decision, ...] = field(metadata={"help": "what the meeting may decide"})
    missing_sectors: tuple[str, ...] = field(metadata={"help": "sectors nobody speaks for yet, and who will ask"})
