"""The actions of a fiscal year drawn as bars over its twelve months, as SVG. It knows letters and boxes, and no
language: every text on it is given.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .drawing import ACCENT, INK, PALE, PAPER, SECOND, SOFT, Drawing, one_line
from .lettering import LINE, lines

MONTHS = 12
_SIZE, _HEAD, _PAD = 8.0, 8.0, 1.5
_NUMBER, _TITLE, _STATE = 26.0, 240.0, 80.0
_GRID = "#b9c6cc"
_FILLS = {  # of a bar by status, with its outline; the status stands beside it in words
    "not_started": (PAPER, ACCENT),
    "on_track": (SECOND, SECOND),
    "at_risk": ("#c2570c", "#c2570c"),
    "done": (ACCENT, ACCENT),
    "dropped": ("#89959c", "#89959c"),
}
_NO_STATUS = (PALE, SOFT)


@dataclass(frozen=True)
class Bar:
    """One action: its number, what it is, its status as id and in words, and its first and last month counted from 0
    for April; None without a bar, and then `note` stands in its place. Months outside 0 to 11 run out of the year.
    """

    number: str
    title: str
    status: str
    state: str
    span: tuple[int, int] | None
    note: str = ""


def draw_quarters(quarters: Sequence[str], months: Sequence[str], bars: Sequence[Bar], width: float) -> str:
    """The SVG of some bars under the names of four quarters and the letters of twelve months, `width` points wide.

    A title has two lines while there are at most twelve bars, else one; a longer one ends in an ellipsis.
    """
    drawing = Drawing(width)
    most = 2 if len(bars) <= 12 else 1
    left, right = _NUMBER + _TITLE, width - _STATE
    month = (right - left) / MONTHS
    top = _heads(drawing, quarters, months, left, month)
    row = most * _SIZE * LINE + 2 * _PAD
    bottom = top + row * len(bars)
    for place in range(len(bars)):
        if place % 2 == 0:
            drawing.box(0, top + place * row, width, row, PALE)
    for place in range(MONTHS + 1):
        x = left + place * month
        drawing.line((x, 0 if place % 3 == 0 else top - 11), (x, bottom), SOFT if place % 3 == 0 else _GRID)
    for place, bar in enumerate(bars):
        _bar(drawing, bar, top + place * row, row, most, left, month)
    drawing.line((0, bottom), (width, bottom), _GRID)
    return drawing.svg(bottom + 1)


def _heads(drawing: Drawing, quarters: Sequence[str], months: Sequence[str], left: float, month: float) -> float:
    """Draws quarters over months; gives the height at which the rows begin."""
    told = [lines(one_line(quarter), (3 * month - 2 * _PAD) / _HEAD, 2) for quarter in quarters]
    tall = max(map(len, told)) * _HEAD * LINE + 2 * _PAD
    for place, name in enumerate(told):
        x = left + 3 * place * month
        drawing.box(x, 0, 3 * month, tall, ACCENT, PAPER)
        drawing.text(name, x + 1.5 * month, _PAD, _HEAD, PAPER, bold=True, middle=True)
    for place, letter in enumerate(months):
        drawing.text([letter], left + (place + 0.5) * month, tall + 1, _SIZE, SOFT, middle=True)
    return tall + 12


def _bar(drawing: Drawing, bar: Bar, top: float, row: float, most: int, left: float, month: float) -> None:
    title = lines(one_line(bar.title), (_TITLE - 2 * _PAD) / _SIZE, most)
    middle = top + (row - _SIZE * LINE) / 2
    drawing.text([bar.number], _PAD, middle, _SIZE, ACCENT, bold=True)
    drawing.text(title, _NUMBER, top + (row - len(title) * _SIZE * LINE) / 2, _SIZE)
    state = lines(one_line(bar.state), (_STATE - 2 * _PAD) / _SIZE, most)
    edge = left + MONTHS * month
    drawing.text(state, edge + 2 * _PAD, top + (row - len(state) * _SIZE * LINE) / 2, _SIZE)
    if bar.span is None:
        drawing.text(lines(one_line(bar.note), MONTHS * month / _SIZE, 1), left + _PAD, middle, _SIZE, INK)
        return
    first, last = max(0, bar.span[0]), min(MONTHS - 1, bar.span[1])
    fill, outline = _FILLS.get(bar.status, _NO_STATUS)
    tall = min(10.0, row - 4)
    drawing.box(left + first * month + 1, top + (row - tall) / 2, (last - first + 1) * month - 2, tall, fill, outline)
