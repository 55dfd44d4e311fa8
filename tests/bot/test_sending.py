"""One attempt over the Bot API: what goes out, and what a refusal turns into."""

from __future__ import annotations

import pytest
from telegram import Bot
from telegram.error import BadRequest, RetryAfter

from bot import sending
from bot.keyboards import Key
from bot.presenter import Message
from bot.telegram_in_memory import BotApi
from tests.bot import failures
from tests.support.hourglass import Hourglass
from tests.support.pocket_guide import PocketProfile

ROWS = ((Key("Yes", data="1...0.yes..."), Key("Read", url="https://canada.ca")),)
HELLO = Message("<b>a</b> &lt;", "a <", ROWS)


@pytest.fixture
def api(monkeypatch: pytest.MonkeyPatch) -> BotApi:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    made = BotApi(Hourglass().clock)
    made.chats.open_chat(7)
    return made


@pytest.fixture
def bot(api: BotApi) -> Bot:
    return Bot("1:x", request=api, get_updates_request=api)


async def test_a_message_goes_out_with_its_keyboard(bot: Bot, api: BotApi) -> None:
    at = await sending.send(bot, 7, HELLO)
    shown = api.chats.messages[7][at]
    assert shown.text == "a <"
    assert shown.rows == [
        [{"text": "Yes", "callback_data": "1...0.yes..."}, {"text": "Read", "url": "https://canada.ca"}]
    ]


async def test_an_edit_keeps_its_place(bot: Bot, api: BotApi) -> None:
    at = await sending.send(bot, 7, HELLO)
    assert await sending.edit(bot, 7, at, Message("b", "b")) == at
    assert (api.chats.messages[7][at].text, api.chats.messages[7][at].rows) == ("b", [])


async def test_an_edit_of_nothing_sends_anew(bot: Bot) -> None:
    assert await sending.edit(bot, 7, 99, HELLO) == 1


async def test_other_refusals_are_raised(bot: Bot, api: BotApi) -> None:
    at = await sending.send(bot, 7, HELLO)
    api.fail("editMessageText", failures.CHAT_NOT_FOUND)
    with pytest.raises(BadRequest, match="not found"):
        await sending.edit(bot, 7, at, Message("b", "b"))
    with pytest.raises(BadRequest, match="not found"):
        await sending.send(bot, 8, HELLO)


async def test_the_wait_of_a_flood_is_in_seconds(bot: Bot, api: BotApi) -> None:
    api.fail("sendMessage", failures.FLOOD)
    with pytest.raises(RetryAfter) as flood:
        await sending.send(bot, 7, HELLO)
    assert sending.wait_of(flood.value) == 5.0


async def test_a_chat_gets_its_own_commands(bot: Bot, api: BotApi) -> None:
    await sending.publish_commands(bot, 7, PocketProfile("Pocket"))
    assert [one["command"] for one in api.chats.commands["chat:7", ""]] == ["home", "help"]


async def test_a_text_to_copy_goes_out_as_telegram_knows_it(bot: Bot, api: BotApi) -> None:
    at = await sending.send(bot, 7, Message("a", "a", ((Key("Copy", copy="Bonjour"),),)))
    assert api.chats.messages[7][at].rows == [[{"text": "Copy", "copy_text": {"text": "Bonjour"}}]]
