"""Sheets as an Excel workbook: filters, lists to choose from, a header that stays, pages that fit.

It knows no project and no word: heads, lists and values are given. What people typed is never read as a formula.
"""

from __future__ import annotations

import datetime as dt
import re
import zipfile
from collections.abc import Mapping
from io import BytesIO

from openpyxl import Workbook as Package
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.xml.functions import fromstring, localname, tostring

from .blocks import Meta
from .cleaning import clean
from .measures import shortened
from .packing import packed
from .sheets import Column, Sheet, Value, Workbook

_ROOM = 200
"""Empty rows below a table that keep its lists to choose from, so that people can go on writing."""

_LONGEST_CELL, _LONGEST_TITLE = 32_767, 255
_LETTER, _LEGAL = 1, 5  # Excel's numbers of the paper sizes
_FORMULA = re.compile(r"\s*[=+\-@]")
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(<)")
_FONT = (
    "b",
    "i",
    "strike",
    "condense",
    "extend",
    "outline",
    "shadow",
    "u",
    "vertAlign",
    "sz",
    "color",
    "name",
    "family",
)
_HEAD, _INK, _LINE = "1F4E5F", "26323A", "B9C6CC"
_EDGE = Side("thin", _LINE)


def write_xlsx(book: Workbook, meta: Meta) -> bytes:
    """The workbook as a file on landscape pages; the same bytes for the same book and facts."""
    package = Package()
    package.remove(package.active)
    ranges = {name: _range(book.lists_name, n, len(told)) for n, (name, (_, told)) in enumerate(book.lists.items(), 1)}
    for sheet in book.sheets:
        _sheet(package.create_sheet(sheet.name), sheet, ranges, book.wrong_choice, meta)
    listed = package.create_sheet(book.lists_name)
    columns = tuple(Column(head, 34) for head, _ in book.lists.values())
    deepest = max((len(told) for _, told in book.lists.values()), default=0)
    rows = tuple(
        tuple(told[place] if place < len(told) else None for _, told in book.lists.values()) for place in range(deepest)
    )
    _sheet(listed, Sheet(book.lists_name, columns, rows), {}, "", meta)
    _facts(package, meta)
    return _packed(package)


def _sheet(page: Worksheet, sheet: Sheet, ranges: Mapping[str, str], wrong: str, meta: Meta) -> None:
    last = get_column_letter(len(sheet.columns))
    wrapped = Alignment(wrap_text=True, vertical="top")
    for place, column in enumerate(sheet.columns, 1):
        head = page.cell(1, place)
        _fill(head, column.head)
        head.font, head.fill = Font(name="Arial", size=10, bold=True, color="FFFFFF"), PatternFill("solid", _HEAD)
        head.alignment, head.border = Alignment(wrap_text=True, vertical="center"), Border(bottom=_EDGE)
        page.column_dimensions[get_column_letter(place)].width = column.width
    face, edge = Font(name="Arial", size=10, color=_INK), Border(bottom=_EDGE)
    for number, row in enumerate(sheet.rows, 2):
        for place, value in enumerate(row, 1):
            cell = page.cell(number, place)
            _fill(cell, value)
            cell.font, cell.alignment, cell.border = face, wrapped, edge
            if form := sheet.columns[place - 1].format:
                cell.number_format = form
    for place, column in enumerate(sheet.columns, 1):
        if column.choices in ranges:
            rule = DataValidation("list", formula1=ranges[column.choices], allow_blank=True)
            rule.showErrorMessage, rule.error = not column.free, wrong[:_LONGEST_TITLE]
            letter = get_column_letter(place)
            rule.add(f"{letter}2:{letter}{len(sheet.rows) + _ROOM}")
            page.add_data_validation(rule)
    page.freeze_panes = "A2"
    page.auto_filter.ref = f"A1:{last}{len(sheet.rows) + 1}"
    page.print_title_rows = "1:1"
    if sheet.printed:
        page.print_area = f"A1:{get_column_letter(sheet.printed)}{len(sheet.rows) + 1}"
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", _LEGAL if sheet.legal else _LETTER
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.page_margins.left = page.page_margins.right = 0.5
    page.oddHeader.left.text, page.oddHeader.right.text = _running(meta.organization), _running(meta.title)
    page.oddFooter.left.text = _running(meta.footer)
    page.oddFooter.right.text = meta.page_of.replace("&", "&&").format(page="&P", pages="&N")


def _fill(cell: Cell, value: Value) -> None:
    """A value as what it is; a text never becomes a formula, nor does it when somebody edits its cell."""
    if not isinstance(value, str):
        cell.value = value
        return
    text = _ESCAPE.sub("_x005F_", clean(value, _LONGEST_CELL))[:_LONGEST_CELL]
    cell.value = text or None
    if text:
        cell.data_type = "s"
        cell.quotePrefix = bool(_FORMULA.match(text))


def _range(sheet: str, place: int, count: int) -> str:
    letter = get_column_letter(place)
    return f"{quote_sheetname(sheet)}!${letter}$2:${letter}${max(count, 1) + 1}"


def _running(text: str) -> str:
    """A text at the head or foot of a page, where a lone & would be an instruction."""
    return shortened(clean(text)).replace("&", "&&")


def _facts(package: Package, meta: Meta) -> None:
    facts = package.properties
    facts.title, facts.creator = clean(meta.title)[:_LONGEST_TITLE], clean(meta.organization)[:_LONGEST_TITLE]
    facts.lastModifiedBy, facts.language, facts.version = facts.creator, meta.locale, meta.version
    facts.created = dt.datetime(meta.date.year, meta.date.month, meta.date.day, 12)


def _packed(package: Package) -> bytes:
    """The package zipped with one fixed date, and its day of change the day of its making."""
    loose = BytesIO()
    package.save(loose)
    made = package.properties.created.isoformat().encode() + b"Z"

    def mended(name: str, data: bytes) -> bytes:
        if name == "docProps/core.xml":
            return _MODIFIED.sub(rb"\g<1>" + made + rb"\g<2>", data)
        return _ordered(data) if name == "xl/styles.xml" else data

    with zipfile.ZipFile(loose) as parts:
        return packed((name, mended(name, parts.read(name))) for name in parts.namelist())


def _ordered(styles: bytes) -> bytes:
    """The styles with the parts of each font in the order of the schema, which openpyxl does not keep."""
    tree = fromstring(styles)
    for font in tree.iter():
        if localname(font) == "font":
            font[:] = sorted(font, key=lambda part: _rank(localname(part)))
    return bytes(tostring(tree))


def _rank(name: str) -> int:
    return _FONT.index(name) if name in _FONT else len(_FONT)
