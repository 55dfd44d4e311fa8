"""What falls due is done once; one that fails holds up nobody; whoever does it tells that they are there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from bot.desk import Desk
from bot.reminders import AGAIN_AFTER, HEARTBEAT, Reminders
from bot.storage.port import Owed, Transaction
from bot.storage.upkeep_port import NOTICE, Due
from bot.unit_of_work import Tools
from tests.support.hourglass import Hourglass
from tests.support.house import House
from tests.support.pocket_guide import PocketGuide

DAY = dt.timedelta(days=1)


@pytest.fixture
def glass() -> Hourglass:
    return Hourglass()


@pytest.fixture
def desk(house: House, guide: PocketGuide, glass: Hourglass) -> Iterator[Desk]:
    made = Desk(house.store, guide, glass.clock, lambda: "project1")
    yield made
    made.close()


def tell(tx: Transaction, due: Due, tools: Tools) -> tuple[Owed, ...]:
    """A kind that says something once."""
    tx.done(due.id)
    return (tx.owe(7, "7", NOTICE, {"about": due.project}, None, tools.now, due.project),)


def fail(tx: Transaction, due: Due, tools: Tools) -> tuple[Owed, ...]:
    """A kind with a defect, found after it has begun to write."""
    tx.done(due.id)
    raise RuntimeError("a defect")


async def plan(desk: Desk, kind: str, project: str, at: dt.datetime) -> None:
    await desk.work(lambda tx, _: tx.plan(kind, project, at, {}))


async def test_what_is_due_is_done_once_and_in_order(desk: Desk, glass: Hourglass) -> None:
    await plan(desk, "tell", "later", glass.now + DAY)
    await plan(desk, "tell", "second", glass.now)
    await plan(desk, "tell", "first", glass.now - DAY)
    reminders = Reminders(desk, {"tell": tell})
    assert [owed.payload["about"] for owed in await reminders.round()] == ["first", "second"]
    assert await reminders.round() == ()
    glass.turn(DAY.total_seconds())
    assert [owed.payload["about"] for owed in await reminders.round()] == ["later"]


async def test_one_that_fails_comes_again_later_and_holds_up_nobody(
    desk: Desk, glass: Hourglass, caplog: pytest.LogCaptureFixture
) -> None:
    await plan(desk, "fail", "p1", glass.now - DAY)
    await plan(desk, "tell", "p2", glass.now)
    kinds = {"tell": tell, "fail": fail}
    assert [owed.payload["about"] for owed in await Reminders(desk, kinds).round()] == ["p2"]
    assert "A reminder failed" in caplog.text
    assert await Reminders(desk, {"fail": tell}).round() == ()
    glass.turn(AGAIN_AFTER.total_seconds())
    assert [owed.payload["about"] for owed in await Reminders(desk, {"fail": tell}).round()] == ["p1"]


async def test_a_kind_that_only_another_release_knows_is_left_alone(desk: Desk, glass: Hourglass) -> None:
    await plan(desk, "unheard_of", "p1", glass.now)
    assert await Reminders(desk, {"tell": tell}).round() == ()
    assert await desk.work(lambda tx, tools: tx.late(tools.now)) == 1


async def test_whoever_goes_around_tells_that_they_are_there(desk: Desk, glass: Hourglass) -> None:
    reminders = Reminders(desk, {})
    for _ in range(2):
        await reminders.round()
        assert await desk.work(lambda tx, _: tx.heartbeat(HEARTBEAT)) == glass.now
        glass.turn(60)
