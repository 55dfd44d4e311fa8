"""Each named predicate by itself."""

from __future__ import annotations

import pytest

from tests.support.walker import the_guide
from workflows.predicates import PREDICATES, smallest_above_largest
from workflows.project import Answer, Project


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
