"""A first draft of each document within twenty messages and taps, counted from Start."""

from __future__ import annotations

import io
import zipfile

import pytest

from tests.stories.telling import ON_BOTH, arrives, plan_quickly, project_of, terms_quickly
from tests.support.house import House
from workflows.drafts import open_points
from workflows.guide import Guide
from workflows.phrases import Phrase

pytestmark = ON_BOTH

AFTER_START = 2  # the language's tap and the partnership's name


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_both_first_drafts_take_at_most_twenty_messages_and_taps_each(
    house: House, guide: Guide, language: str
) -> None:
    amina = await arrives(house, "Amina", language)

    assert AFTER_START + await terms_quickly(amina, language) <= 20
    assert await plan_quickly(amina, language) <= 20

    project = await project_of(house, amina)
    assert len(project.records("council.members")) == 3
    assert all(row.values["sectors"] for row in project.records("council.members"))
    assert project.value("council.holder_state") == "candidate"
    assert len(project.records("profile.catchment")) == 2
    assert project.value("terms_of_reference.mandate") == {"starter": "planning"}
    assert project.value("council.bodies")
    assert project.value("terms_of_reference.languages")
    assert project.answers["terms_of_reference.quorum_rule"].state == "recommended"
    assert len(open_points(guide.knowledge.definitions, project, "terms-of-reference")) <= 12
    actions = project.records("action_plan.actions")
    assert len(actions) == 3
    for needed in ("priority", "lead", "end", "funder", "indicator", "outcomes"):
        assert all(row.values[needed] for row in actions)

    (terms, word), (plan, pdf) = amina.documents
    assert terms.startswith({"en": "LIP-terms-of-reference_", "fr": "PLI-cadre-de-reference_"}[language])
    assert plan.startswith({"en": "LIP-action-plan_", "fr": "PLI-plan-d-action_"}[language])
    assert "word/document.xml" in zipfile.ZipFile(io.BytesIO(word)).namelist()
    assert pdf.startswith(b"%PDF")


async def test_the_recommended_rules_are_shown_in_full_before_they_are_taken(house: House, guide: Guide) -> None:
    amina = await arrives(house, "Amina", "en")
    await terms_quickly(amina, "en")
    shown = [screen for _, screen, _ in house.screens if screen.id == "group"][-1]
    said = "\n".join(guide.book.text(words, "en") for words in shown.body)
    for question in guide.knowledge.definitions.members_of("rules"):
        assert guide.book.text(Phrase(f"{question.words}.label"), "en") in said
