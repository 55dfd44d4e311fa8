"""A database that is away, locked or read-only, and transactions that meet."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Barrier, Event

import pytest
from sqlalchemy import Engine, text

from bot.storage import SqlStore, open_store
from bot.storage.engines import open_engine
from bot.storage.migrate import current, upgrade
from bot.storage.port import Person, StoreFault
from tests.bot.storage.samples import NOW, bare, full_project, store_project, take_seat

NOBODY = "postgresql://u:secret@127.0.0.1:1/guide"
PATIENCE = 10


@contextmanager
def opened(url: str) -> Iterator[SqlStore]:
    store = open_store(url)
    try:
        yield store
    finally:
        store.dispose()


def visit(store: SqlStore) -> None:
    with store.transaction() as work:
        work.claim(1, NOW)


def test_a_postgresql_that_is_away_is_a_fault_without_its_password() -> None:
    with opened(NOBODY) as store, pytest.raises(StoreFault) as caught:
        visit(store)
    assert "secret" not in str(caught.value)
    for ask in (upgrade, current):
        with pytest.raises(StoreFault):
            ask(NOBODY)


def break_the_others(url: str) -> None:
    others = "FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    with bare(url) as connection:
        assert connection.execute(text(f"SELECT pg_terminate_backend(pid, 10000) {others}")).scalars().all() == [True]


def write_while_the_connection_breaks(store: SqlStore, url: str) -> None:
    with store.transaction() as work:
        work.save_person(Person("77"))
        break_the_others(url)
        work.save_person(Person("78"))


def test_a_connection_that_breaks_is_a_fault_and_the_next_transaction_has_a_new_one(
    postgres_url: str,
) -> None:
    upgrade(postgres_url)
    with opened(postgres_url) as store:
        with pytest.raises(StoreFault):
            write_while_the_connection_breaks(store, postgres_url)
        with store.transaction() as work:
            assert work.person("77") is None
        break_the_others(postgres_url)
        with store.transaction() as work:  # nobody was using the connection: not even a fault
            assert work.person("77") is None


def test_a_sqlite_file_that_cannot_be_opened_is_a_fault(tmp_path: Path) -> None:
    with opened(f"sqlite:///{tmp_path}/missing/guide.db") as store, pytest.raises(StoreFault):
        visit(store)
    (tmp_path / "file").touch()
    with pytest.raises(OSError, match="file"):
        upgrade(f"sqlite:///{tmp_path}/file/guide.db")


def test_a_read_only_sqlite_file_is_a_fault(sqlite_url: str, tmp_path: Path) -> None:
    upgrade(sqlite_url)
    read_only = f"sqlite:///file:{tmp_path}/data/guide.db?mode=ro&uri=true"
    with opened(read_only) as store, pytest.raises(StoreFault, match="readonly"):
        visit(store)


def test_a_sqlite_file_locked_by_another_process_is_a_fault_until_it_is_free(sqlite_url: str, tmp_path: Path) -> None:
    upgrade(sqlite_url)
    with opened(f"{sqlite_url}?timeout=0.05") as store:
        with closing(sqlite3.connect(tmp_path / "data" / "guide.db", isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(StoreFault, match="locked"):
                visit(store)
            other.execute("ROLLBACK")
        with store.transaction() as work:
            assert work.claim(1, NOW)


def test_an_erasure_beside_a_reader_is_kept_and_is_no_fault(sqlite_url: str, tmp_path: Path) -> None:
    upgrade(sqlite_url)
    with opened(f"{sqlite_url}?timeout=0.05") as store:
        store_project(store, full_project(), "77")
        with closing(sqlite3.connect(tmp_path / "data" / "guide.db", isolation_level=None)) as reader:
            reader.execute("BEGIN")
            reader.execute("SELECT * FROM projects").fetchall()
            with store.transaction() as work:
                work.erase_project("p1")
        with store.transaction() as work:
            assert work.project("p1", "77") is None


def test_sqlite_is_set_up_to_lose_nothing_and_to_keep_nothing_deleted(sqlite_url: str) -> None:
    upgrade(sqlite_url)
    with bare(sqlite_url) as connection:
        names = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout", "secure_delete")
        set_to = [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in names]
    assert set_to == ["wal", 2, 1, 5000, 1]


def test_a_new_sqlite_file_may_be_opened_by_many_at_once(tmp_path: Path) -> None:
    together = Barrier(4)

    def connect(engine: Engine) -> object:
        together.wait(PATIENCE)
        with engine.connect() as connection:
            return connection.exec_driver_sql("PRAGMA journal_mode").scalar()

    with ThreadPoolExecutor(4) as threads:
        for number in range(25):
            engines = [open_engine(f"sqlite:///{tmp_path}/{number}.db") for _ in range(4)]
            assert list(threads.map(connect, engines)) == ["wal"] * 4
            for engine in engines:
                engine.dispose()


def test_a_transaction_locks_sqlite_from_its_beginning(sqlite_url: str) -> None:
    upgrade(sqlite_url)
    with opened(sqlite_url) as store, opened(f"{sqlite_url}?timeout=0.05") as other:
        with store.transaction() as work:
            assert work.person("77") is None  # has only read so far
            with pytest.raises(StoreFault, match="locked"):
                visit(other)
        visit(other)


def test_transactions_on_one_project_follow_each_other_and_others_do_not_wait(postgres_url: str) -> None:
    upgrade(postgres_url)
    with opened(postgres_url) as store, ThreadPoolExecutor(2) as threads:
        store_project(store, full_project("p1"), "77")
        store_project(store, full_project("p2"), "77")
        loaded, go_on = Event(), Event()

        def first() -> None:
            with store.transaction() as work:
                project = work.project("p1", "77")
                assert project is not None
                loaded.set()
                assert go_on.wait(PATIENCE)
                project.revision += 1
                work.save_project(project, 7, NOW)

        def second() -> int:
            assert loaded.wait(PATIENCE)
            with store.transaction() as work:
                project = work.project("p1", "77")
            assert project is not None
            return project.revision

        one, two = threads.submit(first), threads.submit(second)
        try:
            assert loaded.wait(PATIENCE)
            with store.transaction() as work:
                assert work.project("p2", "77") is not None
            wait_for_a_lock(postgres_url)
            assert not two.done()
        finally:
            go_on.set()
        one.result(PATIENCE)
        assert two.result(PATIENCE) == 8


def test_no_change_is_lost_between_threads(store: SqlStore) -> None:
    store_project(store, full_project(), "77")

    def change() -> None:
        for _ in range(10):
            with store.transaction() as work:
                project = work.project("p1", "77")
                assert project is not None
                project.revision += 1
                work.save_project(project, project.revision - 1, NOW)

    with ThreadPoolExecutor(2) as threads:
        for done in [threads.submit(change) for _ in range(2)]:
            done.result(PATIENCE)
    with store.transaction() as work:
        project = work.project("p1", "77")
    assert project is not None
    assert project.revision == 7 + 20


def test_of_two_people_who_leave_at_once_the_last_takes_the_project_along(postgres_url: str) -> None:
    upgrade(postgres_url)
    with opened(postgres_url) as store, ThreadPoolExecutor(1) as threads:
        store_project(store, full_project(), "77")
        take_seat(postgres_url, "78", "p1")

        def leave() -> None:
            with store.transaction() as work:
                work.erase_person("78")

        with store.transaction() as work:
            work.erase_person("77")
            other = threads.submit(leave)
            wait_for_a_lock(postgres_url)
        other.result(PATIENCE)
        with bare(postgres_url) as connection:
            assert connection.execute(text("SELECT count(*) FROM projects")).scalar_one() == 0


def wait_for_a_lock(url: str) -> None:
    """Return as soon as a transaction of this database waits for another one's row."""
    waiting = text("SELECT count(*) FROM pg_locks WHERE NOT granted")
    engine = open_engine(url)
    try:
        end = time.monotonic() + PATIENCE
        with engine.connect() as connection:
            while connection.execute(waiting).scalar_one() == 0:
                assert time.monotonic() < end, "nobody waits"
    finally:
        engine.dispose()
