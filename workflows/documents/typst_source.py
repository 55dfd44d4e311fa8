"""The block model written down as a Typst program for style.typ. It compiles nothing and styles nothing: it
only decides what has to be known beforehand (which rows may break over pages, where long words may)."""

from __future__ import annotations

import base64
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from .blocks import (
    Block,
    Bullets,
    Clauses,
    Container,
    Document,
    Figure,
    Heading,
    Inline,
    Inlines,
    Item,
    LineBreak,
    Link,
    Logo,
    Mark,
    PageBreak,
    Paragraph,
    Row,
    Table,
    Text,
)
from .measures import (
    CONTACT,
    LANDSCAPE,
    PORTRAIT,
    POSTER_HEADS,
    POSTER_SIZES,
    TALL,
    block_height,
    cells_height,
    column_letters,
    figure_size,
    logo_size,
    page_heads,
    row_height,
    shortened,
)
from .palette import Palette, palette, tinted

LONG_WORD = 24
"""Letters after which a word may always be broken."""


def source(document: Document, families: Sequence[str]) -> str:
    """The Typst program of a document, set in some font families."""
    meta = document.meta
    named, titled = page_heads(meta.organization, meta.title)
    pattern = [part for part in re.split(r"(\{pages?\})", meta.page_of) if part]
    date = f"datetime(year: {meta.date.year}, month: {meta.date.month}, day: {meta.date.day})"
    sheet = {
        "title": quoted(meta.title or "—"),
        "organization": quoted(named),
        "head": quoted(named if meta.running else ""),
        "running": quoted(titled if meta.running else ""),
        "footer": quoted(shortened(meta.footer)),
        "page-of": _array(map(quoted, pattern)),
        "lang": quoted(meta.language),
        "landscape": str(meta.landscape).lower(),
        "fonts": _array(map(quoted, families)),
        "date": date,
        "contact": quoted(shortened(meta.contact, CONTACT)),
        "logo": _logo(meta.logo) if meta.logo else "none",
    }
    settings = ", ".join(f"{name}: {value}" for name, value in sheet.items())
    writer = _Writer(LANDSCAPE if meta.landscape else PORTRAIT, 8 if meta.landscape else 9, palette(meta.accent))
    body = "\n".join(writer.blocks(document.blocks))
    return f'#import "/style.typ": *\n#show: sheet.with({settings})\n#{{\n{body}\n}}\n'


def quoted(text: str) -> str:
    """A text as a Typst string literal."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def _logo(logo: Logo) -> str:
    width, height = logo_size(logo)
    svg = picture_svg(logo.data, width, height)
    return f"(source: {quoted(svg)}, alt: {quoted(logo.alt or '—')}, height: {height:g}pt)"


def picture_svg(data: bytes, width: float, height: float) -> str:
    """A PNG or JPEG as SVG of a size in points: a string literal is read much faster than an array of numbers."""
    kind = "png" if data.startswith(b"\x89PNG") else "jpeg"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}" height="{height:g}"><image width="{width:g}" '
        f'height="{height:g}" href="data:image/{kind};base64,{base64.b64encode(data).decode()}"/></svg>'
    )


_LATIN = re.compile("[^\\w\\s]*[A-Za-z\u00c0-\u024f]+(?:['’-][A-Za-z\u00c0-\u024f]+)*[^\\w\\s]*")
"""A word that hyphenation knows how to break."""


class _Writer:
    """Writes blocks for a text of some width in points, tables in some size in points."""

    def __init__(self, width: float, size: int, colours: Palette) -> None:
        self._width, self._size, self._colours = width, size, colours
        self._level = 0

    def blocks(self, blocks: Sequence[Block], kind: str = "") -> Iterator[str]:
        for place, block in enumerate(blocks):
            follower = blocks[place + 1] if place + 1 < len(blocks) else None
            match block:
                case Heading(level, inlines, _, label):
                    # PDF/UA (ISO 14289-1, 7.4.2): the first heading has level 1 and no level is skipped.
                    self._level = min(level, self._level + 1)
                    yield f"section({self._level}, {level}, {quoted(label)}, {_content(inlines)})"
                case Paragraph(inlines):
                    yield f"par({_content(inlines)})"
                case Clauses() | Bullets():
                    yield _list(block)
                case Table():
                    yield self._table(block, roomy=kind == "signatures")
                case Figure(svg, alt):
                    width, _ = figure_size(svg, self._width)
                    yield f"drawing({quoted(tinted(svg, self._colours))}, {quoted(alt or '—')}, {width:g}pt)"
                case PageBreak():
                    yield "pagebreak(weak: true)"
                case Container("cover", inner):
                    tall = isinstance(follower, PageBreak)
                    yield f"cover({str(tall).lower()}, {self._content(inner, 'cover')})"
                case Container("poster", inner):
                    yield self._poster(inner)
                case Container("note", inner):
                    yield f"note({self._content(inner, 'note')})"
                case Container("annex", inner):
                    yield f"pagebreak(weak: true)\n{self._content(inner, 'annex')}"
                case Container(_, inner):
                    fits = sum(block_height(part, self._width, self._size) for part in inner) <= TALL
                    yield f"signatures({str(not fits).lower()}, {self._content(inner, 'signatures')})"

    def _content(self, blocks: Sequence[Block], kind: str) -> str:
        return "{\n" + "\n".join(self.blocks(blocks, kind)) + "\n}"

    def _poster(self, blocks: Sequence[Block]) -> str:
        """A poster as a function of its size, so that Typst itself finds the largest that fits."""
        parts = (
            f"banner({block.level}, {POSTER_HEADS[block.level]:g} * size, {_content(block.inlines)})"
            if isinstance(block, Heading)
            else "\n".join(self.blocks((block,), "poster"))
            for block in blocks
        )
        body = "\n".join(parts)
        return f"poster({_array(f'{size:g}pt' for size in POSTER_SIZES)}, size => {{\n{body}\n}})"

    def _table(self, table: Table, roomy: bool) -> str:
        letters = column_letters(table, self._width, self._size)
        rows = [_row(row, letters) for row in table.rows]
        columns = _array(f"{width}fr" for width in table.widths)
        aligns = _array(table.align(place) for place in range(len(table.widths)))
        size = f"{self._size}pt"
        room = str(roomy).lower()
        if not table.header:
            return f"sheet-pairs({', '.join((columns, aligns, size, room, *rows))})"
        head = _array(_content(cell, width) for cell, width in zip(table.header, letters, strict=True))
        fits = str(cells_height(table.header, letters) <= TALL // 2).lower()
        return f"sheet-table({', '.join((columns, aligns, head, fits, size, room, *rows))})"


def _list(block: Clauses | Bullets) -> str:
    items = ", ".join(_item(item) for item in block.items)
    if isinstance(block, Bullets):
        return f"list({items})"
    labels = [item.label for item in block.items]
    outer = not block.plain and block.level < 3
    width = max(34 if outer else 20, 6 * max(map(len, labels)) + 2)
    return f"clauses({_array(map(quoted, labels))}, {width}pt, {items})"


def _item(item: Item) -> str:
    inner = "\n".join(_list(child) for child in item.children)
    return f"{{\n{_content(item.inlines)}\n{inner}\n}}" if inner else _content(item.inlines)


def _row(row: Row, letters: Sequence[int]) -> str:
    widths = [LONG_WORD] if row.band else letters
    height = row_height(row, letters)
    cells = _array(_content(cell, width) for cell, width in zip(row.cells, widths, strict=True))
    band, heads, breaks = (str(fact).lower() for fact in (row.band, height <= TALL // 3, height > TALL))
    return f"(cells: {cells}, band: {band}, heads: {heads}, breakable: {breaks})"


def _content(inlines: Inlines, letters: int = LONG_WORD) -> str:
    """Inlines as one Typst expression; words longer than `letters` may break."""
    return "{" + "; ".join(_inline(inline, letters) for inline in inlines) + "}" if inlines else "[]"


def _inline(inline: Inline, letters: int) -> str:
    match inline:
        case Text(text, bold, italic, lang):
            out = _text(text, letters)
            out = f"emph({out})" if italic else out
            return _spoken(lang, f"strong({out})" if bold else out)
        case Mark(text, kind, lang):
            return _spoken(lang, f"marked({quoted(kind)}, {_text(text, letters)})")
        case Link(text, url, lang):
            return _spoken(lang, f"link({quoted(url)}, {_text(text, letters)})")
        case LineBreak():
            return "linebreak()"


def _spoken(language: str, written: str) -> str:
    """A run in its own language where that is not the document's."""
    return f"text(lang: {quoted(language)}, {written})" if language else written


def _text(text: str, letters: int) -> str:
    """A text as a literal, hyphenated only where a word is too long for its line."""
    out = quoted(_breakable(text, letters))
    return f"hyphenated({out})" if any(len(word) > letters for word in text.split()) else out


def _breakable(text: str, letters: int) -> str:
    """The text with invisible places to break in words too long for their line.

    Words up to LONG_WORD letters are left to hyphenation where that knows their letters.
    """
    limit = min(letters, LONG_WORD)

    def pieces(match: re.Match[str]) -> str:
        word = match[0]
        if len(word) <= LONG_WORD and _LATIN.fullmatch(word):
            return word
        out, since = [], 0
        for character in word:
            if since >= limit and not unicodedata.combining(character) and character not in "\u200c\u200d":
                out.append("\u200b")
                since = 0
            out.append(character)
            since += 1
        return "".join(out)

    return re.sub(rf"\S{{{limit + 1},}}", pieces, text)


def _array(parts: Iterable[str]) -> str:
    return "(" + "".join(f"{part}, " for part in parts) + ")"
