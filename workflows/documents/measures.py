"""About how many lines a text takes in a column. It knows blocks and letters, no file format: writers ask it
what may stay on one page, so that rows are kept whole where they can be and still print where they cannot."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from .blocks import Block, Cell, Figure, Heading, Logo, Paragraph, Row, Table, plain

TALL = 18
"""Lines above which a row, a band or a signature block may break over pages: fewer than any page holds."""

PORTRAIT, LANDSCAPE = 468.0, 676.8
"""The width of the text in points on a letter page with the writers' margins."""

CONTACT = 120
"""The most letters of the line below the foot."""

HEAD_LEFT, HEAD_RIGHT = 54, 46
"""The most letters at the head of a page, left and right, so that they share one line."""

LOGO_WIDTH, LOGO_HEIGHT = 180.0, 30.0
"""The room of a logo in points: it stands in the margin, so that it moves no line of the text."""

POSTER_HEADS = {1: 1.8, 2: 1.5, 3: 1.2}
"""How much larger than its running text the headings of a poster are, by level."""

POSTER_SIZES = (26.0, 24.0, 22.0, 20.0, 18.0, 17.0, 16.0, 15.0, 14.0, 13.0, 12.0, 11.0, 10.0, 9.0, 8.0, 7.0, 6.0)
"""The sizes in points in which a poster may be set, the largest first."""

_POSTER_HEIGHT = 625.0

HIGHEST, HIGHEST_LANDSCAPE = 560.0, 400.0
"""The greatest height of a drawing in points, so that a heading still stands on its page."""


def column_letters(table: Table, width: float, size: float) -> tuple[int, ...]:
    """About how many letters of a size fit on one line of each column of a table of a width, in points."""
    total = sum(table.widths)
    # An average letter is a little over half as wide as the type is high; 10 points are padding.
    return tuple(max(4, int((width * part / total - 10) / (size * 0.56))) for part in table.widths)


def row_height(row: Row, letters: Sequence[int]) -> int:
    """About how many lines a row takes; a band runs across all columns."""
    return cells_height(row.cells, [sum(letters)] if row.band else letters)


def cells_height(cells: Sequence[Cell], letters: Sequence[int]) -> int:
    """About how many lines the tallest of some cells takes."""
    return max((_lines(cell, width) for cell, width in zip(cells, letters, strict=False)), default=1)


def block_height(block: Block, width: float, size: float) -> int:
    """About how many lines a block takes; a list or a figure counts as half a page."""
    match block:
        case Table(header=header, rows=rows):
            letters = column_letters(block, width, size)
            return sum(cells_height(cells, letters) + 2 for cells in (header, *(row.cells for row in rows)))
        case Heading(_, inlines) | Paragraph(inlines):
            return 1 + _lines(inlines, int(width / (size * 0.56)))
        case _:
            return TALL // 2


def poster_size(blocks: Sequence[Block], width: float) -> float:
    """The size in points of the running text of a poster: the largest at which its blocks surely fit on one page."""
    fitting = (size for size in POSTER_SIZES if _poster_height(blocks, width, size) <= _POSTER_HEIGHT)
    return next(fitting, POSTER_SIZES[-1])


def _poster_height(blocks: Sequence[Block], width: float, size: float) -> float:
    """About how many points some blocks take on a poster."""
    height = 0.0
    for block in blocks:
        match block:
            case Heading(level, inlines):
                letter = size * POSTER_HEADS[level]
                height += letter * (1.2 * _lines(inlines, int(width / (letter * 0.52))) + 0.8)
            case Paragraph(inlines):
                height += size * (1.24 * _lines(inlines, int(width / (size * 0.47))) + 0.62)
            case Figure(svg):
                height += figure_size(svg, width)[1] + 1.5 * size
            case _:
                height += HIGHEST / 2
    return height


def figure_size(svg: str, width: float) -> tuple[float, float]:
    """The width and height in points of a drawing, made smaller where a page of this text width needs it."""
    root = re.search(r'<svg[^>]*? width="([\d.]+)[^>]*? height="([\d.]+)', svg)
    own, high = (float(root[1]), float(root[2])) if root else (width, width / 2)
    scale = min(1.0, width / own, (HIGHEST_LANDSCAPE if width > PORTRAIT else HIGHEST) / high)
    return own * scale, high * scale


def logo_size(logo: Logo) -> tuple[float, float]:
    """The width and height in points of a logo at the head of a page."""
    scale = min(LOGO_WIDTH / logo.width, LOGO_HEIGHT / logo.height)
    return logo.width * scale, logo.height * scale


def shortened(text: str, limit: int = 80) -> str:
    """A text short enough for one line at the head or foot of a page."""
    line = " ".join(text.split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def page_heads(organization: str, title: str) -> tuple[str, str]:
    """What stands at the head of a page, left and right: a short title leaves the rest of the line to a long name."""
    right = shortened(title, HEAD_RIGHT)
    plain_letters = not any(unicodedata.east_asian_width(c) in "WF" for c in organization + title)
    return shortened(organization, HEAD_LEFT + (HEAD_RIGHT - len(right) if plain_letters else 0)), right


def _lines(cell: Cell, letters: int) -> int:
    return sum(1 + int(_wide(line) / letters) for line in plain(cell).split("\n"))


def _wide(text: str) -> float:
    """The width of a text in average letters; those of East Asia are twice as wide."""
    if text.isascii():
        return len(text) * 1.1
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1.1 for c in text)
