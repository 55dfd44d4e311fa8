"""From a database address to a SQLAlchemy engine that keeps what the store promises. It knows no table.

SQLite: write-ahead log, every commit on the disk, deleted text overwritten, and `BEGIN IMMEDIATE`, so that a
transaction that reads first can never fail at its first write. PostgreSQL: a small pool that checks each
connection before lending it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

import orjson
from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.pool import ConnectionPoolEntry

from bot.storage.port import ProjectBusy, StoreFault

POOL_SIZE = 5
"""PostgreSQL connections kept open: as many threads can each hold a transaction."""

WAIT_SECONDS = 5
"""How long a lock or a connection is waited for before it is a fault.

An address may say its own: `?timeout=` for a SQLite lock, `?connect_timeout=` for reaching PostgreSQL.
"""

_CROSSED = ("40P01", "40001")  # PostgreSQL's deadlock_detected and serialization_failure: simply done once more
_WRITE_AHEAD = "PRAGMA journal_mode=WAL"


def _to_json(value: Any) -> str:
    return orjson.dumps(value).decode()


def normal_url(url: str) -> str:
    """The address as SQLAlchemy needs it: `sqlite:///path`, or `postgresql+psycopg://…` from any spelling.

    Anything else raises ValueError with a reason that repeats no password.
    """
    scheme, separator, rest = url.strip().partition("://")
    if not separator:
        raise ValueError("a database address begins with sqlite:/// or postgresql://")
    if scheme in ("postgres", "postgresql", "postgresql+psycopg"):
        scheme = "postgresql+psycopg"
    elif scheme != "sqlite":
        raise ValueError(f"a database address begins with sqlite:/// or postgresql://, not with {scheme}://")
    try:
        parsed = make_url(f"{scheme}://{rest}")
    except (ArgumentError, ValueError):
        # The original message repeats the address, and with it the password.
        raise ValueError("the database address cannot be read: is its port a number?") from None
    if scheme == "sqlite":
        _demand_a_file(parsed)
    return f"{scheme}://{rest}"


def _demand_a_file(url: URL) -> None:
    if url.host:
        raise ValueError("a SQLite address has three slashes before a relative path and four before an absolute one")
    if not url.database or ":memory:" in url.database or url.query.get("mode") == "memory":
        raise ValueError("a SQLite address names a file: a database in memory would forget everything at each start")


def open_engine(url: str, *, foreign_keys: bool = True) -> Engine:
    """An engine for this address, not connected yet. Its errors repeat no value: logs stay free of answers.

    Without `foreign_keys` SQLite lets a migration rebuild a table without erasing what refers to it.
    """
    parsed = make_url(normal_url(url))
    shared: dict[str, Any] = {"json_serializer": _to_json, "json_deserializer": orjson.loads, "hide_parameters": True}
    if parsed.get_backend_name() == "sqlite":
        timeout = {} if "timeout" in parsed.query else {"timeout": WAIT_SECONDS}
        engine = create_engine(parsed, connect_args=timeout, **shared)
        event.listen(engine, "connect", partial(_prepare_sqlite, foreign_keys))
        event.listen(engine, "begin", _begin_immediate)
        return engine
    timeout = {} if "connect_timeout" in parsed.query else {"connect_timeout": WAIT_SECONDS}
    engine = create_engine(
        parsed,
        connect_args=timeout,
        pool_size=POOL_SIZE,
        max_overflow=0,
        pool_timeout=WAIT_SECONDS,
        pool_pre_ping=True,
        **shared,
    )
    event.listen(engine, "connect", _prepare_postgresql)
    return engine


@contextmanager
def storage_faults(engine: Engine) -> Iterator[None]:
    """What may pass (unreachable, locked, full, none free) rises as `StoreFault`; all else rises as it is.

    It may come from SQLAlchemy or, in a prepared statement, from the driver itself.
    """
    driver = engine.dialect.loaded_dbapi
    try:
        yield
    except (OperationalError, InterfaceError) as error:
        raise _fault(error.orig) from error
    except (driver.OperationalError, driver.InterfaceError) as error:
        raise _fault(error) from error
    except PoolTimeout as error:
        raise StoreFault("no database connection became free in time") from error


def _fault(error: BaseException | None) -> StoreFault:
    crossed = getattr(error, "sqlstate", None) in _CROSSED
    return ProjectBusy("transactions crossed") if crossed else StoreFault(str(error))


def _prepare_sqlite(foreign_keys: bool, connection: Any, _entry: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # the driver begins nothing by itself; _begin_immediate does
    try:
        connection.execute(_WRITE_AHEAD)
    except sqlite3.OperationalError:
        # While another process switches a new file over, SQLite refuses at once; a transaction waits.
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("ROLLBACK")
        connection.execute(_WRITE_AHEAD)
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute(f"PRAGMA foreign_keys={'ON' if foreign_keys else 'OFF'}")
    connection.execute("PRAGMA secure_delete=ON")


def _begin_immediate(connection: Connection) -> None:
    driver: Any = connection.connection.dbapi_connection
    driver.execute("BEGIN IMMEDIATE")


def _prepare_postgresql(connection: Any, _entry: ConnectionPoolEntry) -> None:
    # A statement and not a start-up option: poolers such as PgBouncer refuse unknown start-up options.
    connection.autocommit = True
    connection.execute(f"SET lock_timeout = '{WAIT_SECONDS}s'")
    connection.autocommit = False
