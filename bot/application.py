"""The composition root: every part of the bot is built and joined here, and nothing is built on import."""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
import os
import secrets
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any, Final

from telegram import Bot, Update
from telegram.error import InvalidToken, TelegramError
from telegram.ext import Application, CallbackContext
from telegram.request import BaseRequest

from bot import logs, profile, sending
from bot.delivery import Delivery
from bot.desk import Desk
from bot.errors import Halt
from bot.fetching import Fetching
from bot.files import Files
from bot.guidance import Guide
from bot.handlers import handlers
from bot.incoming import Arrival, Asked, Incoming
from bot.inline import Inline
from bot.intake.calls import WRONG_TOKEN
from bot.intake.polling import Polling
from bot.intake.webhook import Address, Webhook
from bot.metrics import FAILED, INTAKE, TAKEN, Metrics
from bot.pauses import Pause, first, growing
from bot.presenter import Language
from bot.receipts import Receipt, Receipts
from bot.reminders import Reminders
from bot.request import AiohttpRequest
from bot.settings import Settings
from bot.sweeper import Sweeper
from bot.tools import new_token
from bot.writers import ThreadedStore
from workflows.screens import Screen

log = logging.getLogger(__name__)

CONNECTIONS: Final = 64
ONCE_WITHIN: Final = 60.0  # seconds
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
    """The running bot. `start`, then `run` until `stop`; `close` at the very end.

    As a `worker` it takes no updates: it sends what is owed and does what is due.
    """

    def __init__(
        self,
        ptb: PtbApplication,
        desk: Desk,
        files: Files,
        delivery: Delivery,
        guide: Guide,
        pause: Pause,
        metrics: Metrics,
        address: Address | None = None,
        worker: bool = False,
        requests: Sequence[BaseRequest] = (),
    ) -> None:
        self.bot: Bot = ptb.bot
        self.delivery = delivery
        self._ptb = ptb
        self._requests = requests
        self._desk = desk
        self._files = files
        self._guide = guide
        self._pause = pause
        self._receipts = Receipts()
        self.inline = Inline(ptb.bot, guide)
        self._fetching = Fetching(ptb.bot, desk, guide)
        self._metrics = metrics
        # Behind a webhook there may be many of us, and one worker that does what is due.
        self.sweeper = Sweeper(desk, delivery, pause, Reminders(desk) if worker or address is None else None, metrics)
        self.intake: Polling | Webhook | Sweeper
        if worker:
            self.intake = self.sweeper
        elif address is None:
            self.intake = Polling(self.bot, self.process, pause)
        else:
            self.intake = Webhook(self.bot, self.take, pause, address, desk.reachable, metrics)
        self._sweeping: asyncio.Task[None] | None = None
        self.ready = False  # whether `start` has ended well
        self._published: asyncio.Task[None] | None = None
        for handler in handlers(self._take, guide.codes, lambda: desk.username):
            ptb.add_handler(handler)
        ptb.add_error_handler(self._on_error)

    async def start(self) -> None:
        """Meet Telegram and say what is still owed. Raises `Halt` for a token that Telegram does
        not accept.
        """
        await self._meet()
        self._desk.username = self.bot.username
        # By polling, one process per token answers: what an earlier one held, it will not send any more.
        for owed in await self._desk.take(everything=isinstance(self.intake, Polling)):
            self.delivery.send(owed)
        if self.intake is not self.sweeper:
            self._sweeping = asyncio.ensure_future(self.sweeper.run())
            self._published = asyncio.ensure_future(profile.publish(self.bot, self._guide))
        self.ready = True
        log.info("The bot @%s is ready.", self.bot.username)

    async def run(self) -> None:
        """Take updates until `stop`. Raises `Halt` when Telegram sends this process away."""
        await self.intake.run()

    async def once(self) -> None:
        """Send what is owed and do what is due now, for at most `ONCE_WITHIN`. Raises `StoreFault`."""
        await self.sweeper.round()
        await first(self.delivery.idle(), self._pause(ONCE_WITHIN))

    def stop(self) -> None:
        """Let `run` finish what is in hand and return."""
        self.intake.stop()

    async def close(self) -> None:
        """Finish what is being said, write what went out and let go of threads and connections."""
        beside = [one for one in (self._sweeping, self._published) if one is not None]
        for task in beside:
            task.cancel()
        await asyncio.gather(*beside, return_exceptions=True)
        await self.delivery.stop()
        await self.inline.stop()
        with suppress(TelegramError):
            await self._ptb.shutdown()
        for request in self._requests:  # the library leaves them open when it never met Telegram
            await request.shutdown()
        self._desk.close()
        self._files.close()

    async def published(self) -> None:
        """Wait until commands and profile texts are published."""
        if self._published is not None:
            await self._published

    async def process(self, update: Update) -> bool:
        """Take one update to its commit and start to answer it; True when it may be confirmed."""
        return (await self.take(update)).taken

    async def take(self, update: Update) -> Receipt:
        """Take one update to its commit and start to answer it; by webhook, the receipt answers the tap."""
        logs.update.set(update.update_id)
        with self._metrics.timed(INTAKE):
            receipt = await self._receipts.process(self._ptb, update)
        self._metrics.count(receipt.outcome)
        return receipt

    async def _take(self, update: Update, arrival: Arrival | Asked | None) -> None:
        outcome, answer = TAKEN, None
        if isinstance(arrival, Asked):
            self.inline.accept(arrival)
        elif arrival is not None:
            if isinstance(arrival, Incoming):
                arrival = await self._fetching.completed(arrival)
            handled = await self._desk.handle(arrival)
            if isinstance(self.intake, Webhook) and isinstance(arrival, Incoming) and arrival.callback_id is not None:
                answer = sending.answer_of(arrival.callback_id, handled.toast)
            self.delivery.accept(arrival, handled, answered=answer is not None)
            outcome = FAILED if handled.failed else TAKEN
        self._receipts.mark(update.update_id, outcome, answer)

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
    new_token: Callable[[], str] = new_token,
    pause: Pause = asyncio.sleep,
    on_screen: Callable[[int, Screen, Language], None] = lambda *_: None,
    worker: bool = False,
) -> App:
    """The bot over a store that is up to date. Without `request` it speaks with the Bot API over the network.

    As a `worker` it takes no updates: it sends what is owed and does what is due.

    Raises `SettingsFault` when the token is missing.
    """
    os.environ.setdefault("PTB_TIMEDELTA", "true")  # how python-telegram-bot 22 tells the wait of a 429
    root = settings.telegram_api_url
    calls, asking = request or AiohttpRequest(CONNECTIONS), request or AiohttpRequest(2)
    ptb: PtbApplication = (
        Application.builder()
        .token(settings.required_token())
        .base_url(f"{root}/bot")
        .base_file_url(f"{root}/file/bot")
        .request(calls)
        .get_updates_request(asking)
        .updater(None)
        .job_queue(None)
        .build()
    )
    metrics = Metrics()
    desk = Desk(store, guide, clock, new_id, on_screen, metrics, new_token)
    files = Files(desk, guide, metrics)
    delivery = Delivery(ptb.bot, desk, files, guide, pause, metrics)
    address = None
    if settings.webhook_url is not None and settings.webhook_secret is not None:
        address = Address(settings.webhook_url, settings.webhook_secret, settings.port)
    return App(ptb, desk, files, delivery, guide, pause, metrics, address, worker, (calls, asking))
