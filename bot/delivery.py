"""What is owed → Telegram, after the commit: in order within a chat, chats side by side, again until it went
out.

What went out is noted for the next transaction. It must not know what a card says, and it never touches a
project.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
from collections import deque
from collections.abc import Coroutine
from contextlib import suppress
from dataclasses import replace
from itertools import chain
from typing import Any, Final

from telegram import Bot
from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter, TelegramError

from bot import errors, logs, sending
from bot.desk import Desk
from bot.files import Files
from bot.guidance import Guide
from bot.incoming import Arrival, Incoming, Moved, Reach
from bot.metrics import REPLY, Metrics
from bot.pauses import Patience, Pause, finish, growing
from bot.presenter import Language
from bot.replies import CARD
from bot.speaking import Item, Speaker
from bot.storage.port import Owed, Sent, StoreFault
from bot.storage.upkeep_port import LEASE, NOTICE
from bot.unit_of_work import Handled

log = logging.getLogger(__name__)

FLUSH_AFTER: Final = 1.5  # seconds
FLUSH_SHARED: Final = 0.1  # seconds, where another process may be waiting for this chat's turn
CLOSE_TO_ITS_END: Final = dt.timedelta(seconds=3)  # a lease is renewed before an attempt, so that no other begins one
STOP_WITHIN: Final = 4.0  # seconds


class Delivery:
    """Says what is owed. Every chat has a line of its own; nothing waits for another chat.

    `behind` is set when something has to wait until another process has spoken in its chat.
    """

    def __init__(
        self, bot: Bot, desk: Desk, files: Files, guide: Guide, pause: Pause, metrics: Metrics | None = None
    ) -> None:
        self._bot = bot
        self._desk = desk
        self._guide = guide
        self._speaker = Speaker(bot, files, pause)
        self._metrics = metrics or Metrics()
        self._patience = Patience(pause)
        self.behind = asyncio.Event()
        self._lines: dict[int, deque[Item]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._flusher: asyncio.Task[None] | None = None

    def accept(self, arrival: Arrival, handled: Handled, answered: bool = False) -> None:
        """Start to say what a committed update leaves to say; the tap is answered at the same time,
        unless it is `answered` already.
        """
        if isinstance(arrival, Incoming) and arrival.callback_id is not None and not answered:
            self._start(self._answer(arrival.callback_id, handled.toast))
        for owed in handled.owed:
            if owed.taken:
                self.send(owed)
            else:
                self.behind.set()
        if handled.commands:
            self._start(self._publish(arrival.chat, handled.language))

    def send(self, owed: Owed) -> None:
        """Put a reply into its chat's line."""
        self._queue(owed.chat, [Item(owed, self._desk.now() + LEASE)])

    async def renew(self) -> None:
        """Hold what is in hand for longer; what another process took over meanwhile is no longer said here.

        Raises `StoreFault`.
        """
        until = self._desk.now() + LEASE
        held = {item.owed.id: (item, line) for line in self._lines.values() for item in line}
        ours = await self._desk.renew(held) if held else frozenset()
        for name, (item, line) in held.items():
            if name in ours:
                item.until = until
            elif item in line:
                line.remove(item)

    async def idle(self) -> None:
        """Wait until everything in hand was said."""
        while self._tasks:
            await asyncio.wait(self._tasks)

    async def written(self) -> None:
        """Wait until what was said so far is written down."""
        if self._flusher is not None:
            await self._flusher

    async def stop(self) -> None:
        """Finish the calls under way within `STOP_WITHIN` and write what went out. The rest is left to others."""
        self._patience.end()
        await finish(self._tasks, STOP_WITHIN)
        await self.written()
        await self._desk.flush(release=True)

    # --- lines ---

    def _queue(self, chat: int, items: list[Item]) -> None:
        speaking = chat in self._lines
        self._lines.setdefault(chat, deque()).extend(items)
        if not speaking:
            self._start(self._speak(chat))

    async def _speak(self, chat: int) -> None:
        line = self._lines[chat]
        try:
            while line and not self._patience.over:
                await self._settle(chat, _next(line), line)
        finally:
            del self._lines[chat]

    async def _settle(self, chat: int, item: Item, line: deque[Item]) -> None:
        """Try once to say it, or find that it is needless; after a failure, rest."""
        logs.update.set(item.update)
        if _needless(item, line):
            self._done(item, line)
            return
        try:
            if self._desk.now() + CLOSE_TO_ITS_END >= item.until:
                await self.renew()
            if item in line:
                self._done(item, line, await self._speaker.say(chat, item))
        except RetryAfter as flood:
            await self._patience.rest(sending.wait_of(flood))
        except ChatMigrated as moved:
            self._move(chat, moved.new_chat_id, line)
        except Forbidden:
            self._unreachable(chat, item, line)
        except BadRequest as refused:
            log.error("Telegram refused a %s of chat %s: %s", item.owed.kind, chat, refused)
            self._done(item, line)
        except (TelegramError, StoreFault) as failed:
            wait = next(item.pauses)
            log.warning("A %s is still owed, again in %.0f s: %s", item.owed.kind, wait, type(failed).__name__)
            await self._patience.rest(wait)
        except Exception as error:  # noqa: BLE001 - a reply that cannot be said must not block its chat
            errors.record(error, "A reply", chat=chat)
            self._done(item, line)

    def _done(self, item: Item, line: deque[Item], sent: Sent | None = None) -> None:
        if item in line:  # it may have been taken over while it was being said
            line.remove(item)
        owed = item.owed
        if sent is not None:
            self._metrics.took(REPLY, item.age())
        self._note(sent or Sent(owed.id, owed.chat, owed.person))

    def _unreachable(self, chat: int, item: Item, line: deque[Item]) -> None:
        """Blocked, or put out of the group: what is owed there goes; a person is marked, a group is not."""
        if chat > 0:
            self._desk.note(Reach(chat, item.owed.person, reachable=False))
        for one in tuple(line):
            self._done(one, line)

    def _move(self, chat: int, new: int, line: deque[Item]) -> None:
        """The group has a new id, in which message ids count anew."""
        self._desk.note(Moved(chat, new))
        moved = [replace(item, owed=replace(item.owed, chat=new, edit=None)) for item in line]
        line.clear()
        self._queue(new, moved)

    # --- besides ---

    async def _answer(self, callback: str, toast: str | None) -> None:
        """Answer the tap once; an answer that comes too late is no loss."""
        with suppress(TelegramError):
            await self._bot.answer_callback_query(callback, toast)

    async def _publish(self, chat: int, language: Language) -> None:
        try:
            await sending.publish_commands(self._bot, chat, self._guide.describe(language))
        except TelegramError as failed:
            log.warning("The command list of a chat was not published: %s", failed)

    def _note(self, sent: Sent) -> None:
        self._desk.note(sent)
        if self._flusher is None or self._flusher.done():
            self._flusher = asyncio.ensure_future(self._flush())

    async def _flush(self) -> None:
        """Write what went out soon, unless an update does before; ever later only while the database is away.

        A chat whose process is late with this waits, and after a lease is told everything again by another one.
        """
        soon = FLUSH_AFTER if self._desk.alone else FLUSH_SHARED
        pauses = chain((soon,), growing())
        while self._desk.unwritten and not self._patience.over:
            await self._patience.rest(next(pauses))
            if self._desk.unwritten and await self._desk.flush():
                pauses = chain((soon,), growing())

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


def _next(line: deque[Item]) -> Item:
    """The oldest reply, or the oldest notice where there is none."""
    return min(line, key=lambda item: (item.owed.kind == NOTICE, item.owed.id))


def _needless(item: Item, line: deque[Item]) -> bool:
    """A newer card of the same person makes an older one needless, unless it says what must not be missed."""
    owed = item.owed
    if owed.payload.get("needed"):
        return False
    newer = (other.owed for other in line if other.owed.id > owed.id)
    return owed.kind == CARD and any(one.kind == CARD and one.person == owed.person for one in newer)
