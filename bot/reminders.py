"""What falls due: rows of a table, taken one by one by whichever process comes first, never a job in memory.

A reminder becomes owed messages, or an act of the database, in one transaction with its own row: it is done once,
whatever happens. What is owed is then sent like every reply. It must not know how.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Final

from bot import errors, expiry, grace
from bot.desk import Desk
from bot.storage.port import Owed, StoreFault, Transaction
from bot.storage.upkeep_port import Due
from bot.tools import Tools

HEARTBEAT: Final = "reminders"
"""The name under which whoever sends reminders tells that it is alive."""
PLAN_EVERY: Final = dt.timedelta(hours=24)
AGAIN_AFTER: Final = dt.timedelta(hours=1)  # for a reminder that failed: it must not hold up the others

FallDue = Callable[[Transaction, Due, Tools], tuple[Owed, ...]]

KINDS: Final[Mapping[str, FallDue]] = {expiry.KIND: expiry.fall_due, grace.KIND: grace.fall_due}


class Reminders:
    """Does what is due. `round` may be asked by several processes at once."""

    def __init__(self, desk: Desk, kinds: Mapping[str, FallDue] = KINDS) -> None:
        self._desk = desk
        self._kinds = kinds
        self._planned: dt.datetime | None = None

    async def round(self) -> tuple[Owed, ...]:
        """Do everything that is due and say that somebody is there; returns what is to be sent. Raises `StoreFault`."""
        now = self._desk.now()
        await self._desk.work(lambda tx, tools: tx.beat(HEARTBEAT, tools.now))
        if self._planned is None or abs(now - self._planned) >= PLAN_EVERY:
            while await self._desk.work(expiry.plan):
                pass
            self._planned = now
        owed: list[Owed] = []
        while (done := await self._next()) is not None:
            owed.extend(done)
        return tuple(owed)

    async def _next(self) -> tuple[Owed, ...] | None:
        """Do the next one that is due; None when there is none."""
        taken: list[Due] = []

        def work(tx: Transaction, tools: Tools) -> tuple[Owed, ...] | None:
            due = tx.due(tools.now, self._kinds)
            if due is None:
                return None
            taken.append(due)
            return self._kinds[due.kind](tx, due, tools)

        try:
            return await self._desk.work(work)
        except StoreFault:
            raise
        except Exception as error:  # one that fails must not hold up the others
            if not taken:
                raise
            due = taken[-1]
            errors.record(error, "A reminder", kind=due.kind, project=due.project)
            await self._desk.work(lambda tx, tools: tx.postpone(due.id, tools.now + AGAIN_AFTER, due.payload))
            return ()
