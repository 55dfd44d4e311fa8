"""The indicators that are followed, with their values per year; context apart."""

from __future__ import annotations

import pytest

from workflows.measures import Reading, apart, library_id, readings
from workflows.project import Record

ROW = Record("r1", {"indicator": "seats"})


def value(number: int, year: int | None, told: str, indicator: str = "r1", **more: str) -> Record:
    values = {"indicator": indicator, "value": told, **more}
    return Record(f"v{number}", values if year is None else {**values, "year": year})


def test_values_come_by_year_whatever_order_they_were_told_in() -> None:
    rows = [value(1, 2028, "14"), value(2, 2026, "9"), value(3, 2027, "12", target="13", source="roster")]
    assert readings(ROW, rows) == (Reading(2026, "9"), Reading(2027, "12", "13", "roster"), Reading(2028, "14"))


def test_values_of_another_indicator_and_rows_without_a_value_are_left_out() -> None:
    assert readings(ROW, [value(1, 2026, "9", "r2"), Record("v2", {"indicator": "r1", "year": 2026})]) == ()


def test_a_value_of_the_first_release_is_read_until_a_year_is_told() -> None:
    old = Record("r1", {"indicator": "seats", "value": "12"})
    assert readings(old, []) == (Reading(0, "12"),)
    assert readings(old, [value(1, 2027, "13")]) == (Reading(2027, "13"),)


def test_context_stands_apart_and_a_row_without_a_level_counts_as_the_partnership_s_own() -> None:
    rows = [Record("a", {"level": "context"}), Record("b", {}), Record("c", {"level": "immediate"})]
    own, context = apart(rows)
    assert [row.id for row in own] == ["b", "c"]
    assert [row.id for row in context] == ["a"]


@pytest.mark.parametrize(
    ("told", "known"),
    [
        ({"label": "indicators.names.par_trust"}, "par_trust"),
        ({"label": "lists.themes.health"}, ""),
        ({"starter": "x"}, ""),
        ("indicators.names.par_trust", ""),
        (None, ""),
    ],
)
def test_only_a_label_of_the_library_names_one_of_its_indicators(told: object, known: str) -> None:
    assert library_id(told) == known
