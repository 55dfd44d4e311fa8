"""Retries, apologies and notes: what happens when a transaction does not go as it should."""

from __future__ import annotations

import datetime as dt
import logging
import re
from collections.abc import Iterator

import pytest

from bot.desk import Desk
from bot.incoming import Incoming, Reach
from bot.storage.port import Person, ProjectBusy, Sent, StoreFault
from tests.support.hourglass import Hourglass
from tests.support.house import House
from tests.support.person import Person as Actor
from tests.support.pocket_guide import PocketGuide, failing
from tests.support.stumbling_store import StumblingStore
from workflows.actions import Command, Say


@pytest.fixture
def store(house: House) -> StumblingStore:
    return house.store


@pytest.fixture
def desk(store: StumblingStore, guide: PocketGuide) -> Iterator[Desk]:
    made = Desk(store, guide, Hourglass().clock, lambda: "project1")
    yield made
    made.close()


def said(text: str, update: int = 50, message: int = 5) -> Incoming:
    return Incoming(update, 7, "7", "en", True, Say(text, message))


async def test_somebody_else_was_faster_so_it_is_done_once_more(desk: Desk, store: StumblingStore) -> None:
    begun = store.begun
    store.at_end = [ProjectBusy("busy")]
    handled = await desk.handle(said("Kenora"))
    assert (len(handled.owed), store.begun - begun) == (1, 2)


async def test_busy_twice_is_a_fault_of_the_store_and_nothing_is_kept(desk: Desk, store: StumblingStore) -> None:
    store.at_end = [ProjectBusy("busy"), ProjectBusy("busy")]
    with pytest.raises(StoreFault):
        await desk.handle(said("Kenora"))
    assert await desk.take() == ()
    assert len((await desk.handle(said("Kenora"))).owed) == 1, "the same update is taken when the store is back"


async def test_a_database_that_is_away_keeps_nothing_and_says_so(desk: Desk, store: StumblingStore) -> None:
    store.before = [StoreFault("away")]
    with pytest.raises(StoreFault):
        await desk.handle(said("Kenora"))


async def test_a_defect_is_rolled_back_apologised_for_once_and_never_comes_again(
    desk: Desk, store: StumblingStore, guide: PocketGuide, caplog: pytest.LogCaptureFixture
) -> None:
    await desk.handle(said("Kenora"))
    with caplog.at_level(logging.ERROR):
        handled = await desk.handle(said("crash", 51, 6))
    (owed,) = handled.owed
    sorry, card = owed.payload["messages"]
    found = re.fullmatch(r"Sorry: (\w{3}-\w{3})", sorry["plain"])
    assert found is not None
    assert found[1] in caplog.text
    assert "crash" not in caplog.text
    assert card["plain"].startswith("Pocket"), "the current card stands below, so that nobody is stuck"
    assert sorry["keyboard"] == ()
    assert card["keyboard"]
    assert len(guide.heard) == 2
    await desk.handle(said("crash", 51, 6))
    assert len(guide.heard) == 2, "a duplicate of it has no effect"


async def test_words_that_are_missing_undo_the_whole_update(desk: Desk, house: House) -> None:
    await desk.handle(said("Kenora"))
    (owed,) = (await desk.handle(said("wordless", 51, 6))).owed
    assert owed.payload["messages"][0]["plain"].startswith("Sorry")
    with house.store.transaction() as tx:
        place = tx.place(7, "7")
    assert place is not None
    assert place.spot.screen == "question", "where the person stood before"


async def test_an_apology_goes_alone_where_no_card_can_be_drawn(desk: Desk, guide: PocketGuide) -> None:
    with failing(guide, show_fails=True):
        (owed,) = (await desk.handle(said("crash"))).owed
    (only,) = owed.payload["messages"]
    assert only["plain"].startswith("Sorry")


async def test_a_defect_of_the_apology_itself_still_ends_the_update(
    desk: Desk, store: StumblingStore, caplog: pytest.LogCaptureFixture
) -> None:
    store.at_end = [ValueError("first"), ValueError("second")]
    with caplog.at_level(logging.ERROR):
        handled = await desk.handle(said("Kenora"))
    assert handled.owed == ()
    assert "An apology failed" in caplog.text


async def test_a_defect_while_the_store_goes_away_is_tried_again(desk: Desk, store: StumblingStore) -> None:
    store.at_end = [ValueError("defect"), StoreFault("away")]
    with pytest.raises(StoreFault):
        await desk.handle(said("Kenora"))


async def test_what_went_out_is_written_with_the_next_update_of_its_chat(desk: Desk, house: House) -> None:
    (owed,) = (await desk.handle(said("Kenora"))).owed
    desk.note(Sent(owed.id, 7, "7", message=9, card=True))
    await desk.handle(Incoming(51, 8, "8", "en", True, Command("home")))
    assert desk.unwritten, "another chat does not write it"
    await desk.handle(said("note", 52, 10))
    assert not desk.unwritten
    with house.store.transaction() as tx:
        place = tx.place(7, "7")
    assert place is not None
    assert place.message == 9


async def test_a_note_survives_a_transaction_that_failed(desk: Desk, store: StumblingStore, house: House) -> None:
    (owed,) = (await desk.handle(said("Kenora"))).owed
    desk.note(Sent(owed.id, 7, "7", message=9, card=True))
    store.at_end = [StoreFault("away")]
    with pytest.raises(StoreFault):
        await desk.handle(said("note", 51, 10))
    store.before = [StoreFault("away")]
    await desk.flush()
    assert desk.unwritten
    await desk.flush()
    assert not desk.unwritten
    assert await desk.take() == ()


async def test_a_note_that_cannot_be_written_is_dropped_with_a_reference(
    desk: Desk, store: StumblingStore, caplog: pytest.LogCaptureFixture
) -> None:
    desk.note(Reach(7, "7", reachable=False))
    store.at_end = [ValueError("defect")]
    with caplog.at_level(logging.ERROR):
        await desk.flush()
    assert not desk.unwritten
    assert "Writing what was sent failed" in caplog.text


async def test_a_person_who_blocked_is_marked_only_where_they_are_known(desk: Desk, house: House) -> None:
    await desk.handle(said("Kenora"))
    desk.note(Reach(7, "7", reachable=False))
    desk.note(Reach(8, "8", reachable=False))
    await desk.flush()
    with house.store.transaction() as tx:
        assert tx.person("7") == Person("7", None, reachable=False)
        assert tx.person("8") is None


async def test_a_card_that_reached_an_erased_person_is_not_remembered(desk: Desk, house: House) -> None:
    desk.note(Sent(77, 7, "7", message=9, card=True))
    await desk.flush()
    with house.store.transaction() as tx:
        assert tx.card(7, 9) is None
        assert tx.place(7, "7") is None


async def test_old_update_ids_are_forgotten_after_two_days(store: StumblingStore, guide: PocketGuide) -> None:
    glass = Hourglass()
    desk = Desk(store, guide, glass.clock, lambda: "project1")
    try:
        await desk.handle(said("Kenora"))
        await desk.flush()
        glass.now += dt.timedelta(hours=47)
        await desk.flush()
        heard = len(guide.heard)
        await desk.handle(said("Kenora"))
        assert len(guide.heard) == heard, "within two days a duplicate is known"
        glass.now += dt.timedelta(hours=2)
        await desk.flush()
        await desk.handle(said("Kenora"))
        assert len(guide.heard) == heard + 1
    finally:
        desk.close()


async def test_the_screen_of_every_committed_card_is_told(house: House) -> None:
    amina = Actor(house, "Amina", language_code="fr")
    await amina.starts()
    ((chat, screen, language),) = house.screens
    assert (chat, screen.id, language) == (amina.chat, "naming", "fr")
