"""What the letters of invitation may print, field by field. It computes nothing and knows no project."""

from __future__ import annotations

from dataclasses import dataclass, field

from .blocks import Mark
from .speech import Said


@dataclass(frozen=True)
class Letter:
    """One letter, and its line on the sheet of whoever sends it."""

    number: int = field(metadata={"help": "counts from 1"})
    called: Said = field(metadata={"help": "organization or person, as the heading and the list name it"})
    to: Said = field(metadata={"help": "first line of the address: a person, or else an organization"})
    at: Said | None = field(metadata={"help": "the organization below a person, None otherwise"})
    sector: str = field(metadata={"help": "the sector whose text it uses, or a dash"})
    state: str = field(metadata={"help": "idea, invited, or nobody yet"})
    by_when: str = field(metadata={"help": "the month by which it is sent, or a dash"})
    paragraphs: tuple[str, ...] = field(metadata={"help": "the letter, from its greeting to its last sentence"})
    signer: Said = field(metadata={"help": "who signs, or the mark of it"})


@dataclass(frozen=True)
class Invitations:
    """Everything that the letters of invitation print."""

    name: Said = field(metadata={"help": "the partnership's name, in this language where there is one"})
    other_name: Said = field(metadata={"help": "its name in the other official language, or the mark of it"})
    missing_name: Mark | None = field(metadata={"help": "mark of the name in this language when it is missing"})
    version: str = field(metadata={"help": "0.<revision> for a draft"})
    date: str = field(metadata={"help": "the day on which it is printed"})
    place_date: Said = field(metadata={"help": "place and day at the head of each letter"})
    count: str = field(metadata={"help": "sentence with the number of letters, or that this is a model letter"})
    on_behalf: str = field(metadata={"help": "for whom the letters are signed: the convener and the partnership"})
    letters: tuple[Letter, ...] = field(metadata={"help": "at least one: a model letter when nobody is to be invited"})
