"""`make torture`: the figures of a run on SQLite by polling and of one on PostgreSQL with two workers by webhook."""

from __future__ import annotations

import argparse
import asyncio
import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.settings import sqlite_url
from tests.support.postgres import fresh_database, running_server
from tests.torture.run import Plan, Report, torture
from workflows.guide import load

DATABASES = ("sqlite", "postgresql")


def main() -> int:
    """Run, print, and return 1 when anything was lost, doubled or stuck."""
    parser = argparse.ArgumentParser(prog="python -m tests.torture", description=__doc__)
    parser.add_argument("--database", choices=DATABASES, action="append", help="one of the two (default: both)")
    for name, default, told in (
        ("updates", 1000, "that people send"),
        ("kills", 25, "by SIGKILL, at random points"),
        ("people", 20, "who talk at the same time"),
        ("seed", 1, "of everything that is left to chance"),
    ):
        parser.add_argument(f"--{name}", type=int, default=default, help=f"{told} (default: {default})")
    given = parser.parse_args()
    guide = load()
    print(f"{os.cpu_count()} cores, Python {platform.python_version()}, seed {given.seed}", flush=True)
    sound, folders = True, Path(tempfile.mkdtemp(prefix="torture-"))
    for name in given.database or DATABASES:
        with _database(name, folders) as (url, workers, folder):
            plan = Plan(url, given.updates, given.kills, given.people, workers, given.seed)
            report = asyncio.run(torture(plan, guide, folder))
            _print(name, plan, report)
            sound = sound and report.sound
    if not sound:
        print(f"What the processes logged is in {folders}.")
        return 1
    shutil.rmtree(folders)
    return 0


@contextmanager
def _database(name: str, folders: Path) -> Iterator[tuple[str, int, Path]]:
    """The address of an empty database, the number of workers by webhook, and a folder for their logs."""
    folder = folders / name
    folder.mkdir()
    if name == "sqlite":
        yield sqlite_url(folder / "lip-guide.db"), 0, folder
        return
    with running_server() as server, fresh_database(server) as url:
        yield url, 2, folder


def _print(name: str, plan: Plan, report: Report) -> None:
    how = f"{plan.workers} workers by webhook" if plan.workers else "one process by polling"
    found = report.compared
    print(f"{name}, {how}, {plan.people} people:", flush=True)
    for label, figure in (
        ("updates", f"{report.updates}, and {report.repeated} that came again"),
        ("kills", report.kills),
        ("answers given", found.given),
        ("lost", len(found.lost)),
        ("doubled", len(found.doubled)),
        ("at another question", len(found.misplaced)),
        ("left without a card", report.stuck),
        ("asked to type again", report.asked_again),
        ("waited in vain", len(report.in_vain)),
        ("refused by Telegram", len(report.refused)),
        ("errors logged", len(report.failures)),
        ("stopped within", f"{report.stopped_within:.1f} s"),
        ("seconds", f"{report.seconds:.0f}"),
    ):
        print(f"  {label:<20} {figure}", flush=True)
    for line in (
        *found.lost,
        *found.doubled,
        *found.misplaced,
        *report.in_vain,
        *report.refused[:10],
        *report.failures[:10],
    ):
        print(f"  ! {line}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
