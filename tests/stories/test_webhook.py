"""The main job by webhook: the same people and the same cards, with every update answered after its commit."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.storage.port import StoreFault
from bot.telegram_chats import Json
from tests.bot import failures
from tests.stories.telling import arrives, plan_quickly, project_of, terms_quickly
from tests.stories.test_unexpected import opens
from tests.support.house import House
from tests.support.person import Person
from tests.support.pushing import AGAIN, Pushing
from workflows.guide import Guide

NEEDS = "research_strategy.needs"
FLOOD = 5.0  # seconds that Telegram asks to wait


@pytest.fixture
async def house(guide: Guide, tmp_path: Path) -> AsyncIterator[House]:
    async with House(guide, tmp_path, webhook=True) as house:
        yield house


@pytest.mark.parametrize(("name", "language"), [("Maya", "en"), ("Aïcha", "fr")])
async def test_both_first_drafts_are_made_and_nothing_is_lost_over_a_restart(
    house: House, name: str, language: str
) -> None:
    organizer = await arrives(house, name, language)
    await terms_quickly(organizer, language)
    before = (await project_of(house, organizer)).to_data()
    await house.restart()
    assert (await project_of(house, organizer)).to_data() == before
    await plan_quickly(organizer, language)
    assert len(organizer.documents) == 2
    assert isinstance(house.api, Pushing)
    assert set(house.api.answers) == {200}
    assert house.counts["getUpdates"] == 0


async def test_an_answer_given_while_the_database_is_away_comes_again(house: House) -> None:
    maya = await arrives(house, "Maya", "en")
    house.store.before = [StoreFault("away")]
    await maya.sends("/help")
    await house.glass.resting(AGAIN)
    assert isinstance(house.api, Pushing)
    assert house.api.answers[-1] == 503
    house.glass.turn(AGAIN)
    await house.quiet()
    assert house.api.answers[-1] == 200
    assert maya.screen.id == "help"


async def test_texts_that_come_again_are_answered_once_below_them_and_what_was_said_back_stays(house: House) -> None:
    maya = await arrives(house, "Maya", "en")
    await opens(maya, NEEDS)
    assert isinstance(house.api, Pushing)
    cards, taken, early = await _two_texts_while_a_card_is_on_its_way(house, maya)
    for update in (taken, early):
        await house.api.push_again(update)
    await house.api.drained()
    house.glass.turn(FLOOD)
    await house.quiet()
    assert len((await project_of(house, maya)).records(NEEDS)) == 1
    below = [one.id > early["message"]["message_id"] for one in house.api.chats.shown[cards:]]
    assert below == [True], "one card, and none above the texts was changed"
    assert "Child care" in maya.card
    await house.api.push_again(early)
    await house.quiet()
    assert "Child care" in maya.card, "it is still told that this answered nothing"


async def _two_texts_while_a_card_is_on_its_way(house: House, maya: Person) -> tuple[int, Json, Json]:
    """How many cards there were before, and both updates: the first was taken, the second came before its card."""
    cards, updates = len(house.api.chats.shown), []
    house.api.fail("sendMessage", failures.FLOOD)
    for text in ("Housing", "Child care"):
        await maya.sends(text)
        updates.append(house.api.queued[-1])
        await house.glass.resting(FLOOD)
        await house.api.drained()
    return cards, updates[0], updates[1]


async def test_two_people_talk_side_by_side(house: House) -> None:
    maya, aicha = await arrives(house, "Maya", "en"), await arrives(house, "Aïcha", "fr")
    await maya.sends("/help")
    await aicha.sends("/aide")
    await house.quiet()
    assert (maya.screen.id, aicha.screen.id) == ("help", "help")
    assert maya.card != aicha.card
