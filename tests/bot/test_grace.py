"""A project that several people hold is erased after a grace in which it can be kept, or at once; they are told."""

from __future__ import annotations

import datetime as dt

import pytest

from bot import grace
from bot.reminders import KINDS
from bot.storage import SqlStore, open_store
from bot.storage.port import Owed, Person, Transaction
from bot.storage.upkeep_port import NOTICE
from bot.tools import Tools
from tests.bot.storage.samples import NOW, every_row, full_project, store_project, take_seat
from tests.support.pocket_guide import PocketGuide

ME, OTHER, AWAY = "101", "102", "103"
END = NOW + dt.timedelta(days=7)


@pytest.fixture
def store(url: str) -> SqlStore:
    store = open_store(url)
    store_project(store, full_project("p1", by=ME), ME)
    with store.transaction() as tx:
        for person in (ME, OTHER, AWAY):
            tx.save_person(Person(person, "fr", reachable=person != AWAY))
    for person in (OTHER, AWAY):
        take_seat(url, person, "p1")
    return store


@pytest.fixture
def tools(guide: PocketGuide) -> Tools:
    return Tools(guide, NOW, lambda: "id", "bot")


def told(owed: tuple[Owed, ...]) -> list[tuple[int, str, str]]:
    assert {one.kind for one in owed} <= {NOTICE}
    return [(one.chat, one.person, one.payload["messages"][0]["plain"].split()[1]) for one in owed]


def due(tx: Transaction, at: dt.datetime) -> bool:
    return tx.due(at, KINDS) is not None


def test_it_falls_due_at_the_end_unless_it_was_kept_and_the_others_hear_of_both(store: SqlStore, tools: Tools) -> None:
    with store.transaction() as tx:
        assert told(grace.ask(tx, "p1", ME, "Kenora", END, tools)) == [(102, OTHER, "ending")]
        assert not due(tx, END - dt.timedelta(seconds=1))
        assert due(tx, END)
        assert told(grace.cancel(tx, "p1", OTHER, "Kenora", tools)) == [(101, ME, "kept")]
        assert not due(tx, END)
    store.dispose()


def test_at_the_end_everything_goes_but_a_receipt_and_everybody_hears_of_it(
    store: SqlStore, tools: Tools, url: str
) -> None:
    with store.transaction() as tx:
        grace.ask(tx, "p1", ME, "Kenora", END, tools)
        found = tx.due(END, KINDS)
        assert found is not None
        owed = KINDS[found.kind](tx, found, tools)
        assert told(owed) == [(101, ME, "erased"), (102, OTHER, "erased")]
        assert full_project("p1").title() in owed[0].payload["messages"][0]["plain"]
        assert not due(tx, END + dt.timedelta(days=9))
        assert tx.titles(ME) == ()
    rows = [row for row in every_row(url).splitlines() if "'p1'" in row]
    assert [row.partition(":")[0] for row in rows] == ["erasures"]
    store.dispose()


def test_whoever_erases_at_once_is_not_told_apart(store: SqlStore, tools: Tools) -> None:
    with store.transaction() as tx:
        assert told(grace.erase(tx, "p1", ME, "Kenora", tools)) == [(102, OTHER, "erased")]
    store.dispose()
