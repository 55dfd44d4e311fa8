"""PDF/UA-1 by Typst, in process: it compiles and chooses fonts. The look of the files is in style.typ.

Every text reaches Typst as a string literal, so no character of it is Typst markup. Fonts come from fonts/
only, so that the same document gives the same bytes on every machine.
"""

from __future__ import annotations

import datetime
import re
import threading
from functools import cache
from pathlib import Path

import typst

from .blocks import Document
from .glyphs import FIRST, FONTS, LAST, displayable
from .typst_source import quoted, source

_HERE = Path(__file__).parent
_LOCAL = threading.local()
_UNPRINTABLE = re.compile(r'the text `"(.*?)"` could not be displayed', re.DOTALL)
_TRIES = 8


def write_pdf(document: Document) -> bytes:
    """The document as a tagged PDF/UA-1 file, the same bytes for the same document.

    What no bundled face can print becomes U+25A1. Raises typst.TypstError for what is no text's fault.
    """
    date = document.meta.date
    noon = datetime.datetime(date.year, date.month, date.day, 12, tzinfo=datetime.UTC)
    written = source(document, font_families())
    lacking: frozenset[str] = frozenset()
    for _ in range(_TRIES):
        try:
            return compiled(displayable(written, lacking), "pdf", pdf_standards=["ua-1"], timestamp=noon)
        except typst.TypstError as error:
            # The faces have the characters, but not this sequence of them.
            unprintable = _UNPRINTABLE.search(error.message)
            if not unprintable:
                raise
            lacking |= {c for c in unprintable[1] if not c.isascii()}
    ascii_only = frozenset(c for c in written if not c.isascii())
    return compiled(displayable(written, ascii_only), "pdf", pdf_standards=["ua-1"], timestamp=noon)


def png(svg: str, pixels_per_inch: int = 200) -> bytes:
    """A drawing as PNG, at the size that its root names, for formats that cannot hold SVG."""
    lines = "#set page(width: auto, height: auto, margin: 0pt)", f"#image(bytes({quoted(svg)}))"
    return compiled(displayable("\n".join(lines)), "png", ppi=pixels_per_inch)


@cache
def font_families() -> tuple[str, ...]:
    """The families of fonts/: Latin, Greek and Cyrillic first, the large general faces last."""
    names = _fonts().families()
    return (FIRST, *(name for name in names if name not in (FIRST, *LAST)), *LAST)


def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])


def compiled(text: str, form: str, **options: object) -> bytes:
    """A Typst source compiled by this thread's own compiler: sharing one between threads is an error."""
    if not hasattr(_LOCAL, "compiler"):
        _LOCAL.compiler = typst.Compiler(root=_HERE, font_paths=_fonts(), ignore_system_fonts=True)
    result: bytes = _LOCAL.compiler.compile(input=text.encode(), format=form, **options)
    return result
