"""The action plan as a document: what its rows carry, the quarters on a page of their own, the checks at its end."""

from __future__ import annotations

import pytest

from tests.support.drafting import LANGUAGES, TODAY, built, give, shipped, text
from tests.support.personas import PERSONAS, load_persona
from workflows.documents import Figure, to_markdown
from workflows.documents.blocks import PageBreak, Table
from workflows.drafts import draft
from workflows.project import Project


def full() -> Project:
    project = Project("p", 2027)
    give(project, "research_strategy.priorities", [{"title": "Work"}])
    objective = {"objective": "Employers hire", "priority": "priorities1"}
    give(project, "research_strategy.objectives", [objective])
    action = {
        "action": "Write a list", "priority": "priorities1", "objective": "objectives1", "lead": "City",
        "partners": "Library", "start": "2027-05", "end": "2027-09", "funder": "lip_budget", "means": "4 h",
        "output": "1 list", "indicator": "shops", "baseline": "0", "target": "9", "outcomes": ["networks"],
    }  # fmt: skip
    give(project, "action_plan.actions", [action])
    give(project, "implementation.progress", [{"action": "actions1", "status": "on_track", "note": "half done"}])
    return project


def test_a_row_carries_everything_that_a_council_asks_of_an_action() -> None:
    told = to_markdown(built(full(), "action-plan"))
    assert "**Priority 1: Work**" in told
    for part in (
        "Write a list<br>Objective: Employers hire<br>Product: 1 list",
        "City<br>With: Library",
        "May 2027 to September 2027",
        "LIP budget<br>4 h",
        "shops<br>0 → 9",
        "Social and economic networks",
        "On track<br>half done",
    ):
        assert f"| {part} |" in told


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PERSONAS)
def test_the_quarters_begin_a_page_and_a_table_says_what_the_figures_show(name: str, language: str) -> None:
    blocks = built(load_persona(name, shipped().definitions), "action-plan", language).blocks
    places = [place for place, block in enumerate(blocks) if isinstance(block, Figure)]
    if not places:
        assert not load_persona(name, shipped().definitions).records("action_plan.actions")
        return
    # Heading and sentence stand between the new page and the first figure.
    assert isinstance(blocks[places[0] - 3], PageBreak)
    assert isinstance(blocks[places[-1] + 1], Table)


@pytest.mark.parametrize(("language", "sign"), [("en", "What the answers also show."), ("fr", "Ce que montrent aussi")])
def test_findings_stand_among_the_checks_left_open(language: str, sign: str) -> None:
    assert sign in text(built(full(), "action-plan", language))
    assert sign not in text(built(Project("p", 2027), "action-plan", language))


def test_the_caption_of_a_workbook_speaks_of_no_last_page() -> None:
    known = shipped()
    keys = {
        kind: draft(
            known.definitions, known.book, known.templates, full(), "action-plan", "en", kind, TODAY
        ).caption.key
        for kind in ("md", "xlsx")
    }
    assert keys == {"md": "documents.clauses.caption", "xlsx": "documents.clauses.caption_plain"}
