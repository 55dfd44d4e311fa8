"""Telegram as it sends updates to a webhook: chat by chat in order, again until each is answered with 200."""

from __future__ import annotations

import asyncio
import datetime as dt
import json
from collections.abc import Callable
from typing import Any

import httpx
from telegram.request import RequestData

from bot.intake.webhook import PATH, SECRET_HEADER
from bot.telegram_chats import Json
from bot.telegram_in_memory import BotApi
from tests.support.hourglass import Hourglass

AGAIN = 1.0  # seconds until an update that was not taken is sent again


class Lines(BotApi):
    """A Bot API that sends updates by itself once a webhook is set: a line of them for each chat."""

    def __init__(self, clock: Callable[[], dt.datetime]) -> None:
        super().__init__(clock)
        self._lines: dict[int, asyncio.Task[None]] = {}

    async def push_again(self, update: Json) -> None:
        """Queue an update, and send it when the webhook is set."""
        await super().push_again(update)
        self._go_on()

    def _go_on(self) -> None:
        if self.chats.webhook is None:
            return
        for chat in {chat_of(update) for update in self._queue}:
            line = self._lines.get(chat)
            if line is None or line.done():
                self._lines[chat] = asyncio.ensure_future(self._send(chat))

    async def _send(self, chat: int) -> None:
        while line := [update for update in self._queue if chat_of(update) == chat]:
            answer = await self._post(line[0])
            if answer is None:
                await self._rest()
                continue
            if answer:
                self._carried(json.loads(answer))
            async with self._changed:
                self._queue.remove(line[0])
                self._changed.notify_all()

    async def _post(self, update: Json) -> bytes | None:
        """Send one update; the body of the answer 200, or None where it has to be sent again."""
        raise NotImplementedError

    async def _rest(self) -> None:
        """Wait until an update that was not taken is sent again."""
        raise NotImplementedError

    def _carried(self, call: Json) -> None:
        """Do what the answer itself asks for."""
        raise NotImplementedError


class Pushing(Lines):
    """The Bot API in memory, with a webhook on a port of this machine instead of getUpdates."""

    def __init__(self, glass: Hourglass, port: Callable[[], int]) -> None:
        super().__init__(glass.clock)
        self.answers: list[int] = []  # the status of every answer of the webhook
        self._glass = glass
        self._port = port

    async def drained(self) -> None:
        """Wait until every update was taken."""
        await self.until(lambda: not self._queue and self.chats.webhook is not None)

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *more: Any, **options: Any
    ) -> tuple[int, bytes]:
        """Answer one call; when it sets the webhook, what waits is sent."""
        answer = await super().do_request(url, method, request_data, *more, **options)
        if url.endswith("/setWebhook"):
            self._go_on()
        return answer

    async def _post(self, update: Json) -> bytes | None:
        secret = str((self.chats.webhook or {}).get("secret_token"))
        async with httpx.AsyncClient(trust_env=False) as client:
            url = f"http://127.0.0.1:{self._port()}{PATH}"
            answer = await client.post(url, json=update, headers={SECRET_HEADER: secret})
        self.answers.append(answer.status_code)
        return answer.content if answer.status_code == 200 else None

    async def _rest(self) -> None:
        await self._glass.pause(AGAIN)

    def _carried(self, call: Json) -> None:
        name = call.pop("method")
        self.calls[name] += 1
        self.chats.answer(name, call)


def chat_of(update: Json) -> int:
    """The chat that an update belongs to; 0 for none."""
    for content in update.values():
        if isinstance(content, dict):
            found = content.get("chat") or content.get("message", {}).get("chat", {})
            return int(found.get("id", 0))
    return 0
