"""Each refusal and failure of the Bot API by name, and what becomes of the card."""

from __future__ import annotations

import logging

import pytest

from bot.storage.port import Person as Known
from bot.telegram_in_memory import Failure
from tests.bot import failures
from tests.support.house import House
from tests.support.person import Person


async def owed(house: House) -> int:
    """How many replies the database still owes, once what went out is written."""
    await house.restart()
    with house.store.transaction() as tx:
        return len(tx.owed())


async def test_400_message_is_not_modified_is_success(house: House, amina: Person) -> None:
    await amina.taps("Red")
    sent = house.counts["sendMessage"]
    await amina.taps("Red")
    assert house.counts["sendMessage"] == sent
    assert await owed(house) == 0


@pytest.mark.parametrize("failure", [failures.GONE, failures.CANNOT_EDIT])
async def test_400_a_card_that_cannot_be_edited_comes_anew(house: House, amina: Person, failure: Failure) -> None:
    old = amina.shown.id
    house.api.fail("editMessageText", failure)
    await amina.taps("Red")
    assert amina.shown.id > old
    assert amina.buttons[0]["text"] == "✓ Red"
    assert await owed(house) == 0


@pytest.mark.parametrize("method", ["sendMessage", "editMessageText"])
async def test_400_markup_that_cannot_be_read_goes_out_as_plain_text(house: House, amina: Person, method: str) -> None:
    house.api.fail(method, failures.BAD_MARKUP)
    await (amina.says("a < b") if method == "sendMessage" else amina.taps("Red"))
    assert amina.card.startswith("Pocket\n\nWhich colour?")
    assert amina.labels == ["Red", "Green", "Blue", "Next"]


async def test_400_chat_not_found_is_given_up_and_logged(
    house: House, amina: Person, caplog: pytest.LogCaptureFixture
) -> None:
    house.api.fail("sendMessage", failures.CHAT_NOT_FOUND)
    with caplog.at_level(logging.ERROR):
        await amina.says("hello")
    assert "Chat not found" in caplog.text
    await amina.says("again")
    assert "again" in amina.card
    assert await owed(house) == 0


async def test_400_an_answer_to_a_tap_that_is_too_old_is_no_loss(house: House, amina: Person) -> None:
    house.api.fail("answerCallbackQuery", failures.TOO_OLD)
    await amina.taps("Red")
    assert amina.buttons[0]["text"] == "✓ Red"


async def test_400_a_group_that_moved_gets_its_card_in_the_new_chat(house: House) -> None:
    amina = Person(house, "Amina", chat=-5)
    await amina.says("Kenora")
    house.api.chats.open_chat(-100, "supergroup")
    house.api.fail("sendMessage", failures.moved_to(-100))
    await amina.says("hello")
    (card,) = house.api.chats.messages[-100].values()
    assert "hello" in card.text
    assert await owed(house) == 0
    with house.store.transaction() as tx:
        place = tx.place(-100, str(amina.number))
    assert place is not None
    assert place.message == card.id


async def test_403_a_person_who_blocked_is_marked_and_owed_nothing(house: House, amina: Person) -> None:
    house.api.fail("sendMessage", failures.BLOCKED)
    await amina.says("hello")
    assert await owed(house) == 0
    with house.store.transaction() as tx:
        assert tx.person(str(amina.number)) == Known(str(amina.number), None, reachable=False)


async def test_403_a_group_that_put_the_bot_out_marks_nobody(house: House) -> None:
    amina = Person(house, "Amina", chat=-5)
    house.api.fail("sendMessage", failures.PUT_OUT)
    await amina.says("hello")
    assert await owed(house) == 0
    with house.store.transaction() as tx:
        assert tx.person(str(amina.number)) == Known(str(amina.number))


async def test_429_only_that_chat_waits(house: House, amina: Person) -> None:
    luc = Person(house, "Luc")
    house.api.fail("sendMessage", failures.FLOOD, chat=amina.chat)
    before = amina.card
    await amina.sends("hello")
    await house.glass.resting(5)
    await luc.sends("Dryden")
    await house.api.until(lambda: any(one.chat == luc.chat for one in house.api.chats.shown))
    assert amina.card == before
    house.glass.turn(5)
    await house.quiet()
    assert "hello" in amina.card


@pytest.mark.parametrize("failure", [failures.BAD_GATEWAY, failures.SERVER_ERROR, failures.CUT])
async def test_5xx_and_a_cut_connection_are_tried_again_with_growing_pauses(
    house: House, amina: Person, failure: Failure
) -> None:
    house.api.fail("sendMessage", failure, times=3)
    await amina.sends("hello")
    for seconds in (1, 2, 4):
        await house.glass.resting(seconds)
        house.glass.turn(seconds)
    await house.quiet()
    assert "hello" in amina.card
    assert await owed(house) == 0


async def test_a_cut_after_the_message_was_sent_repeats_it_and_loses_nothing(house: House, amina: Person) -> None:
    house.api.fail("sendMessage", failures.CUT_AFTERWARDS)
    cards = len(house.api.chats.shown)
    await amina.sends("hello")
    await house.glass.resting(1)
    house.glass.turn(1)
    await house.quiet()
    assert [("hello" in one.text) for one in house.api.chats.shown[cards:]] == [True, True]


async def test_a_newer_card_makes_a_failing_one_needless(house: House, amina: Person) -> None:
    house.api.fail("sendMessage", failures.BAD_GATEWAY)
    cards = len(house.api.chats.shown)
    await amina.sends("first")
    await house.glass.resting(1)
    await amina.sends("second")
    await house.api.drained()
    house.glass.turn(1)
    await house.quiet()
    assert [one.text.split()[-1] for one in house.api.chats.shown[cards:]] == ["late"]
    assert await owed(house) == 0


async def test_what_failed_until_the_end_is_sent_after_the_restart(house: House, amina: Person) -> None:
    house.api.fail("sendMessage", failures.BAD_GATEWAY)
    await amina.sends("hello")
    await house.glass.resting(1)
    await house.restart()
    await house.quiet()
    assert "hello" in amina.card


async def test_commands_that_cannot_be_published_stop_nothing(house: House, amina: Person) -> None:
    house.api.fail("setMyCommands", failures.FLOOD)
    payload = amina.payload("Next").replace("next...", "language...=fr")
    await house.api.tap(amina.account, amina.shown, payload)
    await house.quiet()
    assert amina.card.startswith("Poche")
