"""Moving about without answering: steps, reviews, drafts, resources, undo, erasing."""

from __future__ import annotations

import pytest

from tests.support.walker import Walker
from workflows.actions import Command, Press
from workflows.outcomes import (
    DraftAsked,
    ExportAsked,
    PersonErased,
    ProjectErased,
)

PLACES = "profile.catchment"


@pytest.mark.parametrize("document", ["terms-of-reference", "action-plan"])
def test_somebody_who_skips_everything_still_reaches_the_first_draft(document: str, either: Walker) -> None:
    either.do(Press("quick", document))
    for _ in range(30):
        if either.screen.id == "ready":
            break
        either.tap("consent", value="organizations") if either.screen.id == "consent" else either.tap("skip")
    assert either.screen.id == "ready"
    either.tap("document", document)
    outcome = either.tap("draft", document, "fr.docx")
    assert outcome.effects == (DraftAsked(document, "fr", "docx"),)
    assert outcome.fresh


def test_undo_takes_back_the_last_answer_once_and_says_which(either: Walker) -> None:
    either.open("profile.place")
    either.say("Kenora")
    either.do(Command("undo"))
    assert either.value("profile.place") is None
    assert {"interface.notices.undone", "steps.profile.questions.place.label"} <= either.keys
    either.do(Command("undo"))
    assert "interface.notices.nothing_to_undo" in either.keys


def test_undo_of_a_paste_takes_every_row_back(walker: Walker) -> None:
    walker.open(PLACES)
    walker.say("Kenora")
    walker.say("Dryden\nHearst\nMoosonee")
    walker.do(Command("undo"))
    assert [row["place"] for row in walker.rows(PLACES)] == ["Kenora"]


def test_undo_while_the_row_is_open_leads_to_its_list(walker: Walker) -> None:
    walker.open(PLACES)
    walker.say("Kenora")
    walker.tap("row", record="r1")
    walker.do(Command("undo"))
    assert (walker.screen.id, walker.rows(PLACES)) == ("rows", [])


def test_any_step_may_be_opened_reviewed_and_confirmed_in_any_order(either: Walker) -> None:
    either.open("implementation.survey_month")
    either.tap("set", value="may")
    either.do(Press("review", "implementation"))
    either.tap("page")
    either.tap("confirm")
    assert either.project is not None
    assert either.project.steps["implementation"] == "confirmed"
    assert either.project.state == "profile"
    either.do(Press("confirm", "council"))
    assert "interface.notices.nothing_to_confirm" in either.keys


def test_a_question_opened_from_a_review_leads_back_there(walker: Walker) -> None:
    walker.do(Press("review", "profile"))
    walker.tap("page", value="1")
    walker.tap("change", "profile.lead")
    walker.tap("set", value="other")
    assert (walker.screen.id, walker.spot.step) == ("review", "profile")
    assert walker.offers("change", "profile.lead")


def test_gaps_are_told_in_the_review_and_stop_nothing(walker: Walker) -> None:
    walker.open("council.rif_seat")
    walker.tap("set", value="none")
    walker.do(Press("review", "council"))
    told = set()
    for page in range(1, 9):
        if walker.offers("page", value=str(page)):
            walker.tap("page", value=str(page))
            told |= walker.keys
    assert "advice.council.no_rif_seat.what" in told
    walker.tap("confirm")
    assert walker.project is not None
    assert walker.project.steps["council"] == "confirmed"


@pytest.mark.parametrize("value", ["en.docx", "en.pdf", "fr.docx", "fr.pdf"])
@pytest.mark.parametrize("document", ["terms-of-reference", "action-plan"])
def test_every_document_can_be_asked_for_from_the_first_day(document: str, value: str, walker: Walker) -> None:
    walker.do(Command("draft"))
    walker.tap("document", document)
    assert walker.tap("draft", value=value).effects == (DraftAsked(document, *value.split(".")),)


@pytest.mark.parametrize(
    "press",
    [
        Press("draft", "terms-of-reference", "", "de.docx"),
        Press("draft", "action-plan", "", "en.exe"),
        Press("draft", "minutes", "", "en.pdf"),
        Press("draft"),
    ],
)
def test_a_draft_that_does_not_exist_is_not_asked_for(press: Press, walker: Walker) -> None:
    assert walker.do(press).effects == ()


def test_the_data_can_be_taken_along(walker: Walker) -> None:
    assert walker.do(Command("export")).effects == (ExportAsked(),)


def test_erasing_a_partnership_is_immediate_and_starting_again_is_one_tap_away(either: Walker) -> None:
    assert either.project is not None
    project = either.project.id
    either.do(Command("forget"))
    outcome = either.tap("erase", value="project")
    assert (outcome.effects, outcome.project, outcome.screen.id) == ((ProjectErased(project),), None, "forgotten")
    either.tap("begin")
    assert either.screen.id == "naming"


def test_erasing_everything_forgets_the_language_too(either: Walker) -> None:
    either.do(Command("forget"))
    assert either.tap("erase", value="me").effects == (PersonErased(),)
    either.do(Press("begin"))
    assert either.screen.id == "welcome"
