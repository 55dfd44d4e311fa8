"""The store of the port, in SQL: it opens transactions and turns passing faults into `StoreFault`."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from bot.storage.engines import POOL_SIZE, open_engine, storage_faults
from bot.storage.port import Transaction
from bot.storage.prepared import Prepared
from bot.storage.sql_transaction import SqlTransaction
from bot.storage.statements import upserts_for


class SqlStore:
    """Keeps `port.Store`. `threads` is how many threads can each hold a transaction: one on SQLite.

    Each store is a worker of its own: what it owes, it sends, until it is not heard of any longer.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._worker = secrets.token_hex(6)
        self._upserts = upserts_for(engine.dialect.name)
        self._prepared = Prepared(engine.dialect)
        self._embedded = engine.dialect.name == "sqlite"
        self.threads = 1 if self._embedded else POOL_SIZE

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        """Open one transaction; it commits when the block ends well and rolls back otherwise.

        A passing fault of the database rises as `StoreFault`, all else as it is.
        """
        with storage_faults(self._engine), self._engine.begin() as connection:
            work = SqlTransaction(connection, self._prepared, self._upserts, self._worker)
            yield work
        if work.erased and self._embedded:
            self._empty_log()

    def _empty_log(self) -> None:
        """Empty SQLite's write-ahead log, which still holds the pages as they were before the erasure.

        A reader in another process can hold this back. The erasure is committed all the same, so that is no
        fault: the log is emptied by the next erasure, or when the last connection closes.
        """
        driver = self._engine.dialect.loaded_dbapi
        with (
            suppress(SQLAlchemyError, driver.Error),
            closing(self._engine.raw_connection()) as connection,
        ):
            connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def dispose(self) -> None:
        """Close every connection."""
        self._engine.dispose()


def open_store(url: str) -> SqlStore:
    """The store at this address, brought up to date beforehand (`migrate.upgrade`); nothing is connected yet.

    Raises ValueError with a plain reason when the address is neither SQLite nor PostgreSQL.
    """
    return SqlStore(open_engine(url))
