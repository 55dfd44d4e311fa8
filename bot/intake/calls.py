"""Calls to Telegram without which an intake cannot begin or go on: asked again until there is an answer."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Final, TypeVar

from telegram.error import InvalidToken, RetryAfter, TelegramError

from bot.errors import Halt
from bot.pauses import Patience, first, growing
from bot.sending import wait_of

log = logging.getLogger(__name__)

WRONG_TOKEN: Final = "Telegram does not accept TELEGRAM_BOT_TOKEN: ask @BotFather for the current token."  # noqa: S105

T = TypeVar("T")


async def insisting(
    call: Callable[[], Awaitable[T]], patience: Patience, final: type[TelegramError], sentence: str
) -> T | None:
    """The answer of Telegram, however long the network is away, or None when the process is stopping.

    Raises `Halt` with `sentence` for an error of the class `final`, and for a token that ended.
    """
    pauses, told = growing(), False
    while not patience.over:
        asking = asyncio.ensure_future(call())
        await first(asyncio.wait({asking}), patience.ended())
        if not asking.done():
            asking.cancel()
            await asyncio.gather(asking, return_exceptions=True)
            return None
        try:
            answer = asking.result()
        except InvalidToken as refused:
            raise Halt(WRONG_TOKEN) from refused
        except final as refused:
            raise Halt(sentence.format(reason=refused)) from refused
        except RetryAfter as flood:
            await patience.rest(wait_of(flood))
        except TelegramError as failed:
            if not told:
                log.warning("Telegram does not answer; asking again until it does: %s", failed)
            told = True
            await patience.rest(next(pauses))
        else:
            if told:
                log.info("Telegram answers again.")
            return answer
    return None
