"""What stands beside a name that reads from right to left keeps its place."""

from __future__ import annotations

import pytest

from workflows.documents.blocks import Inline, LineBreak, Mark, Text
from workflows.documents.directions import LEFT_TO_RIGHT, settled

NAME, CITY = "محمد العربي", "חיפה"


@pytest.mark.parametrize("before", [Text(NAME), Text("سارة 3"), Text(f"({CITY})"), Mark(NAME)])
@pytest.mark.parametrize("after", [", 3 members", " (2026)", CITY, "-"])
def test_digits_brackets_and_names_behind_it_go_on_from_left_to_right(before: Inline, after: str) -> None:
    assert settled([before], [Text(after, bold=True)]) == [Text(LEFT_TO_RIGHT + after, bold=True)]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ([], [Text(NAME)]),
        ([Text(NAME)], []),
        ([Text(NAME)], [Text(" speaks")]),
        ([Text(f"{NAME} Baker")], [Text(", 3")]),
        ([Text("Baker")], [Text(NAME)]),
        ([Text(NAME), LineBreak()], [Text("3")]),
        ([Text(NAME)], [LineBreak(), Text("3")]),
        ([Text(NAME)], [Text("  ")]),
    ],
)
def test_nothing_is_put_where_nothing_could_wander(before: list[Inline], after: list[Inline]) -> None:
    assert settled(before, after) == after
