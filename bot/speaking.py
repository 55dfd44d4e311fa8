"""One attempt to say one thing that is owed: a card in its parts, a file, or a notice.

What was done of it is remembered in the item and is not repeated after a failure. It must not know in which order
things are said, nor what happens after a refusal.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from time import perf_counter

from telegram import Bot
from telegram.error import BadRequest

from bot import logs, posting, sending
from bot.files import Files, Parcel
from bot.pauses import Pause, growing
from bot.presenter import Message
from bot.replies import FILES, Card, Order
from bot.storage.port import Owed, Sent


@dataclass(eq=False)
class Item:
    """Something to say; what was already done of it survives a failed attempt. It is ours `until` then."""

    owed: Owed
    until: dt.datetime
    parts: int = 0
    built: Parcel | Message | None = None
    update: int | None = field(default_factory=logs.update.get)
    pauses: Iterator[float] = field(default_factory=growing)
    since: float = field(default_factory=perf_counter)

    def age(self) -> float:
        """The seconds since it was put into its chat's line."""
        return perf_counter() - self.since


class Speaker:
    """Says things, each at most once when nothing fails."""

    def __init__(self, bot: Bot, files: Files, pause: Pause) -> None:
        self._bot = bot
        self._files = files
        self._pause = pause

    async def say(self, chat: int, item: Item) -> Sent | None:
        """Say it; None when there was nothing to say. Raises `TelegramError`, and `StoreFault` for a file."""
        return await (self._file(chat, item) if item.owed.kind == FILES else self._card(chat, item))

    async def _card(self, chat: int, item: Item) -> Sent:
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

    async def _file(self, chat: int, item: Item) -> Sent | None:
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
