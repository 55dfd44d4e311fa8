"""Forgetting oneself or a partnership, at once or after a grace; and taking one along and bringing it back."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from bot.fairness import RATES
from tests.bot.storage.samples import every_row
from tests.stories.gathering import invites, joins, later, sends_file, told
from tests.stories.telling import arrives, exported, project_of, terms_quickly
from tests.support.house import House
from workflows.importing import LARGEST_JSON
from workflows.roles import COORDINATOR, EDITOR, READER

DAY = dt.timedelta(days=1)
MARK = "Zyxwvutsr"


def address(folder: Path) -> str:
    return f"sqlite:///{folder}/house.db"


def traces(folder: Path) -> list[str]:
    """The files below the folder whose bytes still hold the mark."""
    return [file.name for file in folder.iterdir() if MARK.encode() in file.read_bytes()]


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_a_partnership_is_erased_after_seven_days_and_everybody_was_told(
    house: House, tmp_path: Path, language: str
) -> None:
    amina = await arrives(house, "Amina", language)
    luc = await joins(house, "Luc", await invites(amina, EDITOR), language)
    project = (await project_of(house, amina)).id
    await luc.taps(press=("quick", "terms-of-reference"))
    await luc.says(MARK)
    await amina.says("/forget")
    await amina.taps(press=("erase", "", "later"))
    amina.sees("people.card.ends")
    assert told(luc, "people.tidings.ending", language)
    await later(house, 7 * DAY - dt.timedelta(hours=1))
    assert MARK in every_row(address(tmp_path))
    await later(house, dt.timedelta(hours=1, minutes=1))
    assert told(luc, "people.tidings.erased", language)
    await house.restart()
    rows = [row for row in every_row(address(tmp_path)).splitlines() if MARK in row or project in row]
    assert [row.partition(":")[0] for row in rows] == ["erasures"], "only a receipt without content stays"
    assert traces(tmp_path) == []


async def test_any_coordinator_can_keep_it_in_the_meantime(house: House) -> None:
    amina = await arrives(house, "Amina", "en")
    maya = await joins(house, "Maya", await invites(amina, COORDINATOR))
    await amina.says("/forget")
    await amina.taps(press=("erase", "", "later"))
    await maya.says("/people")
    maya.sees("people.card.ends")
    await maya.taps(press=("keep_project",))
    maya.sees("people.notices.kept")
    assert told(amina, "people.tidings.title")
    await later(house, 8 * DAY)
    assert (await project_of(house, amina)).title()


async def test_erased_at_once_the_others_are_told_and_a_number_stays_as_receipt(house: House, tmp_path: Path) -> None:
    amina = await arrives(house, "Amina", "en")
    luc = await joins(house, "Luc", await invites(amina, READER))
    project = (await project_of(house, amina)).id
    await amina.says("/forget")
    await amina.taps(press=("erase", "", "project"))
    amina.sees("people.forget.receipt")
    assert project in amina.card
    assert told(luc, "people.tidings.erased")
    await luc.says("/home")
    luc.sees("interface.naming.ask")
    await house.restart()
    found = [row for row in every_row(address(tmp_path)).splitlines() if project in row]
    assert [row.partition(":")[0] for row in found] == ["erasures"]


async def test_whoever_forgets_themselves_leaves_no_trace_and_an_heir(house: House, tmp_path: Path) -> None:
    amina = await arrives(house, "Amina", "en")
    reader = await joins(house, "Rosa", await invites(amina, READER))
    luc = await joins(house, "Luc", await invites(amina, EDITOR))
    await invites(amina, EDITOR, "Waiting")
    await amina.says("/forget")
    amina.sees("people.forget.shared")
    await amina.taps(press=("erase", "", "me"))
    assert told(luc, "people.tidings.heir")
    project = await project_of(house, luc)
    with house.store.transaction() as tx:
        held = {one.person: one.role for one in tx.seats(project.id)}
    assert held == {str(luc.number): COORDINATOR, str(reader.number): READER}
    await house.restart()
    rows = every_row(address(tmp_path))
    assert str(amina.number) not in rows
    assert "Waiting" not in rows, "her invitations go with her"


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_what_was_exported_comes_back_as_a_partnership_of_ones_own(house: House, language: str) -> None:
    amina = await arrives(house, "Amina", language)
    await terms_quickly(amina, language)
    luc = await joins(house, "Luc", await invites(amina, EDITOR), language)
    await amina.says("/export")
    name, data = amina.documents[-1]
    told_json = json.dumps(exported(data)).encode()
    assert str(luc.number) not in told_json.decode()
    before = await project_of(house, amina)

    maya = await arrives(house, "Maya", language)
    for sent in ((name, data), ("project.JSON", told_json)):
        await sends_file(maya, *sent)
        maya.sees("people.import.done")
        after = await project_of(house, maya)
        assert after.id != before.id
        assert {path: after.value(path) for path in after.answers if not after.records(path)} == {
            path: before.value(path) for path in before.answers if not before.records(path)
        }
        assert [row.values for row in after.records("council.members")] == [
            row.values for row in before.records("council.members")
        ]
    assert len(maya.documents) == 0
    assert (await project_of(house, amina)).to_data() == before.to_data()


async def test_a_file_that_is_no_export_changes_nothing(house: House) -> None:
    amina = await arrives(house, "Amina", "en")
    before = (await project_of(house, amina)).to_data()
    newer = json.dumps({"export_version": 99, "answers": {}}).encode()
    for name, data, key in (
        ("a.json", b"{", "not_ours"),
        ("b.zip", b"PK\x03\x04 nothing", "not_ours"),
        ("c.json", newer, "version"),
        ("d.json", b" " * (LARGEST_JSON + 1), "too_large"),
    ):
        house.glass.turn(200)
        await sends_file(amina, name, data)
        amina.sees(f"people.import.{key}")
    house.glass.turn(200)
    await amina.shows(document={"file_id": "gone", "file_unique_id": "gone", "file_name": "e.zip", "file_size": 9})
    amina.sees("people.import.not_fetched")
    await amina.shows(document={"file_id": "x", "file_unique_id": "x", "file_name": "notes.pdf", "file_size": 9})
    amina.sees("interface.other.file")
    assert (await project_of(house, amina)).to_data() == before
    with house.store.transaction() as tx:
        assert len(tx.titles(str(amina.number))) == 1


async def test_one_person_who_asks_for_too_much_is_told_kindly_and_nobody_else_waits(house: House) -> None:
    amina, luc = await arrives(house, "Amina", "en"), await arrives(house, "Luc", "fr")
    for person in (amina, luc):
        await person.says("/draft")
        await person.taps(press=("document", "terms-of-reference"))
    card = amina.shown
    most = RATES["file"].most
    for _ in range(most + 1):
        await house.api.tap(amina.account, card, amina.payload(press=("draft", "terms-of-reference", "en.docx")))
    await luc.taps(press=("draft", "terms-of-reference", "fr.docx"))
    await house.quiet()
    amina.sees("people.limits.file")
    assert len(amina.documents) == most
    assert len(luc.documents) == 1
    house.glass.turn(RATES["file"].every)
    await amina.says("/export")
    assert len(amina.documents) == most + 1
