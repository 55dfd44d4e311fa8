"""Files that people send, fetched from Telegram before their update is taken, and only where one is looked at.

It must not know what a file is for, and it keeps none.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from typing import Final, TypeVar

from telegram import Bot
from telegram.error import TelegramError

from bot.desk import Desk
from bot.guidance import Guide
from bot.incoming import Incoming
from workflows.actions import Import, Picture

log = logging.getLogger(__name__)
F = TypeVar("F", Import, Picture)

LARGEST: Final = 10 * 1024 * 1024  # bytes of an exported project; the guide looks at no larger file


class Fetching:
    """Fetches the files that one bot is sent."""

    def __init__(self, bot: Bot, desk: Desk, guide: Guide) -> None:
        self._bot = bot
        self._desk = desk
        self._guide = guide

    async def completed(self, incoming: Incoming) -> Incoming:
        """The same arrival, with what its file holds where the guide wants that and Telegram gives it.

        Only in private. Raises `StoreFault`.
        """
        sent = incoming.action
        if not incoming.private:
            return incoming
        if isinstance(sent, Import):
            return await self._fetched(incoming, sent, lambda one: one.size <= LARGEST)
        if isinstance(sent, Picture):
            place = await self._desk.place(incoming.chat, incoming.person)
            if place is not None:
                return await self._fetched(incoming, sent, lambda one: self._guide.wants(place.spot, one))
        return incoming

    async def _fetched(self, incoming: Incoming, sent: F, wanted: Callable[[F], bool]) -> Incoming:
        if not wanted(sent):
            return incoming
        try:
            file = await self._bot.get_file(incoming.file)
            announced = replace(sent, size=max(sent.size, file.file_size or 0))
            if not wanted(announced):
                return replace(incoming, action=announced)
            data = bytes(await file.download_as_bytearray())
        except TelegramError as failed:
            log.warning("A file could not be fetched: %s", type(failed).__name__)
            return incoming
        return replace(incoming, action=replace(announced, data=data, size=len(data)))
