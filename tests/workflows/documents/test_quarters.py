"""The quarters of a plan: which action begins, goes on and ends when; several figures for many; words for all."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.drafting import give, shipped
from workflows.documents.quarters import MOST, QuarterView, quarter_view, status_of
from workflows.documents.speech import Speech
from workflows.documents.visible import Visible
from workflows.project import Project


def speech(project: Project, language: str = "en") -> Speech:
    known = shipped()
    return Speech(Visible(known.definitions, project), known.book, language)


def plan(*actions: dict[str, Any], progress: tuple[dict[str, Any], ...] = ()) -> Project:
    project = Project("p", 2027)
    give(project, "action_plan.actions", [{"action": f"action {n}", **row} for n, row in enumerate(actions)])
    if progress:
        give(project, "implementation.progress", list(progress))
    return project


def cells(view: QuarterView) -> list[tuple[str, str, str]]:
    return [(row.begin, row.go_on, row.end) for row in view.rows]


def test_an_action_begins_goes_on_and_ends_in_its_quarters() -> None:
    view = quarter_view(speech(plan({"start": "2027-05", "end": "2027-10"}, {"end": "2028-03"})), 2027)
    assert cells(view) == [("0.1", "—", "—"), ("—", "0.1", "—"), ("—", "—", "0.1"), ("0.2", "—", "0.2")]
    assert [row.name for row in view.rows] == [
        "April to June",
        "July to September",
        "October to December",
        "January to March",
    ]


def test_an_action_that_runs_beyond_the_year_neither_begins_nor_ends_in_it() -> None:
    view = quarter_view(speech(plan({"start": "2026-11", "end": "2029-01"})), 2027)
    assert cells(view) == [("—", "0.1", "—")] * 4


@pytest.mark.parametrize("row", [{}, {"start": "2027-05"}, {"end": "2026-03"}, {"end": "2028-04"}])
def test_without_a_month_in_this_year_an_action_stands_in_a_row_of_its_own(row: dict[str, str]) -> None:
    view = quarter_view(speech(plan(row)), 2027)
    assert view.rows[-1].name == "No month in this year"
    assert cells(view)[-1] == ("—", "0.1", "—")
    assert cells(view)[:4] == [("—", "—", "—")] * 4


def test_an_end_before_the_beginning_is_drawn_all_the_same() -> None:
    assert cells(quarter_view(speech(plan({"start": "2027-09", "end": "2027-04"})), 2027))[0][0] == "0.1"


def test_the_last_reported_status_is_said_with_the_number_in_both_languages() -> None:
    rows = ({"action": "actions1", "status": "on_track"}, {"action": "actions1", "status": "done", "note": "n"})
    project = plan({"end": "2027-06"}, progress=rows)
    for language, said in (("en", "0.1 (Done)"), ("fr", "0.1 (Terminée)")):
        told = speech(project, language)
        view = quarter_view(told, 2027)
        assert view.rows[0].end == said
        assert status_of(told, project.records("action_plan.actions")[0])[1] == "n"
        assert said.removeprefix("0.1 (").removesuffix(")") in view.figures[0].svg


@pytest.mark.parametrize(("count", "figures"), [(0, 0), (1, 1), (25, 1), (26, 2), (126, 6)])
def test_no_figure_holds_more_than_twenty_five_bars(count: int, figures: int) -> None:
    view = quarter_view(speech(plan(*({"end": "2027-06"},) * count) if count else Project("p", 2027)), 2027)
    assert len(view.figures) == figures
    assert all(figure.svg.count("action ") <= MOST for figure in view.figures)
    assert bool(view.rows) == bool(count)
    if count > 1:
        assert view.figures[-1].alt.count(f"0.{count}") == 1
