"""Two editions of one document set side by side: heading over heading, clause beside clause, with equal numbers.

Both editions are read as a row of pieces in the same order; that their templates give the same pieces is proven by a
test. It knows no document and no word: what stands in a cell comes from the blocks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from .blocks import (
    Block,
    Bullets,
    Cell,
    Clauses,
    Container,
    Figure,
    Heading,
    Inline,
    Inlines,
    Item,
    LineBreak,
    PageBreak,
    Paragraph,
    Row,
    Table,
    Text,
    plain,
)

_NOTHING = ("", "—")


@dataclass(frozen=True)
class Side:
    """One edition: its blocks, its language, and how it writes the name of a cell before what the cell holds."""

    blocks: tuple[Block, ...]
    language: str
    title: str
    labelled: str


def side_by_side(own: Side, other: Side) -> tuple[Block, ...]:
    """Both editions as blocks: `own` is in the language of the document and stands on the left."""
    blocks: list[Block] = []
    rows: list[Row] = []
    header = _pair((Text(own.title),), (Text(other.title),), other.language)

    def written() -> None:
        if rows:
            blocks.append(Table((1, 1), header, tuple(rows)))
            rows.clear()

    for left, right in zip_longest(pieces(own), pieces(other), fillvalue=()):
        match left, right:
            case Heading(level, inlines, numbered, label), Heading():
                written()
                title = _title(inlines, _spoken(right.inlines, other.language))
                blocks.append(Heading(level, title, numbered, label))
            case Figure(), Figure():
                written()
                blocks.extend((left, right))
            case PageBreak(), PageBreak():
                written()
                blocks.append(PageBreak())
            case _:
                rows.append(Row(_pair(_cell(left), _cell(right), other.language)))
    written()
    return tuple(blocks)


Piece = Heading | Figure | PageBreak | Inlines


def pieces(side: Side) -> Iterator[Piece]:
    """What an edition puts side by side, in reading order; its cover and its note to the reader stay away."""
    yield from _pieces(side.blocks, side, "")


def _pieces(blocks: Sequence[Block], side: Side, inside: str) -> Iterator[Piece]:
    for block in blocks:
        match block:
            case Container("cover" | "note"):
                continue
            case Container("annex", inner):
                yield PageBreak()
                yield from _pieces(inner, side, "annex")
            case Container(kind, inner):
                yield from _pieces(inner, side, kind)
            case Heading() | Figure() | PageBreak():
                yield block
            case Paragraph(inlines):
                yield inlines
            case Clauses(items) | Bullets(items):
                yield from (_item(item, "") for item in items)
            case Table():
                yield from _table(block, side, keep_empty=inside == "signatures")


def _item(item: Item, indent: str) -> Inlines:
    """A clause with its number, and the lists inside it line by line."""
    label = f"{item.label}\u00a0 " if item.label else "•\u00a0"
    lines: list[Inline] = [Text(f"{indent}{label}", bold=bool(item.label)), *item.inlines]
    for child in item.children:
        for one in child.items:
            lines += (LineBreak(), *_item(one, f"{indent}\u2003"))
    return tuple(lines)


def _table(table: Table, side: Side, keep_empty: bool) -> Iterator[Inlines]:
    """The rows of a table, each as lines of "name: value"; a band and what has no header stand as they are."""
    for row in table.rows:
        if row.band:
            yield _bold(row.cells[0])
            continue
        names = [plain(name) for name in table.header] or [""] * len(row.cells)
        lines: list[Inline] = []
        for name, cell in zip(names, row.cells, strict=False):
            if plain(cell).strip() in _NOTHING and not keep_empty:
                continue
            told = (Text(side.labelled.replace("{label}", name), bold=True), Text(" ")) if name else ()
            lines += (*((LineBreak(),) if lines else ()), *told, *cell)
        yield tuple(lines)


def _title(left: Inlines, right: Inlines) -> Inlines:
    """Both titles in one heading, once where they are the same word."""
    return left if plain(left) == plain(right) else (*left, Text(" · "), *right)


def _cell(piece: Piece) -> Cell:
    """What a lone piece says, where the other edition has none like it."""
    match piece:
        case Heading(_, inlines, _, label):
            return (Text(f"{label} ", bold=True), *inlines)
        case Figure(_, alt):
            return (Text(alt),)
        case PageBreak():
            return ()
    return piece


def _pair(left: Inlines, right: Inlines, language: str) -> tuple[Cell, ...]:
    return left, _spoken(right, language)


def _spoken(inlines: Inlines, language: str) -> Inlines:
    """The same inlines in a language, but for those that have one already."""
    return tuple(
        inline if isinstance(inline, LineBreak) or inline.lang else replace(inline, lang=language) for inline in inlines
    )


def _bold(inlines: Inlines) -> Inlines:
    return tuple(replace(inline, bold=True) if isinstance(inline, Text) else inline for inline in inlines)
