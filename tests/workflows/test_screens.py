"""Screens as values."""

from __future__ import annotations

from dataclasses import replace

import pytest

from workflows.actions import Press
from workflows.phrases import Literal
from workflows.screens import Button, Screen, Spot

HERE = Spot(screen="field", step="council", question="council.members", record="r1", field="seat")


def test_buttons_come_in_reading_order_with_navigation_last() -> None:
    a, b, c = (Button(Literal(name), Press(name)) for name in "abc")
    assert Screen("x", options=(a,), pages=(b,), navigation=(c,)).buttons() == (a, b, c)


def test_a_card_is_known_by_four_letters_that_never_change() -> None:
    assert len(HERE.card()) == 4
    assert HERE.card().isalnum()
    assert HERE.card() == Spot(**vars(HERE)).card()
    assert Spot(screen="home").card() == "1a48"


@pytest.mark.parametrize(
    "change",
    [{"screen": "row"}, {"step": "profile"}, {"question": "council.bodies"}, {"record": "r2"}, {"field": "state"}],
)
def test_a_card_that_speaks_of_something_else_has_another_fingerprint(change: dict[str, str]) -> None:
    assert replace(HERE, **change).card() != HERE.card()  # type: ignore[arg-type]


@pytest.mark.parametrize("change", [{"page": 2}, {"value": "why"}, {"heard": 9}, {"behind": "home"}])
def test_turning_a_page_or_explaining_leaves_the_card_what_it_is(change: dict[str, object]) -> None:
    assert replace(HERE, **change).card() == HERE.card()  # type: ignore[arg-type]
