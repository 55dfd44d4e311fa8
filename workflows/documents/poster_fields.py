"""What the template of the poster may print, field by field. It computes nothing and knows no project."""

from __future__ import annotations

from dataclasses import dataclass, field

from .blocks import Figure, Link, Mark
from .speech import Said


@dataclass(frozen=True)
class Poster:
    """Everything that the poster prints: one page that invites to the table."""

    name: Said = field(metadata={"help": "the partnership's name, in this language where there is one"})
    other_name: Said = field(metadata={"help": "its name in the other official language, or the mark of it"})
    missing_name: Mark | None = field(metadata={"help": "mark of the name in this language when it is missing"})
    wanted: str | None = field(metadata={"help": "the sectors without a voice, as one line; None when all have one"})
    when: Said = field(metadata={"help": "date of the first meeting, or the mark of a date to come"})
    where: Said = field(metadata={"help": "place and time, or their mark"})
    asks: str = field(metadata={"help": "how much time it asks, as a sentence"})
    offers: str | None = field(metadata={"help": "supports for those who come, as a list; None when none was chosen"})
    link: Link | None = field(metadata={"help": "the web address, None without one"})
    qr: Figure | None = field(metadata={"help": "the same address as a QR code"})
    link_open: Mark | None = field(metadata={"help": "mark of a missing address"})
    contact: Said = field(metadata={"help": "the letterhead's contact line, or the mark of it"})
    convener: str | None = field(metadata={"help": "who calls the meetings, None when not said"})
