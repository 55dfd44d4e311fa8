"""The whole bot for tests: the real application over a real database and the Bot API in memory, with its own time."""

from __future__ import annotations

import asyncio
import functools
import itertools
import shutil
import tempfile
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Self

from sqlalchemy import Engine

from bot.application import App, build
from bot.guidance import Guide
from bot.intake.webhook import Webhook
from bot.presenter import Language
from bot.settings import Settings, sqlite_url
from bot.storage import SqlStore
from bot.storage.engines import open_engine
from bot.storage.migrate import upgrade
from bot.sweeper import BEAT
from bot.telegram_in_memory import BotApi
from bot.tryout import quiet
from tests.support.hourglass import Hourglass
from tests.support.pushing import Pushing
from tests.support.stumbling_store import StumblingStore
from workflows.screens import Screen

TOKEN = "123456:" + "A" * 35
PUBLIC = "https://lip.example"
SECRET = "only-telegram-knows"


@functools.cache
def _empty_database() -> Path:
    """An SQLite file that is up to date, made once per process and copied for every test."""
    file = Path(tempfile.mkdtemp(prefix="lip-guide-")) / "empty.db"
    upgrade(sqlite_url(file))
    return file


class House:
    """One bot and its Telegram. `url` is a database of its own; without it, an SQLite file in `folder`."""

    def __init__(self, guide: Guide, folder: Path, url: str | None = None, *, webhook: bool = False) -> None:
        self.guide = guide
        self.screens: list[tuple[int, Screen, Language]] = []  # every card that was committed
        self.glass = Hourglass()
        self.api = Pushing(self.glass, lambda: self.port) if webhook else BotApi(self.glass.clock)
        self.engine: Engine
        self.store: StumblingStore
        self.app: App
        self._numbers = itertools.count(1)
        self._serving: asyncio.Task[None] | None = None
        self._settings = Settings(token=TOKEN)
        if webhook:
            self._settings = replace(self._settings, webhook_url=PUBLIC, webhook_secret=SECRET, port=0)
        self._url = url or sqlite_url(folder / "house.db")
        if url is None:
            shutil.copy(_empty_database(), folder / "house.db")
        else:
            upgrade(url)

    @property
    def port(self) -> int:
        """Where its webhook listens."""
        assert isinstance(self.app.intake, Webhook)
        return self.app.intake.port

    @property
    def counts(self) -> Counter[str]:
        """How often each method of the Bot API was called."""
        return self.api.calls

    async def __aenter__(self) -> Self:
        await self.open()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def open(self) -> None:
        """Start a new process over the same database and the same Telegram."""
        self.engine = open_engine(self._url)
        self.store = StumblingStore(SqlStore(self.engine))
        self.app = build(
            self._settings,
            self.guide,
            self.store,
            request=self.api,
            clock=self.glass.clock,
            new_id=lambda: f"id{next(self._numbers):06}",
            pause=self.glass.pause,
            on_screen=lambda chat, screen, language: self.screens.append((chat, screen, language)),
        )
        await self.app.start()
        await self.app.published()
        await self.glass.resting(BEAT)  # the first round for what is owed and due is over
        self._serving = asyncio.ensure_future(self.app.run())

    async def close(self) -> None:
        """Stop in good order."""
        self.app.stop()
        if self._serving is not None:
            await asyncio.gather(self._serving, return_exceptions=True)
        await self.app.close()
        self.store.dispose()

    async def restart(self) -> None:
        """Stop in good order and start again."""
        await self.close()
        await self.open()

    async def crash(self) -> None:
        """End the process where it stands, as a power cut does, and start a new one."""
        tasks = asyncio.all_tasks() - {asyncio.current_task()}
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self.store.dispose()
        await self.open()

    async def served(self) -> None:
        """Wait until the bot stops by itself; raises what stopped it."""
        assert self._serving is not None
        await self._serving

    async def quiet(self) -> None:
        """Wait until everything in hand was taken and said."""
        await quiet(self.api, self.app)
