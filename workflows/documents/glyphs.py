"""Which characters the bundled font faces can print, read from the faces' own tables.

A PDF/UA file may hold no character without a glyph, so what no face covers becomes U+25A1 (a box). This file
knows the TrueType `cmap` table and nothing of documents.
"""

from __future__ import annotations

import re
import struct
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

FONTS = Path(__file__).parent / "fonts"
FIRST = "Noto Sans"
LAST = ("DejaVu Sans", "Droid Sans Fallback", "NanumSquare")
BOX = "\u25a1"

# What follows a character and only changes its look: it goes with the character that has no glyph.
_FOLLOWERS = "[\u200d\ufe00-\ufe0f\u20e3\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]*"


def displayable(text: str, lacking: frozenset[str] = frozenset()) -> str:
    """The same text with U+25A1 for each character (with its modifiers) that no bundled face can print.

    `lacking` names characters to be replaced as well, whatever the faces say.
    """
    if text.isascii() and not lacking:
        return text
    missing = {c for c in set(text) if c in lacking or not _prints(c)}
    if not missing:
        return text
    spaces = {c for c in missing if unicodedata.category(c) == "Zs"}
    text = text.translate({ord(c): " " for c in spaces})
    letters = "".join(map(re.escape, sorted(missing - spaces)))
    return re.sub(f"[{letters}]{_FOLLOWERS}", BOX, text) if letters else text


@cache
def coverage() -> frozenset[int]:
    """The code points that print in every style: those of all faces of one family."""
    families: dict[str, set[int]] = {}
    for path in sorted(FONTS.glob("*.ttf")):
        points = set(_cmap(path.read_bytes()))
        family = path.stem.split("-")[0]
        families[family] = families[family] & points if family in families else points
    return frozenset().union(*families.values())


def _prints(character: str) -> bool:
    # Format characters (Cf), variation selectors and the like print nothing and need no glyph.
    return ord(character) in coverage() or (
        unicodedata.category(character) == "Cf" or "\ufe00" <= character <= "\ufe0f"
    )


def _cmap(font: bytes) -> Iterator[int]:
    """The code points of one face, from its format 12 table or else its format 4 table (OpenType, cmap)."""
    tables = struct.unpack_from(">H", font, 4)[0]
    records = (struct.unpack_from(">4s3I", font, 12 + 16 * place) for place in range(tables))
    start = next(offset for tag, _, offset, _ in records if tag == b"cmap")
    subtables = {}
    for place in range(struct.unpack_from(">H", font, start + 2)[0]):
        _, _, offset = struct.unpack_from(">HHI", font, start + 4 + 8 * place)
        subtables[struct.unpack_from(">H", font, start + offset)[0]] = start + offset
    if 12 in subtables:
        at = subtables[12]
        for group in range(struct.unpack_from(">I", font, at + 12)[0]):
            first, last, glyph = struct.unpack_from(">3I", font, at + 16 + 12 * group)
            yield from range(first if glyph else first + 1, last + 1)
        return
    at = subtables[4]
    count = struct.unpack_from(">H", font, at + 6)[0] // 2
    ends = struct.unpack_from(f">{count}H", font, at + 14)
    starts, deltas, offsets = (
        struct.unpack_from(f">{count}H", font, at + 16 + 2 * count * place) for place in (1, 2, 3)
    )
    for segment, (first, last, delta, offset) in enumerate(zip(starts, ends, deltas, offsets, strict=True)):
        row = at + 16 + 6 * count + 2 * segment + offset
        for point in range(first, min(last, 0xFFFE) + 1):
            glyph = struct.unpack_from(">H", font, row + 2 * (point - first))[0] if offset else point
            if (glyph or not offset) and (glyph + delta) & 0xFFFF:
                yield point
