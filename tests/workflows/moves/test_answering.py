"""Answers to questions of the simple kinds: pressed, typed, skipped, not sure, taken as they are offered."""

from __future__ import annotations

import pytest

from tests.support.walker import Walker
from workflows.actions import Press

MEMBERS = "council.members"
PLACES = "profile.catchment"


def test_a_pressed_option_is_kept_and_the_next_question_asked(either: Walker) -> None:
    either.open("council.table_exists")
    either.tap("set", value="being_formed")
    assert either.value("council.table_exists") == "being_formed"
    assert either.spot.question == "council.holder_state"


def test_a_typed_answer_is_kept_with_its_message_and_said_back(either: Walker) -> None:
    either.open("profile.population")
    either.say("15 000")
    assert either.project is not None
    answer = either.project.answers["profile.population"]
    assert (answer.value, answer.source, answer.message) == (15000, "typed", either.message - 1)
    assert "interface.notices.noted" in either.keys


@pytest.mark.parametrize("text", ["abc", "😀", "", "-5", "1.5", "x" * 4096, "\ud800\ud800", "\u202e", "99999999999"])
def test_after_a_refusal_the_question_is_asked_again_and_nothing_is_lost(text: str, either: Walker) -> None:
    either.open("profile.population")
    either.say("15000")
    either.open("profile.population")
    either.say(text)
    assert either.spot.question == "profile.population"
    assert any(key.startswith("interface.refused.") for key in either.keys)
    assert either.value("profile.population") == 15000
    either.say("16000")
    assert either.value("profile.population") == 16000


def test_several_choices_are_switched_one_by_one_as_the_buttons_say(walker: Walker) -> None:
    walker.open("council.government_observers")
    walker.tap("on", value="ircc")
    walker.tap("on", value="municipality")
    assert walker.value("council.government_observers") == ["ircc", "municipality"]
    assert walker.button("off", "ircc").chosen
    walker.tap("off", value="ircc")
    walker.tap("done")
    assert walker.value("council.government_observers") == ["municipality"]
    assert walker.spot.question == "council.bodies"


def test_the_usual_choices_are_taken_with_one_tap(walker: Walker) -> None:
    walker.open("council.bodies")
    walker.tap("usual")
    assert walker.value("council.bodies") == ["executive", "secretariat", "working_groups"]
    assert walker.spot.question == "council.working_groups"


def test_a_ready_made_text_is_worded_in_whatever_language_it_is_read_in(walker: Walker) -> None:
    walker.open("terms_of_reference.vision")
    walker.tap("starter", value="belong")
    assert walker.value("terms_of_reference.vision") == {"starter": "belong"}
    walker.open("terms_of_reference.vision")
    assert "steps.terms_of_reference.questions.vision.starters.belong" in walker.keys


def test_not_sure_is_an_answer_and_skipping_is_none(walker: Walker) -> None:
    walker.open("profile.province")
    walker.tap("unsure")
    walker.tap("skip")
    assert walker.project is not None
    assert walker.project.answers["profile.province"].state == "not_sure"
    assert walker.spot.question == "profile.francophone_path"
    assert PLACES not in walker.project.answers


def test_not_sure_never_costs_the_rows_that_are_there(walker: Walker) -> None:
    walker.open(PLACES)
    walker.say("Kenora\nDryden")
    walker.do(Press("unsure", PLACES))
    assert [row["place"] for row in walker.rows(PLACES)] == ["Kenora", "Dryden"]


@pytest.mark.parametrize("path", ["council.table_exists", "council.first_meeting", "profile.catchment"])
def test_why_and_an_example_stand_on_the_card_that_asks(path: str, either: Walker) -> None:
    either.open(path)
    before = either.spot
    for side in ("why", "example"):
        either.tap(side)
        assert f"interface.question.{side}" in either.keys
        assert (either.spot.screen, either.spot.question) == (before.screen, path)


def test_a_typed_date_is_said_back_and_its_other_reading_is_one_tap_away() -> None:
    walker = Walker("fr")
    walker.open("council.first_meeting")
    walker.say("3/4/2027")
    assert (walker.screen.id, walker.value("council.first_meeting")) == ("noted_date", "2027-04-03")
    walker.tap("set", value="2027-03-04")
    assert walker.value("council.first_meeting") == "2027-03-04"
    walker.open("council.first_meeting")
    walker.say("31/3/2027")
    assert not walker.offers("set")
    walker.say("1er avril 2027")
    assert walker.value("council.first_meeting") == "2027-04-01"
    walker.tap("done")
    assert walker.spot.question == "council.first_meeting_place"


def test_back_leads_to_the_question_before_and_from_the_first_to_the_step(walker: Walker) -> None:
    walker.open("council.holder_state")
    walker.tap("back")
    assert walker.spot.question == "council.table_exists"
    walker.tap("back")
    assert walker.spot.question == "council.rif_model"
    walker.tap("back")
    assert (walker.screen.id, walker.spot.step) == ("step", "council")


def test_a_hidden_answer_is_kept_and_comes_back_when_its_question_shows_again(walker: Walker) -> None:
    walker.open("profile.population")
    walker.say("15000")
    walker.say("2021")
    assert walker.value("profile.population_year") == 2021
    walker.open("profile.population")
    walker.tap("unsure")
    assert walker.spot.question != "profile.population_year"
    walker.open("profile.population")
    walker.say("16000")
    walker.do(Press("review", "profile"))
    walker.do(Press("change", "profile.population_year"))
    assert walker.value("profile.population_year") == 2021


def test_the_recommended_rules_are_taken_with_one_tap_and_own_answers_stay(walker: Walker) -> None:
    walker.open("terms_of_reference.term_years")
    walker.say("3")
    walker.do(Press("quick", "terms-of-reference"))
    for _ in walker.guide.knowledge.definitions.short_path("terms-of-reference").stops:
        if walker.screen.id != "group":
            walker.do(Press("skip", walker.spot.question))
    walker.tap("recommended")
    assert walker.project is not None
    answers = walker.project.answers
    assert (answers["terms_of_reference.term_years"].value, answers["terms_of_reference.term_years"].state) == (
        3,
        "given",
    )
    members = walker.guide.knowledge.definitions.members_of("rules")
    assert all(
        answers[q.path].state == "recommended" and answers[q.path].value == q.recommended
        for q in members
        if q.path != "terms_of_reference.term_years"
    )


def test_names_of_people_are_asked_only_after_their_agreement(either: Walker) -> None:
    either.open(MEMBERS)
    assert either.screen.id == "consent"
    either.say("Amina Diallo; Library; libraries")
    assert either.rows(MEMBERS) == []
    either.tap("consent", value="organizations")
    either.say("Amina Diallo; Library; libraries")
    assert len(either.rows(MEMBERS)) == 1
    either.open(MEMBERS)
    assert either.screen.id == "rows"


def test_a_text_that_answers_no_question_is_looked_up_and_back_leads_to_the_card(either: Walker) -> None:
    either.open("profile.place")
    either.do(Press("home"))
    either.say("francophone")
    assert either.screen.id == "found"
    assert either.offers("resource")
    either.say("xyzzy")
    assert either.screen.id == "nothing"
    either.tap("back")
    assert either.screen.id == "home"
