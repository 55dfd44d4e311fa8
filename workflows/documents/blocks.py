"""The block model: what a document is made of, before any file format.

The renderer builds these values and the writers print them; nothing here knows Markdown, Word, Typst or
HTML, and nothing here computes. Every text is literal: no character of it means anything to a writer.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

Align: TypeAlias = Literal["left", "center", "right"]
MarkKind: TypeAlias = Literal["open", "recommended", "added", "removed"]
ParagraphStyle: TypeAlias = Literal["body", "title", "subtitle"]


@dataclass(frozen=True, slots=True)
class Text:
    """A run of literal text; `lang` is its language where that is not the document's."""

    text: str
    bold: bool = False
    italic: bool = False
    lang: str = ""

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Mark:
    """A text to be noticed: "open" (still to be answered) or "recommended" (proposed, to be decided); in a comparison
    of two versions "added" or "removed".

    Writers print the first two bold on a shade, added words underlined and removed ones struck out. None of these is
    the only sign: the text itself says what it is, for instance by square brackets, and is printed as given.
    """

    text: str
    kind: MarkKind = "open"
    lang: str = ""

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A new line inside one paragraph, list item or cell."""

    def __str__(self) -> str:
        return "\n"


@dataclass(frozen=True, slots=True)
class Link:
    """A text that leads to an http, https or mailto address; the renderer drops any other address."""

    text: str
    url: str
    lang: str = ""

    def __str__(self) -> str:
        return self.text


Inline: TypeAlias = Text | Mark | LineBreak | Link
Inlines: TypeAlias = tuple[Inline, ...]
Cell: TypeAlias = Inlines


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 (the title), 2 or 3 in Markdown's count: title 1, section 2, subsection 3.

    `label` is the printed number ("6.", "6.1"), empty when not numbered. Word prints its own live number.
    """

    level: int
    inlines: Inlines
    numbered: bool = False
    label: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; the style "subtitle" is a paragraph that stands on the cover."""

    inlines: Inlines
    style: ParagraphStyle = "body"


@dataclass(frozen=True, slots=True)
class Item:
    """One list item: its text, the lists inside it, and its printed number (empty for a bullet)."""

    inlines: Inlines
    children: tuple[Clauses | Bullets, ...] = ()
    label: str = ""


@dataclass(frozen=True, slots=True)
class Clauses:
    """A numbered list.

    `level` is the place in the document's one multilevel numbering: 1 prints 1.1, 2 prints 1.1.1,
    3 prints (a), 4 (i), 5 (A). A `plain` list stands outside every numbered section (cover, annex, note)
    and counts from one again: 0 prints 1., 1 (a), 2 (i).
    """

    items: tuple[Item, ...]
    level: int
    plain: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """An unnumbered list."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A table row. A band row has one cell, printed across the whole table as a heading of what follows."""

    cells: tuple[Cell, ...]
    band: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table. `widths` are relative; an empty `header` means that the first column heads each row."""

    widths: tuple[int, ...]
    header: tuple[Cell, ...]
    rows: tuple[Row, ...]
    aligns: tuple[Align, ...] = ()

    def align(self, column: int) -> Align:
        """The alignment of one column, left where the template says nothing."""
        return self.aligns[column] if column < len(self.aligns) else "left"


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing as SVG text (with `width` and `height` in points on its root) and its text equivalent."""

    svg: str
    alt: str


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows starts on a new page."""


@dataclass(frozen=True, slots=True)
class Container:
    """Blocks that belong together: the cover, an annex (starts a page), a signature block, a note, or a poster, whose
    headings, paragraphs and figures are set as large as one page allows.
    """

    kind: Literal["cover", "annex", "signatures", "note", "poster"]
    blocks: tuple[Block, ...] = ()


Block: TypeAlias = Heading | Paragraph | Clauses | Bullets | Table | Figure | PageBreak | Container


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture for the head of every page: a PNG or JPEG file, its size in pixels, and what it shows in words."""

    data: bytes
    width: int
    height: int
    alt: str


@dataclass(frozen=True, slots=True)
class Meta:
    """What a file says about itself and prints on every page.

    `page_of` is a pattern with {page} and {pages}, in the language of the document; `footer` is the text at
    the foot's left; `landscape` turns the letter-size page. `accent` is a colour such as `#1a5f7a` that can be read
    on white (empty: the calm default), `contact` a line below the foot. Without `running`
    the organization and the title do not stand at the head.
    """

    title: str
    language: str
    landscape: bool
    date: datetime.date
    version: str
    organization: str
    page_of: str
    footer: str = ""
    accent: str = ""
    contact: str = ""
    logo: Logo | None = None
    running: bool = True

    @property
    def locale(self) -> str:
        """The language tag that files carry: en-CA or fr-CA."""
        return f"{self.language}-CA"


@dataclass(frozen=True, slots=True)
class Document:
    """A finished document: the same value always gives the same bytes in each format."""

    meta: Meta
    blocks: tuple[Block, ...] = field(default=())


def plain(inlines: Inlines) -> str:
    """The bare text of some inlines, line breaks as newlines."""
    return "".join(str(inline) for inline in inlines)


def walk(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Every block in reading order, containers before what they hold (list items are not blocks)."""
    for block in blocks:
        yield block
        if isinstance(block, Container):
            yield from walk(block.blocks)
