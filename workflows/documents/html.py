"""One accessible HTML page. It knows the block model only: all text is escaped, nothing is loaded."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import asdict
from html import escape

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
from .measures import logo_size
from .palette import Palette, palette, tinted

_STYLE = """
:root { color: #26323a; background: #fff; font: 1rem/1.55 "Noto Sans", Arial, sans-serif; }
body { max-width: 52rem; margin: 2rem auto; padding: 0 1.25rem; overflow-wrap: anywhere; }
body.landscape { max-width: 74rem; }
h1, h2, h3 { color: var(--accent); line-height: 1.25; margin: 2em 0 .6em; }
h1 { font-size: 1.9rem; margin-top: .3em; } h2 { font-size: 1.35rem; } h3 { font-size: 1.1rem; }
a { color: var(--accent); }
header p, footer p { color: #5b6b74; font-size: .85rem; }
header { border-bottom: 1px solid #b9c6cc; } footer { border-top: 1px solid #b9c6cc; margin-top: 3rem; }
.cover { border-left: 4px solid var(--accent); padding-left: 1.1rem; margin: 2rem 0; color: #5b6b74; }
.note { border-left: 4px solid var(--accent); background: var(--band); padding: .6rem 1.1rem; margin: 1.4rem 0; }
.annex { border-top: 1px solid #b9c6cc; margin-top: 3rem; }
.signatures { break-inside: avoid; } .poster { font-size: 1.3rem; } .poster figure svg { width: 12rem; }
ol.labelled { list-style: none; padding-left: 0; } ol.labelled ol.labelled { padding-left: 2.2rem; }
ol.labelled > li { margin: .55em 0; } .label { color: var(--accent); margin-right: .5em; }
mark { font-weight: bold; color: inherit; padding: 0 .15em; }
mark.open { background: #ffeebf; } mark.recommended { background: #dcecf2; }
mark.added, mark.removed { background: none; font-weight: normal; padding: 0; }
mark.added { color: #1b5e20; text-decoration: underline; }
mark.removed { color: #8a1f11; text-decoration: line-through; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; margin: 1.2rem 0; border-top: 2px solid var(--accent); }
th, td { text-align: left; vertical-align: top; padding: .4rem .55rem; border-bottom: 1px solid #b9c6cc; }
th { color: var(--deep); } thead th { background: var(--head); } tr.band th { background: var(--band); }
.center { text-align: center; } .right { text-align: right; }
figure { margin: 1.5rem 0; } figure svg { max-width: 100%; height: auto; }
@media print { .annex, .page { break-before: page; border-top: 0; } tr { break-inside: avoid; } }
"""


def write_html(document: Document) -> str:
    """The document as one page in its language, with nothing to load: style and drawings are inside."""
    meta = document.meta
    shape = ' class="landscape"' if meta.landscape else ""
    foot = " · ".join(filter(None, (meta.organization, meta.footer, meta.contact)))
    colours = palette(meta.accent)
    logo = _logo(meta.logo) if meta.logo else ""
    body = re.sub("<svg .*?</svg>", lambda svg: tinted(svg[0], colours), _blocks(document.blocks), flags=re.DOTALL)
    return (
        f'<!DOCTYPE html>\n<html lang="{meta.locale}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="date" content="{meta.date.isoformat()}">\n'
        f"<title>{escape(meta.title)}</title>\n<style>{_style(colours)}</style>\n</head>\n<body{shape}>\n"
        f"<header>{logo}<p>{escape(meta.organization)}</p></header>\n<main>\n{body}\n</main>\n"
        f"<footer><p>{escape(foot)}</p></footer>\n</body>\n</html>\n"
    )


def _style(colours: Palette) -> str:
    named = " ".join(f"--{name}: {colour};" for name, colour in asdict(colours).items())
    return f"\n:root {{ {named} }}{_STYLE}"


def _logo(logo: Logo) -> str:
    width, height = (2 * side for side in logo_size(logo))
    kind = "png" if logo.data.startswith(b"\x89PNG") else "jpeg"
    address = f"data:image/{kind};base64,{b64encode(logo.data).decode()}"
    return f'<img src="{address}" alt="{escape(logo.alt)}" width="{width:.0f}" height="{height:.0f}">'


def _blocks(blocks: Sequence[Block]) -> str:
    return "\n".join(map(_block, blocks))


def _block(block: Block) -> str:
    match block:
        case Heading(level, inlines, _, label):
            number = f"{_label(label)}" if label else ""
            return f"<h{level}>{number}{_inlines(inlines)}</h{level}>"
        case Paragraph(inlines):
            return f"<p>{_inlines(inlines)}</p>"
        case Clauses() | Bullets():
            return _list(block)
        case Table():
            return _table(block)
        case Figure(svg, alt):
            drawing = svg.replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1)
            return f'<figure role="img" aria-label="{escape(alt)}">{drawing}</figure>'
        case PageBreak():
            return '<div class="page"></div>'
        case Container("annex", inner):
            return f'<section class="annex">\n{_blocks(inner)}\n</section>'
        case Container("note", inner):
            return f'<div class="note" role="note">\n{_blocks(inner)}\n</div>'
        case Container(kind, inner):
            return f'<div class="{kind}">\n{_blocks(inner)}\n</div>'


def _list(block: Clauses | Bullets) -> str:
    items = "\n".join(_item(item) for item in block.items)
    if isinstance(block, Bullets):
        return f"<ul>\n{items}\n</ul>"
    # The number is text: a list counter of the browser could not say 6.1.1, and would not be copied along.
    return f'<ol class="labelled" role="list">\n{items}\n</ol>'


def _item(item: Item) -> str:
    label = _label(item.label) if item.label else ""
    return f"<li>{label}{_inlines(item.inlines)}{''.join(map(_list, item.children))}</li>"


def _label(label: str) -> str:
    return f'<span class="label">{escape(label)}</span> '


def _table(table: Table) -> str:
    head = "".join(
        f'<th scope="col"{_aligned(table, place)}>{_inlines(cell)}</th>' for place, cell in enumerate(table.header)
    )
    rows = "\n".join(_row(row, table) for row in table.rows)
    thead = f"<thead>\n<tr>{head}</tr>\n</thead>\n" if head else ""
    total = sum(table.widths)
    columns = "".join(f'<col style="width: {100 * width / total:.1f}%">' for width in table.widths)
    body = f"<colgroup>{columns}</colgroup>\n{thead}<tbody>\n{rows}\n</tbody>"
    return f'<div class="wide"><table>\n{body}\n</table></div>'


def _row(row: Row, table: Table) -> str:
    if row.band:
        band = f'<th scope="colgroup" colspan="{len(table.widths)}">{_inlines(row.cells[0])}</th>'
        return f'<tr class="band">{band}</tr>'
    cells = "".join(
        f'<th scope="row"{_aligned(table, place)}>{_inlines(cell)}</th>'
        if place == 0 and not table.header
        else f"<td{_aligned(table, place)}>{_inlines(cell)}</td>"
        for place, cell in enumerate(row.cells)
    )
    return f"<tr>{cells}</tr>"


def _aligned(table: Table, column: int) -> str:
    align = table.align(column)
    return "" if align == "left" else f' class="{align}"'


def _inlines(inlines: Inlines) -> str:
    return "".join(map(_inline, inlines))


def _inline(inline: Inline) -> str:
    match inline:
        case Text(text, bold, italic, lang):
            out = f"<em>{escape(text)}</em>" if italic else escape(text)
            out = f"<strong>{out}</strong>" if bold else out
            return f"<span{_lang(lang)}>{out}</span>" if lang else out
        case Mark(text, kind, lang):
            return f'<mark class="{kind}"{_lang(lang)}>{escape(text)}</mark>'
        case Link(text, url, lang):
            return f'<a href="{escape(url)}"{_lang(lang)}>{escape(text)}</a>'
        case LineBreak():
            return "<br>"


def _lang(language: str) -> str:
    return f' lang="{language}-CA"' if language else ""
