"""What the guide stands on fails: the disk, the database, the clock, Telegram. Nothing is lost, nothing done twice."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import make_url

from bot.settings import sqlite_url
from bot.telegram_chats import Json
from bot.telegram_in_memory import Failure
from tests.bot import failures
from tests.stories.telling import MEMBERS, arrives, project_of
from tests.stories.test_unexpected import opens
from tests.support.house import House
from tests.support.person import Person
from workflows.guide import Guide

NEEDS = "research_strategy.needs"
TABLE = "council.table_exists"
DAY = 24 * 60 * 60.0
AGAIN = 1.0  # seconds until an update that was not kept is taken again
ROWS = [f"Need number {number:03} that people told us about in the library and at work" for number in range(50)]


async def needs_of(house: House, person: Person) -> list[object]:
    """The needs as the database has them."""
    return [row.values["need"] for row in (await project_of(house, person)).records(NEEDS)]


async def times_written(house: House, person: Person, path: str) -> int:
    """How often this answer stands in the history."""
    project = await project_of(house, person)
    with house.store.transaction() as tx:
        return [change.question for change in tx.history(project.id)].count(path)


async def taken_again(house: House) -> None:
    """Let the time pass after which what was not kept is taken again."""
    house.glass.turn(AGAIN)
    await house.quiet()


# --- the disk and the database ---


@contextmanager
def full_disk(house: House) -> Iterator[None]:
    """The database file may not grow by a single page, as on a disk that is full."""
    with house.engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    try:
        yield
    finally:
        with house.engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA max_page_count = 1073741823")


async def test_on_a_full_disk_an_answer_waits_and_is_taken_once_there_is_room(house: House) -> None:
    maya = await arrives(house, "Maya", "en")
    await opens(maya, NEEDS)
    with full_disk(house):
        await maya.sends("\n".join(ROWS))
        await house.glass.resting(AGAIN)
        assert house.api.queued, "Telegram keeps it"
        assert house.counts["sendMessage"], "and nobody was told that it was kept"
        assert await needs_of(house, maya) == []
    await taken_again(house)
    assert await needs_of(house, maya) == ROWS
    assert not house.api.queued


@contextmanager
def gone(server: str, url: str) -> Iterator[None]:
    """The database takes nobody in, and whoever was in was put out."""
    address = make_url(server).set(drivername="postgresql").render_as_string(hide_password=False)
    name = str(make_url(url).database)
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS false')
        connection.execute("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = %s", [name])
        try:
            yield
        finally:
            connection.execute(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS true')


async def test_while_the_database_is_gone_answers_wait_and_are_taken_when_it_is_back(
    guide: Guide, tmp_path: Path, postgres_server: str, postgres_url: str
) -> None:
    async with House(guide, tmp_path, postgres_url) as house:
        maya, luc = await arrives(house, "Maya", "en"), await arrives(house, "Luc", "fr")
        await opens(maya, NEEDS)
        await opens(luc, "profile.place")
        with gone(postgres_server, postgres_url):
            await maya.sends("Housing")
            await luc.sends("Hearst")
            await house.glass.resting(AGAIN, 2)
            assert len(house.api.queued) == 2
        await taken_again(house)
        assert await needs_of(house, maya) == ["Housing"]
        assert (await project_of(house, luc)).value("profile.place") == "Hearst"


async def test_while_another_process_locks_the_database_answers_wait(guide: Guide, tmp_path: Path) -> None:
    file = tmp_path / "locked.db"
    async with House(guide, tmp_path, f"{sqlite_url(file)}?timeout=0.05") as house:
        maya = await arrives(house, "Maya", "en")
        await opens(maya, NEEDS)
        with closing(sqlite3.connect(file, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            await maya.sends("Housing")
            await house.glass.resting(AGAIN)
            assert house.api.queued
            other.execute("ROLLBACK")
        await taken_again(house)
        assert await needs_of(house, maya) == ["Housing"]


# --- the clock ---


@pytest.mark.parametrize("jump", [DAY, -DAY])
async def test_a_clock_that_jumps_a_day_loses_nothing_and_repeats_nothing(house: House, jump: float) -> None:
    maya = await arrives(house, "Maya", "en")
    await opens(maya, NEEDS)
    house.api.fail("sendMessage", failures.BAD_GATEWAY)
    update = await _says(house, maya, "Housing")
    await house.glass.resting(AGAIN)
    house.glass.turn(jump)
    await house.api.push_again(update)
    await house.api.drained()
    house.glass.turn(2 * abs(jump) + AGAIN)
    await house.quiet()
    assert await needs_of(house, maya) == ["Housing"]
    assert maya.labels, "the card that was owed over the jump has come"
    await maya.says("Winter clothes")
    assert await needs_of(house, maya) == ["Housing", "Winter clothes"]


# --- Telegram ---


@pytest.mark.parametrize(
    ("failure", "wait"),
    [
        (failures.FLOOD, 5),
        (failures.SERVER_ERROR, 1),
        (failures.CUT, 1),
        (failures.CUT_AFTERWARDS, 1),
    ],
)
async def test_a_card_that_telegram_does_not_take_comes_later_and_the_answer_is_kept_at_once(
    house: House, failure: Failure, wait: float
) -> None:
    maya = await arrives(house, "Maya", "en")
    await opens(maya, NEEDS)
    house.api.fail("sendMessage", failure)
    await maya.sends("Housing")
    await house.glass.resting(wait)
    assert await needs_of(house, maya) == ["Housing"]
    house.glass.turn(wait)
    await house.quiet()
    assert maya.shown.rows
    await maya.says("Winter clothes")
    assert await needs_of(house, maya) == ["Housing", "Winter clothes"]


async def test_texts_that_came_while_a_card_was_on_its_way_are_each_said_back(house: House) -> None:
    maya = await arrives(house, "Maya", "en")
    await opens(maya, NEEDS)
    house.api.fail("sendMessage", failures.FLOOD)
    await maya.sends("Housing")
    await house.glass.resting(5)
    await maya.sends("Winter clothes")
    await maya.sends("Child care")
    await house.api.drained()
    house.glass.turn(5)
    await house.quiet()
    assert await needs_of(house, maya) == ["Housing"]
    told = " ".join(one.text for one in house.api.chats.shown if one.chat == maya.chat)
    assert "Winter clothes" in told
    assert "Child care" in told


# --- the same update again, in another order, from another time ---


async def _says(house: House, person: Person, text: str) -> Json:
    """The update of a text that was just sent, as Telegram may send it again."""
    message = {**house.api.chats.hear(person.chat, text), "from": person.account}
    return {"update_id": await house.api.push("message", message), "message": message}


async def test_an_update_that_comes_twice_has_one_effect_and_shows_where_one_is(house: House) -> None:
    maya = await arrives(house, "Maya", "en")
    await opens(maya, "council.members")
    await maya.taps(press=("consent", "council.members", "names"))
    update = await _says(house, maya, MEMBERS["en"])
    await house.quiet()
    project, written = await project_of(house, maya), await times_written(house, maya, "council.members")
    for _ in range(2):
        await house.api.push_again(update)
        await house.quiet()
    assert len(project.records("council.members")) == 3
    assert (await project_of(house, maya)).to_data() == project.to_data()
    assert await times_written(house, maya, "council.members") == written
    assert maya.screen.id == "rows"


async def test_the_same_press_under_a_new_update_id_is_written_once(house: House) -> None:
    maya = await arrives(house, "Maya", "en")
    await opens(maya, TABLE)
    twice = maya.payload(press=("set", TABLE, "not_yet"))
    await maya.presses(twice)
    await maya.presses(twice)
    assert await times_written(house, maya, TABLE) == 1
    assert (await project_of(house, maya)).value(TABLE) == "not_yet"


async def test_presses_that_overtake_each_other_are_both_kept(house: House) -> None:
    maya = await arrives(house, "Maya", "en")
    await opens(maya, "profile.newcomer_groups")
    options = [payload for button in maya.buttons if ".on." in (payload := str(button.get("callback_data", "")))]
    later, earlier = options[1], options[0]
    await maya.presses(later)
    await maya.presses(earlier)
    await maya.presses(later)
    assert len((await project_of(house, maya)).value("profile.newcomer_groups")) == 2
    assert await times_written(house, maya, "profile.newcomer_groups") == 2


async def test_the_first_card_of_all_still_works_at_the_end(house: House) -> None:
    maya = await arrives(house, "Maya", "en")
    first, step = maya.shown, maya.payload(press=("step", "council"))
    await opens(maya, NEEDS)
    await maya.says("Housing")
    await house.restart()
    await house.api.tap(maya.account, first, step)
    await house.quiet()
    assert maya.screen.id == "step"
    assert maya.shown.id > first.id, "below what was typed, where it is seen"
    assert await needs_of(house, maya) == ["Housing"]
