"""The webhook over real HTTP on loopback: what is answered when, who is refused, and how it begins and ends."""

from __future__ import annotations

import asyncio
import json
import socket
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from telegram import Bot, Update

from bot.errors import Halt
from bot.handlers import ALLOWED_UPDATES
from bot.intake.calls import WRONG_TOKEN
from bot.intake.webhook import LONGEST, SECRET_HEADER, Address, Webhook
from bot.metrics import POSTPONED, TAKEN, Metrics
from bot.receipts import Receipt
from bot.telegram_in_memory import BotApi
from tests.bot import failures
from tests.support.hourglass import Hourglass

SECRET = "abc_DEF-123"
TAP = {"method": "answerCallbackQuery", "callback_query_id": "1"}


class Receiver:
    """A webhook over the Bot API in memory; every update waits until a test lets it through."""

    def __init__(self, url: str = "https://lip.example/base", port: int = 0) -> None:
        self.glass = Hourglass()
        self.api = BotApi(self.glass.clock)
        self.metrics = Metrics()
        self.healthy = True
        self.begun: list[int] = []
        self._gates: dict[int, asyncio.Future[Receipt]] = {}
        self._changed = asyncio.Condition()
        bot = Bot("1:x", request=self.api, get_updates_request=self.api)
        address = Address(url, SECRET, port)
        self.webhook = Webhook(bot, self.take, self.glass.pause, address, self.asked, self.metrics)
        self.client = httpx.AsyncClient(trust_env=False)
        self.running: asyncio.Task[None] | None = None

    async def take(self, update: Update) -> Receipt:
        self.begun.append(update.update_id)
        gate = self._gates[update.update_id] = asyncio.get_running_loop().create_future()
        async with self._changed:
            self._changed.notify_all()
        return await gate

    async def asked(self) -> bool:
        return self.healthy

    async def let(self, update: int, outcome: str = TAKEN, answer: dict[str, Any] | None = None) -> None:
        await self.holds(update)
        self._gates.pop(update).set_result(Receipt(outcome, answer))

    async def holds(self, *updates: int) -> None:
        async with self._changed:
            await self._changed.wait_for(lambda: all(one in self._gates for one in updates))

    async def start(self) -> None:
        self.running = asyncio.ensure_future(self.webhook.run())
        await self.api.until(lambda: self.api.calls["setWebhook"] > 0 or (self.running and self.running.done()))

    async def stop(self) -> None:
        self.webhook.stop()
        if self.running is not None:
            await asyncio.gather(self.running, return_exceptions=True)
        await self.client.aclose()

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.webhook.port}{path}"

    def sends(self, content: bytes, secret: str | None = SECRET) -> asyncio.Task[httpx.Response]:
        headers = {} if secret is None else {SECRET_HEADER: secret}
        return asyncio.ensure_future(self.client.post(self.url("/telegram"), content=content, headers=headers))

    def says(self, update: int, chat: int = 7) -> asyncio.Task[httpx.Response]:
        sender = {"id": chat, "is_bot": False, "first_name": "-"}
        message = {"message_id": 1, "date": 0, "chat": {"id": chat, "type": "private"}, "from": sender, "text": "x"}
        return self.sends(json.dumps({"update_id": update, "message": message}).encode())


@pytest.fixture
async def receiver(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Receiver]:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    made = Receiver()
    await made.start()
    yield made
    await made.stop()


async def test_telegram_is_told_where_and_what_proves_it(receiver: Receiver) -> None:
    told = receiver.api.chats.webhook
    assert told is not None
    assert told["url"] == "https://lip.example/base/telegram"
    assert told["secret_token"] == SECRET
    assert tuple(told["allowed_updates"]) == ALLOWED_UPDATES


async def test_an_update_is_acknowledged_only_after_it_was_taken(receiver: Receiver) -> None:
    sent = receiver.says(1)
    await receiver.holds(1)
    assert not sent.done()
    await receiver.let(1)
    assert ((await sent).status_code, (await sent).content) == (200, b"")


async def test_one_that_was_not_taken_has_to_come_again(receiver: Receiver) -> None:
    sent = receiver.says(1)
    await receiver.let(1, POSTPONED)
    assert (await sent).status_code == 503


async def test_the_answer_to_a_tap_travels_in_the_response(receiver: Receiver) -> None:
    sent = receiver.says(1)
    await receiver.let(1, answer=TAP)
    assert (await sent).json() == TAP


async def test_chats_are_taken_side_by_side_and_each_in_its_order(receiver: Receiver) -> None:
    first = receiver.says(1)
    await receiver.holds(1)
    second, other = receiver.says(2), receiver.says(3, chat=8)
    await receiver.let(3)
    assert (await other).status_code == 200
    assert receiver.begun == [1, 3]
    await receiver.let(1)
    await receiver.let(2)
    assert [(await one).status_code for one in (first, second)] == [200, 200]


@pytest.mark.parametrize("secret", [None, "", "abc_DEF-124", "é", SECRET + "x"])
async def test_whoever_does_not_know_the_secret_is_refused(receiver: Receiver, secret: str | None) -> None:
    headers = {} if secret is None else {SECRET_HEADER.encode(): secret.encode()}
    answer = await receiver.client.post(receiver.url("/telegram"), content=b"{}", headers=headers)
    assert answer.status_code == 403
    assert receiver.begun == []


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"{}", b'{"update_id": "1"}', b"\xff", b'{"update_id":1,"message":5}']
)
async def test_what_is_no_update_is_a_bad_request(receiver: Receiver, content: bytes) -> None:
    assert (await receiver.sends(content)).status_code == 400
    assert receiver.begun == []


async def test_a_body_without_end_is_not_read(receiver: Receiver) -> None:
    assert (await receiver.sends(b" " * (LONGEST + 1))).status_code == 413


async def test_other_methods_and_addresses_are_nobodys(receiver: Receiver) -> None:
    assert (await receiver.client.get(receiver.url("/telegram"))).status_code == 405
    assert (await receiver.client.get(receiver.url("/"))).status_code == 404


@pytest.mark.parametrize(("healthy", "status", "database"), [(True, 200, "ok"), (False, 503, "away")])
async def test_its_health_is_that_of_the_database(
    receiver: Receiver, healthy: bool, status: int, database: str
) -> None:
    receiver.healthy = healthy
    answer = await receiver.client.get(receiver.url("/healthz"))
    assert (answer.status_code, answer.json()) == (status, {"process": "ok", "database": database})


async def test_what_was_counted_can_be_read(receiver: Receiver) -> None:
    receiver.metrics.count(TAKEN)
    answer = await receiver.client.get(receiver.url("/metrics"))
    assert answer.headers["content-type"].startswith("text/plain")
    assert 'lip_guide_updates_total{outcome="taken"} 1.0' in answer.text


async def test_a_stop_finishes_what_is_in_hand(receiver: Receiver) -> None:
    sent = receiver.says(1)
    await receiver.holds(1)
    receiver.webhook.stop()
    await receiver.let(1)
    assert (await sent).status_code == 200
    assert receiver.running is not None
    await receiver.running
    assert receiver.api.chats.webhook is not None, "Telegram keeps what comes meanwhile for the next process"


async def test_a_network_that_is_away_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    receiver = Receiver()
    receiver.api.fail("setWebhook", failures.CUT)
    await receiver.start()
    await receiver.glass.resting(1)
    receiver.glass.turn(1)
    await receiver.api.until(lambda: receiver.api.chats.webhook is not None)
    await receiver.stop()


@pytest.mark.parametrize(
    ("url", "failure", "sentence"),
    [
        ("http://lip.example", None, "Telegram does not accept WEBHOOK_URL"),
        ("https://lip.example", failures.UNAUTHORIZED, WRONG_TOKEN),
    ],
)
async def test_telegram_does_not_want_it_and_says_why(
    url: str, failure: failures.Failure | None, sentence: str
) -> None:
    receiver = Receiver(url)
    if failure is not None:
        receiver.api.fail("setWebhook", failure)
    with pytest.raises(Halt) as halt:
        await receiver.webhook.run()
    assert str(halt.value).startswith(sentence)
    await receiver.stop()


async def test_a_port_that_is_taken_is_named() -> None:
    with socket.create_server(("0.0.0.0", 0)) as other:
        receiver = Receiver(port=other.getsockname()[1])
        with pytest.raises(Halt, match="PORT"):
            await receiver.webhook.run()
        await receiver.stop()
