"""Blocks written down as WordprocessingML text, styles by id: parsing one string is several times faster than
building paragraphs one call at a time. It knows no package part: images, links and lists are asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol
from xml.sax.saxutils import quoteattr

from .blocks import (
    Align,
    Block,
    Bullets,
    Cell,
    Clauses,
    Container,
    Figure,
    Heading,
    Inlines,
    PageBreak,
    Paragraph,
    Row,
    Table,
)
from .measures import TALL, cells_height, column_letters, row_height
from .palette import CALM, Palette
from .word_runs import runs
from .word_styles import (
    BULLET_STEP,
    BULLETS,
    CLAUSE_INDENTS,
    PLAIN_INDENTS,
    SECTIONS,
    hexadecimal,
)

TWIPS = 20

_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"


class Parts(Protocol):
    """What a body needs of the package it is written for."""

    def link(self, url: str) -> str:
        """The relationship id of an address."""

    def picture(self, figure: Figure) -> tuple[str, int, int]:
        """The relationship id of a figure's image, its width and height in EMU."""

    def restarted(self) -> int:
        """The id of a new numbered list that counts from one."""


@dataclass(slots=True)
class _Place:
    """Where a paragraph stands: in which container, and whether it must stay with the next."""

    kind: str = ""
    together: bool = False


@dataclass(slots=True)
class Body:
    """Writes the blocks of one document, for a text of a width in points and tables of a size in points."""

    parts: Parts
    width: float
    size: float
    colours: Palette = CALM
    _new_page: bool = field(default=False, init=False)
    _high: int = field(default=0, init=False)
    _pictures: int = field(default=0, init=False)

    def blocks(self, blocks: Sequence[Block], place: _Place | None = None) -> str:
        """The XML of some blocks, without a root."""
        place = place or _Place()
        out = []
        for number, block in enumerate(blocks):
            follower = blocks[number + 1] if number + 1 < len(blocks) else None
            match block:
                case Heading(level, inlines, numbered):
                    out.append(self._heading(level, inlines, numbered, place.kind == "poster"))
                case Paragraph(inlines, style):
                    named = {"subtitle": "Subtitle", "title": "Title"}.get(style, "")
                    named = named or {"note": "Note", "poster": "Poster"}.get(place.kind, "")
                    out.append(self._paragraph(inlines, named, "", place))
                case Clauses() | Bullets():
                    out.append(self._list(block, place))
                case Table():
                    out.append(self._table(block, place))
                case Figure():
                    out.append(self._figure(block))
                case PageBreak():
                    self._new_page = True
                case Container(kind, inner):
                    self._new_page = self._new_page or kind == "annex"
                    # A cover with a page to itself starts a little above the middle.
                    self._high = 2600 if kind == "cover" and isinstance(follower, PageBreak) else 0
                    out.append(self.blocks(inner, _Place(kind, kind == "signatures")))
        return "".join(out)

    def _heading(self, level: int, inlines: Inlines, numbered: bool, poster: bool = False) -> str:
        if poster:
            return self._paragraph(inlines, f"Poster{level}")
        if level == 1:
            return self._paragraph(inlines, "Title")
        # Number 0 switches the style's own numbering off (ISO/IEC 29500-1, 17.9.18).
        off = "" if numbered else '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
        indent = "" if numbered else '<w:ind w:left="0" w:firstLine="0"/>'
        return self._paragraph(inlines, f"Heading{level - 1}", off, indent=indent)

    def _paragraph(
        self,
        inlines: Inlines,
        style: str = "",
        numbering: str = "",
        place: _Place | None = None,
        indent: str = "",
        align: Align = "left",
    ) -> str:
        together = "<w:keepNext/><w:keepLines/>" if place and place.together else ""
        page = "<w:pageBreakBefore/>" if self._new_page else ""
        spacing = f'<w:spacing w:before="{self._high}"/>' if self._high else ""
        self._new_page, self._high = False, 0
        named = f'<w:pStyle w:val="{style}"/>' if style else ""
        aligned = f'<w:jc w:val="{align}"/>' if align != "left" else ""
        properties = f"{named}{together}{page}{numbering}{spacing}{indent}{aligned}"
        return f"<w:p><w:pPr>{properties}</w:pPr>{runs(inlines, self.parts.link)}</w:p>"

    def _list(self, block: Clauses | Bullets, place: _Place, left: int = 0, instance: int = 0, deep: int = 0) -> str:
        if isinstance(block, Bullets):
            style, number, level = "ListBullet", BULLETS, min(deep, 5)
            indent = left + BULLET_STEP
            hanging = BULLET_STEP
        elif block.plain:
            style, level = "ListNumber", block.level
            number = instance = instance or self.parts.restarted()
            indent, hanging = PLAIN_INDENTS[level], 0
        else:
            style, number, level = "Clause", SECTIONS, block.level
            indent, hanging = CLAUSE_INDENTS[level], 0
        numbering = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
        # Bullets below a clause hang from its text; elsewhere the numbering's own indents hold.
        own = f'<w:ind w:left="{indent}" w:hanging="{hanging}"/>' if left and hanging else ""
        out = []
        for item in block.items:
            out.append(self._paragraph(item.inlines, style, numbering, place, own))
            deeper = deep + 1 if isinstance(block, Bullets) else deep
            out += (self._list(child, place, indent, instance, deeper) for child in item.children)
        return "".join(out)

    def _figure(self, figure: Figure) -> str:
        relation, width, height = self.parts.picture(figure)
        self._pictures += 1
        before = self._paragraph((), "Figure")
        return before.replace("</w:p>", drawn(relation, width, height, self._pictures, figure.alt) + "</w:p>")

    def _table(self, table: Table, place: _Place) -> str:
        total, columns = int(self.width * TWIPS), len(table.widths)
        widths = [total * part // sum(table.widths) for part in table.widths]
        letters = column_letters(table, self.width, self.size)
        first = 0 if table.header else 1
        look = f'w:firstRow="{1 - first}" w:lastRow="0" w:firstColumn="{first}" w:lastColumn="0"'
        head, below = hexadecimal(self.colours.head), hexadecimal(self.colours.band)
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        out = [
            self._paragraph((), "TableEnd") if self._new_page else "",
            f'<w:tbl><w:tblPr><w:tblStyle w:val="Sheet"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
            f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="0000" {look} w:noHBand="1" w:noVBand="1"/>'
            f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>",
        ]
        if table.header:
            cells = [
                self._cell(cell, width, "TableHead", place, table.align(number), head)
                for number, (cell, width) in enumerate(zip(table.header, widths, strict=True))
            ]
            repeats = cells_height(table.header, letters) <= TALL // 2
            out.append(_row("<w:cantSplit/><w:tblHeader/>" if repeats else "<w:tblHeader/>", cells))
        for row in table.rows:
            whole = "<w:cantSplit/>" if row_height(row, letters) <= TALL else ""
            room = '<w:trHeight w:val="620" w:hRule="atLeast"/>' if place.kind == "signatures" else ""
            if row.band:
                band = self._cell(row.cells[0], sum(widths), "TableBand", place, "left", below, columns)
                out.append(_row(whole, [band]))
            else:
                out.append(_row(whole + room, self._cells(row, table, widths, place)))
        return "".join((*out, "</w:tbl>", self._paragraph((), "TableEnd", "", place)))

    def _cells(self, row: Row, table: Table, widths: Sequence[int], place: _Place) -> list[str]:
        return [
            # Without a header row, the first column heads the rows.
            self._cell(
                cell,
                width,
                "TableHead" if number == 0 and not table.header else "TableText",
                place,
                table.align(number),
            )
            for number, (cell, width) in enumerate(zip(row.cells, widths, strict=True))
        ]

    def _cell(
        self, cell: Cell, width: int, style: str, place: _Place, align: Align, fill: str = "", span: int = 1
    ) -> str:
        spans = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
        shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
        text = self._paragraph(cell, style, "", place, align=align)
        return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spans}{shade}</w:tcPr>{text}</w:tc>'


def drawn(relation: str, width: int, height: int, number: int, alt: str) -> str:
    """The run that shows an image of the part, in EMU, with what it says in words."""
    name = f'id="{number}" name="Figure {number}"'
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/>'
        f'<wp:docPr {name} descr={quoteattr(alt)}/><a:graphic><a:graphicData uri="{_PICTURE}">'
        f"<pic:pic><pic:nvPicPr><pic:cNvPr {name}/><pic:cNvPicPr/></pic:nvPicPr>"
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )


def _row(properties: str, cells: Sequence[str]) -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"
