"""What is owed and how it is said: order, files, long cards, taps, and what is written afterwards."""

from __future__ import annotations

import asyncio

from bot.delivery import FLUSH_AFTER
from tests.bot import failures
from tests.support.house import House
from tests.support.person import Person
from tests.support.pocket_guide import PocketGuide, failing


def owed_chats(house: House) -> list[int]:
    """The chats that are owed something, as the database has it."""
    with house.store.transaction() as tx:
        return [one.chat for one in tx.owed()]


async def asks_for_a_draft(house: House, amina: Person) -> None:
    await house.api.tap(amina.account, amina.shown, amina.payload("Next").replace("next", "draft"))


async def test_a_draft_comes_with_its_caption_and_a_fresh_card_below(house: House, amina: Person) -> None:
    await asks_for_a_draft(house, amina)
    await house.quiet()
    assert amina.documents == [("paper.docx", b"Kenora|None|en|2027-04-12")]
    card, file, below = [one for one in house.api.chats.shown if one.chat == amina.chat][-3:]
    assert (file.text, file.document is not None) == ("Your file", True)
    assert card.id < file.id < below.id
    assert house.counts["sendChatAction"] == 1


async def test_an_export_comes_as_a_file(house: House, amina: Person) -> None:
    await house.api.tap(amina.account, amina.shown, amina.payload("Next").replace("next", "export"))
    await house.quiet()
    assert amina.documents == [("project.json", b"id000001")]


async def test_a_file_that_cannot_be_built_is_told(house: House, guide: PocketGuide, amina: Person) -> None:
    with failing(guide, draft_fails=True):
        await asks_for_a_draft(house, amina)
        await house.quiet()
    sorry = [one.text for one in house.api.chats.shown][-2]
    assert sorry.startswith("Sorry: ")
    assert amina.labels, "and the card stands below"


async def test_a_file_is_built_once_however_often_it_is_sent(house: House, guide: PocketGuide, amina: Person) -> None:
    house.api.fail("sendDocument", failures.BAD_GATEWAY)
    await asks_for_a_draft(house, amina)
    await house.glass.resting(1)
    house.glass.turn(1)
    await house.quiet()
    assert guide.drafting == ["paper"]
    assert len(amina.documents) == 1


async def test_a_file_of_a_project_that_is_gone_is_needless(house: House, amina: Person) -> None:
    house.api.fail("sendDocument", failures.BAD_GATEWAY)
    await asks_for_a_draft(house, amina)
    await house.glass.resting(1)
    with house.store.transaction() as tx:
        tx.erase_project("id000001")
    await house.restart()
    await house.quiet()
    assert amina.documents == []


async def test_a_long_card_is_sent_in_parts_with_the_keyboard_on_the_last(house: House, amina: Person) -> None:
    cards = len(house.api.chats.shown)
    await amina.says("long")
    parts = house.api.chats.shown[cards:]
    assert len(parts) == 3
    assert [bool(part.rows) for part in parts] == [False, False, True]
    await amina.taps("Red")
    assert amina.shown.id == parts[-1].id, "the last part is the card"


async def test_parts_that_went_out_are_not_repeated_after_a_failure(house: House, amina: Person) -> None:
    cards = len(house.api.chats.shown)
    await amina.sends("long")
    house.api.fail("sendMessage", failures.BAD_GATEWAY)
    await house.glass.resting(1)
    assert len(house.api.chats.shown) == cards
    house.api.fail("answerCallbackQuery", failures.CUT)
    house.glass.turn(1)
    await house.quiet()
    parts = [one.text for one in house.api.chats.shown[cards:]]
    assert len(parts) == len(set(parts)) == 3


async def test_an_apology_goes_out_even_where_a_newer_card_follows(house: House, amina: Person) -> None:
    house.api.fail("sendMessage", failures.BAD_GATEWAY)
    cards = len(house.api.chats.shown)
    await amina.sends("crash")
    await house.glass.resting(1)
    await amina.sends("second")
    await house.api.drained()
    house.glass.turn(1)
    await house.quiet()
    assert house.api.chats.shown[cards].text.startswith("Sorry: ")
    assert amina.card.endswith("late")


async def test_two_people_in_a_group_each_get_their_card(house: House) -> None:
    amina, luc = Person(house, "Amina", chat=-5), Person(house, "Luc", chat=-5)
    house.api.fail("sendMessage", failures.BAD_GATEWAY)
    await amina.sends("Kenora")
    await house.glass.resting(1)
    await luc.sends("Dryden")
    await house.api.drained()
    house.glass.turn(1)
    await house.quiet()
    assert [one.text.split()[-1] for one in house.api.chats.shown] == ["Kenora", "Dryden"]


async def test_every_tap_is_answered(house: House, amina: Person) -> None:
    await amina.taps("Next")
    await amina.taps("Red")
    assert house.counts["answerCallbackQuery"] == 2
    assert house.api.chats.toasts == ["Saved."]
    assert house.api.chats.callbacks == set()


async def test_the_tap_is_answered_while_the_card_still_waits(house: House, amina: Person) -> None:
    house.api.fail("editMessageText", failures.FLOOD)
    await house.api.tap(amina.account, amina.shown, amina.payload("Red"))
    await house.glass.resting(5)
    assert house.api.chats.toasts == ["Saved."]
    house.glass.turn(5)
    await house.quiet()


async def test_what_went_out_is_written_when_nobody_comes_for_a_while(house: House, amina: Person) -> None:
    assert owed_chats(house) == [amina.chat]
    await house.glass.resting(FLUSH_AFTER)
    house.glass.turn(FLUSH_AFTER)
    while owed_chats(house):  # noqa: ASYNC110 - a database tells nobody
        await asyncio.sleep(0)
    with house.store.transaction() as tx:
        place = tx.place(amina.chat, str(amina.number))
    assert place is not None
    assert place.message == amina.shown.id


async def test_what_goes_out_while_the_rest_is_written_is_written_as_soon(house: House, amina: Person) -> None:
    luc = Person(house, "Luc")
    house.api.fail("sendMessage", failures.FLOOD, chat=luc.chat)
    await luc.sends("hello")
    await house.glass.resting(5)
    assert owed_chats(house) == [amina.chat, luc.chat]
    await house.glass.resting(FLUSH_AFTER)
    with house.store.transaction():
        begun = house.store.begun
        house.glass.turn(5)
        while house.store.begun == begun:  # noqa: ASYNC110 - a database tells nobody
            await asyncio.sleep(0)
        await house.app.delivery.idle()
        assert luc.shown.rows
    await house.glass.resting(FLUSH_AFTER)


async def test_a_stop_writes_what_went_out_so_that_nothing_is_repeated(house: House, amina: Person) -> None:
    cards = len(house.api.chats.shown)
    await house.restart()
    await house.quiet()
    assert len(house.api.chats.shown) == cards
