"""The whole application over a real database: restarts, a database that is away, a token that is refused."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest

from bot.application import EASTERN, build, new_id, now
from bot.errors import Halt
from bot.settings import Settings, SettingsFault
from bot.storage.port import StoreFault
from tests.bot import failures
from tests.support.house import House
from tests.support.person import Person
from tests.support.pocket_guide import PocketGuide
from workflows.actions import Say


async def test_after_a_restart_everybody_stands_where_they_stood(house: House, amina: Person) -> None:
    await amina.taps("Red")
    await house.restart()
    await amina.taps("Green")
    assert amina.buttons[1]["text"] == "✓ Green"


async def test_an_update_that_came_while_nobody_was_there_is_taken(house: House, amina: Person) -> None:
    await house.close()
    await amina.sends("while you were away")
    await house.open()
    await house.quiet()
    assert amina.card.endswith("note while you were away")


async def test_killed_after_the_commit_the_next_process_speaks(house: House, guide: PocketGuide, amina: Person) -> None:
    house.api.fail("sendMessage", failures.BAD_GATEWAY)
    await amina.sends("hello")
    await house.glass.resting(1)
    await house.api.drained()
    heard = len(guide.heard)
    await house.crash()
    await house.quiet()
    assert amina.card.endswith("note hello")
    assert len(guide.heard) == heard, "it was done once"


async def test_killed_after_speaking_the_card_may_come_twice_and_is_the_current_one(
    house: House, guide: PocketGuide, amina: Person
) -> None:
    first = amina.shown
    heard = len(guide.heard)
    await house.crash()
    await house.quiet()
    again = amina.shown
    assert (again.text, again.id > first.id, len(guide.heard)) == (first.text, True, heard)
    await amina.taps("Red")
    assert amina.shown.id == again.id


async def test_killed_before_the_confirmation_an_update_has_no_second_effect(
    house: House, guide: PocketGuide, amina: Person
) -> None:
    message = {**house.api.chats.hear(amina.chat, "hello"), "from": amina.account}
    update = {"update_id": await house.api.push("message", message), "message": message}
    await house.quiet()
    await house.crash()
    await house.api.push_again(update)
    await house.quiet()
    assert [one for one in guide.heard if isinstance(one, Say) and one.text == "hello"] == [guide.heard[-1]]
    assert amina.labels


async def test_a_wrong_token_halts_with_one_sentence(guide: PocketGuide, tmp_path: Path) -> None:
    house = House(guide, tmp_path)
    house.api.fail("getMe", failures.UNAUTHORIZED)
    with pytest.raises(Halt, match="TELEGRAM_BOT_TOKEN"):
        await house.open()
    await house.close()


async def test_a_network_that_is_away_at_the_start_is_waited_for(guide: PocketGuide, tmp_path: Path) -> None:
    house = House(guide, tmp_path)
    house.api.fail("getMe", failures.CUT, times=2)
    opening = asyncio.ensure_future(house.open())
    for seconds in (1, 2):
        await house.glass.resting(seconds)
        house.glass.turn(seconds)
    await opening
    assert house.counts["getMe"] == 3
    await house.close()


async def test_another_consumer_ends_the_run(house: House, amina: Person) -> None:
    house.api.fail("getUpdates", failures.CONFLICT)
    await amina.sends("hello")
    with pytest.raises(Halt, match="only one may run"):
        await house.served()


async def test_links_to_the_bot_bear_the_name_that_telegram_told(house: House, amina: Person) -> None:
    await amina.says("links")
    assert amina.buttons == [{"text": "Share", "url": "https://t.me/lip_guide_bot?start=abc"}]


async def test_while_the_database_is_away_an_update_stays_unconfirmed_and_is_not_lost(
    house: House, guide: PocketGuide, amina: Person
) -> None:
    house.store.before = [StoreFault("away"), StoreFault("away")]
    await amina.sends("hello")
    for seconds in (1, 2):
        await house.glass.resting(seconds)
        assert len(house.api.queued) == 1
        house.glass.turn(seconds)
    await house.quiet()
    assert amina.card.endswith("note hello")
    assert guide.heard[-1] == Say("hello", guide.heard[-1].message)  # type: ignore[union-attr]


async def test_a_self_hosted_server_is_spoken_to(house: House, guide: PocketGuide) -> None:
    settings = Settings(token="1:x", telegram_api_url="http://localhost:8081")
    app = build(settings, guide, house.store)
    assert app.bot.base_url == "http://localhost:8081/bot1:x"
    assert app.bot.base_file_url == "http://localhost:8081/file/bot1:x"
    await app.close()


async def test_nothing_is_built_without_a_token(house: House, guide: PocketGuide) -> None:
    with pytest.raises(SettingsFault):
        build(Settings(), guide, house.store)


def test_ids_are_short_and_the_date_is_that_of_the_east() -> None:
    assert len({new_id() for _ in range(500)}) == 500
    assert all(len(one) == 8 and one.isalnum() and one.isascii() for one in (new_id() for _ in range(50)))
    assert now().utcoffset() == EASTERN.utcoffset(None) == timedelta(hours=-5)


async def test_the_same_house_stands_on_postgresql(guide: PocketGuide, tmp_path: Path, postgres_url: str) -> None:
    async with House(guide, tmp_path, postgres_url) as house:
        people = [Person(house, name) for name in ("Amina", "Luc", "Rémi")]
        for person in people:
            await person.sends("Kenora")
        await house.quiet()
        for person in people:
            await person.taps("Red")
            assert person.buttons[0]["text"] == "✓ Red"
        await house.restart()
        await people[0].taps("Blue")
        assert people[0].buttons[2]["text"] == "✓ Blue"
        assert house.store.threads > 1
