"""A real store whose next transactions fail where a test says so: before they begin, or at their end."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from bot.storage import SqlStore
from bot.storage.port import Transaction


class StumblingStore:
    """Every failure is raised once, in its order; without any, it is the store behind it."""

    def __init__(self, store: SqlStore) -> None:
        self.threads = store.threads
        self.begun = 0
        self.before: list[Exception] = []
        self.at_end: list[Exception] = []
        self._store = store

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        """One transaction of the store behind it."""
        self.begun += 1
        if self.before:
            raise self.before.pop(0)
        with self._store.transaction() as tx:
            yield tx
            if self.at_end:
                raise self.at_end.pop(0)

    def dispose(self) -> None:
        """Close every connection."""
        self._store.dispose()
