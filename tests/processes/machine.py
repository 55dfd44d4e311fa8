"""A machine that runs processes of the Procfile, and a database that is backed up and restored."""

from __future__ import annotations

import asyncio
import contextlib
import os
import socket
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import psutil

from tests.torture.bots import ROOT, errors_in

STARTED_WITHIN = 60.0
STOPPED_WITHIN = 12.0


class Machine:
    """`honcho start` for some types of process of the Procfile, at `port` and the ones after it."""

    def __init__(self, name: str, types: Sequence[str], variables: dict[str, str], port: int, folder: Path) -> None:
        self.name = name
        self.port = port
        self.log = folder / f"{name}.log"
        self._types = types
        self._variables = {**variables, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
        self._runner: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        """Start them and wait until the webhook listens."""
        with self.log.open("ab") as told:
            self._runner = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "honcho", "start", "-f", str(ROOT / "Procfile"), "-p", str(self.port),
                "--no-colour", *self._types,
                env=self._variables, cwd=ROOT, stdout=told, stderr=told,
            )  # fmt: skip
        async with asyncio.timeout(STARTED_WITHIN):
            while "web" in self._types and not _listens(self.port):  # noqa: ASYNC110 - a port tells nobody
                await asyncio.sleep(0.1)

    async def kill(self) -> None:
        """SIGKILL for every process of the machine, as when its power goes."""
        assert self._runner is not None
        for one in [*psutil.Process(self._runner.pid).children(recursive=True), psutil.Process(self._runner.pid)]:
            with contextlib.suppress(psutil.NoSuchProcess):
                one.kill()
        await self._runner.wait()

    async def stop(self) -> None:
        """SIGTERM, as a host sends it."""
        if self._runner is not None and self._runner.returncode is None:
            self._runner.terminate()
            async with asyncio.timeout(STOPPED_WITHIN):
                await self._runner.wait()

    def failures(self) -> list[str]:
        """What its processes logged as an error."""
        return errors_in(self.log)


@asynccontextmanager
async def running(*machines: Machine) -> AsyncIterator[None]:
    """Start the machines; at the end whatever still runs is stopped."""
    try:
        for one in machines:
            await one.start()
        yield
    finally:
        for one in machines:
            await one.stop()


def _listens(port: int) -> bool:
    with socket.socket() as asking:
        return asking.connect_ex(("127.0.0.1", port)) == 0
