"""The webhook: an update is answered with 200 only after its commit, and with 503 when it has to come again.

An ASGI application with three addresses: `POST /telegram`, `GET /healthz` and `GET /metrics`. It must not know what
an update asks for.
"""

from __future__ import annotations

import asyncio
import hmac
import logging
import socket
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Final

import orjson
import uvicorn
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route
from telegram import Bot, Update
from telegram.error import BadRequest

from bot.errors import Halt
from bot.handlers import ALLOWED_UPDATES
from bot.intake.calls import insisting
from bot.intake.lines import SIDE_BY_SIDE, Lines, chat_of
from bot.metrics import CONTENT_TYPE, Metrics
from bot.pauses import Patience, Pause
from bot.receipts import Receipt
from bot.unread import without_unread

log = logging.getLogger(__name__)

PATH: Final = "/telegram"
SECRET_HEADER: Final = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - a name, as the Bot API writes it
LONGEST: Final = 1024 * 1024  # bytes; an update holds a few kilobytes
STOP_WITHIN: Final = 4  # seconds
BACKLOG: Final = 128  # connections that wait to be accepted
REFUSED: Final = "Telegram does not accept WEBHOOK_URL ({reason}): it takes a public https address."

Take = Callable[[Update], Awaitable[Receipt]]


@dataclass(frozen=True)
class Address:
    """Where Telegram sends updates: the public base address, the secret that proves them, the port here."""

    url: str
    secret: str = field(repr=False)
    port: int


class Webhook:
    """The receiver of one bot's updates: `run` until `stop`, or until Telegram refuses the address (`Halt`)."""

    def __init__(
        self,
        bot: Bot,
        take: Take,
        pause: Pause,
        address: Address,
        healthy: Callable[[], Awaitable[bool]],
        metrics: Metrics,
    ) -> None:
        self._bot = bot
        self._take = take
        self._patience = Patience(pause)
        self._address = address
        self._secret = address.secret.encode()
        self._healthy = healthy
        self._metrics = metrics
        self._lines = Lines()
        self.port = 0  # the port that it listens on, once it does
        self.application = Starlette(
            routes=[
                Route(PATH, self._telegram, methods=["POST"]),
                Route("/healthz", self._health, methods=["GET"]),
                Route("/metrics", self._measured, methods=["GET"]),
            ]
        )
        self._server = _Server(
            uvicorn.Config(
                self.application,
                loop="none",
                http="httptools",
                proxy_headers=False,  # who asks is proved by the secret, not by an address
                ws="none",
                lifespan="off",
                log_config=None,
                access_log=False,
                server_header=False,
                date_header=False,
                timeout_graceful_shutdown=STOP_WITHIN,
            )
        )

    async def run(self) -> None:
        """Listen, tell Telegram where, and take updates until `stop`. Raises `Halt` when the port is
        taken or Telegram does not want the address.
        """
        try:
            heard = socket.create_server(("0.0.0.0", self._address.port), backlog=BACKLOG)  # noqa: S104 - behind a router
        except OSError as taken:
            raise Halt(f"PORT {self._address.port} cannot be listened on: {taken.strerror}.") from taken
        self.port = heard.getsockname()[1]
        serving = asyncio.ensure_future(self._server.serve([heard]))
        try:
            await insisting(self._set, self._patience, BadRequest, REFUSED)
            await self._patience.ended()
        finally:
            self._server.should_exit = True
            await serving

    def stop(self) -> None:
        """Take nothing more; `run` then finishes what is in hand and returns."""
        self._patience.end()

    async def _set(self) -> bool:
        return await self._bot.set_webhook(
            self._address.url + PATH,
            secret_token=self._address.secret,
            allowed_updates=ALLOWED_UPDATES,
            max_connections=SIDE_BY_SIDE,
        )

    # --- the three addresses ---

    async def _telegram(self, request: Request) -> Response:
        given = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode(), self._secret):
            return Response(status_code=403)
        body = await _body(request)
        if body is None:
            return Response(status_code=413)
        update = _read(body, self._bot)
        if update is None:
            return Response(status_code=400)
        async with self._lines.turn(chat_of(update)), self._lines.slots:
            receipt = await self._take(update)
        if not receipt.taken:
            return Response(status_code=503)
        if receipt.answer is None:
            return Response()
        return Response(orjson.dumps(receipt.answer), media_type="application/json")

    async def _health(self, _: Request) -> Response:
        database = await self._healthy()
        told = {"process": "ok", "database": "ok" if database else "away"}
        return Response(orjson.dumps(told), 200 if database else 503, media_type="application/json")

    async def _measured(self, _: Request) -> Response:
        return Response(self._metrics.rendered(), media_type=CONTENT_TYPE)


class _Server(uvicorn.Server):
    """Signals are heard by the command line, which also ends what uvicorn does not know of."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


async def _body(request: Request) -> bytes | None:
    """The body, or None when it is too long or was cut off."""
    parts, size = [], 0
    try:
        async for part in request.stream():
            size += len(part)
            if size > LONGEST:
                return None
            parts.append(part)
    except ClientDisconnect:
        return None
    return b"".join(parts)


def _read(body: bytes, bot: Bot) -> Update | None:
    """The update, or None for what Telegram would never send."""
    try:
        raw: Any = orjson.loads(body)
        return Update.de_json(without_unread(raw), bot) if isinstance(raw["update_id"], int) else None
    except Exception as error:  # noqa: BLE001 - whatever is wrong with the bytes, they are no update
        log.warning("What came to the webhook is no update: %s", type(error).__name__)
        return None
