"""Files: built off the loop from the project as it stands, told when they cannot be."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from bot.desk import Desk
from bot.files import Files
from bot.presenter import Message
from bot.replies import Order
from tests.support.hourglass import Hourglass
from tests.support.house import House
from tests.support.person import Person
from tests.support.pocket_guide import PocketFile, PocketGuide, failing

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
    assert isinstance(built, PocketFile)
    assert (built.name, built.data) == ("paper.docx", b"Kenora|blue|en|2027-04-12")
    assert files.caption(built, DRAFT) == "Votre fichier"


async def test_an_export_is_the_project(files: Files, amina: Person) -> None:
    built = await files.build(Order("id000001", "en", DAY), str(amina.number))
    assert isinstance(built, PocketFile)
    assert built.data == b"id000001"


async def test_nobody_without_a_seat_gets_a_file(files: Files, amina: Person) -> None:
    assert await files.build(DRAFT, "4711") is None


async def test_a_draft_that_cannot_be_built_is_told_with_its_reference(
    files: Files, guide: PocketGuide, amina: Person, caplog: pytest.LogCaptureFixture
) -> None:
    with failing(guide, draft_fails=True):
        built = await files.build(DRAFT, str(amina.number))
    assert isinstance(built, Message)
    assert built.plain.removeprefix("Désolé: ") in caplog.text
