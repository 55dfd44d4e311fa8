"""The two francophone paths and the path of everybody else, through the real application, in both languages."""

from __future__ import annotations

import pytest

from tests.stories.telling import arrives, project_of
from tests.support.house import House

FIRST_ASKED = {
    "starts": {"council": "council.rif_model", "terms_of_reference": "terms_of_reference.rif_sharing",
               "research_strategy": "research_strategy.drift", "action_plan": "action_plan.national_week"},
    "seat": {"council": "council.seat_asks", "terms_of_reference": "terms_of_reference.seat_reports_to",
             "research_strategy": "research_strategy.drift", "action_plan": "action_plan.national_week"},
    "neither": {"council": "council.rif_model", "terms_of_reference": "terms_of_reference.mandate",
                "research_strategy": "research_strategy.first_year", "action_plan": "action_plan.fiscal_year"},
}  # fmt: skip
"""The first question of each step, by path."""


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("path", sorted(FIRST_ASKED))
async def test_the_path_decides_what_each_step_asks_first(house: House, language: str, path: str) -> None:
    aicha = await arrives(house, "Aïcha", language)
    await aicha.taps(press=("step", "profile"))
    await aicha.taps(press=("ask",))
    passed = 0
    while "francophone_path" not in str(aicha.screen.title):
        await aicha.taps(press=("skip",))
        passed += 1
    assert passed <= 5, "right after the names and the places"
    await aicha.taps(press=("set", "profile.francophone_path", path))
    for step, first in FIRST_ASKED[path].items():
        await aicha.says("/home")
        await aicha.taps(press=("step", step))
        aicha.sees("francophone.lens.button")
        await aicha.taps(press=("ask",))
        aicha.sees(f"steps.{step}.questions.{first.partition('.')[2]}.ask")


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_a_francophone_organization_that_starts_goes_from_its_network_to_a_clause(
    house: House, language: str
) -> None:
    aicha = await arrives(house, "Aïcha", language)
    await aicha.taps(press=("step", "council"))
    await aicha.taps(press=("lens", "council"))
    aicha.sees("francophone.lens.council.q1", "francophone.lens.council.q6")
    await aicha.taps(press=("francophone", "francophone.models"))
    aicha.sees("francophone.models.francophone_led")
    await aicha.taps(press=("set", "council.rif_model", "francophone_led"))
    assert (await project_of(house, aicha)).value("council.rif_model") == "francophone_led"
    await aicha.says("/draft")
    await aicha.taps(press=("document", "terms-of-reference"))
    await aicha.taps(press=("draft", "terms-of-reference", f"{language}.docx"))
    assert len(aicha.documents) == 1


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_whoever_is_invited_to_one_seat_leaves_with_an_answer_to_copy(house: House, language: str) -> None:
    luc = await arrives(house, "Luc", language)
    await luc.taps(press=("step", "profile"))
    await luc.taps(press=("ask",))
    while "francophone_path" not in str(luc.screen.title):
        await luc.taps(press=("skip",))
    await luc.taps(press=("set", "profile.francophone_path", "seat"))
    await luc.says("Riverbend LIP")
    await luc.says("/home")
    await luc.taps(press=("step", "council"))
    await luc.taps(press=("ask", "council.seat_asks"))
    await luc.taps(press=("usual", "council.seat_asks"))
    await luc.taps(press=("on", "council.seat_brings", "providers"))
    await luc.taps(press=("francophone", "francophone.seat"))
    luc.sees("francophone.seat.before")
    await luc.taps(press=("francophone", "francophone.reply"))
    luc.sees("francophone.asks.two_seats", "francophone.brings.providers")
    assert luc.card.count("Riverbend LIP") == 2, "once in each language"


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_the_four_requirements_lead_to_ready_made_actions(house: House, language: str) -> None:
    luc = await arrives(house, "Luc", language)
    await luc.taps(press=("step", "action_plan"))
    await luc.taps(press=("lens", "action_plan"))
    await luc.taps(press=("francophone", "francophone.requirements"))
    await luc.taps(press=("starters", "action_plan.actions"))
    await luc.taps(press=("page", "", "1"))
    await luc.taps(press=("take_starter", "action_plan.actions", "refer_in_french"))
    rows = (await project_of(house, luc)).records("action_plan.actions")
    assert [row.values["action"] for row in rows] == [{"starter": "refer_in_french"}]
