"""`make soak`: a random walk of 20,000 steps by six people in both languages and a group, and its figures."""

from __future__ import annotations

import argparse
import asyncio
import os
import platform
import sys
import tempfile
from pathlib import Path

from bot.memory import one_heap
from tests.soak.walk import Seen, walk
from workflows.guide import load

FLAT = 0.5
"""Megabytes per 1,000 steps: half a kilobyte a step. With all warm the seeds 1 and 2 gave 0.27 and 0.03, so this
leaves room for the allocator; whatever keeps half a kilobyte of each step exceeds it.
"""


def main() -> int:
    """Walk, print, and return 1 for a dead end, an error, a refusal or a memory that grows."""
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    parser.add_argument("--steps", type=int, default=20_000, help="(default: 20000)")
    parser.add_argument("--seed", type=int, default=1, help="of everything that is left to chance (default: 1)")
    given = parser.parse_args()
    print(f"{os.cpu_count()} cores, Python {platform.python_version()}, seed {given.seed}", flush=True)
    one_heap()  # as a served bot
    with tempfile.TemporaryDirectory(prefix="soak-") as folder:
        seen = asyncio.run(walk(given.steps, given.seed, load(), Path(folder)))
    _print(seen)
    faults = (seen.dead_ends, seen.unanswered, seen.refused, seen.errors)
    return 1 if any(faults) or seen.slope > FLAT else 0


def _print(seen: Seen) -> None:
    for label, figure in (
        ("steps", seen.steps),
        ("kinds of card seen", len(seen.screens)),
        ("ways home found", seen.homes),
        ("files received", seen.drafts),
        ("dead ends", len(seen.dead_ends)),
        ("without an answer", len(seen.unanswered)),
        ("refused by Telegram", len(seen.refused)),
        ("errors", len(seen.errors)),
        ("memory", f"{' '.join(f'{size:.0f}' for _, size in seen.memory[3::4])} MB, every tenth of the way"),
        ("slope", f"{seen.slope:+.2f} MB per 1,000 steps over the second half"),
        ("seconds", f"{seen.seconds:.0f}"),
    ):
        print(f"{label:<20} {figure}")
    for line in (*seen.dead_ends[:10], *seen.unanswered[:10], *seen.refused[:10], *seen.errors[:10]):
        print(f"! {line}")


if __name__ == "__main__":
    sys.exit(main())
