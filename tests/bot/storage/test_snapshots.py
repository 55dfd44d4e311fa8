"""The promises of `port.Transaction` about saved versions, on both databases."""

from __future__ import annotations

import sqlite3

import psycopg
import pytest

from bot.storage import SqlStore
from tests.bot.storage.samples import NOW, every_row, full_project, store_project
from workflows.past import snapshot


def keep(store: SqlStore, project: str, number: int, said: str) -> None:
    with store.transaction() as work:
        work.keep_snapshot(project, number, snapshot(full_project(project, said=said)))


def test_a_version_comes_back_as_it_was_kept(store: SqlStore) -> None:
    project = full_project(said="نص «\u00a0é\u00a0» 議会")
    store_project(store, project, "77")
    with store.transaction() as work:
        work.keep_snapshot("p1", 1, snapshot(project))
    with store.transaction() as work:
        kept = work.snapshots("p1")
    assert list(kept) == [1]
    assert kept[1].to_data() == {**project.to_data(), "last_changes": []}


def test_one_version_or_all_of_one_project_are_given_oldest_first(store: SqlStore) -> None:
    for project in ("p1", "p2"):
        store_project(store, full_project(project), "77")
    for number in (3, 1, 2):
        keep(store, "p1", number, f"said {number}")
    keep(store, "p2", 1, "elsewhere")
    with store.transaction() as work:
        assert list(work.snapshots("p1")) == [1, 2, 3]
        assert {number: one.title() for number, one in work.snapshots("p1", 2).items()} == {2: "Partnership said 2"}
        assert work.snapshots("p1", 9) == {}
        assert work.snapshots("nowhere") == {}


def test_a_dropped_version_leaves_no_trace_and_the_others_stay(url: str, store: SqlStore) -> None:
    store_project(store, full_project(), "77")
    keep(store, "p1", 1, "to go")
    keep(store, "p1", 2, "to stay")
    for _ in range(2):  # the second time there is nothing to drop
        with store.transaction() as work:
            work.drop_snapshot("p1", 1)
    assert "to go" not in every_row(url)
    with store.transaction() as work:
        assert list(work.snapshots("p1")) == [2]


def test_a_number_is_kept_once(store: SqlStore) -> None:
    store_project(store, full_project(), "77")
    keep(store, "p1", 1, "first")
    with pytest.raises((sqlite3.IntegrityError, psycopg.errors.UniqueViolation)):
        keep(store, "p1", 1, "second")
    with store.transaction() as work:
        assert work.snapshots("p1")[1].title() == "Partnership first"


def test_a_project_and_its_past_are_stored_together_or_not_at_all(url: str, store: SqlStore) -> None:
    project = full_project(said="brought along")
    past = tuple(project.last_changes)

    def store_it(*numbers: int) -> None:
        with store.transaction() as work:
            work.create_project(project, "77", "coordinator", NOW)
            work.append_history("p1", past)
            for number in numbers:
                work.keep_snapshot("p1", number, snapshot(project))

    with pytest.raises((sqlite3.IntegrityError, psycopg.errors.UniqueViolation)):
        store_it(1, 1)
    assert "brought along" not in every_row(url)
    store_it(1, 2)
    with store.transaction() as work:
        assert list(work.snapshots("p1")) == [1, 2]
        assert work.history("p1") == past
