"""The composition root: every part of the bot is built and joined here, and nothing is built on import."""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
import os
import secrets
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Final

from telegram import Bot, Update
from telegram.error import InvalidToken, TelegramError
from telegram.ext import Application, CallbackContext
from telegram.request import BaseRequest, HTTPXRequest

from bot import profile
from bot.delivery import Delivery
from bot.desk import Desk, ThreadedStore
from bot.errors import Halt
from bot.files import Files
from bot.guidance import Guide
from bot.handlers import handlers
from bot.incoming import Arrival, Asked, Incoming
from bot.inline import Inline
from bot.intake.polling import WRONG_TOKEN, Polling
from bot.pauses import Pause, growing
from bot.pictures import Pictures
from bot.presenter import Language
from bot.receipts import Receipts
from bot.settings import Settings
from workflows.actions import Picture
from workflows.screens import Screen

log = logging.getLogger(__name__)

CONNECTIONS: Final = 32
EASTERN: Final = dt.timezone(dt.timedelta(hours=-5))
_ID_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz234567"

PtbApplication = Application[Any, Any, Any, Any, Any, Any]


def now() -> dt.datetime:
    """The time, dated as in Eastern Standard Time (docs/decisions/0012): most evenings in Canada keep their date."""
    return dt.datetime.now(EASTERN)


def new_id() -> str:
    """A short random id of eight letters and digits, as payloads need it."""
    return "".join(secrets.choice(_ID_LETTERS) for _ in range(8))


class App:
    """The running bot. `start`, then `run` until `stop`; `close` at the very end."""

    def __init__(
        self, ptb: PtbApplication, desk: Desk, files: Files, delivery: Delivery, guide: Guide, pause: Pause
    ) -> None:
        self.bot: Bot = ptb.bot
        self.delivery = delivery
        self._ptb = ptb
        self._desk = desk
        self._files = files
        self._guide = guide
        self._pause = pause
        self._receipts = Receipts()
        self.inline = Inline(ptb.bot, guide)
        self._pictures = Pictures(ptb.bot, desk, guide)
        self._polling = Polling(self.bot, self.process, pause)
        self._published: asyncio.Task[None] | None = None
        for handler in handlers(self._take, guide.codes, lambda: desk.username):
            ptb.add_handler(handler)
        ptb.add_error_handler(self._on_error)

    @property
    def ready(self) -> bool:
        """Whether `start` has ended well."""
        return self._published is not None

    async def start(self) -> None:
        """Meet Telegram and say what is still owed. Raises `Halt` for a token that Telegram does
        not accept.
        """
        await self._meet()
        self._desk.username = self.bot.username
        for owed in await self._desk.owed():
            self.delivery.send(owed)
        self._published = asyncio.ensure_future(profile.publish(self.bot, self._guide))
        log.info("The bot @%s is ready.", self.bot.username)

    async def run(self) -> None:
        """Take updates until `stop`. Raises `Halt` when Telegram sends this process away."""
        await self._polling.run()

    def stop(self) -> None:
        """Let `run` finish what is in hand and return."""
        self._polling.stop()

    async def close(self) -> None:
        """Finish what is being said, write what went out and let go of threads and connections."""
        if self._published is not None:
            self._published.cancel()
            await asyncio.gather(self._published, return_exceptions=True)
        await self.delivery.stop()
        await self.inline.idle()
        with suppress(TelegramError):
            await self._ptb.shutdown()
        self._desk.close()
        self._files.close()

    async def published(self) -> None:
        """Wait until commands and profile texts are published."""
        if self._published is not None:
            await self._published

    async def process(self, update: Update) -> bool:
        """Take one update to its commit and start to answer it; True when it may be confirmed."""
        return await self._receipts.process(self._ptb, update)

    async def _take(self, update: Update, arrival: Arrival | Asked | None) -> None:
        if isinstance(arrival, Asked):
            self.inline.accept(arrival)
        elif arrival is not None:
            if isinstance(arrival, Incoming) and isinstance(arrival.action, Picture):
                arrival = await self._pictures.fetched(arrival, arrival.action)
            handled = await self._desk.handle(arrival)
            self.delivery.accept(arrival, handled)
        self._receipts.mark(update.update_id)

    async def _on_error(self, update: object, context: CallbackContext[Any, Any, Any, Any]) -> None:
        self._receipts.on_error(update, context.error)

    async def _meet(self) -> None:
        """getMe, however long the network is away."""
        for seconds in growing():
            try:
                await self._ptb.initialize()
            except InvalidToken as refused:
                raise Halt(WRONG_TOKEN) from refused
            except TelegramError as failed:
                log.warning("Telegram does not answer; asking again in %.0f s: %s", seconds, failed)
                await self._pause(seconds)
            else:
                return


def build(
    settings: Settings,
    guide: Guide,
    store: ThreadedStore,
    *,
    request: BaseRequest | None = None,
    clock: Callable[[], dt.datetime] = now,
    new_id: Callable[[], str] = new_id,
    pause: Pause = asyncio.sleep,
    on_screen: Callable[[int, Screen, Language], None] = lambda *_: None,
) -> App:
    """The bot over a store that is up to date. Without `request` it speaks with the Bot API over the network.

    Raises `SettingsFault` when the token is missing.
    """
    os.environ.setdefault("PTB_TIMEDELTA", "true")  # how python-telegram-bot 22 tells the wait of a 429
    root = settings.telegram_api_url
    ptb: PtbApplication = (
        Application.builder()
        .token(settings.required_token())
        .base_url(f"{root}/bot")
        .base_file_url(f"{root}/file/bot")
        .request(request or _network(CONNECTIONS))
        .get_updates_request(request or _network(2))
        .updater(None)
        .job_queue(None)
        .build()
    )
    desk = Desk(store, guide, clock, new_id, on_screen)
    files = Files(desk, guide)
    return App(ptb, desk, files, Delivery(ptb.bot, desk, files, guide, pause), guide, pause)


def _network(connections: int) -> HTTPXRequest:
    return HTTPXRequest(
        connection_pool_size=connections,
        connect_timeout=10.0,
        read_timeout=20.0,
        write_timeout=20.0,
        pool_timeout=10.0,
        media_write_timeout=60.0,
    )
