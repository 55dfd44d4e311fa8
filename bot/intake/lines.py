"""Chats side by side, each in its own order: what both intakes stand on. It must not know what an update asks for."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

from telegram import Update

SIDE_BY_SIDE: Final = 64  # chats taken at once


def chat_of(update: Update) -> int:
    """The chat whose order the update keeps; 0 for what comes from no chat."""
    return update.effective_chat.id if update.effective_chat else 0


class Lines:
    """Turns: those of one chat in the order in which they were asked for, at most `SIDE_BY_SIDE` working at once."""

    def __init__(self) -> None:
        self.slots = asyncio.Semaphore(SIDE_BY_SIDE)
        self._ends: dict[int, asyncio.Future[None]] = {}

    @asynccontextmanager
    async def turn(self, chat: int) -> AsyncIterator[None]:
        """Wait until every earlier turn of this chat is over; it is over at the end of the block."""
        before, mine = self._ends.get(chat), asyncio.get_running_loop().create_future()
        self._ends[chat] = mine
        try:
            if before is not None:
                await asyncio.shield(before)
            yield
        finally:
            if before is None or before.done():
                mine.set_result(None)
            else:  # let go while waiting: whoever comes next still waits for the one before
                before.add_done_callback(lambda _: mine.set_result(None))
            if self._ends[chat] is mine:
                del self._ends[chat]
