"""Payloads of owed replies survive their JSON."""

from __future__ import annotations

import datetime as dt
import json

from bot.keyboards import Key
from bot.presenter import Message
from bot.replies import Card, Order
from workflows.actions import ReplyTo


def test_a_card_survives_its_json() -> None:
    rows = ((Key("Yes", data="1...0.set..."), Key("Read", url="https://canada.ca")),)
    card = Card(
        (Message("<b>a</b>", "a"), Message("b", "b", rows)), ReplyTo("q", "r1", "f"), "p", kept=False, needed=True
    )
    assert Card.from_data(json.loads(json.dumps(card.to_data()))) == card
    assert Card.from_data(Card(()).to_data()) == Card(())


def test_an_order_survives_its_json() -> None:
    order = Order("p", "fr", dt.date(2027, 4, 12), "terms-of-reference", "en", "docx")
    assert Order.from_data(json.loads(json.dumps(order.to_data()))) == order
