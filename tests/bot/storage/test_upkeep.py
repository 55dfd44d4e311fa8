"""What falls due, who used a project when, receipts, heartbeats and tidying, on both databases."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import select

from bot.storage import SqlStore, open_store
from bot.storage.port import Person, Place
from bot.storage.tables import erasures
from bot.storage.upkeep_port import NOTICE, Due
from tests.bot.storage.samples import NOW, bare, every_row, full_project, store_project, take_seat

DAY = dt.timedelta(days=1)


def due(store: SqlStore, now: dt.datetime = NOW, *kinds: str) -> Due | None:
    with store.transaction() as tx:
        return tx.due(now, kinds or ("a", "b"))


def plan(store: SqlStore, kind: str, project: str, at: dt.datetime = NOW) -> None:
    with store.transaction() as tx:
        tx.plan(kind, project, at, {"said": "é"})


def test_what_is_due_comes_oldest_first_and_only_of_the_kinds_that_are_known(store: SqlStore) -> None:
    plan(store, "a", "p1", NOW + DAY)
    plan(store, "b", "p1", NOW - DAY)
    plan(store, "unknown", "p1", NOW - 2 * DAY)
    found = due(store)
    assert found is not None
    assert (found.kind, found.project, found.due_at, found.payload) == ("b", "p1", NOW - DAY, {"said": "é"})
    assert due(store, NOW - 2 * DAY) is None
    assert due(store, NOW, "a") is None
    with store.transaction() as tx:
        assert tx.late(NOW) == 2
        tx.postpone(found.id, NOW + 3 * DAY, {"again": True})
    first, second = due(store, NOW + 2 * DAY), due(store, NOW + 3 * DAY, "b")
    assert first is not None
    assert second is not None
    assert (first.kind, second.payload) == ("a", {"again": True})
    with store.transaction() as tx:
        tx.done(second.id)
    assert due(store, NOW + 3 * DAY, "b") is None


def test_a_project_has_one_reminder_of_a_kind(store: SqlStore) -> None:
    plan(store, "a", "p1", NOW)
    plan(store, "a", "p1", NOW - DAY)
    plan(store, "a", "p2", NOW + DAY)
    assert due(store, NOW - DAY) is None
    with store.transaction() as tx:
        assert tx.late(NOW + DAY) == 2


def test_what_one_process_has_in_hand_another_one_does_not_get(postgres_url: str) -> None:
    from bot.storage.migrate import upgrade

    upgrade(postgres_url)
    one, two = open_store(postgres_url), open_store(postgres_url)
    plan(one, "a", "p1")
    plan(one, "a", "p2", NOW + DAY)
    with one.transaction() as tx:
        mine = tx.due(NOW + DAY, ["a"])
        theirs = due(two, NOW + DAY)
        assert mine is not None
        assert theirs is not None
        assert (mine.project, theirs.project) == ("p1", "p2")
        with two.transaction() as other:
            other.done(theirs.id)
            assert other.due(NOW + DAY, ["a"]) is None
    one.dispose()
    two.dispose()


def test_a_project_is_used_when_it_is_changed_or_open(store: SqlStore) -> None:
    store_project(store, full_project("p1"), "77", NOW)
    with store.transaction() as tx:
        assert tx.last_used("p1") == NOW
        assert tx.last_used("gone") is None
        tx.save_place(Place(77, "77", "p1"), NOW + DAY)
        tx.save_place(Place(78, "77", "p2"), NOW + 9 * DAY)
        assert tx.last_used("p1") == NOW + DAY
        tx.save_place(Place(77, "77", "p1"))
        assert tx.last_used("p1") == NOW + DAY, "to be written without a time says nothing about use"
        project = tx.project("p1", "77")
        assert project is not None
        tx.save_project(project, project.revision, NOW + 2 * DAY)
        assert tx.last_used("p1") == NOW + 2 * DAY


def test_idle_projects_are_found_once_each_the_longest_first(store: SqlStore) -> None:
    for number, name in enumerate(("used", "old", "older", "planned", "new")):
        at = NOW if name == "new" else NOW - (10 + number) * DAY
        store_project(store, full_project(name), "77", at)
    plan(store, "expiry", "planned")
    plan(store, "other", "old")
    with store.transaction() as tx:
        tx.save_place(Place(77, "77", "used"), NOW)
        assert tx.idle("expiry", NOW - DAY, 9) == ("older", "old")
        assert tx.idle("expiry", NOW - DAY, 1) == ("older",)


def test_members_are_those_with_a_seat(url: str, store: SqlStore) -> None:
    store_project(store, full_project("p1"), "77")
    store_project(store, full_project("p2"), "79")
    take_seat(url, "78", "p1")
    with store.transaction() as tx:
        assert tx.members("p1") == ("77", "78")


def test_an_erased_project_leaves_a_receipt_and_nothing_else(url: str, store: SqlStore) -> None:
    store_project(store, full_project("p1"), "77")
    plan(store, "a", "p1")
    with store.transaction() as tx:
        tx.owe(77, "77", NOTICE, {"text": "about"}, None, NOW, "p1")
        tx.erase_project("p1")
        tx.leave_receipt("p1", "expired", NOW)
        tx.leave_receipt("p1", "asked", NOW + DAY)
    assert [line for line in every_row(url).splitlines() if "p1" in line or "about" in line] == [
        line for line in every_row(url).splitlines() if line.startswith("erasures")
    ]
    with bare(url) as connection:
        assert [tuple(row) for row in connection.execute(select(erasures))] == [("p1", "expired", NOW)]


def test_a_heartbeat_is_the_last_one(store: SqlStore) -> None:
    with store.transaction() as tx:
        assert tx.heartbeat("w") is None
        tx.beat("w", NOW)
        tx.beat("w", NOW + DAY)
        tx.beat("v", NOW)
        assert (tx.heartbeat("w"), tx.heartbeat("v")) == (NOW + DAY, NOW)


def test_tidying_removes_what_nothing_refers_to_and_nothing_else(url: str, store: SqlStore) -> None:
    store_project(store, full_project("p1"), "77")
    with store.transaction() as tx:
        tx.save_person(Person("77"))
        tx.save_place(Place(77, "77", "p1"))
        tx.owe(77, "77", "card", {}, None, NOW)
        tx.owe(5, "5", "card", {}, None, NOW)  # the last card of somebody who was erased
    plan(store, "a", "p1")
    kept = every_row(url)
    with store.transaction() as tx:
        assert tx.purge_leftovers() == 0
    assert every_row(url) == kept
    plan(store, "a", "gone")
    with store.transaction() as tx:
        tx.save_place(Place(78, "78"))
        tx.save_place(Place(79, "77", "gone"))
        tx.owe(77, "77", "card", {}, None, NOW, "gone")
    with store.transaction() as tx:
        assert tx.purge_leftovers() == 4
    assert every_row(url) == kept
