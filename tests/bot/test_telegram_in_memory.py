"""The Bot API in memory refuses what Telegram refuses: where it is wrong, every other test is."""

from __future__ import annotations

import asyncio

import pytest
from telegram import Bot, BotCommand, InlineKeyboardButton, InlineKeyboardMarkup, InputFile, InputMediaDocument
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError

from bot.telegram_in_memory import BotApi
from tests.bot import failures
from tests.support.hourglass import START, Hourglass

LUC = {"id": 7, "is_bot": False, "first_name": "Luc"}
YES = InlineKeyboardMarkup([[InlineKeyboardButton("Yes", callback_data="yes")]])


@pytest.fixture
def api() -> BotApi:
    made = BotApi(Hourglass().clock, first_id=100)
    made.chats.open_chat(7)
    return made


@pytest.fixture
def bot(api: BotApi) -> Bot:
    return Bot("1:x", request=api, get_updates_request=api)


async def test_ids_grow_over_both_sides(bot: Bot, api: BotApi) -> None:
    sent = await bot.send_message(7, "one")
    said = await api.say(LUC, 7, "two")
    assert (sent.message_id, said) == (100, 101)
    assert sent.date == START
    assert [one.text for one in api.chats.messages[7].values()] == ["one", "two"]


async def test_nobody_can_be_written_to_before_they_start(bot: Bot) -> None:
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(8, "hello")


@pytest.mark.parametrize("text", ["", " \n", "x" * 4097])
async def test_texts_that_telegram_refuses(bot: Bot, text: str) -> None:
    with pytest.raises(BadRequest, match="essage"):
        await bot.send_message(7, text)


async def test_lengths_count_after_the_entities(bot: Bot, api: BotApi) -> None:
    sent = await bot.send_message(7, f"<b>{'&amp;' * 4096}</b> ", ParseMode.HTML)
    assert api.chats.messages[7][sent.message_id].text == "&" * 4096
    with pytest.raises(BadRequest, match="parse entities"):
        await bot.send_message(7, "a < b", ParseMode.HTML)


async def test_edits(bot: Bot, api: BotApi) -> None:
    sent = await bot.send_message(7, "one", reply_markup=YES)
    with pytest.raises(BadRequest, match="not modified"):
        await bot.edit_message_text("one", 7, sent.message_id, reply_markup=YES)
    await bot.edit_message_text("one", 7, sent.message_id)
    assert api.chats.messages[7][sent.message_id].rows == [], "an edit without a keyboard takes it away"
    with pytest.raises(BadRequest, match="not found"):
        await bot.edit_message_text("two", 7, 999)
    own = await api.say(LUC, 7, "mine")
    with pytest.raises(BadRequest, match="can't be edited"):
        await bot.edit_message_text("two", 7, own)


async def test_markup_that_telegram_refuses(bot: Bot) -> None:
    wide = InlineKeyboardMarkup([[InlineKeyboardButton("x", callback_data="x")] * 9])
    with pytest.raises(BadRequest):
        await bot.send_message(7, "one", reply_markup=wide)


async def test_a_tap_is_answered_once(bot: Bot, api: BotApi) -> None:
    sent = await bot.send_message(7, "one", reply_markup=YES)
    await api.tap(LUC, api.chats.messages[7][sent.message_id], "yes")
    (update,) = await bot.get_updates()
    assert update.callback_query is not None
    with pytest.raises(BadRequest):
        await bot.answer_callback_query(update.callback_query.id, "x" * 201)
    assert await bot.answer_callback_query(update.callback_query.id, "Saved.")
    with pytest.raises(BadRequest, match="too old"):
        await bot.answer_callback_query(update.callback_query.id)
    assert api.chats.toasts == ["Saved."]


async def test_updates_stay_until_a_higher_offset(bot: Bot, api: BotApi) -> None:
    await api.say(LUC, 7, "one")
    await api.say(LUC, 7, "two")
    first, second = await bot.get_updates()
    assert await bot.get_updates() == (first, second)
    assert await bot.get_updates(second.update_id) == (second,)
    assert [update["update_id"] for update in api.queued] == [second.update_id]
    assert await bot.get_updates(second.update_id + 1) == ()


async def test_a_long_poll_waits_for_news(bot: Bot, api: BotApi) -> None:
    asking = asyncio.ensure_future(bot.get_updates(timeout=30))
    await api.drained()
    assert not asking.done()
    await api.say(LUC, 7, "one")
    assert len(await asking) == 1


async def test_a_document_keeps_its_name_and_bytes(bot: Bot, api: BotApi) -> None:
    sent = await bot.send_document(7, b"data", caption="c", filename="a.docx")
    assert api.chats.messages[7][sent.message_id].document == ("a.docx", b"data")
    with pytest.raises(BadRequest, match="aption is too long"):
        await bot.send_document(7, b"data", caption="c" * 1025, filename="a.docx")


async def test_an_album_has_two_to_ten_files_and_each_can_be_sent_again(bot: Bot, api: BotApi) -> None:
    def media(many: int) -> list[InputMediaDocument]:
        return [InputMediaDocument(InputFile(b"data", f"{one}.pdf", attach=True)) for one in range(many)]

    sent = await bot.send_media_group(7, media(10))
    assert [one.document.file_name for one in sent if one.document] == [f"{one}.pdf" for one in range(10)]
    for many in (1, 11):
        with pytest.raises(BadRequest, match="album"):
            await bot.send_media_group(7, media(many))
    assert sent[3].document is not None
    again = await bot.send_document(7, sent[3].document.file_id)
    assert api.chats.messages[7][again.message_id].document == ("3.pdf", b"data")
    with pytest.raises(BadRequest, match="file identifier"):
        await bot.send_document(7, "nothing")


async def test_texts_about_the_bot(bot: Bot) -> None:
    await bot.set_my_name("Guide", "fr")
    assert (await bot.get_my_name("fr")).name == "Guide"
    assert (await bot.get_my_name("en")).name == ""
    await bot.set_my_commands([BotCommand("home", "Home")])
    assert await bot.get_my_commands() == (BotCommand("home", "Home"),)
    with pytest.raises(BadRequest, match="language code"):
        await bot.set_my_description("x", "fr-CA")
    with pytest.raises(BadRequest):
        await bot.set_my_short_description("x" * 121)
    with pytest.raises(BadRequest):
        await bot.set_my_commands([BotCommand("UPPER", "x")])


async def test_what_is_not_known_is_never_answered(bot: Bot) -> None:
    with pytest.raises(NetworkError, match="sendDice is not known"):
        await bot.send_dice(7)
    with pytest.raises(BadRequest, match="action"):
        await bot.send_chat_action(7, "upload_photo")


async def test_it_fails_as_told(bot: Bot, api: BotApi) -> None:
    api.chats.open_chat(8)
    api.fail("sendMessage", failures.BLOCKED, chat=8)
    api.fail("sendMessage", failures.moved_to(-100))
    api.fail("sendMessage", failures.CUT_AFTERWARDS)
    with pytest.raises(ChatMigrated):
        await bot.send_message(7, "one")
    with pytest.raises(Forbidden):
        await bot.send_message(8, "one")
    with pytest.raises(NetworkError):
        await bot.send_message(8, "two")
    assert [one.text for one in api.chats.shown] == ["two"]
    await bot.send_message(8, "three")
    assert api.calls["sendMessage"] == 4
