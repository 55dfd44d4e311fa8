"""The ways to end an action with a card: what is asked next, where Back leads, what goes to the history."""

from __future__ import annotations

import pytest

from tests.support.walker import Walker, the_guide
from workflows.actions import Command, Press
from workflows.turn import SIDE_SCREENS

SIDES = ("help", "privacy", "language", "resources", "draft", "forget", "projects")


@pytest.mark.parametrize("path", ["council.table_exists", "profile.catchment", "terms_of_reference.mandate"])
@pytest.mark.parametrize("side", SIDES)
def test_a_side_screen_speaks_of_something_else_and_back_leads_to_the_work_in_hand(
    side: str, path: str, walker: Walker
) -> None:
    walker.open(path)
    before = walker.spot
    walker.do(Command(side))
    assert walker.screen.id in SIDE_SCREENS
    walker.do(Press("back"))
    assert (walker.spot.screen, walker.spot.question) == (before.screen, before.question)


@pytest.mark.parametrize("side", SIDES)
def test_from_one_side_screen_to_another_the_work_in_hand_is_still_found(side: str, walker: Walker) -> None:
    walker.open("profile.lead")
    for command in ("help", "resources", side):
        walker.do(Command(command))
    walker.do(Press("back"))
    assert (walker.screen.id, walker.spot.question) == ("question", "profile.lead")


def test_a_row_being_added_goes_on_after_a_look_at_help(walker: Walker) -> None:
    walker.listing("council.members")
    walker.tap("add")
    walker.do(Command("help"))
    walker.do(Press("back"))
    walker.say("Ann")
    assert (walker.screen.id, walker.spot.field) == ("field", "organization")


def test_the_other_reading_of_a_date_is_still_offered_after_a_look_at_help() -> None:
    walker = Walker("fr")
    walker.open("council.first_meeting")
    walker.say("3/4/2027")
    walker.do(Command("help"))
    walker.do(Press("back"))
    assert walker.offers("set", value="2027-03-04")


def test_after_the_last_question_comes_the_review(walker: Walker) -> None:
    walker.open("implementation.lessons")
    walker.tap("skip")
    assert (walker.screen.id, walker.spot.step) == ("review", "implementation")


def test_a_group_of_rules_is_shown_as_one_card_until_one_of_them_is_answered(walker: Walker) -> None:
    walker.open("terms_of_reference.francophone_absence")
    walker.tap("skip")
    assert walker.screen.id == "group"
    walker.tap("ask")
    assert walker.screen.id == "question"
    walker.open("terms_of_reference.quorum_rule")
    walker.tap("set", value="one_third")
    walker.open("terms_of_reference.francophone_absence")
    walker.tap("skip")
    assert walker.spot.question == "terms_of_reference.quorum_fallback"


@pytest.mark.parametrize("step", [step.id for step in the_guide().knowledge.definitions.steps])
def test_somebody_who_skips_every_question_of_a_step_comes_to_its_review(step: str, either: Walker) -> None:
    questions = either.guide.knowledge.definitions.step(step).questions
    either.open(questions[0].path)
    for _ in range(2 * len(questions)):
        if either.screen.id == "review":
            break
        either.tap("consent", value="organizations") if either.screen.id == "consent" else either.tap("skip")
    assert (either.screen.id, either.spot.step) == ("review", step)


def test_a_group_that_is_passed_is_passed_whole(walker: Walker) -> None:
    walker.open("terms_of_reference.francophone_absence")
    walker.tap("skip")
    walker.tap("skip")
    assert walker.spot.question == "terms_of_reference.conflict_statement"


def test_the_review_opens_on_the_page_of_the_question_one_came_from(walker: Walker) -> None:
    walker.open("council.supports", changing=True)
    walker.tap("skip")
    assert walker.screen.id == "review"
    assert walker.offers("change", "council.supports")


def test_every_write_goes_to_the_history_once_and_looking_goes_there_never(walker: Walker) -> None:
    walker.open("profile.place")
    outcome = walker.say("Kenora")
    assert [(change.question, change.before, change.after["value"]) for change in outcome.changes] == [
        ("profile.place", None, "Kenora")
    ]
    for press in (Press("home"), Press("review", "profile"), Press("ask", "profile.place")):
        assert walker.do(press).changes == ()
    outcome = walker.do(Command("undo"))
    assert [change.before["value"] for change in outcome.changes] == ["Kenora"]


def test_typed_input_asks_for_a_new_card_and_a_press_changes_the_old_one(walker: Walker) -> None:
    walker.open("profile.place")
    assert walker.say("Kenora").fresh
    assert not walker.tap("unsure").fresh
    assert walker.do(Command("home")).fresh


@pytest.mark.parametrize("document", ["terms-of-reference", "action-plan"])
def test_the_short_path_goes_through_its_stops_in_order_and_ends_ready(document: str, either: Walker) -> None:
    stops = either.guide.knowledge.definitions.short_path(document).stops
    seen = []
    either.do(Press("quick", document))
    for _ in range(40):
        if either.screen.id == "ready":
            break
        if either.screen.id == "consent":
            either.tap("consent", value="names")
            continue
        if either.spot.question not in seen:
            seen.append(either.spot.question)
        if either.screen.id == "group":
            either.tap("recommended")
        elif either.screen.id == "rows" and not either.rows(either.spot.question):
            lines = {"council.members": "Ann; Mill; employers\nBo; Clinic; health\nCy; School; schools"}
            either.say(lines.get(either.spot.question, "One\nTwo\nThree"))
            either.tap("done")
        elif either.offers("usual"):
            either.tap("usual")
        elif either.offers("starter"):
            either.tap("starter")
        elif either.offers("set"):
            either.tap("set")
        else:
            either.tap("done" if either.offers("done") else "skip")
    assert either.screen.id == "ready"
    assert tuple(seen) == stops
