"""Beside the intake: takes what stayed owed, holds what is being said, and does what is due.

What a process owed and did not send, because it was killed or had to wait for another one, is taken here by whichever
process comes first (docs/decisions/0031). It must not know what is said.
"""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Iterator
from typing import Final

from bot import errors
from bot.delivery import Delivery
from bot.desk import Desk
from bot.metrics import Metrics
from bot.pauses import Patience, Pause, first
from bot.reminders import Reminders
from bot.storage.port import StoreFault

log = logging.getLogger(__name__)

BEAT: Final = 3.0  # seconds: three times within a lease
SOON: Final = (0.1, 0.2, 0.4, 0.8, 1.6)  # seconds, while something waits for another process
REMIND_EVERY: Final = dt.timedelta(seconds=60)


class Sweeper:
    """Goes around until `stop`. Without `reminders`, somebody else does what is due."""

    def __init__(
        self, desk: Desk, delivery: Delivery, pause: Pause, reminders: Reminders | None, metrics: Metrics
    ) -> None:
        self._desk = desk
        self._delivery = delivery
        self._patience = Patience(pause)
        self._reminders = reminders
        self._metrics = metrics
        self._reminded: dt.datetime | None = None

    async def run(self) -> None:
        """Go around until `stop`. No failure ends it."""
        soon: Iterator[float] = iter(())
        while not self._patience.over:
            try:
                await self.round()
            except StoreFault as fault:
                log.warning("The database did not answer; what is owed and due waits: %s", fault)
            except Exception as error:  # noqa: BLE001 - the next round may do better
                errors.record(error, "A round for what is owed and due")
            await first(self._patience.rest(next(soon, BEAT)), self._delivery.behind.wait())
            if self._delivery.behind.is_set():
                self._delivery.behind.clear()
                soon = iter(SOON)
                await self._patience.rest(next(soon))  # before that, the other process has hardly written it down

    async def round(self) -> None:
        """Go around once. Raises `StoreFault`."""
        await self._delivery.renew()
        for owed in await self._desk.take():
            self._delivery.send(owed)
        now = self._desk.now()
        if self._reminded is not None and abs(now - self._reminded) < REMIND_EVERY:
            return
        for owed in await self._reminders.round() if self._reminders else ():
            if owed.taken:
                self._delivery.send(owed)
        self._metrics.late(await self._desk.work(lambda tx, tools: tx.late(tools.now)))
        self._reminded = now

    def stop(self) -> None:
        """Let `run` end."""
        self._patience.end()
