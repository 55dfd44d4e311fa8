"""Judgement about the strategy and the yearly plan: each rule where it speaks and where it is silent."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.drafting import give
from tests.support.walker import the_guide
from workflows import plan_rules as rules
from workflows.findings import Finding
from workflows.project import Project

LISTS = the_guide().knowledge.judgement.lists
ACTIONS = "action_plan.actions"


def plan(**lists: Any) -> Project:
    """A project of the cycle 2027 with these answers (`step__question`); rows are called actions1, needs1, …"""
    project = Project("p", 2027)
    for name, value in lists.items():
        give(project, name.replace("__", "."), value)
    return project


def actions(*rows: dict[str, Any], **more: Any) -> Project:
    return plan(action_plan__actions=list(rows), **more)


def test_needs_are_compared_with_assets_and_actions_by_theme() -> None:
    needs = {
        "research_strategy__needs": [
            {"need": "a", "theme": "health"},
            {"need": "b", "theme": "anti_racism"},
            {"need": "c"},
        ]
    }
    assert rules.needs_unanswered(plan(**needs), {}, LISTS) is None
    met = {"research_strategy__assets": [{"asset": "x", "theme": "health"}]}
    assert rules.needs_unanswered(plan(**needs, **met), {}, LISTS) == ("needs2",)
    planned = {
        "research_strategy__priorities": [{"title": "p", "theme": "anti_racism"}],
        "action_plan__actions": [{"action": "x", "priority": "priorities1"}],
    }
    assert rules.needs_unanswered(plan(**needs, **planned), {}, LISTS) == ("needs1",)
    assert rules.needs_unanswered(plan(**needs, **met, **planned), {}, LISTS) is None


def test_a_priority_in_focus_without_a_row_is_named_and_a_parked_one_is_not() -> None:
    settings = {"field": f"{ACTIONS}.priority"}
    wanted = {
        "research_strategy__priorities": [
            {"title": "a"},
            {"title": "b", "focus": "parked"},
            {"title": "c", "focus": "this_year"},
        ]
    }
    assert rules.focus_without_link(plan(**wanted), settings, LISTS) is None
    assert rules.focus_without_link(actions({"priority": "priorities1"}, **wanted), settings, LISTS) == ("priorities3",)
    assert (
        rules.focus_without_link(
            actions({"priority": "priorities1"}, {"priority": "priorities3"}, **wanted), settings, LISTS
        )
        is None
    )


def test_a_priority_whose_objectives_are_all_far_away_is_named() -> None:
    wanted = {"research_strategy__priorities": [{"title": "a"}, {"title": "b"}, {"title": "c"}]}
    objectives = [
        {"priority": "priorities1", "horizon": "ultimate"},
        {"priority": "priorities2", "horizon": "immediate"},
        {"priority": "priorities2", "horizon": "ultimate"},
    ]
    there = plan(**wanted, research_strategy__objectives=objectives)
    assert rules.focus_without_immediate_objective(there, {"values": ["immediate"]}, LISTS) == ("priorities1",)
    assert rules.focus_without_immediate_objective(plan(**wanted), {"values": ["immediate"]}, LISTS) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Retention rate after five years", True),
        ("Unemployment of newcomers falls", True),
        ("Taux de chômage", True),
        ("Toutes les personnes nouvellement arrivées trouvent un logement", True),
        ("Partners that changed a practice", False),
        ("employers who keep a newcomer they hired", False),
        ("milieux de travail qui ont adopté deux pratiques", False),
        ({"starter": "directory"}, False),
        (None, False),
    ],
)
def test_a_claim_about_the_whole_city_is_noticed_unless_it_is_marked_as_context(text: object, found: bool) -> None:
    settings = {"field": "implementation.indicators.indicator", "spared": "level", "values": ["context"]}
    for mark in ({}, {"level": "immediate"}):
        there = plan(implementation__indicators=[{"indicator": text, **mark}])
        assert rules.claims_beyond_the_table(there, settings, LISTS) == (("indicators1",) if found else None)
    marked = plan(implementation__indicators=[{"indicator": text, "level": "context"}])
    assert rules.claims_beyond_the_table(marked, settings, LISTS) is None


def test_dates_the_wrong_way_round_and_outside_the_year_are_named() -> None:
    settings = {"field": f"{ACTIONS}.end"}
    there = actions(
        {"start": "2027-09", "end": "2027-05"},
        {"start": "2027-09", "end": "2028-04"},
        {"start": "2027-09"},
        {"end": "2027-03"},
        {},
    )
    assert rules.ends_before_it_starts(there, settings, LISTS) == ("actions1",)
    assert rules.outside_the_year(there, settings, LISTS) == ("actions2", "actions4")
    give(there, "action_plan.fiscal_year", 2028)
    assert rules.outside_the_year(there, settings, LISTS) == ("actions1", "actions4")
    assert rules.ends_before_it_starts(plan(), settings, LISTS) is None
    assert rules.outside_the_year(actions({"end": "2027-04"}, {"end": "2028-03"}), settings, LISTS) is None


@pytest.mark.parametrize(
    ("dates", "found"),
    [
        ((), None),
        (({},), None),
        (({"end": "2028-03"},), ()),
        (({"end": "2027-06"},), None),
        (({"start": "2027-04", "end": "2028-03"},), None),
        (({"end": "2026-05"},), None),
        (({"start": "2027-07", "end": "2027-09"}, {"end": "2028-05"}), ()),
    ],
)
def test_a_year_that_begins_with_nothing_is_noticed(dates: tuple[dict[str, str], ...], found: object) -> None:
    assert rules.nothing_in_the_first_quarter(actions(*dates) if dates else plan(), {}, LISTS) == found


@pytest.mark.parametrize(
    ("leads", "found"),
    [
        (
            ("The LIP coordinator", "Library", "Coordination du PLI"),
            Finding(("actions1", "actions3"), (("percent", 67), ("most", 30))),
        ),
        (("Amara Lindqvist, staff", "Library", "Chamber"), Finding(("actions1",), (("percent", 33), ("most", 30)))),
        (("Amara Lindqvist", "Library", "Chamber", "Clinic"), None),
        (("Coordinator", "Coordinator"), None),
        (("Library", "Chamber", "Clinic"), None),
        ((), None),
    ],
)
def test_a_coordinator_who_leads_too_much_is_recognised_by_name_and_by_post(
    leads: tuple[str, ...], found: object
) -> None:
    there = plan(action_plan__actions=[{"lead": lead} for lead in leads], council__coordinator="Amara Lindqvist")
    assert rules.led_by_the_coordinator(there, {"field": f"{ACTIONS}.lead", "number": 30}, LISTS) == found


def test_a_single_source_of_means_is_noticed() -> None:
    paid = [{"funder": "lip_budget"}] * 3
    assert rules.only_one_funder(plan(), {}, LISTS) is None
    assert rules.only_one_funder(actions(*paid[:2]), {}, LISTS) is None
    assert rules.only_one_funder(actions(*paid), {}, LISTS) == ()
    assert rules.only_one_funder(actions(*paid, {"funder": "other_funder"}), {}, LISTS) is None
    one, two = [{"source": "IRCC"}, {"source": "ircc"}], [{"source": "IRCC"}, {"source": "City"}]
    assert rules.only_one_funder(actions(*paid, action_plan__budget=two), {}, LISTS) is None
    assert rules.only_one_funder(plan(action_plan__budget=one), {}, LISTS) == ()


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ({"action": "Hold four talks"}, ()),
        ({"action": "Mener un sondage"}, None),
        ({"action": "Hold four talks", "types": ["evaluate"]}, None),
        ({"action": {"starter": "partner_survey"}}, None),
        ({"action": {"starter": "directory"}}, ()),
        ({}, ()),
    ],
)
def test_a_plan_that_measures_nothing_is_noticed(row: dict[str, Any], found: object) -> None:
    settings = {"values": ["evaluate"], "starters": ["partner_survey"]}
    assert rules.no_row_for_measurement(actions(row), settings, LISTS) == found
    assert rules.no_row_for_measurement(plan(), settings, LISTS) is None


def test_every_answer_that_a_rule_reads_is_a_question_of_this_release() -> None:
    paths = [value for name, value in vars(rules).items() if name.isupper() and isinstance(value, str)]
    assert len(paths) >= 7
    assert all(the_guide().knowledge.definitions.has(path) for path in paths)
