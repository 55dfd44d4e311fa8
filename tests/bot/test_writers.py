"""Work that waits together: one commit, each piece undone alone, and everybody told what became of theirs."""

from __future__ import annotations

import asyncio
import datetime as dt
import threading
from collections.abc import AsyncIterator, Iterator
from contextvars import ContextVar
from pathlib import Path

import pytest

from bot.settings import sqlite_url
from bot.storage import open_store
from bot.storage.migrate import upgrade
from bot.storage.port import Person, ProjectBusy, StoreFault, Transaction
from bot.writers import TOGETHER, Writers
from tests.support.stumbling_store import StumblingStore

NOW = dt.datetime(2027, 4, 12, tzinfo=dt.UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[StumblingStore]:
    upgrade(sqlite_url(tmp_path / "x.db"))
    made = StumblingStore(open_store(sqlite_url(tmp_path / "x.db")))
    yield made
    made.dispose()


class Busy:
    """Writers whose thread is held, so that what is asked meanwhile waits together."""

    def __init__(self, writers: Writers) -> None:
        self.writers = writers
        self._free = threading.Event()
        self._first = asyncio.ensure_future(writers.do(lambda _: self._free.wait()))

    async def together(self, *works: object) -> list[object]:
        asked = [asyncio.ensure_future(self.writers.do(work)) for work in works]  # type: ignore[arg-type]
        await asyncio.sleep(0)
        self._free.set()
        await self._first
        return await asyncio.gather(*asked, return_exceptions=True)


@pytest.fixture
async def busy(store: StumblingStore) -> AsyncIterator[Busy]:
    made = Busy(Writers(store))
    await asyncio.sleep(0)
    yield made
    made.writers.close()


def saves(name: str) -> object:
    def work(tx: Transaction) -> str:
        tx.save_person(Person(name))
        return name

    return work


def fails(error: Exception, name: str) -> object:
    def work(tx: Transaction) -> None:
        tx.save_person(Person(name))
        raise error

    return work


def known(store: StumblingStore, *names: str) -> list[str]:
    with store.transaction() as tx:
        return [name for name in names if tx.person(name) is not None]


async def test_what_waits_together_is_committed_together(busy: Busy, store: StumblingStore) -> None:
    begun = store.begun
    assert await busy.together(saves("a"), saves("b"), saves("c")) == ["a", "b", "c"]
    assert store.begun - begun == 1
    assert known(store, "a", "b", "c") == ["a", "b", "c"]


async def test_what_fails_is_undone_alone(busy: Busy, store: StumblingStore) -> None:
    defect, fault = KeyError("x"), ProjectBusy("busy")
    assert await busy.together(saves("a"), fails(defect, "b"), fails(fault, "c"), saves("d")) == [
        "a",
        defect,
        fault,
        "d",
    ]
    assert known(store, "a", "b", "c", "d") == ["a", "d"]


async def test_a_commit_that_fails_keeps_nothing_of_anybody(busy: Busy, store: StumblingStore) -> None:
    await asyncio.sleep(0)
    store.at_end = []
    fault, defect = StoreFault("full"), KeyError("x")

    def full(tx: Transaction) -> None:
        store.at_end = [fault]

    assert await busy.together(saves("a"), fails(defect, "b"), full) == [fault, defect, fault]
    assert known(store, "a", "b") == []


async def test_a_long_queue_is_done_in_several_transactions(busy: Busy, store: StumblingStore) -> None:
    begun = store.begun
    names = [str(number) for number in range(TOGETHER + 1)]
    assert await busy.together(*map(saves, names)) == names
    assert store.begun - begun == 2


async def test_somebody_who_no_longer_waits_is_no_trouble(store: StumblingStore) -> None:
    writers = Writers(store)
    gone = asyncio.ensure_future(writers.do(saves("a")))  # type: ignore[arg-type]
    await asyncio.sleep(0)
    gone.cancel()
    assert await writers.do(saves("b")) == "b"  # type: ignore[arg-type]
    writers.close()


async def test_work_is_done_in_the_context_of_whoever_asked(busy: Busy) -> None:
    about: ContextVar[int] = ContextVar("about", default=0)

    async def asks(number: int) -> int:
        about.set(number)
        return await busy.writers.do(lambda _: about.get())

    asked = [asyncio.ensure_future(asks(number)) for number in (1, 2)]
    await asyncio.sleep(0)
    assert await busy.together() == []
    assert await asyncio.gather(*asked) == [1, 2]
