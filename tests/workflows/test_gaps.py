"""What is missing: each rule where it speaks and where it is silent."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.walker import the_guide
from workflows import gaps
from workflows.gaps import RULES, find
from workflows.project import Answer, Project, Record
from workflows.schema import GapRule

LISTS = {"tastes": ("sweet", "salty", "sour", "other")}


def project(value: Any = None, state: str = "given", **more: Any) -> Project:
    answers = {"food.dishes": Answer(state, value)} if value is not None or state != "given" else {}
    answers.update({path.replace("__", "."): Answer("given", given) for path, given in more.items()})
    return Project("p", 2026, answers=answers)


def rows(*values: dict[str, Any], first: int = 1) -> list[Record]:
    return [Record(f"r{number}", given) for number, given in enumerate(values, first)]


@pytest.mark.parametrize(
    ("there", "found"),
    [
        (project(), ()),
        (project(""), ()),
        (project([]), ()),
        (project("x", "not_sure"), ()),
        (project(0), None),
        (project("x"), None),
        (project(rows({"a": 1})), None),
    ],
)
def test_unanswered_speaks_of_what_was_not_said(there: Project, found: object) -> None:
    assert gaps.unanswered(there, {"question": "food.dishes"}, {}) == found


@pytest.mark.parametrize(
    ("there", "found"),
    [(project("none"), ()), (project("some"), None), (project(), None), (project("none", "not_sure"), None)],
)
def test_answer_is_speaks_of_the_values_it_names(there: Project, found: object) -> None:
    assert gaps.answer_is(there, {"question": "food.dishes", "values": ["none"]}, {}) == found


@pytest.mark.parametrize(
    ("count", "few", "many"), [(0, (), None), (1, ("r1",), None), (2, None, None), (3, None, ("r1", "r2", "r3"))]
)
def test_too_few_and_too_many_rows_are_counted(count: int, few: object, many: object) -> None:
    there = project(rows(*[{}] * count))
    settings = {"question": "food.dishes", "number": 2}
    assert gaps.fewer_than(there, settings, {}) == few
    assert gaps.more_than(there, settings, {}) == many


def test_options_that_no_row_chose_are_named_in_the_order_of_the_list() -> None:
    settings = {"field": "food.dishes.tastes", "options_from": "lists.tastes", "except": ["other"]}
    assert gaps.options_never_chosen(project(), settings, LISTS) is None
    assert gaps.options_never_chosen(project(rows({})), settings, LISTS) == ("sweet", "salty", "sour")
    assert gaps.options_never_chosen(project(rows({"tastes": ["sour"]}, {"tastes": "sweet"})), settings, LISTS) == (
        "salty",
    )
    assert gaps.options_never_chosen(project(rows({"tastes": ["sour", "salty", "sweet"]})), settings, LISTS) is None


def test_rows_with_an_empty_field_are_named() -> None:
    settings = {"field": "food.dishes.cook"}
    assert gaps.field_left_empty(project(), settings, {}) is None
    there = project(rows({"cook": "Ann"}, {}, {"cook": ""}, {"cook": []}, {"cook": 0}))
    assert gaps.field_left_empty(there, settings, {}) == ("r2", "r3", "r4")


def test_a_list_in_which_no_row_has_a_value_is_named_whole() -> None:
    settings = {"field": "food.dishes.warm", "values": ["yes"]}
    assert gaps.no_record_with(project(), settings, {}) is None
    assert gaps.no_record_with(project(rows({"warm": "no"}, {})), settings, {}) == ("r1", "r2")
    assert gaps.no_record_with(project(rows({"warm": "no"}, {"warm": "yes"})), settings, {}) is None


def test_rows_that_have_a_value_are_named() -> None:
    settings = {"field": "food.dishes.warm", "values": ["yes"]}
    assert gaps.record_with(project(rows({"warm": "no"}, {"warm": "yes"})), settings, {}) == ("r2",)
    assert gaps.record_with(project(rows({"warm": "no"})), settings, {}) is None
    assert gaps.record_with(project(), settings, {}) is None


def test_rows_that_nothing_points_at_are_named_once_something_points() -> None:
    settings = {"records": "guests.people", "field": "food.dishes.bringer"}
    people = rows({"name": "Ann"}, {"name": "Bo"}, first=7)
    assert gaps.records_not_linked(project(guests__people=people), settings, {}) is None
    there = project(rows({"bringer": "r7"}, {}, {"bringer": "r99"}), guests__people=people)
    assert gaps.records_not_linked(there, settings, {}) == ("r8",)
    assert gaps.records_not_linked(project(rows({"bringer": "r7"})), settings, {}) is None


def test_recommended_rules_are_named_until_they_are_decided() -> None:
    assert gaps.recommended_not_decided(project("x"), {}, {}) is None
    assert gaps.recommended_not_decided(project("x", "recommended"), {}, {}) == ("food.dishes",)


def test_a_predicate_speaks_without_naming_anything() -> None:
    sizes = {"terms_of_reference__council_smallest": 9, "terms_of_reference__council_largest": 3}
    settings = {"predicate": "smallest_above_largest"}
    assert gaps.predicate(project(**sizes), settings, {}) == ()
    assert gaps.predicate(project(), settings, {}) is None


def test_gaps_come_in_the_order_of_their_rules_and_say_what_they_name() -> None:
    rules = (
        GapRule(
            "no_taste", "food", "options_never_chosen", {"field": "food.dishes.tastes", "options_from": "lists.tastes"}
        ),
        GapRule("silent", "food", "more_than", {"question": "food.dishes", "number": 9}),
        GapRule("no_cook", "food", "field_left_empty", {"field": "food.dishes.cook"}),
    )
    found = find(project(rows({"tastes": ["sweet"]})), rules, LISTS)
    assert [(gap.id, gap.items, gap.list_name, gap.rows) for gap in found] == [
        ("no_taste", ("salty", "sour", "other"), "tastes", ""),
        ("no_cook", ("r1",), "", "food.dishes"),
    ]
    assert found[0].words == "advice.food.no_taste"


def test_every_rule_is_used_and_every_gap_of_the_definitions_can_be_looked_for_in_an_empty_project() -> None:
    definitions = the_guide().knowledge.definitions
    assert {gap.rule for step in definitions.steps for gap in step.gaps} == set(RULES)
    for step in definitions.steps:
        find(Project("p", 2026), step.gaps, the_guide().knowledge.judgement.lists)
