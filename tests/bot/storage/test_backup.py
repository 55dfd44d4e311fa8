"""A backup is whole and checked; a restored one is up to date, and what was erased since stays erased."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.errors import Halt
from bot.storage import open_store
from bot.storage.backup import backup, restore
from bot.storage.migrate import current, newest, upgrade
from bot.storage.port import Person, Place
from tests.bot.storage.samples import NOW, bare, every_row, full_project, store_project
from tests.bot.storage.test_released import install


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the backup goes."""
    return tmp_path / "copy.db"


def fill(url: str, *projects: str) -> None:
    upgrade(url)
    store = open_store(url)
    for project in projects:
        store_project(store, full_project(project), "77")
    with store.transaction() as tx:
        tx.save_person(Person("77", "fr"))
        tx.save_place(Place(77, "77", projects[0]), NOW)
        tx.claim(5, NOW)
    store.dispose()


def erase(url: str, project: str, receipt: bool = True) -> None:
    store = open_store(url)
    with store.transaction() as tx:
        tx.erase_project(project)
        if receipt:
            tx.leave_receipt(project, "asked", NOW)
    store.dispose()


def titles(url: str) -> set[str]:
    store = open_store(url)
    with store.transaction() as tx:
        found = {title.id for title in tx.titles("77")}
    store.dispose()
    return found


def test_a_backup_made_while_somebody_writes_holds_what_was_committed(sqlite_url: str, file: Path) -> None:
    fill(sqlite_url, "p1")
    before = every_row(sqlite_url)
    store = open_store(sqlite_url)
    with store.transaction() as tx:
        tx.save_person(Person("78"))
        backup(sqlite_url, file)
    store.dispose()
    assert every_row(f"sqlite:///{file}") == before
    assert file.stat().st_mode & 0o777 == 0o600, "nobody else may read what people typed"
    assert sorted(path.name for path in file.parent.iterdir() if "part" in path.name) == []


def test_a_backup_holds_no_byte_of_what_was_erased(sqlite_url: str, file: Path) -> None:
    fill(sqlite_url, "keeping", "erasing")
    erase(sqlite_url, "erasing", receipt=False)
    backup(sqlite_url, file)
    data = file.read_bytes()
    assert b"keeping" in data
    assert b"erasing" not in data


def test_a_backup_overwrites_nothing_and_needs_a_database(sqlite_url: str, file: Path) -> None:
    with pytest.raises(Halt, match="no database"):
        backup(sqlite_url, file)
    fill(sqlite_url, "p1")
    file.write_text("mine")
    with pytest.raises(Halt, match="exists already"):
        backup(sqlite_url, file)
    assert file.read_text() == "mine"
    with pytest.raises(Halt, match="could not be written"):
        backup(sqlite_url, file.parent / "missing" / "copy.db")


def test_postgresql_is_told_its_own_tools(file: Path) -> None:
    url = "postgresql://u:secret@127.0.0.1:1/guide"
    with pytest.raises(Halt, match=r"pg_dump .*copy\.db") as told:
        backup(url, file)
    assert "secret" not in str(told.value)
    with pytest.raises(Halt, match=r"pg_restore .*copy\.db"):
        restore(url, file, replace=True)


def test_a_restored_database_is_the_one_that_was_saved(sqlite_url: str, file: Path) -> None:
    fill(sqlite_url, "p1", "p2")
    before = every_row(sqlite_url)
    backup(sqlite_url, file)
    saved = file.read_bytes()
    other = f"{sqlite_url}.moved"
    assert restore(other, file, replace=False) == 0
    assert every_row(other) == before
    assert file.read_bytes() == saved, "the backup itself stays as it is"
    assert [path.name for path in file.parent.rglob("*restoring*")] == []


def test_a_database_that_holds_something_is_replaced_only_when_asked(sqlite_url: str, file: Path) -> None:
    fill(sqlite_url, "p1")
    backup(sqlite_url, file)
    fill(sqlite_url, "p2")
    with pytest.raises(Halt, match="--replace"):
        restore(sqlite_url, file, replace=False)
    assert titles(sqlite_url) == {"p1", "p2"}
    assert restore(sqlite_url, file, replace=True) == 0
    assert titles(sqlite_url) == {"p1"}


def test_an_empty_database_is_replaced_without_asking(sqlite_url: str, file: Path) -> None:
    fill(sqlite_url, "p1")
    backup(sqlite_url, file)
    other = f"{sqlite_url}.new"
    upgrade(other)
    restore(other, file, replace=False)
    assert titles(other) == {"p1"}


def test_whoever_has_the_database_open_sees_what_was_restored(sqlite_url: str, file: Path) -> None:
    fill(sqlite_url, "p1")
    backup(sqlite_url, file)
    fill(sqlite_url, "p2")
    store = open_store(sqlite_url)
    with store.transaction() as tx:
        assert len(tx.titles("77")) == 2
    restore(sqlite_url, file, replace=True)
    with store.transaction() as tx:
        assert [title.id for title in tx.titles("77")] == ["p1"]
        tx.save_person(Person("79"))
    store.dispose()
    assert "'79'" in every_row(sqlite_url)


def test_what_was_erased_since_stays_erased(sqlite_url: str, file: Path) -> None:
    fill(sqlite_url, "keeping", "erasing")
    backup(sqlite_url, file)
    erase(sqlite_url, "erasing")
    assert restore(sqlite_url, file, replace=True) == 1
    assert titles(sqlite_url) == {"keeping"}
    assert [line for line in every_row(sqlite_url).splitlines() if "erasing" in line] == [
        line for line in every_row(sqlite_url).splitlines() if line.startswith("erasures")
    ]
    assert restore(sqlite_url, file, replace=True) == 1, "also the next time"


def test_what_was_owed_then_is_not_said_again(sqlite_url: str, file: Path) -> None:
    fill(sqlite_url, "p1")
    store = open_store(sqlite_url)
    with store.transaction() as tx:
        tx.owe(77, "77", "card", {}, None, NOW)
    store.dispose()
    backup(sqlite_url, file)
    restore(sqlite_url, file, replace=True)
    store = open_store(sqlite_url)
    with store.transaction() as tx:
        assert tx.take(NOW, everything=True) == ()
        assert not tx.claim(5, NOW), "what was taken stays taken"
    store.dispose()


def test_an_older_backup_is_brought_up_to_date(sqlite_url: str, file: Path, tmp_path: Path) -> None:
    old = f"sqlite:///{tmp_path}/old/guide.db"
    install(old, "0.1.0")
    backup(old, file)
    restore(sqlite_url, file, replace=False)
    assert current(sqlite_url) == newest()
    store = open_store(sqlite_url)
    with store.transaction() as tx:
        assert [title.id for title in tx.titles("1001")] == ["k3n0ra27"]
    store.dispose()


def test_a_backup_of_a_newer_release_is_refused(sqlite_url: str, file: Path) -> None:
    fill(sqlite_url, "p1")
    backup(sqlite_url, file)
    with bare(f"sqlite:///{file}") as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9998'"))
    with pytest.raises(Halt, match="newer release"):
        restore(sqlite_url, file, replace=True)
    assert titles(sqlite_url) == {"p1"}


def test_what_is_no_backup_is_refused_and_changes_nothing(sqlite_url: str, file: Path, tmp_path: Path) -> None:
    fill(sqlite_url, "p1")
    before = every_row(sqlite_url)
    backup(sqlite_url, file)
    whole = file.read_bytes()
    damaged = tmp_path / "damaged.db"
    damaged.write_bytes(whole[: len(whole) // 2])
    text_file = tmp_path / "letter.txt"
    text_file.write_text("Bonjour, " * 2000)
    foreign = tmp_path / "foreign.db"
    with closing(sqlite3.connect(foreign)) as connection:
        connection.execute("CREATE TABLE notes (text)")
    for given, reason in (
        (tmp_path / "nothing.db", "no file"),
        (damaged, "damaged|no readable"),
        (text_file, "no readable"),
        (foreign, "no backup"),
    ):
        with pytest.raises(Halt, match=reason):
            restore(sqlite_url, given, replace=True)
    assert every_row(sqlite_url) == before
