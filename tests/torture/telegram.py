"""The Bot API as a server of this machine, for bots in processes of their own.

It hands out an update until that is confirmed: by the offset of getUpdates, or by the 200 of a webhook. What the
methods do, and their limits, is what the Bot API in memory does.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import json
import random
from collections import Counter
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, Final

import aiohttp
from aiohttp import web

from bot.intake.webhook import PATH, SECRET_HEADER
from bot.telegram_chats import NOT_MODIFIED, Json
from tests.support.pushing import Lines

AGAIN: Final = 0.2  # seconds until an update that a webhook did not take is sent again
LATE: Final = 15.0  # seconds after which the answer of a webhook is given up
SPOKEN: Final = ("sendMessage", "editMessageText", "sendDocument")
EXPECTED: Final = (NOT_MODIFIED, "query is too old")  # refusals that a repeated update brings by its nature


@dataclass
class Call:
    """What a call gives, as a request class would pass it on."""

    parameters: Json
    multipart_data: Mapping[str, tuple[str, bytes, str]]


class Telegram(Lines):
    """One bot's Telegram. `ports` are its webhooks; the 200 of so many `lost` in a hundred never arrives here."""

    def __init__(self, chance: random.Random, ports: tuple[int, ...] = (), lost: int = 0) -> None:
        super().__init__(lambda: dt.datetime.now(dt.UTC))
        self.root = ""
        self.sent: dict[int, Json] = {}  # every update by its id
        self.deliveries = 0  # how often a webhook answered
        self.touched: Counter[int] = Counter()  # what the bot said in each chat
        self.refused: list[str] = []
        self._chance = chance
        self._ports = ports
        self._lost = lost
        self._web: aiohttp.ClientSession | None = None

    @property
    def pushes(self) -> bool:
        """Whether updates go to webhooks; by getUpdates, what was confirmed never comes again."""
        return bool(self._ports)

    @asynccontextmanager
    async def serving(self) -> AsyncIterator[None]:
        """Answer on a free port of this machine; `root` is then its address."""
        application = web.Application(client_max_size=64 * 1024 * 1024)
        application.router.add_route("*", "/{token}/{method}", self._called)
        runner = web.AppRunner(application, access_log=None, handler_cancellation=True, shutdown_timeout=0.1)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        self.root = f"http://127.0.0.1:{runner.addresses[0][1]}"
        self._web = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=LATE))
        try:
            yield
        finally:
            for line in self._lines.values():
                line.cancel()
            await asyncio.gather(*self._lines.values(), return_exceptions=True)
            await self._web.close()
            await runner.cleanup()

    def confirmed(self, update: int) -> bool:
        """Whether the bot has said that it took this update."""
        return all(one["update_id"] != update for one in self._queue)

    async def push_again(self, update: Json) -> None:
        """Queue an update, new or not, and send it where a webhook is set."""
        self.sent[update["update_id"]] = update
        await super().push_again(update)

    # --- calls of the bot ---

    async def _called(self, request: web.Request) -> web.Response:
        name = request.match_info["method"]
        status, body = await self.do_request(name, "POST", await _given(request))  # type: ignore[arg-type]
        if name == "setWebhook":
            self._go_on()
        return web.Response(status=status, body=body, content_type="application/json")

    async def _answer(self, name: str, given: Json) -> tuple[int, bytes]:
        status, body = await super()._answer(name, given)
        if name in SPOKEN:
            self.touched[int(given["chat_id"])] += 1
        if status == 400 and not any(one in body.decode() for one in EXPECTED):
            self.refused.append(f"{name}: {json.loads(body)['description']}")
        return status, body

    async def _updates(self, given: Json) -> list[Json]:
        try:
            async with asyncio.timeout(int(given.get("timeout") or 0) or None):
                return await super()._updates(given)
        except TimeoutError:
            return []

    # --- webhooks ---

    async def _post(self, update: Json) -> bytes | None:
        """The body of a 200 from any of the webhooks; None without one, and for one that is lost on the way."""
        assert self._web is not None
        secret = str((self.chats.webhook or {}).get("secret_token"))
        address = f"http://127.0.0.1:{self._chance.choice(self._ports)}{PATH}"
        try:
            async with self._web.post(address, json=update, headers={SECRET_HEADER: secret}) as answer:
                self.deliveries += 1
                told = await answer.read() if answer.status == 200 else None
        except (aiohttp.ClientError, OSError, TimeoutError):
            return None
        return None if told is None or self._chance.randrange(100) < self._lost else told

    async def _rest(self) -> None:
        await asyncio.sleep(AGAIN)

    def _carried(self, call: Json) -> None:
        """One that was answered already is no matter."""
        if call.pop("method") == "answerCallbackQuery" and call["callback_query_id"] in self.chats.callbacks:
            self.chats.answer("answerCallbackQuery", call)


async def _given(request: web.Request) -> Call:
    if request.content_type == "application/json":
        return Call(await request.json(), {})
    form: Mapping[str, Any] = await request.post()
    files = {name: (one.filename, one.file.read(), "") for name, one in form.items() if isinstance(one, web.FileField)}
    return Call({name: one for name, one in form.items() if name not in files}, files)
