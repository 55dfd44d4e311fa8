"""Files: built off the loop from the project as it stands, told when they cannot be."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

import pytest

from bot.desk import Desk
from bot.files import Files, Parcel, Piece
from bot.presenter import Message
from bot.replies import Order
from bot.storage.port import Upload
from tests.support.hourglass import Hourglass
from tests.support.house import House
from tests.support.person import Person
from tests.support.pocket_guide import PocketGuide, failing

DAY = dt.date(2027, 4, 12)
DRAFT = Order("id000001", "fr", DAY, "paper", "en", "docx")


@pytest.fixture
def files(house: House, guide: PocketGuide) -> Iterator[Files]:
    desk = Desk(house.store, guide, Hourglass().clock, lambda: "x")
    made = Files(desk, guide)
    yield made
    made.close()
    desk.close()


async def test_a_draft_is_built_from_the_project_as_it_stands(files: Files, amina: Person) -> None:
    await amina.taps("Blue")
    built = await files.build(DRAFT, str(amina.number))
    assert isinstance(built, Parcel)
    assert [(piece.name, piece.data) for piece in built.pieces] == [("paper.docx", b"Kenora|blue|en|2027-04-12")]
    assert built.caption == "Votre fichier"


async def test_an_export_is_the_project(files: Files, amina: Person) -> None:
    built = await files.build(Order("id000001", "en", DAY), str(amina.number))
    assert isinstance(built, Parcel)
    assert [(piece.key, piece.data) for piece in built.pieces] == [("", b"id000001")]


async def test_the_text_of_a_version_that_has_gone_is_told_as_gone(files: Files, amina: Person) -> None:
    built = await files.build(replace(DRAFT, since=4), str(amina.number))
    assert isinstance(built, Message)
    assert "Disparue" in built.plain


async def test_nobody_without_a_seat_gets_a_file(files: Files, amina: Person) -> None:
    assert await files.build(DRAFT, "4711") is None


async def test_a_draft_that_cannot_be_built_is_told_with_its_reference(
    files: Files, guide: PocketGuide, amina: Person, caplog: pytest.LogCaptureFixture
) -> None:
    with failing(guide, draft_fails=True):
        built = await files.build(DRAFT, str(amina.number))
    assert isinstance(built, Message)
    assert built.plain.removeprefix("Désolé: ") in caplog.text


async def keys(files: Files, person: Person, order: Order = DRAFT) -> list[str]:
    built = await files.build(order, str(person.number))
    assert isinstance(built, Parcel)
    return [piece.key for piece in built.pieces]


async def test_the_key_of_a_draft_changes_with_everything_that_it_is_built_from(
    files: Files, guide: PocketGuide, amina: Person
) -> None:
    known = [await keys(files, amina)]
    assert await keys(files, amina) == known[0]
    for order in (
        replace(DRAFT, language="fr"),
        replace(DRAFT, format="pdf"),
        replace(DRAFT, document="map"),
        replace(DRAFT, today=DAY + dt.timedelta(days=1)),
        replace(DRAFT, document="past"),
        replace(DRAFT, document="past", since=2),
    ):
        known.append(await keys(files, amina, order))
    await amina.taps("Blue")
    known.append(await keys(files, amina))
    guide.fingerprint = "other words"
    known.append(await keys(files, amina))
    assert len({key for one in known for key in one}) == len(known)
    assert await keys(files, amina, replace(DRAFT, reader="en")) == known[-1]


async def test_an_order_that_leaves_the_language_open_is_a_parcel_of_every_way(files: Files, amina: Person) -> None:
    built = await files.build(replace(DRAFT, language="", format=""), str(amina.number))
    assert isinstance(built, Parcel)
    assert [piece.data.split(b"|")[2] for piece in built.pieces] == [b"en", b"fr"]


async def test_what_telegram_holds_is_not_built_again_unless_it_must_be(
    house: House, files: Files, guide: PocketGuide, amina: Person
) -> None:
    (key,) = await keys(files, amina)
    with house.store.transaction() as tx:
        tx.keep_uploads([Upload(key, "id000001", "held")], Hourglass().clock())
    guide.drafting.clear()
    again = await files.build(DRAFT, str(amina.number))
    assert again == Parcel((Piece(key, known="held"),), "Votre fichier")
    assert guide.drafting == []
    fresh = await files.build(DRAFT, str(amina.number), again=True)
    assert isinstance(fresh, Parcel)
    assert not fresh.known
    assert guide.drafting == ["paper"]
