"""What is left out of Telegram's words is what nobody reads: everything that is recognised stays the same."""

from __future__ import annotations

from typing import Any

import pytest
from telegram import Message, Update

from bot.callback_data import pack
from bot.handlers import pressed, said
from bot.unread import without_unread
from workflows.actions import Press
from workflows.codes import Codes

CODES = Codes(("council.members",))
USER = {"id": 7, "is_bot": False, "first_name": "Amina", "language_code": "fr-CA"}
BOT = {"id": 1, "is_bot": True, "first_name": "bot", "username": "lip_bot"}
KEYS = {"inline_keyboard": [[{"text": "Next", "callback_data": "x"}]]}
CARD = {"message_id": 20, "date": 1800000000, "chat": {"id": 7, "type": "private"}, "from": BOT, "text": "Who?"}
FILE = {"file_id": "held by Telegram", "file_unique_id": "u"}


def press(card: dict[str, Any]) -> dict[str, Any]:
    query = {"id": "1", "from": USER, "chat_instance": "0", "data": pack(Press("home"), CODES), "message": card}
    return {"update_id": 3, "callback_query": query}


@pytest.mark.parametrize("card", [{**CARD, "reply_markup": KEYS}, {**CARD, "date": 0}])
def test_a_press_is_recognised_as_before_without_the_card_that_it_repeats(card: dict[str, Any]) -> None:
    whole, less = press(card), without_unread(press(card))
    assert "text" not in less["callback_query"]["message"]
    assert pressed(Update.de_json(less, None), CODES) == pressed(Update.de_json(whole, None), CODES)


def test_a_typed_message_stays_whole() -> None:
    update = {"update_id": 3, "message": {**CARD, "from": USER, "reply_to_message": {**CARD, "message_id": 19}}}
    assert without_unread(update) == update
    recognised = said(Update.de_json(without_unread(update), None))
    assert recognised is not None
    assert recognised.reply_to == 19  # type: ignore[union-attr]


def test_of_what_was_sent_the_place_and_the_file_are_kept() -> None:
    album = [{**CARD, "message_id": 21, "document": FILE, "reply_markup": KEYS}, CARD]
    first, second = (Message.de_json(one, None) for one in without_unread(album))
    assert (first.message_id, first.document and first.document.file_id) == (21, "held by Telegram")
    assert (second.message_id, second.text, second.document) == (20, None, None)


def test_updates_of_a_poll_are_gone_through_one_by_one() -> None:
    polled = [press(CARD), {"update_id": 4, "inline_query": {"id": "2", "from": USER, "query": "quorum", "offset": ""}}]
    assert without_unread(polled) == [without_unread(press(CARD)), polled[1]]


@pytest.mark.parametrize("result", [True, None, 5, "x", {"id": 1, "username": "lip_bot"}, [], {"message_id": 1}])
def test_any_other_result_stays_as_it_is(result: object) -> None:
    assert without_unread(result) == result
