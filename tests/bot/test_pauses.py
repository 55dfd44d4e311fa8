"""Pauses: they grow, and the end of the process cuts them short."""

from __future__ import annotations

import asyncio
import itertools

from bot.pauses import Patience, first, growing
from tests.support.hourglass import Hourglass


def test_pauses_grow_up_to_the_longest() -> None:
    assert list(itertools.islice(growing(), 7)) == [1, 2, 4, 8, 15, 15, 15]


async def test_a_rest_lasts_as_long_as_it_was_asked() -> None:
    glass = Hourglass()
    resting = asyncio.ensure_future(Patience(glass.pause).rest(5))
    await glass.resting(5)
    glass.turn(4.9)
    assert not resting.done()
    glass.turn(0.2)
    await resting


async def test_the_end_wakes_everybody_for_ever() -> None:
    glass = Hourglass()
    patience = Patience(glass.pause)
    resting = asyncio.ensure_future(patience.rest(5))
    await glass.resting(5)
    patience.end()
    await resting
    await patience.rest(60)
    assert patience.over


async def test_the_first_wait_lets_go_of_the_others() -> None:
    never = asyncio.get_running_loop().create_future()
    now = asyncio.get_running_loop().create_future()
    now.set_result(None)
    await first(now, never)
    assert never.cancelled()
