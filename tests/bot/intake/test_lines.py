"""Turns: order within a chat, nothing between chats, and somebody who goes away while waiting."""

from __future__ import annotations

import asyncio

import pytest
from telegram import Update

from bot.intake.lines import Lines, chat_of


class Crowd:
    """Everybody says their name when it is their turn and stays until they are let go."""

    def __init__(self) -> None:
        self.lines = Lines()
        self.heard: list[str] = []
        self.gates: dict[str, asyncio.Event] = {}

    def comes(self, name: str, chat: int) -> asyncio.Task[None]:
        self.gates[name] = asyncio.Event()

        async def stay() -> None:
            async with self.lines.turn(chat):
                self.heard.append(name)
                await self.gates[name].wait()

        return asyncio.ensure_future(stay())


async def settled() -> None:
    for _ in range(10):
        await asyncio.sleep(0)


async def test_a_chat_keeps_its_order_and_waits_for_no_other() -> None:
    crowd = Crowd()
    tasks = [crowd.comes("a1", 1), crowd.comes("a2", 1), crowd.comes("b1", 2)]
    await settled()
    assert crowd.heard == ["a1", "b1"]
    crowd.gates["a1"].set()
    await tasks[0]
    await settled()
    assert crowd.heard == ["a1", "b1", "a2"]
    for gate in crowd.gates.values():
        gate.set()
    await asyncio.gather(*tasks)


async def test_whoever_goes_away_while_waiting_lets_nobody_pass() -> None:
    crowd = Crowd()
    first, gone, last = crowd.comes("first", 1), crowd.comes("gone", 1), crowd.comes("last", 1)
    await settled()
    gone.cancel()
    await settled()
    assert crowd.heard == ["first"]
    crowd.gates["first"].set()
    await settled()
    assert crowd.heard == ["first", "last"]
    crowd.gates["last"].set()
    await asyncio.gather(first, last)


async def test_a_turn_that_fails_is_over() -> None:
    lines = Lines()
    with pytest.raises(KeyError):
        async with lines.turn(1):
            raise KeyError
    async with asyncio.timeout(1), lines.turn(1):
        assert not lines.slots.locked()


def test_an_update_from_no_chat_has_a_line_too() -> None:
    assert chat_of(Update(1)) == 0
