"""A process is started, stopped by a signal and closed, whatever becomes of it."""

from __future__ import annotations

import asyncio
import os
import signal
from typing import Any

import pytest

from bot.errors import Halt
from bot.serving import serve


class Bell:
    """Stands in for the bot and writes down what it is asked."""

    def __init__(self, signalled: int | None = None, halts: bool = False) -> None:
        self.asked: list[str] = []
        self.ready = False
        self._signalled = signalled
        self._halts = halts
        self._stopped = asyncio.Event()

    async def start(self) -> None:
        self.asked.append("start")
        self.ready = True

    async def run(self) -> None:
        self.asked.append("run")
        if self._halts:
            raise Halt("no way on")
        if self._signalled is not None:
            os.kill(os.getpid(), self._signalled)
        await self._stopped.wait()

    async def once(self) -> None:
        self.asked.append("once")

    def stop(self) -> None:
        self.asked.append("stop")
        self._stopped.set()

    async def close(self) -> None:
        self.asked.append("close")


def served(once: bool = False, **how: Any) -> Bell:
    made: list[Bell] = []

    def build() -> Any:
        made.append(Bell(**how))
        return made[0]

    try:
        serve(build, once)
    except Halt:
        made[0].asked.append("halt")
    return made[0]


@pytest.mark.parametrize("name", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_lets_it_finish(name: signal.Signals) -> None:
    assert served(signalled=name).asked == ["start", "run", "stop", "close"]


def test_once_ends_by_itself() -> None:
    assert served(once=True).asked == ["start", "once", "close"]


def test_what_ends_it_is_told_after_it_was_closed() -> None:
    assert served(halts=True).asked == ["start", "run", "stop", "close", "halt"]
