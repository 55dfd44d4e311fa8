"""Each named predicate by itself."""

from __future__ import annotations

import pytest

from tests.support.walker import the_guide
from workflows.predicates import (
    PREDICATES,
    francophone_action_unexplained,
    no_francophone_action,
    smallest_above_largest,
)
from workflows.project import Answer, Project, Record


@pytest.mark.parametrize(
    ("smallest", "largest", "holds"),
    [(20, 10, True), (10, 20, False), (10, 10, False), (20, None, False), (None, 3, False), (None, None, False)],
)
def test_a_smallest_size_above_the_largest_one_is_noticed(
    smallest: int | None, largest: int | None, holds: bool
) -> None:
    answers = {
        "terms_of_reference.council_smallest": Answer("given", smallest),
        "terms_of_reference.council_largest": Answer("given", largest),
    }
    assert smallest_above_largest(Project("p", 2026, answers=answers)) is holds


@pytest.mark.parametrize(
    ("values", "missing"),
    [
        ({"action": "A guide"}, True),
        ({"action": "A guide", "lenses": ["youth"]}, True),
        ({"action": "A guide", "lenses": ["francophone"]}, False),
        ({"action": {"starter": "directory"}}, True),
        ({"action": {"starter": "refer_in_french"}}, False),
        ({"priority": "p1"}, False),
        ({"priority": "p2"}, True),
    ],
)
def test_a_plan_without_a_francophone_action_is_noticed_until_somebody_says_why(
    values: dict[str, object], missing: bool
) -> None:
    priorities = [Record("p1", {"theme": "francophone_inclusion"}), Record("p2", {"theme": "health"})]
    answers = {
        "action_plan.actions": Answer("given", [Record("r1", values)]),
        "research_strategy.priorities": Answer("given", priorities),
    }
    project = Project("p", 2026, answers=answers)
    assert no_francophone_action(project) is missing
    assert francophone_action_unexplained(project) is missing
    answers["action_plan.francophone_reason"] = Answer("given", "The RIF does it.")
    assert no_francophone_action(project) is missing
    assert francophone_action_unexplained(project) is False


def test_every_predicate_is_pure_and_silent_about_an_empty_project() -> None:
    for predicate in PREDICATES.values():
        project = Project("p", 2026)
        assert predicate(project) is False
        assert project.answers == {}


def test_every_predicate_is_used_by_a_definition() -> None:
    definitions = the_guide().knowledge.definitions
    used = {gap.settings.get("predicate") for step in definitions.steps for gap in step.gaps}
    used |= {(question.condition or {}).get("predicate") for question in definitions.everything()}
    assert set(PREDICATES) <= used
