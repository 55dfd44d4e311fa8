"""Long polling that confirms an update only after its commit.

Updates of different chats are taken side by side, those of one chat in order. The offset, by which Telegram
forgets updates, moves up to the lowest update that is not committed yet. It must not know what an update asks
for.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from typing import Final, TypeVar

from telegram import Bot, Update
from telegram.error import Conflict, TelegramError

from bot.handlers import ALLOWED_UPDATES
from bot.intake.calls import insisting
from bot.intake.lines import Lines, chat_of
from bot.pauses import Patience, Pause, finish, first, growing
from bot.receipts import Process

log = logging.getLogger(__name__)

LONG_POLL: Final = 30  # seconds that Telegram holds a request without updates
RECHECK: Final = 0.25  # seconds until news are asked for although something is in hand
STOP_WITHIN: Final = 4.0  # seconds
CONFLICT: Final = (
    "Another process asks Telegram for the updates of this bot, or a webhook was set for it: "
    "stop the other one, since only one may run per token."
)

T = TypeVar("T")


class Polling:
    """One consumer of one bot's updates: `run` until `stop`, or until Telegram sends it away (`Halt`)."""

    def __init__(self, bot: Bot, process: Process, pause: Pause) -> None:
        self._bot = bot
        self._process = process
        self._patience = Patience(pause)
        self._lines = Lines()
        self._pending: dict[int, Update] = {}  # received and not committed
        self._committed: set[int] = set()  # committed, and Telegram may still send them again
        self._next = 0  # the offset when nothing is pending
        self._tasks: set[asyncio.Task[None]] = set()
        self._empty = asyncio.Event()

    async def run(self) -> None:
        """Receive and take updates until `stop`. Raises `Halt` for another consumer or a token that ended."""
        await self._insisting(self._bot.delete_webhook)  # with one, Telegram refuses getUpdates
        while not self._patience.over:
            updates = await self._insisting(self._ask) or ()
            news = [one for one in updates if one.update_id not in self._pending.keys() | self._committed]
            for update in news:
                self._receive(update)
            if self._pending:  # Telegram would answer at once with what is in hand
                await first(self._empty.wait(), self._patience.rest(RECHECK if news else 4 * RECHECK))
        await self._finish()

    def stop(self) -> None:
        """Ask for no more updates; `run` then finishes what is in hand, confirms it and returns."""
        self._patience.end()

    @property
    def offset(self) -> int:
        """Every update below this one was committed."""
        return min(self._pending, default=self._next)

    async def _ask(self) -> Sequence[Update]:
        offset = self.offset
        self._committed = {one for one in self._committed if one >= offset}
        return await self._bot.get_updates(offset, timeout=LONG_POLL, allowed_updates=ALLOWED_UPDATES)

    def _receive(self, update: Update) -> None:
        self._pending[update.update_id] = update
        self._next = update.update_id + 1
        self._empty.clear()
        task = asyncio.ensure_future(self._take(update))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _take(self, update: Update) -> None:
        """Take an update in its chat's turn; one that was not committed is taken again before the next."""
        async with self._lines.turn(chat_of(update)):
            pauses = growing()
            while not self._patience.over:
                async with self._lines.slots:
                    taken = await self._process(update)
                if taken:
                    self._commit(update.update_id)
                    return
                await self._patience.rest(next(pauses))

    def _commit(self, update_id: int) -> None:
        del self._pending[update_id]
        self._committed.add(update_id)
        if not self._pending:
            self._empty.set()

    async def _insisting(self, call: Callable[[], Awaitable[T]]) -> T | None:
        return await insisting(call, self._patience, Conflict, CONFLICT)

    async def _finish(self) -> None:
        await finish(self._tasks, STOP_WITHIN)
        if self.offset:
            try:
                await self._bot.get_updates(self.offset, limit=1, timeout=0, allowed_updates=ALLOWED_UPDATES)
            except TelegramError as failed:
                log.warning("The last updates were not confirmed and will come again: %s", failed)
