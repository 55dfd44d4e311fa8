"""Starting a bot in a process of its own, loading it, and reading what it cost."""

from __future__ import annotations

import multiprocessing
import os
import socket
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import psutil

from tests.bench import telegram
from tests.bench.telegram import Load, Measured
from tests.torture.bots import free_port

WARM = 0.7  # seconds of load that are not counted
_spawned = multiprocessing.get_context("spawn")

Serve = Callable[[str, int, Path], None]


@dataclass(frozen=True)
class Figures:
    """What one run of one bot showed."""

    measured: Measured
    cpu: float  # milliseconds of CPU per answered update, all its processes together
    memory: float  # megabytes resident after the load, of the largest process

    @property
    def rate(self) -> float:
        """Answered updates per second."""
        return self.measured.rate


@contextmanager
def telegram_at() -> Iterator[tuple[str, Connection]]:
    """The Bot API in a process of its own: its root address, and where loads are ordered."""
    here, there = multiprocessing.Pipe()
    process = _spawned.Process(target=telegram.serve, args=(there,), daemon=True)
    process.start()
    try:
        yield f"http://127.0.0.1:{here.recv()}", here
    finally:
        process.terminate()
        process.join(5)


def run(serve: Serve, folder: Path, load: Load, workers: int = 1, webhook: bool = True, warm: float = WARM) -> Figures:
    """Start `workers` processes, warm them, load them and stop them."""
    with telegram_at() as (root, orders):
        ports = tuple(free_port() for _ in range(workers)) if webhook else ()
        started = [
            _spawned.Process(target=serve, args=(root, port, folder), daemon=True) for port in ports or (0,) * workers
        ]
        for one in started:
            one.start()
        for port in ports:
            _listening(port)
        known = [psutil.Process(one.pid) for one in started]
        load = replace(load, ports=ports)
        try:
            ordered(orders, replace(load, seconds=warm, rate=None, latency=0.0))
            before = sum(map(_cpu, known))
            measured = ordered(orders, load)
            spent = sum(map(_cpu, known)) - before
            memory = max(one.memory_info().rss for one in known) / 1e6
        finally:
            for one in started:
                one.kill()
            for one in started:
                one.join()
    return Figures(measured, spent * 1000 / max(len(measured.waits), 1), memory)


def middle(runs: list[Figures], read: Callable[[Figures], float]) -> float:
    """The median of one figure over the runs."""
    return statistics.median(map(read, runs))


@contextmanager
def database(**variables: str) -> Iterator[None]:
    """The environment with these variables for the processes that start meanwhile."""
    os.environ.update(variables)
    try:
        yield
    finally:
        for name in variables:
            del os.environ[name]


@contextmanager
def folder() -> Iterator[Path]:
    """A folder that goes afterwards."""
    with tempfile.TemporaryDirectory(prefix="bench-") as made:
        yield Path(made)


def ordered(orders: Connection, load: Load) -> Measured:
    """Let the Bot API carry out a load; what it measured."""
    orders.send(load)
    if not orders.poll(load.seconds + 60):
        raise TimeoutError("The Bot API of the bench does not answer.")
    measured: Any = orders.recv()
    return measured  # type: ignore[no-any-return]


def _cpu(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.user + times.system)


def _listening(port: int) -> None:
    for _ in range(600):
        with socket.socket() as asking:
            if asking.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise TimeoutError("A bot of the bench does not listen.")
