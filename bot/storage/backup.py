"""A copy of the embedded database while it is used, and the way back. PostgreSQL has tools of its own for both.

A backup is one plain SQLite file of what was committed at that moment: nothing erased, no log. It knows what must not
come back with an old copy, and not what the tables mean.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, insert, inspect, select

from bot.errors import Halt
from bot.storage.engines import WAIT_SECONDS, open_engine, storage_faults
from bot.storage.erasure import erase_project
from bot.storage.migrate import current, known, sqlite_file, upgrade
from bot.storage.tables import erasures, outbox, people, projects

POSTGRESQL_OUT: Final = 'This database is not a SQLite file; for PostgreSQL: pg_dump -Fc -f {file} "$DATABASE_URL"'
POSTGRESQL_IN: Final = (
    "This database is not a SQLite file; for PostgreSQL: "
    'pg_restore --clean --if-exists --no-owner -d "$DATABASE_URL" {file}, then lip-guide migrate'
)


def backup(url: str, file: Path) -> None:
    """Write a checked copy of the database at `url` to `file`, also while the bot runs.

    Raises `Halt` with one sentence: for another kind of database, for a file that exists, for a copy that is damaged.
    """
    source = _demanded(url, POSTGRESQL_OUT, file)
    if not source.is_file():
        raise Halt(f"There is no database at {source} yet.")
    if file.exists():
        raise Halt(f"{file} exists already: name a file that does not.")
    part = file.with_name(f"{file.name}.part")
    part.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(f"file:{source}?mode=rw", uri=True, timeout=WAIT_SECONDS)) as connection:
            connection.execute("VACUUM INTO ?", (str(part),))
        _check(part)
        part.chmod(0o600)  # it holds what people typed
        _on_disk(part)
        part.rename(file)
    except (sqlite3.Error, OSError) as failed:
        raise Halt(f"The backup could not be written to {file}: {failed}.") from failed
    finally:
        part.unlink(missing_ok=True)


def restore(url: str, file: Path, replace: bool) -> int:
    """Bring the database at `url` to what `file` holds, up to date; returns how many projects were erased again.

    What was erased since the backup stays erased, as far as its receipts tell; what was owed then is not sent again.
    Raises `Halt` with one sentence for a file that is no backup or of a newer release, and for a database that holds
    something, unless `replace`.
    """
    target = _demanded(url, POSTGRESQL_IN, file)
    if not file.is_file():
        raise Halt(f"There is no file {file}.")
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f"{target.name}.restoring")
    try:
        shutil.copyfile(file, part)
        _check(part)
        part_url = f"sqlite:///{part.as_posix()}"
        revision = current(part_url)
        if revision is None:
            raise Halt(f"{file} is no backup of this guide.")
        if not known(revision):
            raise Halt(f"{file} was made by a newer release: bring lip-guide up to date first.")
        receipts = _receipts(url, replace)
        upgrade(part_url)
        again = _settle(part_url, receipts)
        with (
            closing(sqlite3.connect(part)) as source,
            closing(sqlite3.connect(target, timeout=WAIT_SECONDS)) as connection,
        ):
            source.backup(connection)  # one transaction for whoever has it open
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        _check(target)
    except sqlite3.Error as failed:
        raise Halt(f"{file} could not be restored: {failed}.") from failed
    finally:
        for left in (part, part.with_name(f"{part.name}-wal"), part.with_name(f"{part.name}-shm")):
            left.unlink(missing_ok=True)
    return again


def _demanded(url: str, instead: str, file: Path) -> Path:
    found = sqlite_file(url)
    if found is None:
        raise Halt(instead.format(file=file))
    return found


def _check(file: Path) -> None:
    """Raise `Halt` when SQLite finds the file damaged, or no database at all."""
    try:
        with closing(sqlite3.connect(f"file:{file}?mode=ro&immutable=1", uri=True)) as connection:
            found = connection.execute("PRAGMA integrity_check").fetchall()
    except sqlite3.DatabaseError as reason:
        raise Halt(f"{file.name} is no readable database: {reason}.") from reason
    if found != [("ok",)]:
        raise Halt(f"{file.name} is damaged: {found[0][0]}.")


def _on_disk(file: Path) -> None:
    with file.open("rb") as opened:
        os.fsync(opened.fileno())


def _receipts(url: str, replace: bool) -> list[dict[str, object]]:
    """What was erased from the database that is about to be replaced."""
    if current(url) is None:
        return []
    engine = open_engine(url)
    try:
        with storage_faults(engine), engine.begin() as connection:
            if not replace and _filled(connection):
                raise Halt("The database holds partnerships or people already: --replace puts the backup in its place.")
            if not inspect(connection).has_table(erasures.name):
                return []
            return [dict(row) for row in connection.execute(select(erasures)).mappings()]
    finally:
        engine.dispose()


def _filled(connection: Connection) -> bool:
    return any(connection.execute(select(table.c.id).limit(1)).first() for table in (projects, people))


def _settle(url: str, receipts: list[dict[str, object]]) -> int:
    """Erase again what the receipts name, and forget what was owed when the backup was made."""
    engine = open_engine(url)
    try:
        with storage_faults(engine), engine.begin() as connection:
            connection.execute(outbox.delete())
            kept = set(connection.execute(select(erasures.c.project)).scalars())
            news = [one for one in receipts if one["project"] not in kept]
            if news:
                connection.execute(insert(erasures), news)
            held = set(connection.execute(select(projects.c.id)).scalars())
            again = [str(one["project"]) for one in receipts if one["project"] in held]
            for project in again:
                erase_project(connection, project)
        with engine.connect() as connection:
            connection.connection.cursor().execute("VACUUM")
            connection.connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        engine.dispose()
    return len(again)
