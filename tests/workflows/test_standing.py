"""A stored place or a pressed button means something in this release, or is not taken at its word."""

from __future__ import annotations

import pytest

from tests.support.walker import Walker, the_guide
from workflows.actions import Press
from workflows.screens import Spot
from workflows.standing import makes_sense, standing

KNOWN = the_guide().knowledge
MEMBERS = "council.members"


def test_every_place_that_a_walk_leads_to_is_found_again(walker: Walker) -> None:
    walker.listing(MEMBERS)
    walker.say("Ann; Mill; health")
    for press in [
        *walker.presses(),
        Press("row", MEMBERS, "r1"),
        Press("field", f"{MEMBERS}.seat", "r1"),
        Press("review", "council"),
        Press("quick", "action-plan"),
        Press("step", "profile"),
        Press("drafts"),
        Press("document", "action-plan"),
        Press("for_step", "council"),
        Press("theme", "theme.governance"),
        Press("resource", "lip_handbook"),
        Press("help"),
        Press("privacy"),
        Press("forget"),
        Press("settings"),
        Press("projects"),
        Press("ask", "council.first_meeting"),
    ]:
        walker.do(press)
        assert standing(KNOWN, walker.project, walker.spot) == walker.spot


@pytest.mark.parametrize("screen", ["home", "question", "rows", "review", "drafts", "document"])
def test_a_place_in_a_project_that_has_gone_becomes_the_name_to_give(screen: str) -> None:
    assert standing(KNOWN, None, Spot(screen=screen, question=MEMBERS)) == Spot(screen="naming")


@pytest.mark.parametrize("screen", ["welcome", "private_only", "forgotten", "of_an_older_release"])
def test_a_place_that_is_no_more_becomes_home(screen: str, walker: Walker) -> None:
    assert standing(KNOWN, walker.project, Spot(screen=screen)) == Spot(screen="home")


def test_every_button_that_a_card_offers_makes_sense(walker: Walker) -> None:
    walker.open("profile.catchment")
    walker.say("Kenora\nDryden")
    for question in KNOWN.definitions.everything():
        if not question.parent:
            walker.listing(question.path)
            for press in walker.presses():
                assert makes_sense(KNOWN, walker.project, press), press


@pytest.mark.parametrize(
    "press",
    [
        Press("set", "profile.lead", value="xyzzy"),
        Press("set", "profile.place", value="Kenora"),
        Press("set", MEMBERS, value="x"),
        Press("on", MEMBERS, value="health"),
        Press("on", "profile.lead", value="other"),
        Press("set", "council.first_meeting", value="soon"),
        Press("starter", "terms_of_reference.vision", value="xyzzy"),
        Press("usual", "council.supports"),
        Press("add", "profile.lead"),
        Press("consent", "profile.lead", value="names"),
        Press("take_starter", "profile.catchment", value="x"),
        Press("step", "xyzzy"),
        Press("review", ""),
        Press("confirm", "profile.lead"),
        Press("quick", "council"),
        Press("quick", "decision-sheet"),
        Press("draft", "action-plan", value="en.exe"),
        Press("draft", "decision-sheet", value="en.xlsx"),
        Press("theme", "theme.xyzzy"),
        Press("for_step", ""),
        Press("recommended", "group.xyzzy"),
        Press("empty", f"{MEMBERS}.organization", "r1"),
        Press("set", "action_plan.actions.priority", "r1", "r99"),
        Press("set", f"{MEMBERS}.seat", "r1", "xyzzy"),
    ],
)
def test_a_press_whose_value_does_not_belong_to_its_verb_makes_no_sense(press: Press, walker: Walker) -> None:
    assert not makes_sense(KNOWN, walker.project, press)
    assert "interface.notices.old_button" in (walker.do(press) and walker.keys)
