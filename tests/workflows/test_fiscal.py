"""Quarters of the federal fiscal year, and the reports that fall into them."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.support.walker import NOW, Walker
from workflows.actions import Press
from workflows.fiscal import REPORTS, quarter, reports_by_quarter


@pytest.mark.parametrize(
    ("day", "number"),
    [("2026-04-01", 1), ("2026-06-30", 1), ("2026-07-01", 2), ("2026-12-31", 3), ("2027-01-01", 4), ("2027-03-31", 4)],
)
def test_the_year_begins_in_april(day: str, number: int) -> None:
    assert quarter(dt.date.fromisoformat(day)) == number


def reported(walker: Walker) -> Walker:
    walker.listing(REPORTS)
    walker.say("Claim; ; May 20, 2026\nFinal claim; ; May 2, 2026\nFor next year; ; May 2, 2027\nNo date yet")
    walker.say("Year report; ; March 31, 2027")
    return walker


def test_reports_of_this_year_stand_in_their_quarter_earliest_first(walker: Walker) -> None:
    project = reported(walker).project
    assert project is not None
    found = {
        number: [row.values["report"] for row in rows]
        for number, rows in reports_by_quarter(project, NOW.date()).items()
    }
    assert found == {0: ["No date yet"], 1: ["Final claim", "Claim"], 2: [], 3: [], 4: ["Year report"]}


def test_the_calendar_shows_them_beside_the_usual_duties(walker: Walker) -> None:
    reported(walker)
    assert walker.project is not None
    first = walker.project.records(REPORTS)[0].id
    walker.do(Press("field", f"{REPORTS}.filed", first))
    walker.tap("set", value="yes")
    walker.do(Press("know", "background.reporting_calendar"))
    told = walker.messages["fr"][0].plain
    for text in ("2026-2027", "20 mai 2026", "Year report", "No date yet"):
        assert text in told.replace("\u00a0", " ")
    assert "For next year" not in told
    assert {"deck.reports.filed", "deck.reports.line_open", "deck.reports.undated"} <= walker.keys
    assert "deck.reports.none" not in walker.keys


def test_an_empty_calendar_shows_the_way_to_the_ready_made_reports(either: Walker) -> None:
    either.do(Press("know", "background.reporting_calendar"))
    assert "deck.reports.none" in either.keys
    either.tap("ask", REPORTS)
    either.tap("starters")
    either.tap("starters", value="ircc")
    either.tap("take_starter", value="progress_report")
    either.do(Press("know", "background.reporting_calendar"))
    assert "deck.reports.undated" in either.keys
