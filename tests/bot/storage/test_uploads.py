"""The promises of `port.Transaction` about files that Telegram holds, on both databases."""

from __future__ import annotations

import datetime as dt

from bot.storage import SqlStore
from bot.storage.port import Upload
from tests.bot.storage.samples import every_row, full_project, store_project

NOW = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)


def keep(store: SqlStore, *uploads: Upload, now: dt.datetime = NOW) -> None:
    with store.transaction() as tx:
        tx.keep_uploads(uploads, now)


def held(store: SqlStore, *keys: str) -> dict[str, str]:
    with store.transaction() as tx:
        return tx.uploads(keys)


def test_a_file_is_found_under_its_key_and_a_newer_id_takes_its_place(store: SqlStore) -> None:
    store_project(store, full_project(), "77")
    keep(store, Upload("a", "p1", "old"), Upload("b", "p1", "other"))
    keep(store, Upload("a", "p1", "new"))
    assert held(store, "a", "b", "c") == {"a": "new", "b": "other"}
    assert held(store) == {}


def test_a_file_of_a_project_that_is_gone_leaves_no_trace(url: str, store: SqlStore) -> None:
    store_project(store, full_project(), "77")
    keep(store, Upload("a", "p1", "file-of-p1"))
    with store.transaction() as tx:
        tx.erase_project("p1")
    keep(store, Upload("late", "p1", "late-file-of-p1"))
    assert "file-of-p1" not in every_row(url)


def test_files_are_forgotten_after_a_time(store: SqlStore) -> None:
    store_project(store, full_project(), "77")
    keep(store, Upload("old", "p1", "1"), now=NOW - dt.timedelta(hours=49))
    keep(store, Upload("new", "p1", "2"))
    with store.transaction() as tx:
        tx.purge_claims(NOW - dt.timedelta(hours=48))
    assert held(store, "old", "new") == {"new": "2"}
