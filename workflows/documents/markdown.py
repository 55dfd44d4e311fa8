"""The blocks as readable Markdown (CommonMark with tables). It knows no template: the numbers that Word and
Typst would count are written out, and typed text is escaped so that it reads back the same."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .blocks import (
    Block,
    Bullets,
    Cell,
    Clauses,
    Container,
    Document,
    Figure,
    Heading,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Mark,
    PageBreak,
    Paragraph,
    Table,
    Text,
)

_SIGNS = re.compile(r"([\\`*_\[\]<>|&])")
_CLOSING = re.compile(r"(#+\s*)$")
_LINE_START = re.compile(r"^(\s*)([#+\-=~:])|^(\s*\d+)([.)])", re.MULTILINE)


def to_markdown(document: Document) -> str:
    """The document as Markdown text, its footer as the last line."""
    lines = list(_blocks(document.blocks))
    if document.meta.footer:
        lines += ["---", _escaped(" ".join(document.meta.footer.split()))]
    return "\n\n".join(line for line in lines if line) + "\n"


def _blocks(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Heading(level, inlines, _, label):
                number = f"{label} " if label else ""
                # A sign at the end would be read as the heading's closing sequence.
                text = _CLOSING.sub(r"\\\1", _inlines(inlines, " "))
                yield f"{'#' * level} {number}{text}"
            case Paragraph(inlines):
                yield _start(_inlines(inlines, "\\\n"))
            case Clauses() | Bullets():
                yield "\n".join(_list(block, ""))
            case Table():
                yield _table(block)
            case Figure(_, alt):
                yield f"> {_start(_escaped(' '.join(alt.split())))}"
            case PageBreak():
                yield "---"
            case Container("note", inner):
                text = "\n\n".join(_blocks(inner))
                yield "\n".join(f"> {line}".rstrip() for line in text.split("\n"))
            case Container(kind, inner):
                yield "---" if kind == "annex" else ""
                yield from _blocks(inner)


def _list(block: Clauses | Bullets, indent: str) -> Iterator[str]:
    for item in block.items:
        # A number such as 6.1.1 or (a) is no list sign in Markdown, so it is the item's first word.
        label = f"{item.label.replace('.', chr(92) + '.') if item.label.endswith('.') else item.label} "
        text = _inlines(item.inlines, f"\\\n{indent}  ")
        yield f"{indent}- {label if item.label else ''}{_start(text)}"
        for child in item.children:
            yield from _list(child, indent + "  ")


def _table(table: Table) -> str:
    signs = {"left": "-" * 3, "center": ":-:", "right": "--:"}
    header = table.header or ((),) * len(table.widths)
    rule = "|".join(signs[table.align(place)] for place in range(len(table.widths)))
    rows = [_line(header), f"|{rule}|"]
    for row in table.rows:
        if row.band:
            cell = tuple(Text(i.text, bold=True) if isinstance(i, Text) else i for i in row.cells[0])
            rows.append(_line((cell, *((),) * (len(table.widths) - 1))))
        else:
            rows.append(_line(row.cells))
    return "\n".join(rows)


def _line(cells: Sequence[Cell]) -> str:
    return f"| {' | '.join(_inlines(cell, '<br>') for cell in cells)} |"


def _inlines(inlines: Inlines, newline: str) -> str:
    return "".join(_inline(inline, newline) for inline in inlines)


def _inline(inline: Inline, newline: str) -> str:
    match inline:
        case Text(text, bold, italic):
            return _emphasized(text, "*" * (2 * bold + italic))
        case Mark(text):
            return _emphasized(text, "**")
        case Link(text, url):
            return f"[{_escaped(text)}](<{_target(url)}>)"
        case LineBreak():
            return newline


def _target(url: str) -> str:
    return url.replace("<", "%3C").replace(">", "%3E").replace("\\", "%5C").replace("|", "%7C")


def _emphasized(text: str, signs: str) -> str:
    """A text between emphasis signs, its outer spaces outside them: signs beside a space mean nothing."""
    inner = text.strip()
    if not signs or not inner:
        return _escaped(text)
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{before}{signs}{_escaped(inner)}{signs}{after}"


def _escaped(text: str) -> str:
    return _SIGNS.sub(r"\\\1", text)


def _start(text: str) -> str:
    """A text whose lines start with no sign of a heading, list or rule."""
    return _LINE_START.sub(lambda m: f"{m[1]}\\{m[2]}" if m[2] else f"{m[3]}\\{m[4]}", text)
