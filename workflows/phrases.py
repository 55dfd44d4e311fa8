"""What is said, before it is said in a language: a key and its parameters. It knows no language and no sentence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TypeAlias


@dataclass(frozen=True)
class Month:
    """A calendar month, shown as words ("March 2027", « mars 2027 »)."""

    year: int
    month: int


@dataclass(frozen=True)
class Money:
    """An amount in Canadian dollars."""

    amount: Decimal


@dataclass(frozen=True)
class Literal:
    """Text that a person typed or an official name: shown as it is, in every language."""

    text: str


@dataclass(frozen=True)
class Phrase:
    """A key of `content/` with the values of its placeholders; `n` also chooses the plural form."""

    key: str
    params: Mapping[str, Param] = field(default_factory=dict)


@dataclass(frozen=True)
class Lines:
    """Several sentences shown one below the other in one paragraph."""

    items: tuple[Words, ...]


Words: TypeAlias = Phrase | Literal | Lines
Param: TypeAlias = "str | int | float | dt.date | Month | Money | Words | tuple[Param, ...]"


def phrase(key: str, **params: Param) -> Phrase:
    """The phrase `key` with its parameters, written as a call."""
    return Phrase(key, params)
