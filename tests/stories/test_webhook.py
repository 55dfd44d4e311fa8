"""The main job by webhook: the same people and the same cards, with every update answered after its commit."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.storage.port import StoreFault
from tests.stories.telling import arrives, plan_quickly, project_of, terms_quickly
from tests.support.house import House
from tests.support.pushing import AGAIN, Pushing
from workflows.guide import Guide


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


async def test_two_people_talk_side_by_side(house: House) -> None:
    maya, aicha = await arrives(house, "Maya", "en"), await arrives(house, "Aïcha", "fr")
    await maya.sends("/help")
    await aicha.sends("/aide")
    await house.quiet()
    assert (maya.screen.id, aicha.screen.id) == ("help", "help")
    assert maya.card != aicha.card
