"""Files on their way to a chat: one as a document, several as an album, each by Telegram's own id where it holds it.

It builds nothing and repeats nothing; delivery.py decides what happens after a failure.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Final

from telegram import Bot, InputFile, InputMediaDocument, Message
from telegram.constants import ChatAction
from telegram.error import TelegramError

from bot.files import Parcel, Piece
from bot.pauses import Pause
from bot.telegram_limits import CAPTION, shortened

CHAT_ACTION_EVERY: Final = 4.0  # seconds; Telegram shows one for five


async def post(bot: Bot, chat: int, parcel: Parcel) -> tuple[int, tuple[str, ...]]:
    """Send a parcel; returns the id of its last message and Telegram's ids of its files. Raises what the bot raises."""
    caption = shortened(parcel.caption, CAPTION)
    if len(parcel.pieces) == 1:
        piece = parcel.pieces[0]
        told = await bot.send_document(chat, piece.known or piece.data, caption, filename=piece.name or None)
        return told.message_id, (_held(told),)
    last = len(parcel.pieces) - 1
    media = [
        InputMediaDocument(_media(piece), caption=caption if number == last else None)
        for number, piece in enumerate(parcel.pieces)
    ]
    sent = await bot.send_media_group(chat, media)
    return sent[-1].message_id, tuple(_held(message) for message in sent)


@asynccontextmanager
async def uploading(bot: Bot, chat: int, pause: Pause) -> AsyncIterator[None]:
    """Show that a file is under way for as long as it is."""
    showing = asyncio.ensure_future(_show(bot, chat, pause))
    try:
        yield
    finally:
        showing.cancel()
        await asyncio.gather(showing, return_exceptions=True)


async def _show(bot: Bot, chat: int, pause: Pause) -> None:
    while True:
        with suppress(TelegramError):
            await bot.send_chat_action(chat, ChatAction.UPLOAD_DOCUMENT)
        await pause(CHAT_ACTION_EVERY)


def _media(piece: Piece) -> str | InputFile:
    return piece.known or InputFile(piece.data, filename=piece.name, attach=True)


def _held(message: Message) -> str:
    return message.document.file_id if message.document else ""
