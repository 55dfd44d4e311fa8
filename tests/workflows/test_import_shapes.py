"""The shapes of a file's data: what has one is given, its neighbours are refused by one key."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from workflows.errors import AnswerRefused
from workflows.import_shapes import author, day, items, mapping, number, one_of, record, time


@pytest.mark.parametrize(
    ("shape", "good", "bad"),
    [
        (mapping, [{}, {"a": 1}], [[], "a", 0, False]),
        (items, [[], [1]], [{}, "a", 0]),
        (lambda told: one_of(told, ("a",)), ["a"], ["b", "", None, ["a"], {}]),
        (number, [0, 7, 10**9], [-1, 10**9 + 1, 0.0, True, "7", None]),
        (lambda told: number(told, 1, 3), [1, 3], [0, 4]),
        (lambda told: time(told, ""), ["2026-11-22T15:00:00+00:00"], ["yesterday", "2026-13-01"]),
        (day, ["2026-11-22"], ["22/11/2026", "2026-02-30", 3, ["2026-11-22"]]),
        (record, ["r1", "r999999999"], ["r0", "r", "1", "r1x", "", None, 1]),
    ],
)
def test_what_has_the_shape_is_given_as_it_is(shape: Callable[[Any], Any], good: list[Any], bad: list[Any]) -> None:
    for told in good:
        assert shape(told) == told
    for told in bad:
        with pytest.raises(AnswerRefused) as refused:
            shape(told)
        assert refused.value.key == "people.import.damaged"


def test_what_is_missing_is_empty() -> None:
    assert (mapping(None), items(None)) == ({}, [])
    assert [day(told) for told in (None, "")] == ["", ""]
    assert [time(told, "now") for told in (None, "", 3)] == ["now"] * 3


def test_only_one_person_is_an_author() -> None:
    assert [author({"by": by}, "7") for by in ("7", "8", 7, None)] == ["7", "", "", ""]
    assert author({}, "7") == ""
