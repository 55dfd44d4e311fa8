"""What the template of the parity report may print, field by field. It computes nothing and knows no project."""

from __future__ import annotations

from dataclasses import dataclass, field

from .speech import Said


@dataclass(frozen=True)
class ParityRow:
    """One text that lacks a wording, or whose wording is to be looked at again."""

    number: int = field(metadata={"help": "counts from 1"})
    where: str = field(metadata={"help": "the question, or the list, the row and the field"})
    text: str = field(metadata={"help": "the text that holds, in the language that it is in"})
    language: str = field(metadata={"help": "the name of that language, or that it is to be told"})
    room: tuple[Said, ...] = field(metadata={"help": "which wording is wanted; an older one with its mark"})


@dataclass(frozen=True)
class ParityStep:
    """The texts of one step."""

    title: str = field(metadata={"help": "the name of the step"})
    rows: tuple[ParityRow, ...] = field(metadata={"help": "at least one text"})


@dataclass(frozen=True)
class ParityReport:
    """Everything that the parity report prints."""

    name: Said = field(metadata={"help": "the partnership's name, in this language where there is one"})
    version: str = field(metadata={"help": "0.<revision> of the answers"})
    date: str = field(metadata={"help": "the day on which it is printed"})
    count: str = field(metadata={"help": "how many texts are listed, of how many; or that all exist in both languages"})
    steps: tuple[ParityStep, ...] = field(metadata={"help": "the steps with such texts; none when all is in step"})
