"""What to look at: which gaps, in which order, and when a point that was set aside comes back."""

from __future__ import annotations

import time
from typing import Any

import pytest

from tests.support.drafting import give
from tests.support.walker import the_guide
from workflows.advice import Advice
from workflows.project import Project, SetAside

JUDGEMENT = the_guide().knowledge.judgement
NO_SEAT, NO_LEAD, CLAIM = (
    "gap.council.no_rif_seat",
    "gap.action_plan.actions_without_lead",
    "gap.action_plan.indicators_beyond_the_table",
)


def project(**answers: Any) -> Project:
    there = Project("p", 2027)
    for name, value in answers.items():
        give(there, name.replace("__", "."), value)
    return there


def put_aside(there: Project, path: str) -> None:
    now = JUDGEMENT.look(there, path)
    assert now is not None
    there.set_aside[path] = SetAside("we know", JUDGEMENT.fingerprint(there, now.rule, now.gap))


def paths(found: tuple[Advice, ...]) -> list[str]:
    return [one.rule.path for one in found]


def test_a_step_that_has_not_begun_is_not_judged_in_the_whole_and_is_in_its_own_review() -> None:
    assert JUDGEMENT.of_project(Project("p", 2027)) == ()
    there = project(council__table_exists="not_yet")
    assert {one.rule.step for one in JUDGEMENT.of_project(there)} == {"council"}
    assert "gap.action_plan.no_actions" in paths(JUDGEMENT.of_step(there, "action_plan"))


def test_core_points_come_first_then_the_steps_in_order_and_what_was_set_aside_last() -> None:
    there = project(
        council__rif_seat="none",
        profile__municipal_role="none_yet",
        council__holder_state="none_yet",
        profile__name_en="x",
    )
    before = paths(JUDGEMENT.of_project(there))
    assert before[:2] == ["gap.profile.no_municipal_role", NO_SEAT]
    assert before.index("gap.profile.no_french_name") < before.index("gap.council.no_holder")
    put_aside(there, "gap.profile.no_municipal_role")
    after = JUDGEMENT.of_project(there)
    assert paths(after)[0] == NO_SEAT
    assert after[-1].rule.path == "gap.profile.no_municipal_role"
    assert after[-1].set_aside is not None
    assert set(paths(after)) == set(before)


def test_an_answer_set_aside_comes_back_when_it_changes_to_another_one_that_deserves_a_word() -> None:
    there = project(implementation__francophone_presence="came_silent")
    path = "gap.implementation.francophones_silent"
    put_aside(there, path)
    assert JUDGEMENT.returned(there) == ()
    give(there, "implementation.francophone_presence", "no_seat")
    assert JUDGEMENT.returned(there) == (path,)
    now = JUDGEMENT.look(there, path)
    assert now is not None
    assert now.set_aside is None


def test_rows_set_aside_come_back_when_another_row_joins_them_and_not_for_anything_else() -> None:
    there = project(action_plan__actions=[{"action": "a"}, {"action": "b", "lead": "x"}])
    put_aside(there, NO_LEAD)
    there.records("action_plan.actions")[0].values["end"] = "2027-05"
    there.records("action_plan.actions")[1].values["action"] = "c"
    assert JUDGEMENT.returned(there) == ()
    del there.records("action_plan.actions")[1].values["lead"]
    assert JUDGEMENT.returned(there) == (NO_LEAD,)


@pytest.mark.parametrize(
    ("name", "value"), [("indicator", "retention rate after two years"), ("action", "another action")]
)
def test_a_text_that_a_point_speaks_of_brings_it_back_when_it_is_changed(name: str, value: str) -> None:
    there = project(action_plan__actions=[{"action": "a", "indicator": "retention rate"}])
    put_aside(there, CLAIM)
    there.records("action_plan.actions")[0].values[name] = value
    assert JUDGEMENT.returned(there) == (CLAIM,)


def test_further_facts_of_a_definition_bring_a_point_back() -> None:
    there = project(terms_of_reference__council_smallest=20, terms_of_reference__council_largest=10)
    path = "gap.terms_of_reference.council_sizes_crossed"
    put_aside(there, path)
    give(there, "terms_of_reference.council_smallest", 15)
    assert JUDGEMENT.returned(there) == (path,)


def test_a_point_that_is_settled_is_returned_too_and_one_of_another_release_is_left_alone() -> None:
    there = project(council__rif_seat="none")
    put_aside(there, NO_SEAT)
    there.set_aside["gap.council.of_an_older_release"] = SetAside("x", "y")
    give(there, "council.rif_seat", "voting")
    assert JUDGEMENT.look(there, NO_SEAT) is None
    assert JUDGEMENT.returned(there) == (NO_SEAT,)


def test_every_point_of_an_empty_project_has_a_fingerprint_that_stays() -> None:
    there = Project("p", 2027)
    for step in the_guide().knowledge.definitions.steps:
        for one in JUDGEMENT.of_step(there, step.id):
            told = {JUDGEMENT.fingerprint(there, one.rule, one.gap) for _ in range(2)}
            assert len(told) == 1


def test_words_of_both_languages_recognise_a_text() -> None:
    assert {"retention rate", "taux de retention"} <= set(JUDGEMENT.lists["words.city_wide"])
    assert {"coordinator", "coordonnatrice"} <= set(JUDGEMENT.lists["words.coordination"])
    assert JUDGEMENT.lists["core_sectors"][0] == "government"


def test_a_large_project_is_judged_in_less_than_twenty_milliseconds() -> None:
    members = [{"organization": f"o{n}", "sectors": ["health"], "term_end": "2028-06"} for n in range(150)]
    rows = [
        {"action": f"a{n}", "lead": "Coordinator", "end": "2027-12", "indicator": "retention rate"} for n in range(126)
    ]
    there = project(
        council__members=members,
        action_plan__actions=rows,
        council__holder_name="o1",
        implementation__survey_month="may",
    )
    spent = []
    for _ in range(5):
        started = time.process_time()
        assert len(JUDGEMENT.of_project(there)) > 15
        spent.append(time.process_time() - started)
    assert min(spent) < 0.02
