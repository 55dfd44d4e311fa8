"""The commands for whoever looks after a running guide: remind, backup, restore, purge, doctor.

Each imports what it needs when it runs, so that every command starts quickly.
"""

from __future__ import annotations

import argparse
import asyncio
from typing import TYPE_CHECKING, Final

from bot.serving import serve
from bot.settings import Settings, SettingsFault

if TYPE_CHECKING:
    from httpx import AsyncClient

MIGRATE_FIRST: Final = "The database is not up to date: run lip-guide migrate, then start again."


def demand_up_to_date(read: Settings) -> None:
    """Raise `SettingsFault` when the database has to be migrated first."""
    from bot.storage.migrate import current, newest

    if current(read.database_url) != newest():
        raise SettingsFault(MIGRATE_FIRST)


def remind(given: argparse.Namespace, read: Settings) -> int:
    """What is owed and due, until SIGTERM or SIGINT, or once."""
    read.required_token()
    from bot.application import build
    from bot.storage import open_store
    from workflows import guide

    demand_up_to_date(read)
    known = guide.load()
    store = open_store(read.database_url)
    try:
        serve(lambda: build(read, known, store, worker=True), given.once)
    finally:
        store.dispose()
    return 0


def backup(given: argparse.Namespace, read: Settings) -> int:
    """A checked copy of the embedded database."""
    from bot.storage.backup import backup

    backup(read.database_url, given.file)
    print(f"{given.file} holds the database, checked.")
    return 0


def restore(given: argparse.Namespace, read: Settings) -> int:
    """A backup back into its place."""
    from bot.storage.backup import restore

    again = restore(read.database_url, given.file, given.replace)
    print(f"The database is that of {given.file}, up to date.")
    if again:
        print(f"Partnerships erased since then were erased again: {again}.")
    return 0


def purge(_: argparse.Namespace, read: Settings) -> int:
    """Remove what is no longer needed, and say how much it was."""
    from bot.application import now
    from bot.desk import CLAIMS_KEPT
    from bot.storage import open_store

    demand_up_to_date(read)
    store = open_store(read.database_url)
    try:
        with store.transaction() as tx:
            claims = tx.purge_claims(now() - CLAIMS_KEPT)
            leftovers = tx.purge_invitations(now()) + tx.purge_leftovers()
    finally:
        store.dispose()
    print(f"Removed: {claims} ids of old updates, {leftovers} rows that nothing refers to any more.")
    return 0


def doctor(_: argparse.Namespace, read: Settings, web: AsyncClient | None = None) -> int:
    """What stands in the way, one line each with its mend. A test gives a web of its own."""
    from bot import doctor

    findings = asyncio.run(doctor.examine(read, web))
    for finding in findings:
        print(finding.line())
    return 0 if all(finding.well for finding in findings) else 1
