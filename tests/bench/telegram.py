"""A Telegram for measuring, in a process of its own: it answers every call, presses buttons and takes the time.

Closed load: every chat presses again as soon as its card was answered and, by webhook, its update acknowledged. Open
load: presses come at a steady rate. Parsing is as small as it can be, so that the bot is what is measured.
"""

from __future__ import annotations

import asyncio
import json
import re
import time
from collections import deque
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from typing import Any

SECRET = "bench-secret"
_CHAT = re.compile(rb"chat_id\W{1,3}(\d+)")  # in JSON and in forms alike
_LENGTH = re.compile(rb"content-length: *(\d+)", re.IGNORECASE)
_OFFSET = re.compile(rb"offset\W{1,3}(\d+)")
_ROWS = [[{"text": words, "callback_data": words}] for words in ("Yes", "No", "Not sure yet", "Home")]
_HELD = ("sendMessage", "editMessageText")


@dataclass
class Load:
    """What to do for a while. `ports` are those of the webhooks (none: getUpdates), `payloads` what chats press."""

    chats: int
    seconds: float
    payloads: dict[int, tuple[str, ...]]
    ports: tuple[int, ...] = ()
    latency: float = 0.0
    rate: float | None = None  # presses per second, or as fast as they are answered


@dataclass
class Measured:
    """What came back: answered updates per second and, in seconds, how long each answer took."""

    rate: float
    waits: list[float] = field(default_factory=list)

    def at(self, part: float) -> float:
        """The wait below which this part of the answers lies."""
        ordered = sorted(self.waits)
        return ordered[min(int(len(ordered) * part), len(ordered) - 1)]


class Telegram:
    """The Bot API and its people."""

    def __init__(self) -> None:
        self.latency = 0.0
        self._load: Load | None = None
        self._number = 0
        self._turns: dict[int, int] = {}
        self._since: dict[int, float] = {}  # chats that wait for their answer
        self._open: dict[int, int] = {}  # what is still missing before a chat presses again
        self._waits: list[float] = []
        self._queue: deque[dict[str, Any]] = deque()
        self._polled: list[asyncio.StreamWriter] = []
        self._ways: dict[int, deque[tuple[asyncio.StreamReader, asyncio.StreamWriter]]] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    async def run(self, load: Load) -> Measured:
        """Press for so many seconds and wait until everything in hand is answered."""
        self._load, self.latency, self._waits = load, load.latency, []
        began = time.perf_counter()
        ending = began + load.seconds
        if load.rate is None:
            for chat in range(1, load.chats + 1):
                self._press(chat)
            await asyncio.sleep(load.seconds)
        else:
            sent = 0
            while time.perf_counter() < ending:
                due = int((time.perf_counter() - began) * load.rate)
                while sent < due:
                    sent += 1
                    self._press(next((c for c in range(1, load.chats + 1) if c not in self._since), 1))
                await asyncio.sleep(0.002)
        answered, took = len(self._waits), time.perf_counter() - began
        self._load = None
        for _ in range(2000):
            if not self._since:
                break
            await asyncio.sleep(0.005)
        return Measured(answered / took, self._waits)

    def _press(self, chat: int) -> None:
        load = self._load
        if load is None or chat in self._since:
            return
        self._number += 1
        turn = self._turns[chat] = self._turns.get(chat, 0) + 1
        payloads = load.payloads.get(chat, ("x",))
        update = press(self._number, chat, payloads[turn % len(payloads)])
        self._since[chat] = time.perf_counter()
        self._open[chat] = 1
        if load.ports:
            self._open[chat] = 2
            self._begin(self._post(load.ports[self._number % len(load.ports)], chat, update))
        else:
            self._queue.append(update)
            self._feed()

    def _closed(self, chat: int, answered: bool) -> None:
        if chat not in self._since:
            return
        if answered:
            self._waits.append(time.perf_counter() - self._since[chat])
        self._open[chat] -= 1
        if not self._open[chat]:
            del self._since[chat]
            if self._load is not None and self._load.rate is None:
                self._press(chat)

    async def _post(self, port: int, chat: int, update: dict[str, Any]) -> None:
        ways = self._ways.setdefault(port, deque())
        reader, writer = ways.pop() if ways else await asyncio.open_connection("127.0.0.1", port)
        body = json.dumps(update).encode()
        head = (
            f"POST /telegram HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n"
            f"X-Telegram-Bot-Api-Secret-Token: {SECRET}\r\n\r\n"
        )
        writer.write(head.encode() + body)
        answer = await reader.readuntil(b"\r\n\r\n")
        length = _LENGTH.search(answer)
        if length and int(length[1]):
            await reader.readexactly(int(length[1]))
        assert answer.startswith(b"HTTP/1.1 200"), answer
        ways.append((reader, writer))
        self._closed(chat, answered=False)

    # --- the Bot API ---

    async def connection(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer the calls of one connection."""
        loop = asyncio.get_running_loop()
        while True:
            try:
                head = await reader.readuntil(b"\r\n\r\n")
                length = _LENGTH.search(head)
                body = await reader.readexactly(int(length[1])) if length else b""
            except (asyncio.IncompleteReadError, ConnectionError):
                return
            name = head.split(b" ", 2)[1].rpartition(b"/")[2].decode()
            if name == "getUpdates":
                self._poll(body, writer)
                continue
            found = _CHAT.search(body) if name in _HELD else None
            chat = int(found[1]) if found else 0
            if self.latency:
                loop.call_later(self.latency, self._say, writer, name, chat)
            else:
                self._say(writer, name, chat)

    def _say(self, writer: asyncio.StreamWriter, name: str, chat: int) -> None:
        writer.write(_answer(_result(name, chat)))
        if chat:
            self._closed(chat, answered=True)

    def _poll(self, body: bytes, writer: asyncio.StreamWriter) -> None:
        offset = _OFFSET.search(body)
        while offset and self._queue and self._queue[0]["update_id"] < int(offset[1]):
            self._queue.popleft()
        self._polled.append(writer)
        self._feed()

    def _feed(self) -> None:
        if self._queue and self._polled:
            self._polled.pop().write(_answer(list(self._queue)[:100]))

    def _begin(self, work: Any) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


def press(number: int, chat: int, data: str) -> dict[str, Any]:
    """A button pressed in a private chat, as Telegram sends it."""
    user = {"id": chat, "is_bot": False, "first_name": "P", "language_code": "en"}
    message = {**_message(chat), "reply_markup": {"inline_keyboard": _ROWS}}
    query = {"id": str(number), "from": user, "chat_instance": "0", "data": data, "message": message}
    return {"update_id": number, "callback_query": query}


def _result(name: str, chat: int) -> Any:
    if name == "getMe":
        return {"id": 1, "is_bot": True, "first_name": "bot", "username": "bench_bot"}
    if name == "getMyCommands":
        return []
    if name.startswith("getMy"):
        return {"name": "", "description": "", "short_description": ""}
    if name in _HELD:
        return _message(chat)
    return True


def _message(chat: int) -> dict[str, Any]:
    bot = {"id": 1, "is_bot": True, "first_name": "bot", "username": "bench_bot"}
    text = "Does a council meet already? " * 5
    return {"message_id": 10, "date": 1800000000, "chat": {"id": chat, "type": "private"}, "from": bot, "text": text}


def _answer(result: Any) -> bytes:
    answer = json.dumps({"ok": True, "result": result}).encode()
    return b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(answer) + answer


def serve(orders: Connection) -> None:
    """Tell the port, then carry out every `Load` that comes and send what was measured, until it is ended."""

    async def listen() -> None:
        telegram = Telegram()
        server = await asyncio.start_server(telegram.connection, "127.0.0.1", 0)
        orders.send(server.sockets[0].getsockname()[1])
        loop = asyncio.get_running_loop()
        while True:
            orders.send(await telegram.run(await loop.run_in_executor(None, orders.recv)))

    asyncio.run(listen())
