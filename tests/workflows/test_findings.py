"""What rules share: who is seated, which month lies where, and whether a text names one of some words."""

from __future__ import annotations

import pytest

from workflows.findings import as_list, bare, is_empty, names_one_of, plan_year, seated, voting, within_year
from workflows.project import Answer, Project, Record


def test_who_declined_has_no_seat_and_a_seat_without_its_kind_has_a_vote() -> None:
    rows = [
        Record("r1", {}),
        Record("r2", {"state": "declined"}),
        Record("r3", {"seat": "observer", "state": "idea"}),
        Record("r4", {"seat": "voting"}),
    ]
    project = Project("p", 2026, answers={"council.members": Answer("given", rows)})
    assert [row.id for row in seated(project)] == ["r1", "r3", "r4"]
    assert [row.id for row in voting(project)] == ["r1", "r4"]
    assert seated(Project("p", 2026)) == []


@pytest.mark.parametrize(
    ("value", "listed", "empty"),
    [(None, [], True), ("", [""], True), ([], [], True), (0, [0], False), (["a"], ["a"], False)],
)
def test_a_value_is_read_as_a_list_and_zero_is_something(value: object, listed: list[object], empty: bool) -> None:
    assert (as_list(value), is_empty(value)) == (listed, empty)


@pytest.mark.parametrize(
    ("month", "year", "quarter"),
    [
        ("2027-03", False, False),
        ("2027-04", True, True),
        ("2027-06", True, True),
        ("2027-07", True, False),
        ("2028-03", True, False),
        ("2028-04", False, False),
    ],
)
def test_a_fiscal_year_runs_from_april_to_march_and_its_first_quarter_to_june(
    month: str, year: bool, quarter: bool
) -> None:
    assert within_year(month, 2027) is year
    assert within_year(month, 2027, "04", "06") is quarter


def test_the_year_of_the_plan_is_the_one_answered_or_the_open_cycle() -> None:
    assert plan_year(Project("p", 2026)) == 2026
    assert plan_year(Project("p", 2026, answers={"action_plan.fiscal_year": Answer("given", 2028)})) == 2028


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Taux d’emploi en 2030", True),
        ("Le TAUX D'EMPLOI", True),
        ("un taux, d’emplois", True),
        ("surtaux d’emploi", False),
        ("", False),
        ({"starter": "x"}, False),
        (None, False),
    ],
)
def test_a_word_is_found_at_the_beginning_of_a_word_whatever_its_accents_and_signs(text: object, found: bool) -> None:
    assert names_one_of(text, (bare("Taux d’emploi"),)) is found
