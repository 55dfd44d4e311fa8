"""What the template of the decision sheet may print, field by field. It computes nothing and knows no project."""

from __future__ import annotations

from dataclasses import dataclass, field

from .blocks import Text
from .speech import Said

Lines = tuple[str | Text, ...]


@dataclass(frozen=True)
class Choice:
    """One choice in full."""

    number: str = field(metadata={"help": "its place on the sheet"})
    question: Lines = field(metadata={"help": "the question, then its options, and that the table was not sure"})
    recommended: Lines = field(metadata={"help": "what is recommended, where anything is, and why it matters"})


@dataclass(frozen=True)
class ChoiceBand:
    """The choices of one step."""

    title: str = field(metadata={"help": "the name of the step"})
    choices: tuple[Choice, ...] = field(metadata={"help": "at least one"})


@dataclass(frozen=True)
class Topic:
    """The other choices of one topic in short."""

    title: str = field(metadata={"help": "what they are about"})
    choices: Lines = field(metadata={"help": "number, choice and what is recommended, a line each"})


@dataclass(frozen=True)
class DecisionSheet:
    """Everything that the decision sheet prints."""

    name: Said = field(metadata={"help": "the partnership's name, in this language where there is one"})
    version: str = field(metadata={"help": "0.<revision> of the answers"})
    date: str = field(metadata={"help": "the day on which it is printed"})
    count: str = field(metadata={"help": "how many choices are open, and how many were only taken as recommended"})
    bands: tuple[ChoiceBand, ...] = field(metadata={"help": "the most important choices in full, by step"})
    rest_count: str | None = field(metadata={"help": "how many follow in short, None when all stand in full"})
    rest: tuple[Topic, ...] = field(metadata={"help": "the other choices in short, topic by topic"})
