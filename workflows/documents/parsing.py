"""markdown-it tokens and kept values made into blocks and inlines. It knows no Jinja and no file format."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from markdown_it.token import Token

from .blocks import (
    Align,
    Block,
    Bullets,
    Cell,
    Clauses,
    Container,
    Figure,
    Heading,
    Inline,
    Item,
    LineBreak,
    PageBreak,
    Paragraph,
    ParagraphStyle,
    Row,
    Table,
    Text,
    plain,
)
from .cleaning import clean
from .inlines import InlineReader, joined
from .numbering import Numbering
from .template import TOKEN, TemplateFault, Value
from .tongues import bare, lines

CONTAINERS = ("cover", "annex", "signatures", "note", "poster")
_UNNUMBERED = re.compile(r"\s*\{-\}$")
_EMPTY = (Text("—"),)


class Reader:
    """Reads the tokens of one document, once, from first to last; holds its values and its numbering."""

    def __init__(self, name: str, source: str, markdown: str, values: Sequence[Value]) -> None:
        self._name, self._source, self._markdown = name, source, markdown.split("\n")
        self._values = values
        self._text = InlineReader(values, self._fault)
        self._numbers = Numbering()

    def blocks(self, tokens: Sequence[Token], inside: str = "") -> tuple[Block, ...]:
        """The blocks of some tokens; `inside` is the container that holds them."""
        return tuple(self._blocks(tokens, inside))

    def _blocks(self, tokens: Sequence[Token], inside: str) -> Iterator[Block]:
        for token, inner in _siblings(tokens):
            match token.type:
                case "heading_open":
                    yield self._heading(token, inner[0], inside)
                case "paragraph_open":
                    yield from self._paragraphs(token, inner[0], inside)
                case "ordered_list_open":
                    yield self._clauses(inner, inside)
                case "bullet_list_open":
                    yield self._bullets(inner, inside)
                case "table_open":
                    yield self._table(token, inner, inside)
                case "page":
                    yield PageBreak()
                case opened if opened.startswith("container_"):
                    yield from self._container(opened.split("_")[1], inner)
                case _:
                    raise self._fault(token, token.type, "no template may hold this")

    def _container(self, kind: str, inner: Sequence[Token]) -> Iterator[Block]:
        match kind:
            case "cover" | "annex" | "signatures" | "note" | "poster":
                yield Container(kind, self.blocks(inner, kind))

    def _heading(self, token: Token, inline: Token, inside: str) -> Heading:
        level, content = int(token.tag[1]), inline.content
        if level > 3:
            raise self._fault(token, "heading", "only #, ## and ### are headings")
        unnumbered = bool(inside) or level == 1 or bool(_UNNUMBERED.search(content))
        if not inside and level == 2:
            self._numbers.numbered = not unnumbered
        inlines = tuple(Text(" ") if i == LineBreak() else i for i in self._text.read(inline))
        if _UNNUMBERED.search(content) and isinstance(last := inlines[-1], Text):
            inlines = (*inlines[:-1], replace(last, text=_UNNUMBERED.sub("", last.text)))
        inlines = joined(inlines) if plain(inlines).strip() else _EMPTY
        if unnumbered or not self._numbers.numbered:
            return Heading(level, inlines)
        label = self._numbers.section() if level == 2 else self._numbers.subsection()
        return Heading(level, inlines, numbered=True, label=label)

    def _paragraphs(self, token: Token, inline: Token, inside: str) -> Iterator[Block]:
        style: ParagraphStyle = "subtitle" if inside == "cover" else "body"
        if inline.content.startswith(":::"):
            raise self._fault(token, inline.content.split("\n")[0], f"containers are {', '.join(CONTAINERS)}, page")
        alone = TOKEN.fullmatch(inline.content)
        value: Value = self._values[int(alone[1])] if alone else ()
        if isinstance(value, Figure):
            yield Figure(bare(value.svg), clean(value.alt))
        elif isinstance(value, Bullets):
            yield value
        elif isinstance(value, str | tuple) and alone:
            for part in (value,) if isinstance(value, str) else value:
                for line in lines(part) if isinstance(part, str) else [part]:
                    inlines = joined(self._text.of(line, token))
                    if plain(inlines).strip():
                        yield Paragraph(inlines, style)
        else:
            yield Paragraph(self._text.read(inline), style)

    def _clauses(self, inner: Sequence[Token], inside: str, above: Clauses | None = None) -> Clauses:
        outside = bool(inside) or not self._numbers.numbered
        level = self._numbers.level(above.level if above else None, outside)
        if level is None:
            raise self._fault(inner[0], "list", "numbered lists are nested too deep")
        if outside:
            self._numbers.start_plain(level)
        this = Clauses((), level, outside)
        items = []
        for token, content in _siblings(inner):
            label = self._numbers.label(level, outside)
            items.append(self._item(token, content, inside, label, this))
        return Clauses(tuple(items), level, outside)

    def _bullets(self, inner: Sequence[Token], inside: str, above: Clauses | None = None) -> Bullets:
        return Bullets(tuple(self._item(token, content, inside, "", above) for token, content in _siblings(inner)))

    def _item(self, token: Token, inner: Sequence[Token], inside: str, label: str, above: Clauses | None) -> Item:
        lines: list[Inline] = []
        children: list[Clauses | Bullets] = []
        for part, content in _siblings(inner):
            if part.type == "paragraph_open":
                lines += [*([LineBreak()] if lines else []), *self._text.read(content[0])]
            elif part.type == "ordered_list_open":
                children.append(self._clauses(content, inside, above))
            elif part.type == "bullet_list_open":
                children.append(self._bullets(content, inside, above))
            else:
                raise self._fault(token, part.type, "a list item holds text and lists only")
        return Item(tuple(lines), tuple(children), label)

    def _table(self, token: Token, inner: Sequence[Token], inside: str) -> Table:
        rule = self._markdown[(token.map or [0])[0] + 1].strip().strip("|").split("|")
        grid = [row for _, part in _siblings(inner) for row in _siblings(part)]
        cells = [[content[0] for _, content in _siblings(row)] for _, row in grid]
        headed = any(cell.content for cell in cells[0])
        header = tuple(self._text.read(cell) for cell in cells[0]) if headed else ()
        rows = []
        for line in cells[1:]:
            alone = bool(line[0].content) and not any(cell.content for cell in line[1:])
            # Without a header, and where people sign, an empty cell is room to write in.
            band = alone and headed and len(line) > 1 and inside != "signatures"
            filled: tuple[Cell, ...] = tuple(self._text.read(cell) for cell in line)
            rows.append(Row(filled[:1] if band else filled, band))
        aligns: tuple[Align, ...] = tuple(_align(part.strip()) for part in rule)
        widths = tuple(len(part.strip()) for part in rule)
        return Table(widths, header, tuple(rows), aligns)

    def _fault(self, token: Token, field: str, problem: str) -> TemplateFault:
        """A fault at the line of the template that reads like the line at fault, or 0 where none does."""
        text = self._markdown[token.map[0]].strip() if token.map else ""
        start = TOKEN.split(text)[0].strip()
        lines = enumerate(self._source.split("\n"), 1)
        line = next((number for number, here in lines if start and here.strip().startswith(start)), 0)
        return TemplateFault(self._name, line, field, problem)


def _siblings(tokens: Sequence[Token]) -> Iterator[tuple[Token, Sequence[Token]]]:
    """Each token of this depth with the tokens inside it."""
    place = 0
    while place < len(tokens):
        start, depth = place, int(tokens[place].nesting)
        while depth:
            place += 1
            depth += tokens[place].nesting
        yield tokens[start], tokens[start + 1 : place]
        place += 1


def _align(rule: str) -> Align:
    if not rule.endswith(":"):
        return "left"
    return "center" if rule.startswith(":") else "right"
