"""What the workflow room costs by itself: reading, searching, judging, drafting. No process, no network."""

from __future__ import annotations

import datetime as dt
import statistics
import time
from collections.abc import Iterator

from tests.search.figures import questions
from tests.support.personas import load_persona
from workflows.guide import Guide, load
from workflows.languages import LANGUAGES
from workflows.project import Record
from workflows.search import Search


def lines() -> Iterator[str]:
    """Every figure as a line, those against a limit first."""
    started = time.perf_counter()
    guide = load()
    loaded = time.perf_counter() - started
    searching = searches(guide)
    known = guide.knowledge
    started = time.process_time()
    Search(known.catalogue, known.book, tuple(step.id for step in known.definitions.steps))
    built = time.process_time() - started
    yield f"CPU per search, of the 5 ms allowed        {searching / 5:.2f}   ({searching:.2f} ms warm)"
    yield f"search index, of the 0.5 s allowed         {built / 0.5:.2f}   ({built:.2f} s CPU)"
    yield f"definitions, words and templates read in   {loaded:.2f} s"
    points, spent = judged(guide)
    yield f"gaps   150 members, 126 actions            {spent:.2f} ms CPU ({points} points)"
    for name, seconds in drafts(guide):
        yield f"draft  {name:35} {seconds:.3f} s CPU"


def searches(guide: Guide) -> float:
    """CPU milliseconds per search, warm, over every question of the frozen sets."""
    sets = [(language, questions("questions", language)["answerable"]) for language in LANGUAGES]
    asked = [(str(one["ask"]), language) for language, told in sets for one in told]
    for text, language in asked:
        guide.knowledge.search.find(text, language)
    started = time.process_time()
    for text, language in asked:
        guide.knowledge.search.find(text, language)
    return (time.process_time() - started) / len(asked) * 1000


def judged(guide: Guide) -> tuple[int, float]:
    """(points found, median CPU milliseconds) of judging a project with 150 members and 126 actions."""
    project = load_persona("regional_centre", guide.knowledge.definitions)
    for path, many in (("council.members", 150), ("action_plan.actions", 126)):
        rows = project.records(path)
        rows[:] = [Record(f"m{number}", dict(rows[number % len(rows)].values)) for number in range(many)]
    spent = []
    for _ in range(50):
        started = time.process_time()
        found = guide.knowledge.judgement.of_project(project)
        spent.append(time.process_time() - started)
    return len(found), statistics.median(spent) * 1000


def drafts(guide: Guide) -> list[tuple[str, float]]:
    """Median CPU seconds per draft of the largest persona, warm, with other answers every time."""
    project = load_persona("regional_centre", guide.knowledge.definitions)
    found = []
    for document in guide.knowledge.definitions.documents:
        for kind in ("docx", "pdf"):
            spent = []
            for number in range(6):
                project.revision += 1
                started = time.process_time()
                guide.draft(project, document, "fr" if number % 2 else "en", kind, dt.date(2026, 11, 22))
                spent.append(time.process_time() - started)
            found.append((f"{document} {kind}", statistics.median(spent[1:])))
    return found
