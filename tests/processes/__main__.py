"""`make processes`: the Procfile run for real on PostgreSQL, one web process killed; then a restored backup.

Two machines have a `web` process each, one of them the `worker` too, behind one address; people talk all the while.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import os
import platform
import random
import sys
import tempfile
import time
from pathlib import Path

from sqlalchemy import update

from bot import expiry
from bot.settings import sqlite_url
from bot.storage import SqlStore, open_store
from bot.storage.engines import open_engine
from bot.storage.tables import places, projects
from tests.processes.machine import Machine, running
from tests.support.postgres import fresh_database, running_server
from tests.torture import bots
from tests.torture.ledger import compare
from tests.torture.people import Clerk
from tests.torture.telegram import Telegram
from workflows.guide import Guide, load

PEOPLE, UPDATES = 6, 12
UNUSED = dt.timedelta(days=750)
NOTICED_WITHIN = 100.0  # seconds: the worker looks once a minute


def main() -> int:
    """Run both and return 1 when either fails."""
    guide = load()
    print(f"{os.cpu_count()} cores, Python {platform.python_version()}", flush=True)
    with tempfile.TemporaryDirectory(prefix="processes-") as made:
        folder = Path(made)
        with running_server() as server, fresh_database(server) as url:
            whole = asyncio.run(_from_the_procfile(guide, url, folder))
        restored = asyncio.run(_restored(guide, folder))
    return 0 if whole and restored else 1


async def _from_the_procfile(guide: Guide, url: str, folder: Path) -> bool:
    began, chance = time.perf_counter(), random.Random(1)
    first, second = bots.free_port(), bots.free_port()
    telegram = Telegram(chance, (first, second))
    async with telegram.serving():
        variables = bots.environment(telegram.root, url, WEBHOOK_URL=bots.PUBLIC, WEBHOOK_SECRET=bots.SECRET)
        await bots.run("migrate", variables=variables)
        one = Machine("one", ("web", "worker"), variables, first, folder)
        two = Machine("two", ("web",), variables, second, folder)
        sleeper, *clerks = [Clerk(telegram, guide, 1001 + n, "fr" if n % 2 else "en", seed=3) for n in range(PEOPLE)]
        async with running(one, two):
            await sleeper.works(3)
            _unused(url, sleeper)
            before = telegram.touched[sleeper.number]
            working = [asyncio.ensure_future(clerk.works(UPDATES)) for clerk in clerks]
            await telegram.until(lambda: sum(clerk.sent for clerk in clerks) > UPDATES * len(clerks) / 2)
            await two.kill()
            await asyncio.gather(*working)
            async with asyncio.timeout(NOTICED_WITHIN):
                await telegram.until(lambda: telegram.touched[sleeper.number] > before)
            store = open_store(url)
            found = compare(store, {str(clerk.number): clerk.script for clerk in clerks})
            store.dispose()
            pressed = await asyncio.gather(*(clerk.presses_first() for clerk in clerks))
    seconds = time.perf_counter() - began
    print(
        f"Procfile: two web processes, one worker, PostgreSQL; {len(clerks)} people, one web process killed: ", end=""
    )
    print(f"{found.given} answers, {len(found.lost)} lost, {len(found.doubled)} doubled, ", end="")
    print(f"{sum(pressed)} of {len(pressed)} cards answer, the worker gave its notice, {seconds:.0f} s", flush=True)
    for line in (*found.lost, *found.doubled, *telegram.refused, *one.failures(), *two.failures()):
        print(f"! {line}")
    return all(pressed) and not (found.lost or found.doubled or telegram.refused or one.failures() or two.failures())


def _unused(url: str, sleeper: Clerk) -> None:
    """Nobody used this project for more than two years: the first notice is due."""
    now = dt.datetime.now(dt.UTC)
    engine = open_engine(url)
    store = SqlStore(engine)
    with store.transaction() as tx:
        (title,) = tx.titles(str(sleeper.number))
    with engine.begin() as connection:
        connection.execute(update(projects).where(projects.c.id == title.id).values(changed_at=now - UNUSED))
        connection.execute(update(places).where(places.c.project == title.id).values(seen_at=now - UNUSED))
    with store.transaction() as tx:
        tx.plan(expiry.KIND, title.id, now, {})
    store.dispose()


async def _restored(guide: Guide, folder: Path) -> bool:
    """A backup made while the bot runs, restored into another place, answers the next press on a card of before."""
    telegram = Telegram(random.Random(1))
    async with telegram.serving():
        variables = bots.environment(telegram.root, sqlite_url(folder / "first.db"))
        elsewhere = {**variables, "DATABASE_URL": sqlite_url(folder / "second.db")}
        await bots.run("migrate", variables=variables)
        bot = bots.Process(("run",), variables, folder / "first.log")
        await bot.start()
        clerks = [Clerk(telegram, guide, 2001 + number, "en", seed=5) for number in range(2)]
        await asyncio.gather(*(clerk.works(8) for clerk in clerks))
        await bots.run("backup", str(folder / "backup.db"), variables=variables)
        await bot.kill()
        await bots.run("restore", str(folder / "backup.db"), variables=elsewhere)
        again = bots.Process(("run",), elsewhere, folder / "second.log")
        await again.start()
        pressed = await asyncio.gather(*(clerk.presses_first() for clerk in clerks))
        await asyncio.gather(*(clerk.works(12) for clerk in clerks))
        await again.stop()
    print(f"Backup: {sum(pressed)} of {len(pressed)} people go on where they were, from the restored copy", flush=True)
    return all(pressed) and not again.failures()


if __name__ == "__main__":
    sys.exit(main())
