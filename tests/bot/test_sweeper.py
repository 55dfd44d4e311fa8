"""Two processes in one conversation: killed, held up, stopped; each reply comes once, in its order."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from bot.delivery import FLUSH_SHARED
from bot.intake.webhook import Webhook
from bot.settings import sqlite_url
from bot.storage.port import StoreFault
from bot.storage.upkeep_port import LEASE
from bot.sweeper import BEAT, REMIND_EVERY, SOON
from tests.bot import failures
from tests.support.crew import Crew
from tests.support.house import House
from tests.support.person import Person
from tests.support.pocket_guide import PocketGuide


@pytest.fixture(params=["sqlite", "postgresql"])
async def crew(request: pytest.FixtureRequest, guide: PocketGuide, tmp_path: Path) -> AsyncIterator[Crew]:
    """Two processes over each kind of database in turn."""
    sqlite = request.param == "sqlite"
    url = sqlite_url(tmp_path / "crew.db") if sqlite else str(request.getfixturevalue("postgres_url"))
    async with Crew(guide, url) as crew:
        yield crew


@pytest.fixture
def luc(crew: Crew) -> Person:
    """Somebody who writes to them."""
    return Person(crew, "Luc")  # type: ignore[arg-type]


def said(person: Person) -> list[str]:
    """What the bot sent or edited in this chat, oldest first."""
    return [one.text for one in person.house.api.chats.shown if one.chat == person.chat]


def owed(crew: Crew) -> int:
    with crew.stores[1].transaction() as tx:
        return len(tx.owed())


async def test_what_a_killed_process_owed_comes_from_another_one_once(crew: Crew, luc: Person) -> None:
    crew.api.fail("sendMessage", failures.CUT)
    await luc.sends("Kenora")
    await crew.gives(0)
    await crew.glass.resting(1)
    await crew.kill(0)
    await crew.goes_around(1)
    assert said(luc) == [], "the lease has not ended"
    crew.glass.turn(LEASE.total_seconds())
    await crew.goes_around(1)
    assert len(said(luc)) == 1
    await crew.settles(1)
    assert owed(crew) == 0


async def test_who_presses_on_after_a_kill_sees_the_newest_card_last(crew: Crew, luc: Person) -> None:
    crew.api.fail("sendMessage", failures.CUT)
    await luc.sends("Kenora")
    await crew.gives(0)
    await crew.glass.resting(1)
    await crew.kill(0)
    await luc.sends("and more")
    await crew.gives(1)
    await crew.goes_around(1)
    assert said(luc) == []
    crew.glass.turn(LEASE.total_seconds())
    await crew.goes_around(1)
    assert [text.rsplit(maxsplit=1)[-1] for text in said(luc)] == ["late"], "the older card became needless"


async def test_a_text_that_comes_again_after_a_kill_is_answered_below_it_once(crew: Crew, luc: Person) -> None:
    await luc.sends("Kenora")
    await crew.gives(0)
    await crew.settles(0)
    older = luc.shown
    crew.api.fail("sendMessage", failures.CUT)
    sent = await luc.sends("one")
    again = crew.api.queued[-1]
    await crew.gives(0)
    await crew.glass.resting(1)
    await crew.kill(0)
    await crew.api.push_again(again)
    await crew.gives(1)
    crew.glass.turn(LEASE.total_seconds())
    await crew.goes_around(1)
    await crew.settles(1)
    assert owed(crew) == 0
    assert older.text.endswith("Kenora"), "the card above the text stays as it is"
    below = [one for one in crew.api.chats.messages[luc.chat].values() if one.id > sent]
    assert [(one.from_bot, one.text.rsplit(maxsplit=1)[-1]) for one in below] == [(True, "one")]


async def test_a_card_waits_for_the_older_one_that_another_process_still_holds(crew: Crew, luc: Person) -> None:
    await luc.sends("Kenora")
    await crew.gives(0)
    await crew.settles(0)
    crew.api.fail("sendMessage", failures.FLOOD)
    await luc.sends("one")
    await crew.gives(0)
    await crew.glass.resting(5)
    await luc.sends("two")
    await crew.gives(1)
    await crew.goes_around(1)
    assert said(luc)[-1].endswith("Kenora"), "neither has been said"
    crew.glass.turn(5)
    await crew.settles(0)
    await crew.goes_around(1)
    assert [text.rsplit(maxsplit=1)[-1] for text in said(luc)[-2:]] == ["one", "late"]
    await crew.settles(1)
    assert owed(crew) == 0


async def test_a_card_that_waits_is_looked_after_soon(guide: PocketGuide, tmp_path: Path) -> None:
    async with Crew(guide, sqlite_url(tmp_path / "crew.db"), sweeping=True) as crew:
        luc = Person(crew, "Luc")  # type: ignore[arg-type]
        crew.api.fail("sendMessage", failures.CUT)
        await luc.sends("Kenora")
        await crew.gives(0)
        await crew.glass.resting(1)
        await luc.sends("two")
        await crew.gives(1)
        for seconds in SOON[:3]:
            await crew.glass.resting(seconds)
            crew.glass.turn(seconds)


async def test_when_everything_was_said_any_process_answers_at_once(crew: Crew, luc: Person) -> None:
    for number, text in enumerate(("Kenora", "one", "two", "three")):
        await luc.sends(text)
        await crew.gives(number % 2)
        await crew.apps[number % 2].delivery.idle()
        assert said(luc)[-1].endswith(text)
        await crew.settles(number % 2)


async def test_what_a_process_leaves_at_its_stop_is_said_by_the_next_at_once(crew: Crew, luc: Person) -> None:
    crew.api.fail("sendMessage", failures.FLOOD)
    await luc.sends("Kenora")
    await crew.gives(0)
    await crew.glass.resting(5)
    await crew.stops(0)
    await crew.goes_around(1)
    assert len(said(luc)) == 1


async def test_what_was_taken_over_is_not_said_by_the_first_any_more(crew: Crew, luc: Person) -> None:
    crew.api.fail("sendMessage", failures.CUT)
    await luc.sends("Kenora")
    await crew.gives(0)
    await crew.glass.resting(1)
    with crew.stores[1].transaction() as tx:
        assert len(tx.take(crew.glass.now, everything=True)) == 1
    await crew.apps[0].sweeper.round()
    crew.glass.turn(1)
    await crew.apps[0].delivery.idle()
    assert said(luc) == []
    assert owed(crew) == 1


async def test_a_lease_near_its_end_is_renewed_before_anything_is_said(crew: Crew, luc: Person) -> None:
    crew.api.fail("sendMessage", failures.FLOOD)
    await luc.sends("Kenora")
    await crew.gives(0)
    await crew.glass.resting(5)
    with crew.stores[1].transaction() as tx:
        tx.take(crew.glass.now, everything=True)
    crew.glass.turn(LEASE.total_seconds())
    await crew.apps[0].delivery.idle()
    assert said(luc) == [], "it had to ask first, and it is no longer the one to say it"


async def test_a_process_that_speaks_writes_it_down_soon_so_that_others_may_go_on(
    guide: PocketGuide, tmp_path: Path, postgres_url: str
) -> None:
    async with Crew(guide, postgres_url, 1) as crew:
        luc = Person(crew, "Luc")  # type: ignore[arg-type]
        await luc.sends("Kenora")
        await crew.gives(0)
        await crew.glass.resting(FLUSH_SHARED)


async def test_what_is_late_is_seen_from_outside(crew: Crew) -> None:
    with crew.stores[1].transaction() as tx:
        tx.plan("expiry", "p1", crew.glass.now, {})
        tx.plan("expiry", "p2", crew.glass.now + 2 * REMIND_EVERY, {})
    crew.glass.turn(REMIND_EVERY.total_seconds())
    await crew.goes_around(0)
    intake = crew.apps[0].intake
    assert isinstance(intake, Webhook)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(intake.application), base_url="http://web") as web:
        assert "\nlip_guide_reminders_late 1.0\n" in (await web.get("/metrics")).text


async def test_a_round_that_fails_is_told_and_the_next_one_does_it(
    house: House, amina: Person, caplog: pytest.LogCaptureFixture
) -> None:
    house.store.before = [StoreFault("away")]
    with caplog.at_level(logging.WARNING):
        house.glass.turn(BEAT)
        await house.glass.resting(BEAT)
    assert "away" in caplog.text
    with house.store.transaction() as tx:
        left = tx.owe(amina.chat, str(amina.number), "card", left_behind(), None, house.glass.now)
        tx.release()
    house.glass.turn(BEAT)
    await house.glass.resting(BEAT)
    await house.app.delivery.idle()
    assert left.taken
    assert amina.shown.text == "left behind"


def left_behind() -> dict[str, object]:
    message = {"text_html": "left behind", "plain": "left behind", "keyboard": []}
    return {"messages": [message], "asked": None, "project": None, "kept": True, "needed": False}
