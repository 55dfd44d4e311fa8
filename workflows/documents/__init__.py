"""Documents of a partnership: a template and its values become blocks, and blocks become files."""

from __future__ import annotations

from collections.abc import Callable

from .blocks import Bullets, Document, Figure, Inline, LineBreak, Link, Logo, Mark, Meta, Text
from .chart import Chart, Group, chart_outline, organization_chart
from .cleaning import clean
from .html import write_html
from .markdown import to_markdown
from .render import TemplateFault, render
from .sheets import Workbook

__all__ = [
    "FORMATS",
    "Bullets",
    "Chart",
    "Document",
    "Figure",
    "Group",
    "Inline",
    "LineBreak",
    "Link",
    "Logo",
    "Mark",
    "Meta",
    "TemplateFault",
    "Text",
    "chart_outline",
    "clean",
    "organization_chart",
    "render",
    "to_markdown",
    "write",
    "write_docx",
    "write_html",
    "write_pdf",
    "write_xlsx",
]


def write_docx(document: Document) -> bytes:
    """The document as a Word file. Its library is read at the first one: a process that drafts nothing stays small."""
    from .word import write_docx as written

    return written(document)


def write_pdf(document: Document) -> bytes:
    """The document as an accessible PDF; its engine is read at the first one too."""
    from .pdf import write_pdf as written

    return written(document)


def write_xlsx(book: Workbook, meta: Meta) -> bytes:
    """Sheets as an Excel workbook; its library is read at the first one too."""
    from .workbook import write_xlsx as written

    return written(book, meta)


_WRITERS: dict[str, Callable[[Document], bytes]] = {
    "docx": write_docx,
    "pdf": write_pdf,
    "html": lambda document: write_html(document).encode(),
    "md": lambda document: to_markdown(document).encode(),
}
FORMATS = tuple(_WRITERS)
"""The formats that `write` knows, which are also the ends of the files' names."""


def write(document: Document, format: str) -> bytes:  # noqa: A002 - the word that callers know
    """The document as a file of a format; the same bytes for the same document. ValueError for any other."""
    if format not in _WRITERS:
        raise ValueError(f"unknown document format {format!r}: one of {', '.join(FORMATS)}")
    return _WRITERS[format](document)
