"""Files in a chat: one alone, several as an album, and by Telegram's own ids."""

from __future__ import annotations

import pytest
from telegram import Bot
from telegram.error import BadRequest

from bot.files import Parcel, Piece
from bot.posting import post
from bot.telegram_in_memory import BotApi
from tests.support.hourglass import Hourglass

PAPER, MAP = Piece("k1", "paper.docx", b"words"), Piece("k2", "map.pdf", b"lines")


@pytest.fixture
def api() -> BotApi:
    made = BotApi(Hourglass().clock)
    made.chats.open_chat(7)
    return made


@pytest.fixture
async def bot(api: BotApi) -> Bot:
    made = Bot("123456:" + "A" * 35, request=api, get_updates_request=api)
    await made.initialize()
    return made


def sent(api: BotApi) -> list[tuple[str, tuple[str, bytes] | None]]:
    return [(one.text, one.document) for one in api.chats.shown]


async def test_one_file_is_a_document_with_its_caption(api: BotApi, bot: Bot) -> None:
    await post(bot, 7, Parcel((PAPER,), "Version 0.1"))
    assert sent(api) == [("Version 0.1", ("paper.docx", b"words"))]


async def test_several_files_are_one_album_with_the_caption_below(api: BotApi, bot: Bot) -> None:
    await post(bot, 7, Parcel((PAPER, MAP), "Version 0.1"))
    assert sent(api) == [("", ("paper.docx", b"words")), ("Version 0.1", ("map.pdf", b"lines"))]
    assert api.calls["sendMediaGroup"] == 1


async def test_what_telegram_holds_goes_out_again_without_its_bytes(api: BotApi, bot: Bot) -> None:
    _, (paper, plan) = await post(bot, 7, Parcel((PAPER, MAP), "first"))
    await post(bot, 7, Parcel((Piece("k1", known=paper), Piece("k2", known=plan)), "again"))
    await post(bot, 7, Parcel((Piece("k1", known=paper),), "alone"))
    assert sent(api)[2:] == [
        ("", ("paper.docx", b"words")),
        ("again", ("map.pdf", b"lines")),
        ("alone", ("paper.docx", b"words")),
    ]


async def test_a_caption_is_cut_to_what_telegram_takes_and_an_unknown_file_is_refused(api: BotApi, bot: Bot) -> None:
    await post(bot, 7, Parcel((PAPER,), "x" * 2000))
    assert len(sent(api)[0][0]) <= 1024
    with pytest.raises(BadRequest):
        await post(bot, 7, Parcel((Piece("k1", known="gone"),), ""))
