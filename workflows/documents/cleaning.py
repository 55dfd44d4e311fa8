"""Typed text made safe to print. It knows nothing of Markdown, Word or PDF: only which characters no file
may hold, and which would turn the text around them."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 100_000
"""The most characters that one value may bring into a document."""

FIRST_TOKEN, LAST_TOKEN = "\ue000", "\ue00f"
"""Private-use characters that the renderer keeps for itself; no typed text may hold one."""

_DROPPED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 and C1 controls, all but tab and newline
    "\ud800-\udfff"  # lone surrogates
    "\u202a-\u202e\u2066-\u2069"  # bidi embeddings, overrides and isolates
    "\ufff9-\ufffb\ufeff"  # interlinear annotation, and the byte order mark, which no PDF/UA file may hold
    f"{FIRST_TOKEN}-{LAST_TOKEN}"
    "\ufdd0-\ufdef"  # noncharacters, and the last two of every plane
    + "".join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
    + "]"
)
_NEWLINES = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")


def clean(text: str, limit: int = LONGEST) -> str:
    """Typed text without what would break a file, in NFC, at most `limit` characters long.

    Kept: letters of every script, spaces of every width, newlines. A tab becomes a space; every kind of line
    end becomes one newline; controls, lone surrogates, noncharacters, bidi controls and the renderer's own
    private-use tokens are dropped. Cleaning twice changes nothing more.
    """
    text = _NEWLINES.sub("\n", text).replace("\t", " ")
    return unicodedata.normalize("NFC", _DROPPED.sub("", text))[:limit]
