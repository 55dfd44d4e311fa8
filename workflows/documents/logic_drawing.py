"""A logic model drawn as SVG: arrows over columns, a band for each priority. It knows letters and boxes, and no
language: every text on it is given.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .drawing import ACCENT, INK, PALE, PAPER, SECOND, Drawing, one_line, shares
from .lettering import ELLIPSIS, LINE, lines

_SIZE, _HEAD_SIZE, _PAD, _GAP, _POINT, _HANG = 7.5, 8.0, 3.0, 3.0, 6.0, 5.0
_NEED = 60  # lines above which a longer text makes no difference
_BULLET = "•"


@dataclass(frozen=True)
class Band:
    """A priority, and what stands in each column for it; an empty column is drawn as a dash."""

    title: str
    columns: tuple[tuple[str, ...], ...]


def draw_logic_model(heads: Sequence[str], doing: int, bands: Sequence[Band], width: float, highest: float) -> str:
    """The SVG of a logic model, `width` points wide and at most `highest` high (more only for very many bands).

    The first `doing` columns are what the partnership does, the others what changes. A text too long for its place ends
    in an ellipsis, so give the whole text beside the drawing too.
    """
    drawing = Drawing(width)
    each = width / len(heads)
    top = _heads(drawing, heads, doing, each)
    ems = (each - 2 * _PAD - _GAP - _HANG) / _SIZE
    step = _SIZE * LINE
    titles = [lines(one_line(band.title), (width - 2 * _PAD) / _HEAD_SIZE, 2) for band in bands]
    fixed = sum(len(title) * _HEAD_SIZE * LINE + 3 + 2 * _PAD + _GAP for title in titles)
    needs = [max(sum(_needs(column, ems)) for column in band.columns) or 1 for band in bands]
    room = int((highest - top - fixed) / step)
    for band, title, most in zip(bands, titles, shares(needs, room), strict=True):
        tall = len(title) * _HEAD_SIZE * LINE + 2
        drawing.box(0, top, width - _GAP, tall, "#d7e4e9")
        drawing.text(title, _PAD, top + 1, _HEAD_SIZE, ACCENT, bold=True)
        top += tall + 1
        height = most * step + 2 * _PAD
        for place, column in enumerate(band.columns):
            left = place * each
            drawing.box(left, top, each - _GAP, height, PALE if place < doing else PAPER, "#b9c6cc")
            told = _told(column, ems, most)
            drawing.text([sign for sign, _ in told], left + _PAD, top + _PAD, _SIZE, SECOND)
            drawing.text([line for _, line in told], left + _PAD + _HANG, top + _PAD, _SIZE, INK)
        top += height + _GAP
    return drawing.svg(top)


def _heads(drawing: Drawing, heads: Sequence[str], doing: int, each: float) -> float:
    """Draws one arrow for each column; gives the height at which the bands begin."""
    wrapped = [lines(one_line(head), (each - 2 * _POINT - 2 * _PAD) / _HEAD_SIZE, 3) for head in heads]
    height = max(map(len, wrapped)) * _HEAD_SIZE * LINE + 2 * _PAD
    for place, head in enumerate(wrapped):
        left, right = place * each, (place + 1) * each - _GAP - _POINT / 2
        notch = left + _POINT if place else left
        corners = [(left, 0.0), (right - _POINT / 2, 0.0), (right + _POINT / 2, height / 2)]
        corners += [(right - _POINT / 2, height), (left, height), (notch, height / 2)]
        drawing.shape(corners, ACCENT if place < doing else SECOND)
        space = (height - len(head) * _HEAD_SIZE * LINE) / 2
        drawing.text(head, (left + right) / 2 + 1, space, _HEAD_SIZE, PAPER, bold=True, middle=True)
    return height + _GAP


def _needs(column: Sequence[str], ems: float) -> list[int]:
    return [len(lines(one_line(text), ems, _NEED)) for text in column]


def _told(column: Sequence[str], ems: float, most: int) -> list[tuple[str, str]]:
    """A column's texts in at most some lines, a bullet beside the first of each; what is left out is an ellipsis."""
    if not column:
        return [("", "—")]
    if most == 1 < len(column):
        return [(_BULLET, lines(one_line(column[0]), ems - 1, 1)[0].removesuffix(ELLIPSIS) + ELLIPSIS)]
    kept = column if len(column) <= most else column[: most - 1]
    told = []
    for text, share in zip(kept, shares(_needs(kept, ems), most), strict=True):
        first, *others = lines(one_line(text), ems, share if kept is column else 1)
        told += [(_BULLET, first), *(("", line) for line in others)]
    return told if kept is column else [*told, ("", ELLIPSIS)]
