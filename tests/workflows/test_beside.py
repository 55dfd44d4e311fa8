"""Places and presses among the background cards are never taken at their word."""

from __future__ import annotations

import pytest

from tests.support.walker import Walker, the_guide
from workflows.actions import Press
from workflows.beside import BESIDE, VERBS, fits, stands
from workflows.screens import Spot
from workflows.standing import standing
from workflows.turn import SIDE_SCREENS

KNOWN = the_guide().knowledge


def test_all_of_them_are_side_screens() -> None:
    assert BESIDE <= SIDE_SCREENS


@pytest.mark.parametrize(
    ("screen", "good", "bad"),
    [
        ("background", "background.joint_vision", "background.xyzzy"),
        ("background", "background.bodies", "background.seat_grid"),
        ("seats", "background.seat_grid", ""),
        ("reports", "background.reporting_calendar", "background.bodies"),
        ("reflection", "background.self_assessment", "holders"),
        ("to_know", "council", "background.bodies"),
        ("sector", "housing", "housing.fr"),
        ("sector", "other", "others"),
        ("letter", "housing.fr", "housing"),
        ("letter", "media.en", "media.de"),
    ],
)
def test_a_place_stands_when_it_speaks_of_something(screen: str, good: str, bad: str, walker: Walker) -> None:
    assert stands(KNOWN, Spot(screen=screen, value=good))
    assert not stands(KNOWN, Spot(screen=screen, value=bad))
    assert standing(KNOWN, walker.project, Spot(screen=screen, value=good)).screen == screen
    assert standing(KNOWN, walker.project, Spot(screen=screen, value=bad)) == Spot(screen="home")
    assert standing(KNOWN, None, Spot(screen=screen, value=good)) == Spot(screen="naming")


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        (Press("know", "background.bodies"), Press("know", "bodies")),
        (Press("know", "background.bodies"), Press("know", "background.xyzzy")),
        (Press("to_know", "council"), Press("to_know", "")),
        (Press("sector", "media"), Press("sector", "medium")),
        (Press("letter", "media", value="fr"), Press("letter", "media", value="")),
        (Press("letter", "media", value="en"), Press("letter", "x", value="en")),
    ],
)
def test_a_press_fits_when_it_names_something(good: Press, bad: Press, walker: Walker) -> None:
    assert good.verb in VERBS
    assert fits(KNOWN, good)
    assert not fits(KNOWN, bad)
    assert "interface.notices.old_button" in (walker.do(bad) and walker.keys)
