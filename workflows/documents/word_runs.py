"""Inlines written down as runs of WordprocessingML text. It knows no paragraph and no package."""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.sax.saxutils import escape

from .blocks import Inline, Inlines, LineBreak, Link, Mark, Text
from .word_styles import MARK_STYLES

_RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_DIRECTIONS = re.compile(f"([{_RIGHT_TO_LEFT}](?:[^A-Za-z\u00c0-\u024f]*[{_RIGHT_TO_LEFT}])?)")


def runs(inlines: Inlines, link: Callable[[str], str]) -> str:
    """The XML of some inlines; `link` gives the relationship id of an address."""
    return "".join(_run(inline, link) for inline in inlines)


def text_run(text: str, looks: str = "", language: str = "") -> str:
    """The runs of a text, with run properties in `looks`, and its language where that is not the document's.

    What reads from right to left is marked so, or the digits and brackets beside it would wander.
    """
    spoken = f'<w:lang w:val="{language}-CA"/>' if language else ""
    return "".join(
        f"<w:r><w:rPr>{looks}{'<w:rtl/>' if place % 2 else ''}{spoken}</w:rPr>"
        f'<w:t xml:space="preserve">{escape(part)}</w:t></w:r>'
        for place, part in enumerate(_DIRECTIONS.split(text))
        if part
    )


def _run(inline: Inline, link: Callable[[str], str]) -> str:
    match inline:
        case Text(text, bold, italic, lang):
            return text_run(text, "<w:b/><w:bCs/>" * bold + "<w:i/><w:iCs/>" * italic, lang)
        case Mark(text, kind, lang):
            return text_run(text, f'<w:rStyle w:val="{MARK_STYLES[kind]}"/>', lang)
        case Link(text, url, lang):
            linked = text_run(text, '<w:rStyle w:val="Hyperlink"/>', lang)
            return f'<w:hyperlink r:id="{link(url)}">{linked}</w:hyperlink>'
        case LineBreak():
            return "<w:r><w:br/></w:r>"
