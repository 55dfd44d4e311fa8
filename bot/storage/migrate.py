"""Brings a database up to date and tells how far it is. It knows Alembic, not what the tables hold.

Alembic is read when something is to be changed: whoever only asks how far a database is stays ten megabytes smaller.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlalchemy import Connection, inspect, make_url, text

from bot.storage.engines import normal_url, open_engine, storage_faults

if TYPE_CHECKING:
    from alembic.config import Config

_VERSIONS: Final = Path(__file__).parent / "migrations" / "versions"
_TABLE: Final = "alembic_version"
_CURRENT = text(f"SELECT version_num FROM {_TABLE}")  # noqa: S608 - a constant
_ONE_AT_A_TIME = text("SELECT pg_advisory_xact_lock(5464)")


def upgrade(url: str) -> None:
    """Bring the database up to date in one transaction; create the folder of a SQLite file. Idempotent.

    Raises ValueError for an address that is neither SQLite nor PostgreSQL, `StoreFault` when the database is
    out of reach.
    """
    from alembic import command

    file = sqlite_file(url)
    if file is not None:
        file.parent.mkdir(parents=True, exist_ok=True)
    with _connected(url) as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(_ONE_AT_A_TIME)  # SQLite began with the write lock
        command.upgrade(configuration(connection), "head")


def current(url: str) -> str | None:
    """The revision the database is at, or None when it has none. A missing SQLite file stays missing.

    Raises as `upgrade` does.
    """
    file = sqlite_file(url)
    if file is not None and not file.exists():
        return None
    with _connected(url) as connection:
        return connection.scalar(_CURRENT) if inspect(connection).has_table(_TABLE) else None


def configuration(connection: Connection) -> Config:
    """What Alembic's commands need to work on this connection; the scripts are found through the package."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "bot.storage:migrations")
    config.attributes["connection"] = connection
    return config


@contextmanager
def _connected(url: str) -> Iterator[Connection]:
    engine = open_engine(url, foreign_keys=False)
    try:
        with storage_faults(engine), engine.begin() as connection:
            yield connection
    finally:
        engine.dispose()


def known(revision: str) -> bool:
    """Whether this release knows the revision: a newer release may have made others."""
    return revision in _revisions()


def newest() -> str:
    """The revision that `upgrade` leads to."""
    return _revisions()[-1]


def _revisions() -> list[str]:
    """The number in front of each migration's name, in order: it is the revision's own."""
    return sorted(file.name.split("_")[0] for file in _VERSIONS.glob("[0-9]*_*.py"))


def sqlite_file(url: str) -> Path | None:
    """The file of a plain SQLite address; None for PostgreSQL and for SQLite's own `file:` addresses."""
    parsed = make_url(normal_url(url))
    if parsed.get_backend_name() != "sqlite" or parsed.database is None or parsed.database.startswith("file:"):
        return None
    return Path(parsed.database)
