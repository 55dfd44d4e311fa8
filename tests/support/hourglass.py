"""Time for tests: a clock that stands still until it is moved, and pauses that end when the glass is turned."""

from __future__ import annotations

import asyncio
import datetime as dt

START = dt.datetime(2027, 4, 12, 15, 0, tzinfo=dt.UTC)


class Hourglass:
    """`pause` takes the place of `asyncio.sleep`, `clock` that of the system's clock."""

    def __init__(self, start: dt.datetime = START) -> None:
        self.now = start
        self.asked: list[float] = []
        self._resting: list[tuple[dt.datetime, float, asyncio.Future[None]]] = []
        self._changed = asyncio.Condition()

    def clock(self) -> dt.datetime:
        """The time."""
        return self.now

    async def pause(self, seconds: float) -> None:
        """Rest until the glass was turned by so many seconds."""
        self.asked.append(seconds)
        rest = asyncio.get_running_loop().create_future()
        self._resting.append((self.now + dt.timedelta(seconds=seconds), seconds, rest))
        async with self._changed:
            self._changed.notify_all()
        await rest

    async def resting(self, seconds: float, at_least: int = 1) -> None:
        """Wait until somebody, or so many, rest for exactly so many seconds."""
        async with self._changed:
            await self._changed.wait_for(
                lambda: sum(asked == seconds and not rest.done() for _, asked, rest in self._resting) >= at_least
            )

    def turn(self, seconds: float) -> None:
        """Let so many seconds pass."""
        self.now += dt.timedelta(seconds=seconds)
        for until, _, rest in self._resting:
            if until <= self.now and not rest.done():
                rest.set_result(None)
        self._resting = [one for one in self._resting if not one[2].done()]
