"""The bot as it is run: `lip-guide` in processes of their own, with the environment that an operator would give."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
TOKEN: Final = "123456:" + "A" * 35
SECRET: Final = "only-telegram-knows"
PUBLIC: Final = "https://lip.example"


def environment(root: str, database: str, **more: str) -> dict[str, str]:
    """The variables of a bot whose Telegram is at `root`."""
    found = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
    ours = {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": root, "DATABASE_URL": database, "PYTHONPATH": str(ROOT)}
    return {**found, **ours, **more}


def by_webhook(port: int) -> dict[str, str]:
    """The variables of a `web` process."""
    return {"WEBHOOK_URL": PUBLIC, "WEBHOOK_SECRET": SECRET, "PORT": str(port)}


class Process:
    """One `lip-guide` command, which may be killed and started again; what it logs is appended to `log`."""

    def __init__(self, command: tuple[str, ...], variables: dict[str, str], log: Path) -> None:
        self.log = log
        self.ended: int | None = None  # the exit code of the last stop
        self._command = (sys.executable, "-m", "bot", *command)
        self._variables = variables
        self._running: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        """Begin; it is not ready yet."""
        with self.log.open("ab") as told:
            self._running = await asyncio.create_subprocess_exec(
                *self._command, env=self._variables, cwd=ROOT, stdout=told, stderr=told
            )

    async def kill(self) -> None:
        """SIGKILL: it ends where it stands."""
        if self._running is not None and self._running.returncode is None:
            self._running.kill()
            await self._running.wait()

    async def stop(self, within: float = 10.0) -> float:
        """SIGTERM: returns after how many seconds it had ended. One that is still starting may end by the signal.

        Raises TimeoutError, and AssertionError for any other end.
        """
        assert self._running is not None
        began = time.perf_counter()
        self._running.send_signal(signal.SIGTERM)
        try:
            self.ended = await asyncio.wait_for(self._running.wait(), within)
        except TimeoutError:
            await self.kill()
            raise
        assert self.ended in (0, -signal.SIGTERM), f"exit code {self.ended}: {self.log.read_text()[-2000:]}"
        return time.perf_counter() - began

    def failures(self) -> list[str]:
        """What it logged as an error."""
        return errors_in(self.log)


@asynccontextmanager
async def started(*processes: Process) -> AsyncIterator[None]:
    """Start them; whatever happens, none is left at the end."""
    try:
        for one in processes:
            await one.start()
        yield
    finally:
        for one in processes:
            await one.kill()


async def run(*command: str, variables: dict[str, str]) -> None:
    """One `lip-guide` command to its end. AssertionError when it fails."""
    running = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", *command, env=variables, cwd=ROOT,
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
    )  # fmt: skip
    told, _ = await running.communicate()
    assert running.returncode == 0, told.decode()


def errors_in(log: Path) -> list[str]:
    """The lines of a log that tell of an error."""
    return [line for line in log.read_text("utf-8", "replace").splitlines() if " ERROR " in line]


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])
