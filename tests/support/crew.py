"""Several processes over one database and one Telegram, for tests: each update goes to the one that is named."""

from __future__ import annotations

import asyncio
import itertools
from typing import Self

from telegram import Update

from bot.application import App, build
from bot.delivery import FLUSH_AFTER, FLUSH_SHARED
from bot.guidance import Guide
from bot.presenter import Language
from bot.settings import Settings
from bot.storage import SqlStore, open_store
from bot.storage.migrate import upgrade
from bot.sweeper import BEAT
from bot.telegram_in_memory import BotApi
from tests.support.hourglass import Hourglass
from workflows.screens import Screen

TOKEN = "123456:" + "A" * 35


class Crew:
    """`size` web processes behind one address; an actor is given it as her house.

    They look after what stayed owed when a test says so, or by themselves when they are `sweeping`.
    """

    def __init__(self, guide: Guide, url: str, size: int = 2, sweeping: bool = False) -> None:
        upgrade(url)
        self._sweeping = sweeping
        self.guide = guide
        self.screens: list[tuple[int, Screen, Language]] = []
        self.glass = Hourglass()
        self.api = BotApi(self.glass.clock)
        self.stores: list[SqlStore] = [open_store(url) for _ in range(size)]
        numbers = itertools.count(1)
        self.apps: list[App] = [
            build(
                Settings(token=TOKEN, webhook_url="https://lip.example.ca", webhook_secret="secret"),
                guide,
                store,
                request=self.api,
                clock=self.glass.clock,
                new_id=lambda: f"id{next(numbers):06}",
                pause=self.glass.pause,
                on_screen=lambda chat, screen, language: self.screens.append((chat, screen, language)),
            )
            for store in self.stores
        ]
        self._tasks: list[set[asyncio.Task[object]]] = [set() for _ in self.apps]
        self._given = 0

    async def __aenter__(self) -> Self:
        for number, app in enumerate(self.apps):
            before = asyncio.all_tasks()
            await app.start()
            await app.published()
            if not self._sweeping:
                app.sweeper.stop()
            self._tasks[number] |= asyncio.all_tasks() - before
        if self._sweeping:
            await self.glass.resting(BEAT)
        return self

    async def __aexit__(self, *_: object) -> None:
        for app, tasks, store in zip(self.apps, self._tasks, self.stores, strict=True):
            if tasks:
                await app.close()
            store.dispose()

    async def gives(self, number: int) -> None:
        """The process takes every update that nobody was given yet, one after the other, to its commit."""
        before = asyncio.all_tasks()
        for raw in self.api.queued[self._given :]:
            assert await self.apps[number].process(Update.de_json(raw, self.apps[number].bot))
        self._given = len(self.api.queued)
        self._tasks[number] |= asyncio.all_tasks() - before

    async def goes_around(self, number: int) -> None:
        """The process looks for what is owed and due, and says what can be said at once."""
        before = asyncio.all_tasks()
        await self.apps[number].sweeper.round()
        await self.apps[number].delivery.idle()
        self._tasks[number] |= asyncio.all_tasks() - before

    async def settles(self, number: int) -> None:
        """The process has said what it could and writes it down."""
        app = self.apps[number]
        await app.delivery.idle()
        seconds = FLUSH_AFTER if self.stores[number].threads == 1 else FLUSH_SHARED
        await self.glass.resting(seconds)
        self.glass.turn(seconds)
        await app.delivery.written()

    async def stops(self, number: int) -> None:
        """One process ends in good order."""
        self._tasks[number] = set()
        await self.apps[number].close()

    async def kill(self, number: int) -> None:
        """End one process where it stands."""
        tasks, self._tasks[number] = self._tasks[number], set()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
