"""Which questions apply, which comes next, how far a step is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.walker import the_guide
from tests.workflows.toy import write_picnic
from workflows import interview
from workflows.interview import Progress
from workflows.loader import load_definitions
from workflows.project import Answer, Project, Record
from workflows.schema import Definitions


@pytest.fixture
def picnic(tmp_path: Path) -> Definitions:
    return load_definitions(write_picnic(tmp_path))


def project(**values: Any) -> Project:
    return Project(
        "p", 2026, answers={path.replace("__", "."): Answer("given", value) for path, value in values.items()}
    )


@pytest.mark.parametrize(
    ("answer", "answered"),
    [
        (None, False),
        (Answer(), False),
        (Answer("given", "x"), True),
        (Answer("given", 0), True),
        (Answer("given", []), False),
        (Answer("given", ""), False),
        (Answer("not_sure"), True),
        (Answer("recommended", "x"), True),
        (Answer("look_again", "x"), True),
    ],
)
def test_not_sure_is_an_answer_and_an_empty_list_is_none(
    answer: Answer | None, answered: bool, picnic: Definitions
) -> None:
    there = Project("p", 2026, answers={"food.cooking": answer} if answer else {})
    assert interview.is_answered(picnic.question("food.cooking"), there) is answered


def test_only_questions_that_apply_are_asked_and_counted(picnic: Definitions) -> None:
    food = picnic.step("food")
    assert [question.id for question in interview.asked_now(food, project())] == ["cooking", "dishes"]
    assert interview.progress(food, project(food__cooking="yes")) == Progress(1, 3)
    assert interview.progress(food, project(food__cooking="no", food__stove="gas")) == Progress(1, 2)


def test_the_next_question_is_the_first_open_one_after_this_one(picnic: Definitions) -> None:
    food = picnic.step("food")
    first = interview.next_question(food, project())
    assert first is not None
    assert first.id == "cooking"
    after = interview.next_question(food, project(food__cooking="yes"), "food.cooking")
    assert after is not None
    assert after.id == "stove"
    assert interview.next_question(food, project(), "food.dishes") is None


def test_a_question_that_hid_itself_is_followed_from_the_top(picnic: Definitions) -> None:
    following = interview.next_question(picnic.step("food"), project(food__cooking="no"), "food.stove")
    assert following is not None
    assert following.id == "dishes"


def test_the_question_before_is_one_that_applies(picnic: Definitions) -> None:
    food = picnic.step("food")
    before = interview.previous_question(food, project(food__cooking="no"), "food.dishes")
    assert before is not None
    assert before.id == "cooking"
    assert interview.previous_question(food, project(), "food.cooking") is None


def test_the_short_path_goes_round_what_is_done(picnic: Definitions) -> None:
    def following(there: Project, after: str = "") -> str | None:
        return interview.next_stop(picnic, there, "shopping-list", after)

    assert following(project()) == "guests.people"
    assert following(project(), "guests.people") == "group.rules"
    one, two = Record("r1", {"name": "Ann"}), Record("r2", {"name": "Bo"})
    assert following(project(guests__people=[one])) == "guests.people"
    assert following(project(guests__people=[one, two])) == "group.rules"
    assert following(project(guests__people=[one, two], food__cooking="no")) == "food.dishes"
    done = project(guests__people=[one, two], food__cooking="no", food__dishes=[Record("r3", {"dish": "Pie"})])
    assert following(done) is None


def test_a_row_asks_for_its_fields_in_order_and_is_told_when_the_needed_ones_are(picnic: Definitions) -> None:
    dishes = picnic.question("food.dishes")
    row = Record("r1")
    first = interview.next_field(dishes, row)
    assert first is not None
    assert first.id == "dish"
    row.values["dish"] = "Pie"
    second = interview.next_field(dishes, row, "dish")
    assert second is not None
    assert second.id == "bringer"
    assert not interview.is_told(dishes, row)
    row.values["bringer"] = "r9"
    assert interview.is_told(dishes, row)
    assert interview.next_field(dishes, row) is None


PATHS = [question.path for question in the_guide().knowledge.definitions.everything() if not question.parent]


@given(st.sets(st.sampled_from(PATHS)), st.sampled_from([step.id for step in the_guide().knowledge.definitions.steps]))
def test_answering_what_is_asked_always_comes_to_an_end(answered: set[str], name: str) -> None:
    definitions = the_guide().knowledge.definitions
    step = definitions.step(name)
    there = Project("p", 2026, answers={path: Answer("not_sure") for path in answered})
    asked = []
    question = interview.next_question(step, there)
    while question is not None:
        assert question.path not in asked
        asked.append(question.path)
        there.answers[question.path] = Answer("not_sure")
        question = interview.next_question(step, there)
    far = interview.progress(step, there)
    assert far.answered == far.total
