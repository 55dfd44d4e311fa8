"""Pictures that people send, fetched from Telegram before their update is taken, and only where one is asked for.

It must not know what a picture is for, and it keeps none.
"""

from __future__ import annotations

import logging
from dataclasses import replace

from telegram import Bot
from telegram.error import TelegramError

from bot.desk import Desk
from bot.guidance import Guide
from bot.incoming import Incoming
from workflows.actions import Picture

log = logging.getLogger(__name__)


class Pictures:
    """Fetches pictures for one bot."""

    def __init__(self, bot: Bot, desk: Desk, guide: Guide) -> None:
        self._bot = bot
        self._desk = desk
        self._guide = guide

    async def fetched(self, incoming: Incoming, picture: Picture) -> Incoming:
        """The same arrival with what the file holds, where the guide wants it and Telegram gives it.

        Raises `StoreFault`.
        """
        if not incoming.private:
            return incoming
        place = await self._desk.place(incoming.chat, incoming.person)
        if place is None or not self._guide.wants(place.spot, picture):
            return incoming
        try:
            file = await self._bot.get_file(incoming.file)
            announced = replace(picture, size=max(picture.size, file.file_size or 0))
            if not self._guide.wants(place.spot, announced):
                return replace(incoming, action=announced)
            data = bytes(await file.download_as_bytearray())
        except TelegramError as failed:
            log.warning("A picture could not be fetched: %s", failed)
            return incoming
        return replace(incoming, action=replace(announced, data=data, size=len(data)))
