"""The Bot API answered in memory, as a request class of python-telegram-bot: the terminal and the tests talk
to it.

It queues updates until they are confirmed, as Telegram does, and can be told to fail. What the methods do is
in telegram_chats.py. It must not know the workflow, the database or the application.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import json
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from telegram.error import NetworkError
from telegram.request import BaseRequest, RequestData

from bot.telegram_chats import Chats, Json, Shown
from bot.telegram_limits import Refused

WEBHOOK_ACTIVE: Final = "Conflict: can't use getUpdates method while webhook is active"


@dataclass(frozen=True)
class Failure:
    """An answer that the next fitting call gets instead of the true one; `done`: the call took
    effect first.
    """

    status: int = 0  # 0: the connection is cut
    description: str = ""
    parameters: Mapping[str, int] = field(default_factory=dict)
    done: bool = False


class BotApi(BaseRequest):
    """One bot and its chats; `calls` counts the calls by method. Each application over it stands for one
    process.
    """

    def __init__(self, clock: Callable[[], dt.datetime], username: str = "lip_guide_bot", first_id: int = 1) -> None:
        self.username = username
        self.chats = Chats(clock, username, first_id)
        self.calls: Counter[str] = Counter()
        self._last_update = first_id - 1
        self._queue: list[Json] = []
        self._failures: list[tuple[str, int | None, Failure]] = []
        self._waiting = 0
        self._changed = asyncio.Condition()

    async def say(self, person: Json, chat: int, text: str, **more: Any) -> int:
        """A person sends a text (`more` are further fields of the message); returns its message id."""
        message = self.chats.hear(chat, text)
        await self.push("message", {**message, "from": person, **more})
        return int(message["message_id"])

    async def tap(self, person: Json, card: Shown, data: str) -> None:
        """A person presses a button with this payload below the card."""
        query = {"id": f"tap{self._last_update + 1}", "from": person, "chat_instance": "0", "data": data}
        await self.push("callback_query", {**query, "message": self.chats.json(card)})

    async def push(self, kind: str, content: Json) -> int:
        """Queue an update for getUpdates and return its id."""
        self._last_update += 1
        if kind == "callback_query":
            self.chats.callbacks.add(content["id"])
        if kind == "inline_query":
            self.chats.queries.add(content["id"])
        await self.push_again({"update_id": self._last_update, kind: content})
        return self._last_update

    async def push_again(self, update: Json) -> None:
        """Queue an update as it is, such as one that was not confirmed before a crash."""
        async with self._changed:
            self._queue.append(update)
            self._changed.notify_all()

    async def drained(self) -> None:
        """Wait until every update was confirmed and the bot asks for more."""
        await self.until(lambda: self._waiting > 0 and not self._queue)

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait until this holds; it is asked again after every call and every update."""
        async with self._changed:
            await self._changed.wait_for(holds)

    def fail(self, method: str, failure: Failure, times: int = 1, chat: int | None = None) -> None:
        """Let the next `times` calls of this method (to this chat, or to any) fail."""
        self._failures.extend([(method, chat, failure)] * times)

    @property
    def queued(self) -> tuple[Json, ...]:
        """The updates that were not confirmed yet, oldest first."""
        return tuple(self._queue)

    @property
    def read_timeout(self) -> float | None:
        """None: an answer from memory is never late."""
        return None

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_request(
        self,
        url: str,
        method: str,  # noqa: ARG002
        request_data: RequestData | None = None,
        *_: Any,
        **__: Any,
    ) -> tuple[int, bytes]:
        """Answer one call as the Bot API server would: status and JSON."""
        name = url.rsplit("/", 1)[-1]
        given: Json = dict(request_data.parameters) if request_data else {}
        given["files"] = dict(request_data.multipart_data) if request_data else {}
        if "/file/bot" in url:
            return 200, self.chats.files[name]
        self.calls[name] += 1
        try:
            return await self._answer(name, given)
        finally:
            async with self._changed:
                self._changed.notify_all()

    async def _answer(self, name: str, given: Json) -> tuple[int, bytes]:
        failure = self._failure(name, given.get("chat_id"))
        if failure is not None and not failure.done:
            return _refused(failure)
        if name == "getUpdates" and self.chats.webhook is not None:
            return _refused(Failure(409, WEBHOOK_ACTIVE))
        try:
            result = await self._updates(given) if name == "getUpdates" else self.chats.answer(name, given)
        except Refused as refused:
            return _refused(Failure(400, str(refused)))
        return (200, json.dumps({"ok": True, "result": result}).encode()) if failure is None else _refused(failure)

    async def _updates(self, given: Json) -> list[Json]:
        offset = int(given.get("offset") or 0)
        async with self._changed:
            self._queue = [update for update in self._queue if update["update_id"] >= offset]
            self._waiting += 1
            self._changed.notify_all()
            try:
                if given.get("timeout"):
                    await self._changed.wait_for(lambda: self._queue)
            finally:
                self._waiting -= 1
            return self._queue[: int(given.get("limit") or 100)]

    def _failure(self, method: str, chat: object) -> Failure | None:
        for one in self._failures:
            if one[0] == method and one[1] in (None, chat):
                self._failures.remove(one)
                return one[2]
        return None


def _refused(failure: Failure) -> tuple[int, bytes]:
    if not failure.status:
        raise NetworkError("the connection was cut")
    told: Json = {"ok": False, "error_code": failure.status, "description": failure.description}
    if failure.parameters:
        told["parameters"] = dict(failure.parameters)
    return failure.status, json.dumps(told).encode()
