"""What is owed → Telegram, after the commit: in order within a chat, chats side by side, again until it went
out.

What went out is noted for the next transaction. It must not know what a card says, and it never touches a
project.
"""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Coroutine
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any, Final

from telegram import Bot
from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter, TelegramError

from bot import errors, posting, sending
from bot.desk import Desk
from bot.files import Files, Parcel
from bot.guidance import Guide
from bot.incoming import Arrival, Incoming, Moved, Reach
from bot.pauses import Patience, Pause, growing
from bot.presenter import Language, Message
from bot.replies import CARD, Card, Order
from bot.storage.port import Owed, Sent, StoreFault
from bot.unit_of_work import Handled

log = logging.getLogger(__name__)

FLUSH_AFTER: Final = 1.5  # seconds
STOP_WITHIN: Final = 10.0  # seconds


@dataclass(eq=False)
class _Item:
    """Something to say; what was already done of it survives a failed attempt."""

    owed: Owed
    parts: int = 0
    built: Parcel | Message | None = None


class Delivery:
    """Says what is owed. Every chat has a line of its own; nothing waits for another chat."""

    def __init__(self, bot: Bot, desk: Desk, files: Files, guide: Guide, pause: Pause) -> None:
        self._bot = bot
        self._desk = desk
        self._files = files
        self._guide = guide
        self._pause = pause
        self._patience = Patience(pause)
        self._lines: dict[int, deque[_Item]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._flusher: asyncio.Task[None] | None = None

    def accept(self, arrival: Arrival, handled: Handled) -> None:
        """Start to say what a committed update leaves to say; the tap is answered at the same time."""
        if isinstance(arrival, Incoming) and arrival.callback_id is not None:
            self._start(self._answer(arrival.callback_id, handled.toast))
        for owed in handled.owed:
            self.send(owed)
        if handled.commands:
            self._start(self._publish(arrival.chat, handled.language))

    def send(self, owed: Owed) -> None:
        """Put a reply into its chat's line."""
        self._queue(owed.chat, [_Item(owed)])

    async def idle(self) -> None:
        """Wait until everything in hand was said."""
        while self._tasks:
            await asyncio.wait(self._tasks)

    async def stop(self) -> None:
        """Finish the calls under way, at most ten seconds, and write what went out. The rest stays owed."""
        self._patience.end()
        if self._tasks:
            _, late = await asyncio.wait(self._tasks, timeout=STOP_WITHIN)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)
        if self._flusher is not None:
            await self._flusher
        if self._desk.unwritten:
            await self._desk.flush()

    # --- lines ---

    def _queue(self, chat: int, items: list[_Item]) -> None:
        speaking = chat in self._lines
        self._lines.setdefault(chat, deque()).extend(items)
        if not speaking:
            self._start(self._speak(chat))

    async def _speak(self, chat: int) -> None:
        line = self._lines[chat]
        try:
            while line and not self._patience.over:
                await self._settle(chat, line)
        finally:
            del self._lines[chat]

    async def _settle(self, chat: int, line: deque[_Item]) -> None:
        """Say the first of the line, however often it takes, or find that it is needless."""
        item, pauses = line[0], growing()
        while not self._patience.over:
            if self._needless(item, line):
                self._done(item, line)
                return
            try:
                self._done(item, line, await self._attempt(chat, item))
                return
            except RetryAfter as flood:
                await self._patience.rest(sending.wait_of(flood))
            except ChatMigrated as moved:
                self._move(chat, moved.new_chat_id, line)
                return
            except Forbidden:
                self._unreachable(chat, item, line)
                return
            except BadRequest as refused:
                log.error("Telegram refused a %s of chat %s: %s", item.owed.kind, chat, refused)
                self._done(item, line)
                return
            except (TelegramError, StoreFault) as failed:
                wait = next(pauses)
                log.warning("A %s is still owed, again in %.0f s: %s", item.owed.kind, wait, type(failed).__name__)
                await self._patience.rest(wait)
            except Exception as error:  # noqa: BLE001 - a reply that cannot be said must not block its chat
                errors.record(error, "A reply", chat=chat)
                self._done(item, line)
                return

    def _needless(self, item: _Item, line: deque[_Item]) -> bool:
        """A newer card of the same person makes an older one needless, unless it says what must
        not be missed.
        """
        owed = item.owed
        if owed.payload.get("needed"):
            return False
        newer = (other.owed for other in line if other is not item)
        return owed.kind == CARD and any(one.kind == CARD and one.person == owed.person for one in newer)

    def _done(self, item: _Item, line: deque[_Item], sent: Sent | None = None) -> None:
        line.remove(item)
        owed = item.owed
        self._note(sent or Sent(owed.id, owed.chat, owed.person))

    def _unreachable(self, chat: int, item: _Item, line: deque[_Item]) -> None:
        """Blocked, or put out of the group: what is owed there goes; a person is marked, a group is not."""
        if chat > 0:
            self._desk.note(Reach(chat, item.owed.person, reachable=False))
        for one in tuple(line):
            self._done(one, line)

    def _move(self, chat: int, new: int, line: deque[_Item]) -> None:
        """The group has a new id, in which message ids count anew."""
        self._desk.note(Moved(chat, new))
        moved = [replace(item, owed=replace(item.owed, chat=new, edit=None)) for item in line]
        line.clear()
        self._queue(new, moved)

    # --- one thing ---

    async def _attempt(self, chat: int, item: _Item) -> Sent | None:
        return await (self._card(chat, item) if item.owed.kind == CARD else self._file(chat, item))

    async def _card(self, chat: int, item: _Item) -> Sent:
        owed, card = item.owed, Card.from_data(item.owed.payload)
        for message in card.messages[item.parts : -1]:
            await sending.send(self._bot, chat, message)
            item.parts += 1
        last = card.messages[-1]
        if owed.edit is not None and len(card.messages) == 1:
            at = await sending.edit(self._bot, chat, owed.edit, last)
        else:
            at = await sending.send(self._bot, chat, last)
        return Sent(owed.id, chat, owed.person, at, card.kept, card.asked, card.project)

    async def _file(self, chat: int, item: _Item) -> Sent | None:
        order, owed = Order.from_data(item.owed.payload), item.owed
        if item.built is None:
            item.built = await self._built(chat, order, owed.person)
        built = item.built
        if built is None:
            return None
        if isinstance(built, Message):
            return Sent(owed.id, chat, owed.person, await sending.send(self._bot, chat, built))
        try:
            at, held = await posting.post(self._bot, chat, built)
        except BadRequest:
            if not built.known:
                raise
            item.built = await self._built(chat, order, owed.person, again=True)  # Telegram forgot what it held
            return await self._file(chat, item)
        self._files.sent(chat, order, built, held)
        return Sent(owed.id, chat, owed.person, at)

    async def _built(self, chat: int, order: Order, person: str, again: bool = False) -> Parcel | Message | None:
        return await self._files.build(order, person, lambda: posting.uploading(self._bot, chat, self._pause), again)

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
        """Write what went out soon, unless an update does before; again while the database is away."""
        pauses = chain((FLUSH_AFTER,), growing())
        while self._desk.unwritten and not self._patience.over:
            await self._patience.rest(next(pauses))
            if self._desk.unwritten:
                await self._desk.flush()

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
