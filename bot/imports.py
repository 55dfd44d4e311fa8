"""Exported projects that people send, fetched from Telegram before their update is taken. Nothing of them is kept.

It must not know what such a file holds.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import Final

from telegram import Bot
from telegram.error import TelegramError

from bot.incoming import Incoming
from workflows.actions import Import

log = logging.getLogger(__name__)

LARGEST: Final = 10 * 1024 * 1024  # bytes; the guide looks at no larger file


async def fetched(bot: Bot, incoming: Incoming, sent: Import) -> Incoming:
    """The same arrival with what the file holds, where Telegram gives it and it is not too large; only in private."""
    if not incoming.private or sent.size > LARGEST:
        return incoming
    try:
        file = await bot.get_file(incoming.file)
        announced = replace(sent, size=max(sent.size, file.file_size or 0))
        if announced.size > LARGEST:
            return replace(incoming, action=announced)
        data = bytes(await file.download_as_bytearray())
    except TelegramError as failed:
        log.warning("A file could not be fetched: %s", type(failed).__name__)
        return incoming
    return replace(incoming, action=replace(announced, data=data, size=len(data)))
