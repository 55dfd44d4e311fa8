"""`make bench-documents`: what drawing up documents costs, with other answers every time (the same would be cached).

Median CPU of the process per kind and format, warm; a plan of 126 actions against one of 40; how late the event loop is
while a thread draws up drafts; and the memory over 500 documents. Milliseconds are of this machine, ratios less so.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import itertools
import resource
import statistics
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.support.drafting import TODAY, shipped
from tests.support.personas import load_persona
from workflows.documents.contexts import KINDS
from workflows.drafts import draft
from workflows.project import Project, Record

_TERMS_WORD, _TERMS_PDF, _EVIDENCE, _RATIO, _LAG = 0.200, 0.100, 0.150, 3.5, 0.030
_TICK = 0.002
_NUMBERS = itertools.count(1)
_PAGE = resource.getpagesize()


def fresh(actions: int | None = None) -> Project:
    """The largest persona with answers that no document has held yet; with so many actions where a number is given."""
    number = next(_NUMBERS)
    project = load_persona("regional_centre", shipped().definitions)
    for path in ("profile.name_en", "profile.name_fr", "terms_of_reference.mission"):
        project.answers[path].value = f"{project.answers[path].value} {number}"
    for row in project.records("council.members"):
        row.values["organization"] = f"{row.values['organization']} {number}"
    rows = project.records("action_plan.actions")
    if actions is not None:
        rows[:] = [Record(f"a{place}", dict(rows[place % len(rows)].values), 1) for place in range(actions)]
    for place, row in enumerate(rows):
        row.values["action"] = f"{row.values['action']} {number}.{place}"
    return project


def drawn(project: Project, kind: str, form: str, language: str) -> bytes:
    """One document."""
    known = shipped()
    return draft(known.definitions, known.book, known.templates, project, kind, language, form, TODAY).data


def cost(kind: str, form: str, rounds: int, actions: int | None = None) -> float:
    """Median CPU seconds of a document, warm."""
    spent = []
    for turn in range(rounds + 2):
        project, language = fresh(actions), "fr" if turn % 2 else "en"
        begun = time.process_time()
        drawn(project, kind, form, language)
        spent.append(time.process_time() - begun)
    return statistics.median(spent[2:])


async def lag(seconds: float) -> tuple[float, float]:
    """How late the loop wakes while a thread draws up one draft after another: 99th percentile and maximum."""
    loop, late = asyncio.get_running_loop(), []
    until = time.perf_counter() + seconds
    orders = itertools.cycle((kind, form) for kind in ("terms-of-reference", "action-plan") for form in ("docx", "pdf"))

    def work() -> None:
        while time.perf_counter() < until:
            drawn(fresh(), *next(orders), "en")

    with ThreadPoolExecutor(1) as thread:
        drafting = loop.run_in_executor(thread, work)
        while not drafting.done():
            begun = time.perf_counter()
            await asyncio.sleep(_TICK)
            late.append(time.perf_counter() - begun - _TICK)
        await drafting
    late.sort()
    return late[int(len(late) * 0.99)], late[-1]


def memory(documents: int) -> list[int]:
    """Megabytes that the process holds, ten times over so many documents."""
    told, kinds = [], [(kind, form) for kind in KINDS if KINDS[kind].looks_back is None for form in ("docx", "pdf")]
    for number in range(documents):
        drawn(fresh(), *kinds[number % len(kinds)], "fr" if number % 2 else "en")
        if (number + 1) % (documents // 10) == 0:
            gc.collect()
            told.append(int(Path("/proc/self/statm").read_text().split()[1]) * _PAGE // 2**20)
    return told


def main() -> int:
    """Measure and tell; 1 when a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--documents", type=int, default=500)
    chosen = parser.parse_args()
    missed = []

    def told(what: str, measured: float, most: float | None, show: Callable[[float], str]) -> None:
        verdict = "" if most is None else f"   target {show(most)}: {'kept' if measured <= most else 'MISSED'}"
        if most is not None and measured > most:
            missed.append(what)
        print(f"{what:34} {show(measured)}{verdict}", flush=True)

    def milliseconds(seconds: float) -> str:
        return f"{1000 * seconds:6.0f} ms"

    targets = {("terms-of-reference", "docx"): _TERMS_WORD, ("terms-of-reference", "pdf"): _TERMS_PDF}
    targets |= dict.fromkeys([("evidence", "docx"), ("evidence", "pdf")], _EVIDENCE)
    for kind in KINDS:
        for form in KINDS[kind].formats:
            told(f"{kind} {form}", cost(kind, form, chosen.rounds), targets.get((kind, form)), milliseconds)
    for form in KINDS["action-plan"].formats:
        few, many = (cost("action-plan", form, chosen.rounds, number) for number in (40, 126))
        told(f"plan of 126 to one of 40, {form}", many / few, _RATIO, lambda ratio: f"{ratio:6.2f}")
    high, highest = asyncio.run(lag(15))
    told("lag of the loop, 99th percentile", high, _LAG, milliseconds)
    told("lag of the loop, highest", highest, None, milliseconds)
    held = memory(chosen.documents)
    print(f"memory over {chosen.documents} documents, MB      {' '.join(map(str, held))}")
    if held[-1] > 1.15 * held[2]:
        missed.append("memory")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
