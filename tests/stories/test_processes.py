"""The bot in a process of its own, over a Telegram on this machine: stopped in mid-update and started again."""

from __future__ import annotations

import asyncio
import random
from pathlib import Path

from bot.settings import sqlite_url
from bot.storage import open_store
from bot.storage.migrate import upgrade
from tests.torture import bots
from tests.torture.ledger import Compared, compare
from tests.torture.people import Clerk
from tests.torture.telegram import Telegram
from workflows.guide import Guide


def accounts(database: str, clerks: list[Clerk]) -> Compared:
    """What everybody gave beside what is stored."""
    store = open_store(database)
    try:
        return compare(store, {str(clerk.number): clerk.script for clerk in clerks})
    finally:
        store.dispose()


async def test_sigterm_in_mid_update_ends_in_time_and_loses_nothing(guide: Guide, tmp_path: Path) -> None:
    telegram = Telegram(random.Random(1))
    async with telegram.serving():
        database = sqlite_url(tmp_path / "guide.db")
        variables = bots.environment(telegram.root, database)
        upgrade(database)
        bot = bots.Process(("run",), variables, tmp_path / "bot.log")
        clerks = [Clerk(telegram, guide, 1001 + n, "fr" if n % 2 else "en", seed=7, calm=0.01) for n in range(6)]
        async with bots.started(bot):
            working = [asyncio.ensure_future(clerk.works(9)) for clerk in clerks]
            await telegram.until(lambda: sum(clerk.sent for clerk in clerks) > 40)
            assert await bot.stop() < 10
            assert bot.ended == 0
            await bot.start()
            await asyncio.gather(*working)
            found = accounts(database, clerks)
            pressed = await asyncio.gather(*(clerk.presses_first() for clerk in clerks))
            await bot.stop()
    assert (found.lost, found.doubled, found.misplaced) == ([], [], [])
    assert found.given > 6
    assert pressed == [True] * 6
    assert telegram.refused == bot.failures() == []
