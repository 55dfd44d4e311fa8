"""Text wrapped into boxes of a drawing, where no layout engine helps. It knows the widths of letters, roughly
and on the wide side, and nothing of what is drawn."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

LINE = 1.3
"""The distance of two lines, in ems."""

ELLIPSIS = "…"
_NARROW = frozenset("iljtfrI.,:;'’!|()[] -\u00a0\u202f")
_SPACES = re.compile(r"[^\S\u00a0\u202f]+")  # a no-break space is no place for a new line
_BROAD = frozenset("mwMWOQGCDHNU@%&—…")


def lines(text: str, ems: float, most: int) -> list[str]:
    """A text in at most some lines of a width in ems; what does not fit is cut with an ellipsis."""
    return list(_lines(text, ems, most))


@lru_cache(maxsize=1024)  # to compare two versions draws the same labels many times
def _lines(text: str, ems: float, most: int) -> tuple[str, ...]:
    out = [""]
    words = [word for word in _SPACES.split(text) if word]
    while words:
        word = words.pop(0)
        joined = f"{out[-1]} {word}".strip()
        if breadth(joined) <= ems:
            out[-1] = joined
        elif breadth(word) > ems:
            # Too long for any line: as much as fits, if possible up to a hyphen, goes here, the rest goes on.
            fits = _fitting(joined, ems)
            if (cut := fits.rfind("-") + 1) > len(out[-1]):
                fits = fits[:cut]
            rest = joined[len(fits) :]
            out[-1] = fits
            words.insert(0, rest) if rest else None
            out.append("")
        else:
            out.append(word)
        if len(out) > most:
            break
    out = [line for line in out if line] or [""]
    if len(out) > most or words:
        last = out[:most][-1]
        out = [*out[: most - 1], _fitting(last, ems - breadth(ELLIPSIS)).rstrip() + ELLIPSIS]
    return tuple(out)


def one_line(text: str) -> str:
    """A text on one line, its no-break spaces kept."""
    return _SPACES.sub(" ", text).strip()


def breadth(text: str) -> float:
    """About how wide a text is, in ems."""
    return sum(map(_letter, text))


def _letter(letter: str) -> float:
    if letter in _NARROW:
        return 0.34
    if unicodedata.combining(letter):
        return 0.0
    if unicodedata.east_asian_width(letter) in "WF":
        return 1.0
    return 0.86 if letter in _BROAD else 0.68 if letter.isupper() else 0.6


def _fitting(text: str, ems: float) -> str:
    """The longest beginning of a text that fits, at least one character."""
    total = 0.0
    for place, letter in enumerate(text):
        total += _letter(letter)
        if total > ems and place:
            return text[:place]
    return text
