"""Reading a point and setting it aside: from where one came and back to there, with presses that are old or made up."""

from __future__ import annotations

import pytest

from tests.support.walker import Walker, the_guide
from workflows.actions import Command, Press
from workflows.screens import Spot
from workflows.standing import standing

NO_SEAT, SEAT = "gap.council.no_rif_seat", "council.rif_seat"


@pytest.fixture
def there(either: Walker) -> Walker:
    """Somebody of either language whose table has no seat for the Francophone network."""
    either.open(SEAT)
    either.tap("set", value="none")
    return either


def read(walker: Walker, value: str = "all") -> None:
    walker.do(Press("rule", NO_SEAT, value=value))


@pytest.mark.parametrize(("value", "screen", "target"), [("all", "advice", ""), ("", "review", "council")])
def test_a_point_leads_back_to_the_list_it_was_opened_from(value: str, screen: str, target: str, there: Walker) -> None:
    there.do(Press("advice") if value else Press("review", "council"))
    there.do(Press("page", value="1"))
    page = there.spot.page
    read(there, value)
    there.tap("aside", NO_SEAT)
    there.tap("rule", NO_SEAT)
    there.tap("points", target)
    assert (there.screen.id, there.spot.page) == (screen, page)


@pytest.mark.parametrize(("value", "screen"), [("all", "advice"), ("", "review")])
def test_a_reason_leads_back_there_too(value: str, screen: str, there: Walker) -> None:
    read(there, value)
    there.tap("aside", NO_SEAT)
    there.say("We wait.")
    assert there.screen.id == screen
    assert "advice.card.set_aside_now" in there.keys
    assert there.project is not None
    assert there.project.set_aside[NO_SEAT].reason == "We wait."


def test_a_point_that_was_settled_meanwhile_asks_for_no_reason(there: Walker) -> None:
    read(there)
    old = there.press("aside", NO_SEAT)
    there.open(SEAT)
    there.tap("set", value="voting")
    there.do(old)
    assert "advice.card.settled" in there.keys
    assert there.offers("change", SEAT)


def test_a_reason_typed_for_a_point_settled_meanwhile_is_not_kept(there: Walker) -> None:
    read(there)
    there.tap("aside", NO_SEAT)
    spot = there.spot
    there.open(SEAT)
    there.tap("set", value="voting")
    there.spot = spot
    there.say("We wait.")
    assert "advice.card.settled" in there.keys
    assert there.project is not None
    assert there.project.set_aside == {}


def test_taking_up_what_was_not_set_aside_changes_nothing(there: Walker) -> None:
    assert there.project is not None
    before = there.project.revision
    there.do(Press("take_up", NO_SEAT))
    assert there.project.revision == before


def test_the_rules_to_decide_lead_to_their_card(there: Walker) -> None:
    there.do(Press("recommended", "group.rules"))
    there.do(Press("rule", "gap.terms_of_reference.rules_not_decided", value="all"))
    there.tap("rules")
    assert there.screen.id == "group"


def test_a_rule_is_shown_although_it_finds_nothing_and_every_rule_has_its_card(either: Walker) -> None:
    for step in the_guide().knowledge.definitions.steps:
        for gap in step.gaps:
            either.do(Press("rule", gap.path))
            assert f"{gap.words}.title" in either.keys
            if gap.mend.startswith("group."):
                assert either.offers("rules", gap.path)
            else:
                assert either.offers("change", gap.mend)


def test_home_says_how_many_points_are_open(there: Walker) -> None:
    there.do(Command("home"))
    there.tap("advice")
    assert "advice.council.no_rif_seat.what" in there.keys
    assert there.spot.screen == "advice"


def test_a_resource_of_a_source_leads_back_to_the_point(there: Walker) -> None:
    read(there)
    there.tap("resource")
    there.tap("back")
    assert "advice.council.no_rif_seat.why" in there.keys


@pytest.mark.parametrize(
    "press",
    [
        Press("rule", "gap.council.nothing"),
        Press("aside", SEAT),
        Press("take_up", ""),
        Press("rules", NO_SEAT),
        Press("points", SEAT),
        Press("rule", "council"),
    ],
)
def test_a_press_that_names_no_rule_is_old(press: Press, there: Walker) -> None:
    before = there.project.to_data() if there.project else {}
    there.do(press)
    assert "interface.notices.old_button" in there.keys
    assert there.project is not None
    assert there.project.to_data() == before


@pytest.mark.parametrize("screen", ["rule", "reason"])
def test_a_place_at_a_rule_of_another_release_becomes_home(screen: str, there: Walker) -> None:
    known = the_guide().knowledge
    assert standing(known, there.project, Spot(screen, "council", "gap.council.nothing")) == Spot("home")
    kept = Spot(screen, "council", NO_SEAT)
    assert standing(known, there.project, kept) == kept
