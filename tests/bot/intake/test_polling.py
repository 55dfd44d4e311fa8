"""Long polling: what is confirmed and when, order, side by side, and every way in which it ends."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator

import pytest
from telegram import Bot, Update

from bot.errors import Halt
from bot.intake.calls import WRONG_TOKEN
from bot.intake.polling import CONFLICT, RECHECK, Polling
from bot.telegram_in_memory import BotApi
from tests.bot import failures
from tests.support.hourglass import Hourglass


class Counter:
    """Takes updates as a test tells it: each waits until it is let through, with True or False."""

    def __init__(self) -> None:
        self.begun: list[int] = []
        self._gates: dict[int, asyncio.Future[bool]] = {}
        self._changed = asyncio.Condition()

    async def process(self, update: Update) -> bool:
        self.begun.append(update.update_id)
        gate = self._gates[update.update_id] = asyncio.get_running_loop().create_future()
        async with self._changed:
            self._changed.notify_all()
        return await gate

    async def let(self, update: int, taken: bool = True) -> None:
        """Wait until this update is before the counter and let it through."""
        await self.holds(update)
        self._gates.pop(update).set_result(taken)

    async def holds(self, *updates: int) -> None:
        async with self._changed:
            await self._changed.wait_for(lambda: all(one in self._gates for one in updates))


class Line:
    """A polling loop over the Bot API in memory."""

    def __init__(self) -> None:
        self.glass = Hourglass()
        self.api = BotApi(self.glass.clock)
        self.counter = Counter()
        bot = Bot("1:x", request=self.api, get_updates_request=self.api)
        self.polling = Polling(bot, self.counter.process, self.glass.pause)
        self.running: asyncio.Task[None] | None = None

    def start(self) -> None:
        self.running = asyncio.ensure_future(self.polling.run())

    async def stopped(self) -> None:
        self.polling.stop()
        assert self.running is not None
        await self.running

    async def say(self, chat: int, text: str = "x") -> int:
        self.api.chats.open_chat(chat)
        message = self.api.chats.hear(chat, text)
        return await self.api.push("message", {**message, "from": {"id": chat, "is_bot": False, "first_name": "-"}})

    @property
    def unconfirmed(self) -> list[int]:
        return [update["update_id"] for update in self.api.queued]


@pytest.fixture
async def line(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Line]:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    made = Line()
    yield made
    if made.running is not None:
        made.polling.stop()
        await asyncio.gather(made.running, return_exceptions=True)


async def test_an_update_is_confirmed_only_after_it_was_taken(line: Line) -> None:
    update = await line.say(7)
    line.start()
    await line.counter.holds(update)
    assert line.unconfirmed == [update]
    await line.counter.let(update)
    await line.api.drained()
    assert line.unconfirmed == []


async def test_chats_are_taken_side_by_side_and_each_in_its_order(line: Line) -> None:
    first, second, other = await line.say(7), await line.say(7), await line.say(8)
    line.start()
    await line.counter.holds(first, other)
    assert line.counter.begun == [first, other]
    await line.counter.let(first)
    await line.counter.holds(second)
    assert line.counter.begun == [first, other, second]
    await line.counter.let(second)
    await line.counter.let(other)
    await line.api.drained()


async def test_the_offset_moves_up_to_the_lowest_update_in_hand(line: Line) -> None:
    slow, quick = await line.say(7), await line.say(8)
    line.start()
    await line.counter.let(quick)
    await line.glass.resting(RECHECK)
    assert line.polling.offset == slow
    news = await line.say(9)
    line.glass.turn(RECHECK)
    await line.counter.let(news)
    assert line.unconfirmed == [slow, quick, news]
    await line.counter.let(slow)
    await line.api.drained()
    assert line.polling.offset == news + 1
    assert line.counter.begun == [slow, quick, news], "nothing was taken twice"


async def test_an_update_that_was_not_taken_comes_again_before_the_next_of_its_chat(line: Line) -> None:
    first, second = await line.say(7), await line.say(7)
    line.start()
    await line.counter.let(first, taken=False)
    for seconds in (1, 2):
        await line.glass.resting(seconds)
        line.glass.turn(seconds)
        await line.counter.let(first, taken=seconds == 2)
    await line.counter.let(second)
    await line.api.drained()
    assert line.counter.begun == [first, first, first, second]


async def test_a_stop_finishes_what_is_in_hand_and_confirms_it(line: Line) -> None:
    update, waiting = await line.say(7), await line.say(7)
    line.start()
    await line.counter.holds(update)
    line.polling.stop()
    await line.counter.let(update)
    await line.stopped()
    assert line.unconfirmed == [waiting], "what was not begun comes again"
    assert line.counter.begun == [update]


async def test_a_stop_ends_a_long_poll_at_once(line: Line) -> None:
    line.start()
    await line.api.drained()
    await line.stopped()


async def test_an_absent_network_is_told_once_and_asked_again_with_growing_pauses(
    line: Line, caplog: pytest.LogCaptureFixture
) -> None:
    line.api.fail("getUpdates", failures.CUT, times=2)
    line.api.fail("getUpdates", failures.BAD_GATEWAY)
    with caplog.at_level(logging.INFO):
        line.start()
        for seconds in (1, 2, 4):
            await line.glass.resting(seconds)
            line.glass.turn(seconds)
        update = await line.say(7)
        await line.counter.let(update)
        await line.api.drained()
    assert [record.levelname for record in caplog.records if record.name == "bot.intake.calls"] == ["WARNING", "INFO"]


async def test_a_flood_limit_is_waited_for(line: Line) -> None:
    line.api.fail("getUpdates", failures.FLOOD)
    line.start()
    await line.glass.resting(5)
    line.glass.turn(5)
    await line.api.drained()


@pytest.mark.parametrize(("failure", "sentence"), [(failures.CONFLICT, CONFLICT), (failures.UNAUTHORIZED, WRONG_TOKEN)])
async def test_telegram_sends_it_away_with_one_sentence(line: Line, failure: failures.Failure, sentence: str) -> None:
    line.api.fail("getUpdates", failure)
    line.start()
    assert line.running is not None
    with pytest.raises(Halt) as halt:
        await line.running
    assert str(halt.value) == sentence


async def test_a_webhook_of_before_is_taken_away_first(line: Line) -> None:
    line.start()
    await line.api.drained()
    assert line.api.calls["deleteWebhook"] == 1


async def test_a_last_confirmation_that_fails_is_no_failure(line: Line) -> None:
    update = await line.say(7)
    line.start()
    await line.counter.holds(update)
    line.api.fail("getUpdates", failures.CUT)
    line.polling.stop()
    await line.counter.let(update)
    await line.stopped()
    assert line.unconfirmed == [update]
