"""Which way a text reads. A name that reads from right to left would draw the digits, the brackets and the next name
beside it to its own side; one invisible mark behind it keeps them where the sentence put them. It knows no format.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace

from .blocks import Inline, Text

LEFT_TO_RIGHT = "\u200e"
"""The mark that what follows goes on from left to right (UAX #9, 2.6)."""

_STRONG = {"L": False, "R": True, "AL": True}


def settled(before: Sequence[Inline], after: Iterable[Inline]) -> list[Inline]:
    """`after` as it is to follow `before`: behind text that reads from right to left, what is not plainly left-to-right
    begins with the mark.
    """
    told = list(after)
    last = str(before[-1]) if before else ""
    if last.isascii() or not told:  # a line break too
        return told
    first = told[0]
    if isinstance(first, Text) and _direction(reversed(last)) and _drawn(first.text):
        told[0] = replace(first, text=LEFT_TO_RIGHT + first.text)
    return told


def _direction(letters: Iterable[str]) -> bool:
    """True when the first letter that has a direction reads from right to left."""
    return next((_STRONG[kind] for kind in map(unicodedata.bidirectional, letters) if kind in _STRONG), False)


def _drawn(text: str) -> bool:
    """True for text that a neighbour can draw along: all but what begins, after spaces, with a left-to-right letter."""
    begins = text.lstrip()[:1]
    return bool(begins) and unicodedata.bidirectional(begins) != "L"
