"""Print the figures, ratios first: all of them, or the parts that are named (`python -m tests.bench speed process`)."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Iterator
from typing import Final

from tests.bench import guide_costs, parts

PARTS: Final[dict[str, Callable[[], Iterator[str]]]] = {
    "speed": parts.speed,
    "distance": parts.distance,
    "patience": parts.patience,
    "crowd": parts.crowd,
    "process": parts.process,
    "workers": parts.workers,
    "guide": guide_costs.lines,
}


def main() -> None:
    """Run the parts in their order and print each as soon as it is measured."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench")
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], help="all of them when none is named")
    named = parser.parse_args().parts
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at the beginning")
    for name in named or PARTS:
        for line in PARTS[name]():
            print(line, flush=True)


if __name__ == "__main__":
    main()
