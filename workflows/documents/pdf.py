"""PDF/UA-1 by Typst, in process: it compiles and chooses fonts. The look of the files is in style.typ.

Every text reaches Typst as a string literal, so no character of it is Typst markup. Fonts come from fonts/
only, so that the same document gives the same bytes on every machine.
"""

from __future__ import annotations

import datetime
import json
import re
import threading
from collections.abc import Mapping
from dataclasses import asdict, replace
from functools import cache
from pathlib import Path
from types import MappingProxyType

import typst

from .blocks import Block, Container, Document, Figure
from .glyphs import FIRST, FONTS, LAST, displayable
from .measures import LANDSCAPE, PORTRAIT, figure_size
from .palette import palette, tinted
from .typst_source import picture_svg, quoted, source

_HERE = Path(__file__).parent
_LOCAL = threading.local()
_UNPRINTABLE = re.compile(r'the text `"(.*?)"` could not be displayed', re.DOTALL)
_UNREADABLE = "text with missing codepoints"
_TRIES = 8
_PLAIN = ("\u02ff", "\u2010", "\u2026")
"""Letters up to the first and signs between the others print in every sequence."""
_NOTHING: Mapping[str, str] = MappingProxyType({})


def write_pdf(document: Document) -> bytes:
    """The document as a tagged PDF/UA-1 file, the same bytes for the same document.

    What no bundled face can print becomes U+25A1. Raises typst.TypstError for what is no text's fault.
    """
    date = document.meta.date
    noon = datetime.datetime(date.year, date.month, date.day, 12, tzinfo=datetime.UTC)
    written = source(document, font_families())
    colours = asdict(palette(document.meta.accent))
    lacking: frozenset[str] = frozenset()
    drawn = False
    for _ in range(_TRIES):
        try:
            return _printed(displayable(written, lacking), colours, noon)
        except typst.TypstError as error:
            unprintable = _UNPRINTABLE.search(error.message)
            if unprintable:  # the faces have the characters, but not this sequence of them
                lacking |= {c for c in unprintable[1] if not c.isascii()}
            elif _UNREADABLE in error.message and not drawn:  # letters of a drawing that could not be copied as text
                written, drawn = source(_rastered(document), font_families()), True
            else:
                raise
    rare = frozenset(c for c in written if c > _PLAIN[0] and not _PLAIN[1] <= c <= _PLAIN[2])
    return _printed(displayable(written, rare), colours, noon)


def _printed(text: str, colours: Mapping[str, str], noon: datetime.datetime) -> bytes:
    """The PDF of a Typst source. Typst keeps the lines and cells that its last ten compilations laid out, so clauses
    that documents share cost once; an empty compilation after each makes it let go sooner, for that takes memory.
    """
    inputs = {"colours": json.dumps(colours)}
    try:
        return compiled(text, "pdf", inputs, pdf_standards=["ua-1"], timestamp=noon)
    finally:
        compiled("", "pdf", inputs)


def _rastered(document: Document) -> Document:
    """The same document with its drawings as pixels; what these say in words stays."""
    width, colours = LANDSCAPE if document.meta.landscape else PORTRAIT, palette(document.meta.accent)

    def pixels(block: Block) -> Block:
        match block:
            case Figure(svg, alt):
                return Figure(picture_svg(png(tinted(svg, colours), 300), *figure_size(svg, width)), alt)
            case Container(_, inner):
                return replace(block, blocks=tuple(map(pixels, inner)))
        return block

    return replace(document, blocks=tuple(map(pixels, document.blocks)))


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


def compiled(text: str, form: str, inputs: Mapping[str, str] = _NOTHING, **options: object) -> bytes:
    """A Typst source compiled by this thread's own compiler: sharing one between threads is an error."""
    if not hasattr(_LOCAL, "compiler"):
        _LOCAL.compiler = typst.Compiler(root=_HERE, font_paths=_fonts(), ignore_system_fonts=True)
    result: bytes = _LOCAL.compiler.compile(input=text.encode(), format=form, sys_inputs=dict(inputs), **options)
    return result
