"""Values from a file: what a chat could have given is taken, its nearest neighbours are not."""

from __future__ import annotations

from typing import Any

import pytest

from workflows.import_values import is_value
from workflows.schema import Question


def question(kind: str, **more: Any) -> Question:
    return Question("q", "s.q", "s", kind, **more)


TEXT = question("text", longest=5, starters=("one",))
LONG = question("long_text", longest=9)
CHOICES = question("choices", options=("a", "b"))


@pytest.mark.parametrize(
    ("asked", "good", "bad"),
    [
        (TEXT, ["Éa", {"starter": "one"}], ["", "…", "sixsix", " a", "a\nb", 3, {"starter": "two"}, {"starter": []}]),
        (LONG, ["a\nb"], ["a\n", "a\x00"]),
        (question("choice", options=("a",)), ["a"], ["b", "", ["a"], {}]),
        (CHOICES, [["a", "b"], []], ["a", ["a", "a"], ["c"], [[]]]),
        (question("scale", options=("1", "2")), ["1"], [1, "3"]),
        (question("number", at_least=0, at_most=9), [0, 9], [-1, 10, 0.5, True, "3", float("inf"), float("nan")]),
        (question("number", decimals=1), [0.5], [0.55]),
        (question("money"), [12, 12.25], [12.255]),
        (question("month"), ["2027-03"], ["2027-13", "2027-3", "2027-03-01", 202703]),
        (question("date"), ["2027-02-28"], ["2027-02-29", "20270228", "2027-W01-1", 1]),
        (question("link", to="s.rows"), ["r1", "r20"], ["r0", "x", 1]),
        (question("records"), [], [[], [{}]]),
    ],
)
def test_a_value_is_judged_by_the_kind_of_its_question(asked: Question, good: list[Any], bad: list[Any]) -> None:
    assert [value for value in good if not is_value(asked, value)] == []
    assert [value for value in bad if is_value(asked, value)] == []
