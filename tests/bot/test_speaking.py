"""One attempt to say one thing: what was already done of it is not done again."""

from __future__ import annotations

import pytest
from telegram import Bot
from telegram.error import NetworkError

from bot.desk import Desk
from bot.files import Files
from bot.presenter import plain_message
from bot.replies import CARD, FILES, Card, Order
from bot.speaking import Item, Speaker
from bot.storage.port import Owed, Sent
from bot.storage.upkeep_port import NOTICE
from tests.bot import failures
from tests.support.hourglass import START
from tests.support.house import House
from tests.support.person import Person
from tests.support.pocket_guide import PocketGuide
from workflows.actions import ReplyTo

ASKED = ReplyTo("pocket.colour")


@pytest.fixture
async def speaker(house: House, guide: PocketGuide) -> Speaker:
    desk = Desk(house.store, guide, house.glass.clock, lambda: "id")
    return Speaker(Bot("1:x", request=house.api), Files(desk, guide), house.glass.pause)


def item(person: Person, kind: str, *texts: str, edit: int | None = None, kept: bool = True) -> Item:
    card = Card(tuple(plain_message(text) for text in texts), ASKED, "id000001", kept)
    return Item(Owed(9, person.chat, str(person.number), kind, card.to_data(), edit), START)


async def test_a_card_that_was_said_tells_where_it_stands_and_what_it_asked(speaker: Speaker, amina: Person) -> None:
    sent = await speaker.say(amina.chat, item(amina, CARD, "one"))
    assert sent == Sent(9, amina.chat, str(amina.number), amina.shown.id, True, ASKED, "id000001")
    assert amina.card == "one"


async def test_a_card_of_one_message_is_edited_and_one_of_several_is_new(speaker: Speaker, amina: Person) -> None:
    at = amina.shown.id
    sent = await speaker.say(amina.chat, item(amina, CARD, "edited", edit=at))
    assert sent is not None
    assert (sent.message, amina.shown.id) == (at, at)
    await speaker.say(amina.chat, item(amina, CARD, "first", "second", edit=at))
    assert (amina.card, amina.shown.id > at) == ("second", True)


async def test_parts_that_went_out_are_not_said_again(house: House, speaker: Speaker, amina: Person) -> None:
    before = house.counts["sendMessage"]
    one = item(amina, CARD, "first", "second")
    house.api.fail("sendMessage", failures.CUT)
    with pytest.raises(NetworkError):
        await speaker.say(amina.chat, one)
    assert one.parts == 0
    await speaker.say(amina.chat, one)
    assert (one.parts, house.counts["sendMessage"] - before) == (1, 3)
    await speaker.say(amina.chat, one)
    assert house.counts["sendMessage"] - before == 4, "only the last part came again"


async def test_a_notice_is_no_card(speaker: Speaker, amina: Person) -> None:
    sent = await speaker.say(amina.chat, item(amina, NOTICE, "notice", kept=False))
    assert sent is not None
    assert (amina.card, sent.card) == ("notice", False)


async def test_a_file_of_nobody_is_nothing_to_say(speaker: Speaker, amina: Person) -> None:
    order = Order("gone", "en", START.date())
    one = Item(Owed(9, amina.chat, str(amina.number), FILES, order.to_data()), START)
    assert await speaker.say(amina.chat, one) is None
    assert amina.documents == []
