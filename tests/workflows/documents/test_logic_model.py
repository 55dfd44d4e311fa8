"""The logic model of a project: which answer stands in which column, in full beside the drawing."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.drafting import LANGUAGES, give, inlines, shipped
from tests.support.personas import PERSONAS, load_persona
from workflows.documents.blocks import Bullets
from workflows.documents.logic_model import COLUMNS, LogicModel, logic_model
from workflows.documents.measures import LANDSCAPE
from workflows.documents.speech import Speech
from workflows.documents.visible import Visible
from workflows.project import Project


def model(project: Project, language: str = "en", **more: Any) -> LogicModel | None:
    known = shipped()
    return logic_model(Speech(Visible(known.definitions, project), known.book, language), **more)


def lines(project: Project, language: str = "en") -> list[str]:
    told = model(project, language)
    assert told is not None
    return [str(one) for one in inlines(told.outline.items)]


def sample() -> Project:
    project = Project("p", 2027)
    give(
        project,
        "research_strategy.priorities",
        [{"title": "Work", "result": "Employers hire.", "outcomes": ["networks"]}],
    )
    give(
        project,
        "research_strategy.objectives",
        [
            {"objective": "soon", "priority": "priorities1", "horizon": "immediate", "target": "9"},
            {"objective": "later", "priority": "priorities1"},
            {"objective": "at last", "priority": "priorities1", "horizon": "ultimate", "outcomes": ["welcoming"]},
        ],
    )
    action = {"action": "Write a list.", "priority": "priorities1", "funder": "lip_budget", "means": "4 h"}
    give(
        project, "action_plan.actions", [{**action, "output": "1 list"}, {"action": "Survey", "outcomes": ["networks"]}]
    )
    return project


def test_each_answer_stands_in_its_column() -> None:
    assert lines(sample()) == [
        "Priority 1: Work",
        "Means: LIP budget; 4 h",
        "Actions of the year: Write a list",
        "Products: 1 list",
        "Change in 1 to 2 years: soon (target: 9)",
        "Change in 3 to 5 years: Employers hire; later",
        "Change in 5 years or more: at last; Social and economic networks; Welcoming communities and workplaces",
        "Actions not tied to a priority",
        "Actions of the year: Survey",
        "Change in 5 years or more: Social and economic networks",
    ]


def test_it_speaks_french() -> None:
    told = lines(sample(), "fr")
    assert "Moyens\u00a0: Budget du PLI; 4 h" in told
    assert "Changements en 1 ou 2\u00a0ans\u00a0: soon (cible\u00a0: 9)" in told


def test_without_priorities_and_actions_there_is_none() -> None:
    assert model(Project("p", 2027)) is None


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PERSONAS)
def test_the_list_is_said_to_hold_everything_and_the_drawing_knows_its_rows(name: str, language: str) -> None:
    project = load_persona(name, shipped().definitions)
    told = model(project, language, width=LANDSCAPE)
    assert told is not None
    assert isinstance(told.outline, Bullets)
    assert str(len(told.outline.items)) in told.figure.alt
    typed = [
        row.values["action"] for row in project.records("action_plan.actions") if isinstance(row.values["action"], str)
    ]
    whole = "\n".join(lines(project, language))
    assert all(" ".join(text.split()).removesuffix(".") in whole for text in typed)
    assert len(COLUMNS) == 6
