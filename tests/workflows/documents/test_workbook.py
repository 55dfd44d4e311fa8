"""Excel files: typed values, text that never becomes a formula, lists to choose from, the same bytes each time."""

from __future__ import annotations

import datetime as dt
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook as Package
from openpyxl import load_workbook
from openxml_audit import OpenXmlValidator, ValidationSeverity

from workflows.documents import Meta
from workflows.documents.sheets import Column, Sheet, Value, Workbook
from workflows.documents.workbook import write_xlsx


def book(*rows: tuple[Value, ...], **more: Any) -> Workbook:
    columns = (
        Column("Text", 20, "colours"),
        Column("Day", 10, format="yyyy-mm"),
        Column("Who", 10, "people", free=True),
    )
    lists = {"colours": ("Colours", ("red", "blue")), "people": ("People", ())}
    sheet = Sheet("Plan d’action", columns, rows or (("red", dt.date(2027, 4, 1), 3),), **more)
    return Workbook((sheet,), "Lists", lists, "Choose one.")


def read(data: bytes) -> Package:
    return load_workbook(BytesIO(data))


HOSTILE = ("=1+1", "+1", "-1", "@SUM(A1)", " =cmd|' /C calc'!A0", "\t=1", '=HYPERLINK("http://x")')


@pytest.mark.parametrize("typed", HOSTILE)
def test_a_typed_text_is_text_and_stays_so_when_its_cell_is_edited(typed: str, meta: Callable[..., Meta]) -> None:
    data = write_xlsx(book((typed, None, None)), meta())
    cell = read(data).worksheets[0]["A2"]
    assert cell.value == typed.replace("\t", " ")
    assert cell.data_type == "s"
    assert cell.quotePrefix
    with zipfile.ZipFile(BytesIO(data)) as parts:
        assert not any(b"<f>" in parts.read(name) for name in parts.namelist())


@pytest.mark.parametrize("typed", ["a\x00b\ud800", "_x0041_", "x" * 40_000, "<&>\"'", "محمد\u202e", "1\r\n2", "\ufffe"])
def test_no_text_breaks_the_file(typed: str, meta: Callable[..., Meta]) -> None:
    value = read(write_xlsx(book((typed, None, None)), meta())).worksheets[0]["A2"].value
    assert len(value or "") <= 32_767
    assert value is None or "_x0041_" not in value.replace("_x005F_x0041_", "")


def test_values_keep_their_kind_and_the_page_its_settings(meta: Callable[..., Meta]) -> None:
    page = read(write_xlsx(book(printed=2, legal=True), meta("fr", organization="A & B"))).worksheets[0]
    assert [cell.value for cell in page[2]] == ["red", dt.datetime(2027, 4, 1), 3]
    assert (page.freeze_panes, page.auto_filter.ref, page.print_title_rows) == ("A2", "A1:C2", "$1:$1")
    assert (page.page_setup.orientation, page.page_setup.fitToWidth, page.page_setup.fitToHeight) == ("landscape", 1, 0)
    assert page.page_setup.paperSize == 5
    assert page.print_area.endswith("$A$1:$B$2")
    assert page.oddHeader.left.text == "A && B"
    assert page["A2"].alignment.wrap_text


def test_a_list_refuses_other_values_unless_it_only_suggests(meta: Callable[..., Meta]) -> None:
    package = read(write_xlsx(book(), meta()))
    rules = {str(rule.sqref): rule for rule in package.worksheets[0].data_validations.dataValidation}
    assert set(rules) == {"A2:A201", "C2:C201"}
    assert rules["A2:A201"].formula1 == "'Lists'!$A$2:$A$3"
    assert rules["A2:A201"].showErrorMessage
    assert rules["A2:A201"].error == "Choose one."
    assert not rules["C2:C201"].showErrorMessage
    assert [[cell.value for cell in row] for row in package["Lists"].iter_rows()] == [
        ["Colours", "People"], ["red", None], ["blue", None],
    ]  # fmt: skip


def test_the_same_book_is_the_same_file_and_says_its_title_and_language(meta: Callable[..., Meta]) -> None:
    data = write_xlsx(book(), meta("fr"))
    assert write_xlsx(book(), meta("fr")) == data
    facts = read(data).properties
    assert (facts.title, facts.language, facts.version) == (meta("fr").title, "fr-CA", "0.3")
    assert facts.created == facts.modified == dt.datetime(2026, 11, 22, 12)
    with zipfile.ZipFile(BytesIO(data)) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_file_keeps_to_the_schema(tmp_path: Path, meta: Callable[..., Meta]) -> None:
    path = tmp_path / "plan.xlsx"
    path.write_bytes(write_xlsx(book(*((text, None, None) for text in HOSTILE)), meta()))
    errors = OpenXmlValidator().validate(path).errors
    assert [error.description for error in errors if error.severity is ValidationSeverity.ERROR] == []
