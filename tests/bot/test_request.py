"""The way to the Bot API, against a real server on loopback: what is sent, what comes back, and how it can fail."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, NetworkError, RetryAfter, TimedOut

from bot.request import AiohttpRequest
from bot.sending import wait_of

SENT = {"message_id": 5, "date": 0, "chat": {"id": 7, "type": "private"}, "text": "x"}


class Server:
    """A Bot API that keeps what it was asked and answers what a test laid ready; None hangs until the end."""

    def __init__(self) -> None:
        self.asked: list[dict[str, Any]] = []
        self.types: list[str] = []
        self.connections: set[Any] = set()
        self.answers: list[tuple[int, bytes] | None] = []
        self.end = asyncio.Event()
        self.root = ""

    def says(self, status: int, **told: Any) -> None:
        self.answers.append((status, json.dumps(told).encode()))

    async def answer(self, request: web.Request) -> web.Response:
        self.types.append(request.content_type)
        self.connections.add(request.transport)
        if request.content_type == "application/json":
            self.asked.append(await request.json())
        elif request.content_type == "multipart/form-data":
            form = await request.post()
            read = {name: value for name, value in form.items() if isinstance(value, str)}
            files = {
                name: (value.filename, value.content_type, value.file.read())
                for name, value in form.items()
                if isinstance(value, web.FileField)
            }
            self.asked.append({**read, "files": files})
        said = self.answers.pop(0) if self.answers else (200, json.dumps({"ok": True, "result": SENT}).encode())
        if said is None:
            await self.end.wait()
            said = (200, b"{}")
        return web.Response(status=said[0], body=said[1], content_type="application/json")


@pytest.fixture
async def server(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Server]:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    made = Server()
    application = web.Application()
    application.router.add_route("*", "/{path:.*}", made.answer)
    async with TestServer(application) as running:
        made.root = str(running.make_url("/"))
        yield made
        made.end.set()


@pytest.fixture
async def bot(server: Server) -> AsyncIterator[Bot]:
    """A bot that speaks with the server; it met nobody yet."""
    request = AiohttpRequest(4)
    await request.initialize()
    yield Bot("1:x", base_url=f"{server.root}bot", request=request, get_updates_request=request)
    await request.shutdown()


async def test_a_call_sends_its_parameters_as_one_json_body(server: Server, bot: Bot) -> None:
    markup = InlineKeyboardMarkup([[InlineKeyboardButton("Là ✓", callback_data="a")]])
    sent = await bot.send_message(7, "é <b>", reply_markup=markup)
    assert sent.message_id == 5
    [asked] = server.asked
    assert asked["text"] == "é <b>"
    assert asked["chat_id"] == 7
    assert asked["reply_markup"] == {"inline_keyboard": [[{"text": "Là ✓", "callback_data": "a"}]]}


async def test_of_an_edit_only_its_success_is_read(server: Server, bot: Bot) -> None:
    assert await bot.edit_message_text("x", 7, 5) is True
    server.says(400, ok=False, description="Bad Request: message is not modified")
    with pytest.raises(BadRequest, match="not modified"):
        await bot.edit_message_text("x", 7, 5)


async def test_a_file_is_uploaded_with_its_name_and_the_other_parameters(server: Server, bot: Bot) -> None:
    await bot.send_document(7, b"%PDF", "légende", filename="PLI-été 1.pdf")
    [asked] = server.asked
    assert asked["files"]["document"] == ("PLI-été 1.pdf", "application/pdf", b"%PDF")
    assert (asked["chat_id"], asked["caption"]) == ("7", "légende")


async def test_calls_after_each_other_use_one_connection(server: Server, bot: Bot) -> None:
    for _ in range(3):
        await bot.send_message(7, "x")
    assert len(server.connections) == 1


@pytest.mark.parametrize(
    ("status", "told", "error"),
    [
        (400, {"description": "Bad Request: chat not found"}, BadRequest),
        (400, {"description": "upgraded", "parameters": {"migrate_to_chat_id": -100}}, ChatMigrated),
        (401, {"description": "Unauthorized"}, InvalidToken),
        (403, {"description": "Forbidden: bot was blocked by the user"}, Forbidden),
        (429, {"description": "Too Many Requests", "parameters": {"retry_after": 5}}, RetryAfter),
        (502, {"description": "Bad Gateway"}, NetworkError),
    ],
)
async def test_what_a_refusal_means_stays_with_the_library(
    server: Server, bot: Bot, status: int, told: dict[str, Any], error: type[Exception]
) -> None:
    server.says(status, ok=False, **told)
    with pytest.raises(error) as refused:
        await bot.send_message(7, "x")
    assert not isinstance(refused.value, RetryAfter) or wait_of(refused.value) == 5


async def test_an_answer_that_does_not_come_is_a_time_limit(server: Server, bot: Bot) -> None:
    server.answers.append(None)
    with pytest.raises(TimedOut):
        await bot.send_message(7, "x", read_timeout=0.02)


async def test_a_pool_without_a_free_connection_is_a_time_limit(server: Server) -> None:
    request = AiohttpRequest(1)
    await request.initialize()
    server.answers.append(None)
    slow = asyncio.ensure_future(request.do_request(f"{server.root}x", "POST"))
    await asyncio.sleep(0)
    with pytest.raises(TimedOut):
        await request.do_request(f"{server.root}x", "POST", pool_timeout=0.02)
    server.end.set()
    assert (await slow)[0] == 200
    await request.shutdown()


async def test_an_absent_server_is_a_fault_of_the_network(unused_tcp_port: int) -> None:
    request = AiohttpRequest(1)
    await request.initialize()
    with pytest.raises(NetworkError) as failed:
        await request.do_request(f"http://127.0.0.1:{unused_tcp_port}/bot1:x/getMe", "POST")
    assert not isinstance(failed.value, TimedOut)
    assert "bot1:x" not in str(failed.value)
    await request.shutdown()


async def test_what_is_no_json_is_told_as_such(server: Server, bot: Bot) -> None:
    server.answers.append((502, b"<html>"))
    with pytest.raises(NetworkError):
        await bot.send_message(7, "x")


async def test_broken_utf_8_is_forgiven(server: Server) -> None:
    assert AiohttpRequest.parse_json_payload(b'{"ok": true, "result": "\xff"}') == {"ok": True, "result": "\ufffd"}


async def test_it_is_opened_and_closed(server: Server) -> None:
    request = AiohttpRequest(1)
    with pytest.raises(RuntimeError):
        await request.do_request(server.root, "POST")
    await request.initialize()
    assert (await request.do_request(server.root, "POST"))[0] == 200
    await request.shutdown()
    with pytest.raises(RuntimeError):
        await request.do_request(server.root, "POST")


async def test_a_proxy_of_the_environment_is_used(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", server.root)
    monkeypatch.setenv("no_proxy", "")
    request = AiohttpRequest(1)
    await request.initialize()
    assert (await request.do_request("http://api.example/bot1:x/getMe", "POST"))[0] == 200
    await request.shutdown()
