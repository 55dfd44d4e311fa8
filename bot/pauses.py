"""Waiting: pauses that end early when the process stops, and pauses that grow from failure to failure.

How time passes is given from outside, so that tests own it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Set

Pause = Callable[[float], Awaitable[None]]
LONGEST = 15.0  # seconds; longer would only make people wait after an outage


class Patience:
    """Rests that `end` cuts short, for every one who waits and for ever after."""

    def __init__(self, pause: Pause) -> None:
        self._pause = pause
        self._ended = asyncio.Event()

    @property
    def over(self) -> bool:
        """Whether the process is stopping."""
        return self._ended.is_set()

    def end(self) -> None:
        """Nobody rests any longer."""
        self._ended.set()

    async def ended(self) -> None:
        """Wait for the end."""
        await self._ended.wait()

    async def rest(self, seconds: float) -> None:
        """Wait this long, or until the end."""
        await first(self._pause(seconds), self.ended())


async def first(*waits: Awaitable[object]) -> None:
    """Wait for whichever comes first and let go of the others."""
    tasks = [asyncio.ensure_future(wait) for wait in waits]
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def finish(tasks: Set[asyncio.Task[None]], within: float) -> None:
    """Let what is under way end within so many seconds; the rest is cancelled."""
    if tasks:
        _, late = await asyncio.wait(tasks, timeout=within)
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)


def growing() -> Iterator[float]:
    """1, 2, 4, 8, 15, 15, … seconds."""
    seconds = 1.0
    while True:
        yield min(seconds, LONGEST)
        seconds = min(seconds * 2, LONGEST)
