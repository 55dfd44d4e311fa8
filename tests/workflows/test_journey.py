"""The two machines: states, moves, guards, and nothing else."""

from __future__ import annotations

import itertools
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.walker import the_guide
from workflows.journey import STEP_MOVES, STEP_STATES, diagrams, journey_settings, step_settings
from workflows.project import Project

STEPS = [step.id for step in the_guide().knowledge.definitions.steps]
TRIGGERS = [name for name, _, _ in STEP_MOVES]
MACHINES = the_guide().knowledge.machines


def project(**states: str) -> Project:
    return Project("p", 2026, steps=dict(states))


@pytest.mark.parametrize("state", STEP_STATES)
@pytest.mark.parametrize("trigger", TRIGGERS)
def test_a_step_moves_as_the_table_says_and_never_otherwise(state: str, trigger: str) -> None:
    goal = next((to for name, sources, to in STEP_MOVES if name == trigger and state in sources), None)
    there = project(council=state)
    assert MACHINES.may(there, "council", trigger) is (goal is not None)
    assert there.steps == {"council": state}
    assert MACHINES.move(there, "council", trigger) is (goal is not None)
    assert there.steps == {"council": goal or state}


def test_the_life_of_a_step_from_the_first_answer_to_a_second_look() -> None:
    there = project()
    for trigger, state in (
        ("touch", "asking"),
        ("review", "reviewing"),
        ("confirm", "confirmed"),
        ("doubt", "look_again"),
        ("review", "reviewing"),
        ("correct", "asking"),
    ):
        assert MACHINES.move(there, "profile", trigger)
        assert there.steps["profile"] == state


def test_a_step_in_which_nothing_was_said_is_not_confirmed() -> None:
    there = project(profile="reviewing")
    assert not MACHINES.may(there, "profile", "confirm", answered=False)
    assert not MACHINES.move(there, "profile", "confirm", answered=False)
    assert there.steps["profile"] == "reviewing"


def test_the_recommended_step_goes_to_the_first_later_one_that_is_not_confirmed() -> None:
    there = project(profile="confirmed", council="confirmed", research_strategy="confirmed")
    assert MACHINES.advance(there) == "terms_of_reference"
    there.steps["terms_of_reference"] = "confirmed"
    assert MACHINES.advance(there) == "action_plan"


def test_the_recommended_step_waits_where_nothing_is_confirmed_and_at_the_end() -> None:
    assert MACHINES.advance(project(council="confirmed")) == "profile"
    assert MACHINES.advance(project(**dict.fromkeys(STEPS, "confirmed"))) == STEPS[-1]


def test_an_advanced_project_is_still_plain_data() -> None:
    there = project(profile="confirmed")
    MACHINES.advance(there)
    assert json.loads(json.dumps(there.to_data()))["state"] == "council"
    assert MACHINES.advance(Project.from_data(there.to_data())) == "council"


def test_two_equal_projects_move_apart() -> None:
    one, other = project(profile="confirmed"), project(profile="confirmed")
    MACHINES.advance(one)
    assert (one.state, other.state) == ("council", "profile")


@given(st.lists(st.tuples(st.sampled_from(STEPS), st.sampled_from([*TRIGGERS, "advance"]), st.booleans())))
def test_whatever_is_pressed_no_machine_leaves_its_states(presses: list[tuple[str, str, bool]]) -> None:
    there = project()
    for step, trigger, answered in presses:
        before = STEPS.index(there.state)
        if trigger == "advance":
            MACHINES.advance(there)
        elif MACHINES.may(there, step, trigger, answered):
            assert MACHINES.move(there, step, trigger, answered)
        else:
            assert not MACHINES.move(there, step, trigger, answered)
        assert set(there.steps.values()) <= set(STEP_STATES)
        assert STEPS.index(there.state) >= before


def test_the_journey_is_a_loop_and_not_a_line() -> None:
    moves = {(move["trigger"], move["source"], move["dest"]) for move in journey_settings(STEPS)["transitions"]}
    assert ("start_next_year", "implementation", "action_plan") in moves
    assert ("renew_strategy", "implementation", "research_strategy") in moves
    assert {(a, b) for _, a, b in moves} >= set(itertools.pairwise(STEPS))


def test_no_machine_has_work_in_its_callbacks() -> None:
    for settings in (step_settings(), journey_settings(STEPS)):
        for move in settings["transitions"]:
            assert set(move) <= {"trigger", "source", "dest", "conditions"}
        assert settings["auto_transitions"] is False


def test_the_diagrams_are_drawn_from_the_live_machines() -> None:
    drawn = diagrams(the_guide().knowledge.definitions)
    assert set(drawn) == {"journey", "step"}
    for state in STEP_STATES:
        assert state in drawn["step"]
    for step in STEPS:
        assert step in drawn["journey"]
    for trigger in TRIGGERS:
        assert trigger in drawn["step"]
    assert drawn == diagrams(the_guide().knowledge.definitions)
