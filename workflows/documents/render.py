"""A Markdown template and its values made into blocks. It knows no file format and no document by name.

What a template may hold (the words of the documents are in content/<language>/documents/):

    # Title                        the title; printed once, not numbered
    ## Section                     numbered 1., 2., 3.; inside an annex or a note not numbered
    ## Section {-}                 a section without a number
    ### Subsection                 numbered 1.1
    1. A clause                    numbered 1.1 below a section, 1.1.1 below a subsection; always write 1.
       1. A smaller one            (a), then (i), then (A); elsewhere (cover, annex, note) 1., (a), (i)
    - A bullet
    **bold**, *italic*, [text](https://address); a backslash at the end of a line starts a new line
    | Name | Role     |            a table; the dashes of the rule line are the widths of the columns,
    |------|---------:|            a colon at their right end aligns the column to the right
    | Band |          |            a row with only its first cell filled is a band across the table;
    | A    | B        |            an empty header row: the first column heads the rows, no bands (none in
                                   signatures either: there an empty cell is room to write in)
    ::: cover                      closed by a line of `:::`; also annex (starts a page), signatures (stays
    :::                            together), note and poster (as large as one
                                   page allows); a container inside another has fewer colons than it
    ::: page                       starts a new page; needs no closing line
    {{ chart }}                    alone in its paragraph: a figure, the list of `chart_outline`, or a long text
                                   with its own paragraphs

Values are str, int, a Text, Mark, Link or LineBreak, a Figure, Bullets, or a tuple of these (one paragraph each). No
character of a value is ever read as Markdown. Printing None or a missing name is a TemplateFault.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from types import MappingProxyType
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from mdit_py_plugins.container import container_plugin

from .blocks import Document, Meta
from .cleaning import clean
from .parsing import CONTAINERS, Reader
from .template import TemplateFault, fill

__all__ = ["TemplateFault", "render"]

_NO_FILTERS: Mapping[str, Callable[..., Any]] = MappingProxyType({})
_PAGE = re.compile(r" {0,3}:{3,}\s*page\s*$")
_CLOSING = re.compile(r" {0,3}:{3,}\s*$")


def render(
    source: str,
    name: str,
    context: Mapping[str, object],
    meta: Meta,
    filters: Mapping[str, Callable[..., Any]] = _NO_FILTERS,
) -> Document:
    """The document that a template gives with a context.

    `source` is the text of the template, `name` its file as faults shall name it. Raises TemplateFault when
    the template asks for what the context lacks, prints None, or holds Markdown outside the list above.
    """
    markdown, values = fill(source, name, context, filters)
    reader = Reader(name, source, markdown, values)
    return Document(_cleaned(meta), reader.blocks(_parser().parse(markdown)))


def _cleaned(meta: Meta) -> Meta:
    """The same facts on one line each: names that people typed stand among them."""

    def line(text: str) -> str:
        return clean(text).replace("\n", " ").strip()

    return replace(
        meta,
        title=line(meta.title),
        version=line(meta.version),
        organization=line(meta.organization),
        page_of=line(meta.page_of),
        footer=line(meta.footer),
        contact=line(meta.contact),
        logo=replace(meta.logo, alt=line(meta.logo.alt)) if meta.logo else None,
    )


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark").enable("table")
    # Indented code, HTML and underlined headings would only ever be accidents here.
    parser.disable(["code", "html_block", "html_inline", "lheading", "reference"])
    parser.block.ruler.before("fence", "page", _page_rule, {"alt": ["paragraph", "list"]})
    for kind in CONTAINERS:
        parser.use(container_plugin, kind)
    return parser


def _page_rule(state: StateBlock, start: int, _end: int, silent: bool) -> bool:
    """markdown-it rule: one line `::: page`, with or without a closing line right after it."""

    def text(line: int) -> str:
        return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]

    if not _PAGE.match(text(start)):
        return False
    if not silent:
        state.line = start + 1
        if state.line < state.lineMax and _CLOSING.match(text(state.line)):
            state.line += 1
        state.push("page", "", 0).map = [start, state.line]
    return True
