"""Measuring as it happens: an action takes a suggested indicator, the indicator is followed, a year is noted, progress
shows it, and the plan prints it in both languages.
"""

from __future__ import annotations

import datetime as dt

import pytest

from tests.stories.telling import arrives, plan_quickly, project_of, terms_quickly
from tests.support.house import House
from workflows.guide import Guide

PLAN, FOLLOWED, VALUES = "action_plan.actions", "implementation.indicators", "implementation.indicator_values"
CHANGES = {
    "en": "Transit; evening bus; October 2027; trip diaries; council minutes; high",
    "fr": "Transport; autobus du soir; octobre 2027; carnets de trajet; procès-verbal; élevée",
}
LABEL = {"label": "indicators.names.par_trust"}


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_an_indicator_goes_from_a_suggestion_to_the_plan(house: House, guide: Guide, language: str) -> None:
    amina = await arrives(house, "Amina", language)
    await terms_quickly(amina, language)
    await plan_quickly(amina, language)
    await amina.says("/home")
    await amina.taps(press=("step", "action_plan"))
    await amina.taps(press=("review", "action_plan"))
    await amina.taps(press=("change", PLAN))
    await amina.taps(press=("row", PLAN))
    await amina.taps(press=("field", f"{PLAN}.indicator"))
    await amina.taps(press=("suggest", f"{PLAN}.indicator"))
    amina.sees("measuring.suggestions.action", "indicators.names.wor_inclusive_hiring")
    await amina.taps(press=("take", f"{PLAN}.indicator", "par_trust"))
    assert (await project_of(house, amina)).records(PLAN)[0].values["indicator"] == LABEL

    await amina.says("/home")
    await amina.taps(press=("progress",))
    amina.sees("measuring.none_followed")
    await amina.taps(press=("progress", "indicators"))
    await amina.taps(press=("ask", FOLLOWED))
    await amina.taps(press=("suggest", f"{FOLLOWED}.indicator"))
    await amina.taps(key="interface.buttons.next_page")
    await amina.taps(press=("take", f"{FOLLOWED}.indicator", "par_trust"))
    await amina.says("52 %")

    await house.restart()
    await amina.says("/home")
    await amina.taps(press=("step", "implementation"))
    await amina.taps(press=("progress",))
    await amina.taps(press=("ask", VALUES))
    await amina.says("1; 2027; 55 %")
    await amina.says("/home")
    await amina.taps(press=("progress",))
    await amina.taps(press=("ask", "implementation.partner_changes"))
    await amina.says(CHANGES[language])

    project = await project_of(house, amina)
    (row,) = project.records(FOLLOWED)
    source = {"label": "indicators.sources.partner_survey"}
    assert row.values == {"indicator": LABEL, "level": "immediate", "source": source, "baseline": "52 %"}
    assert [one.values for one in project.records(VALUES)] == [{"indicator": row.id, "year": 2027, "value": "55 %"}]
    assert project.records("implementation.partner_changes")[0].values["confidence"] == "high"
    await amina.says("/home")
    await amina.taps(press=("progress",))
    await amina.taps(press=("progress", "immediate"))
    amina.sees("measuring.pieces.latest_year", "indicators.names.par_trust")
    for choice in ("en", "fr"):
        told = guide.draft(project, "action-plan", choice, "md", dt.date(2027, 4, 1)).data.decode()
        assert str(guide.book.words[choice]["indicators.names.par_trust"]) in told
        assert "55 %" in told
