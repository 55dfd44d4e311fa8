"""When a question is asked."""

from __future__ import annotations

from typing import Any

import pytest

from workflows.conditions import applies
from workflows.project import Answer, Project
from workflows.schema import Question


def asked(condition: dict[str, Any] | None) -> Question:
    return Question("stove", "food.stove", "food", "choice", condition=condition)


def project(value: Any = None, state: str = "given") -> Project:
    return Project("p", 2026, answers={"food.cooking": Answer(state, value)})


def test_a_question_without_a_condition_is_always_asked() -> None:
    assert applies(asked(None), Project("p", 2026))


@pytest.mark.parametrize(
    ("value", "asks"),
    [("yes", True), ("maybe", True), ("no", False), (None, False), (["no", "yes"], True), (["no"], False), ([], False)],
)
def test_a_value_among_those_that_are_named_asks(value: Any, asks: bool) -> None:
    assert applies(asked({"food.cooking": ("yes", "maybe")}), project(value)) is asks


@pytest.mark.parametrize(
    ("state", "asks"),
    [("given", True), ("recommended", True), ("look_again", True), ("not_sure", False), ("open", False)],
)
def test_only_what_was_said_counts(state: str, asks: bool) -> None:
    assert applies(asked({"food.cooking": ("yes",)}), project("yes", state)) is asks
    assert applies(asked({"answered": "food.cooking"}), project("yes", state)) is asks


def test_an_answer_that_was_never_given_does_not_ask() -> None:
    assert not applies(asked({"answered": "food.cooking"}), Project("p", 2026))


def test_every_part_of_a_condition_must_hold() -> None:
    both = asked({"food.cooking": ("yes",), "answered": "day.when"})
    there = project("yes")
    assert not applies(both, there)
    there.answers["day.when"] = Answer("given", "2027-06-21")
    assert applies(both, there)


def test_a_named_predicate_may_be_a_condition() -> None:
    there = Project("p", 2026)
    question = asked({"predicate": "smallest_above_largest"})
    assert not applies(question, there)
    there.answers["terms_of_reference.council_smallest"] = Answer("given", 20)
    there.answers["terms_of_reference.council_largest"] = Answer("given", 10)
    assert applies(question, there)
