"""The action plan as a workbook: what stands in which column and with what type, in both languages, empty and full."""

from __future__ import annotations

import datetime as dt
import time
from typing import Any

import pytest

from tests.support.drafting import LANGUAGES, TODAY, give, shipped
from tests.support.personas import load_persona
from workflows.documents.plan_sheets import plan_workbook
from workflows.documents.sheets import Sheet, Value, Workbook
from workflows.drafts import draft
from workflows.project import Project


def workbook(project: Project, language: str = "en") -> Workbook:
    known = shipped()
    return plan_workbook(project, known.definitions, known.book, language)


def table(sheet: Sheet) -> list[dict[str, Value]]:
    return [dict(zip((column.head for column in sheet.columns), row, strict=True)) for row in sheet.rows]


def sample() -> Project:
    project = Project("p", 2027)
    give(project, "council.members", [{"person": "Ada", "organization": "Library"}])
    give(project, "research_strategy.priorities", [{"title": "Work"}])
    action = {"action": "=a", "priority": "priorities1", "lead": "City", "start": "2027-05", "end": "2028-02"}
    give(project, "action_plan.actions", [{**action, "funder": "to_be_found", "outcomes": ["networks", "welcoming"]}])
    give(project, "implementation.progress", [{"action": "actions1", "status": "at_risk", "updated": "2027-09"}])
    give(project, "action_plan.budget", [{"source": "IRCC", "amount": "1250.50", "kind": "cash", "confirmed": "yes"}])
    indicators = [{"indicator": "seats", "level": "immediate", "baseline": "9", "baseline_year": 2026, "target": "60%"}]
    give(project, "implementation.indicators", indicators)
    values = [{"indicator": "indicators1", "year": 2027, "value": "12.5"}]
    give(project, "implementation.indicator_values", values)
    return project


def test_an_action_stands_in_one_row_with_typed_months_and_its_quarter() -> None:
    (row,) = table(workbook(sample()).sheets[0])
    told: dict[str, Any] = {
        "No.": "1.1", "Priority": "Work", "Action": "=a", "Lead": "City", "Begins": dt.date(2027, 5, 1),
        "Ends": dt.date(2028, 2, 29), "Ends in quarter": "January to March", "Funder": "To be found",
        "Outcomes for newcomers": "Social and economic networks; Welcoming communities and workplaces",
        "Status": "At risk", "Updated": dt.date(2027, 9, 1),
    }  # fmt: skip
    assert {head: row[head] for head in told} == told


def test_amounts_and_plain_figures_are_numbers_and_all_else_is_text() -> None:
    _, means, measurement = workbook(sample()).sheets
    assert means.rows == (("IRCC", 1250.5, "Cash", "Yes"),)
    (row,) = table(measurement)
    assert (row["Starting point"], row["Year of the starting point"], row["2027"], row["Target"]) == (
        9,
        2026,
        12.5,
        "60%",
    )


def test_each_choice_of_a_column_is_one_of_its_list() -> None:
    for language in LANGUAGES:
        for project in (sample(), load_persona("regional_centre", shipped().definitions)):
            told = workbook(project, language)
            for sheet in told.sheets:
                for place, column in enumerate(sheet.columns):
                    if column.choices and not column.free:
                        given = {row[place] for row in sheet.rows if row[place]}
                        assert given <= set(told.lists[column.choices][1]), column.head


def test_leads_are_suggested_from_the_council_and_the_plan() -> None:
    assert workbook(sample()).lists["lead"][1] == ("Library", "City")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sheet_has_a_name_that_a_workbook_can_hold_and_heads_that_differ(language: str) -> None:
    told = workbook(Project("p", 2027), language)
    names = [*(sheet.name for sheet in told.sheets), told.lists_name]
    assert len(set(names)) == 4
    assert all(0 < len(name) <= 31 and not set(name) & set("[]:*?/\\'") for name in names)
    for sheet in told.sheets:
        assert len({column.head for column in sheet.columns}) == len(sheet.columns)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_file_of_an_empty_project_and_of_126_actions(language: str) -> None:
    known, spent = shipped(), {}
    for count in (0, 126):
        project = Project("p", 2027)
        if count:
            give(project, "action_plan.actions", [{"action": "+1 <&> \x00" * 9, "end": "2027-06"}] * count)
        begun = time.process_time()
        file = draft(known.definitions, known.book, known.templates, project, "action-plan", language, "xlsx", TODAY)
        spent[count] = time.process_time() - begun
        assert file.name.endswith(f"_{language}.xlsx")
        assert file.data.startswith(b"PK")
        assert len(workbook(project, language).sheets[0].rows) == count
    assert spent[126] < 2
