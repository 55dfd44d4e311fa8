"""Receipts: only a positive mark confirms, whatever the application swallowed."""

from __future__ import annotations

import logging

import pytest
from telegram import Update

from bot.metrics import FAILED, TAKEN
from bot.receipts import Receipts
from bot.storage.port import StoreFault

UPDATE = Update(5)


class Swallowing:
    """An application whose handler does as it is told and whose errors never come out."""

    def __init__(self, receipts: Receipts, error: Exception | None = None, marks: bool = False) -> None:
        self.receipts, self.error, self.marks = receipts, error, marks

    async def process_update(self, update: Update) -> None:
        if self.marks:
            self.receipts.mark(update.update_id)
        if self.error is not None:
            self.receipts.on_error(update, self.error)


async def test_a_mark_confirms() -> None:
    receipts = Receipts()
    assert (await receipts.process(Swallowing(receipts, marks=True), UPDATE)).outcome == TAKEN


async def test_the_answer_to_a_tap_comes_along() -> None:
    receipts = Receipts()

    class Tapped:
        async def process_update(self, update: Update) -> None:
            receipts.mark(update.update_id, answer={"method": "answerCallbackQuery"})

    assert (await receipts.process(Tapped(), UPDATE)).answer == {"method": "answerCallbackQuery"}


@pytest.mark.parametrize("error", [None, StoreFault("away")])
async def test_without_a_mark_it_is_not_taken(error: Exception | None) -> None:
    receipts = Receipts()
    assert not (await receipts.process(Swallowing(receipts, error), UPDATE)).taken


async def test_a_defect_of_a_handler_is_logged_and_given_up(caplog: pytest.LogCaptureFixture) -> None:
    receipts = Receipts()
    with caplog.at_level(logging.ERROR):
        receipt = await receipts.process(Swallowing(receipts, KeyError("typed")), UPDATE)
    assert (receipt.outcome, receipt.taken) == (FAILED, True)
    assert "A handler failed" in caplog.text
    assert "typed" not in caplog.text


async def test_a_mark_of_another_update_confirms_nothing() -> None:
    receipts = Receipts()
    receipts.mark(5)
    assert not (await receipts.process(Swallowing(receipts), UPDATE)).taken
