"""The one door: every verb, every kind of input, and what comes back."""

from __future__ import annotations

import json
import random

import pytest

from tests.support.walker import ENTRANCES, NOW, Walker, the_guide
from workflows import engine
from workflows.actions import COMMANDS, Command, Edit, Other, Press, ReplyTo, Say
from workflows.outcomes import (
    DraftAsked,
    ExportAsked,
    LanguageChosen,
    PersonErased,
    ProjectCreated,
    ProjectErased,
    Title,
)
from workflows.project import Project
from workflows.screens import Spot
from workflows.turn import SIDE_SCREENS

MEMBERS, PLACES, ACTIONS = "council.members", "profile.catchment", "action_plan.actions"
KINDS_OF_OTHER = ("sticker", "photo", "voice", "file", "forwarded", "unknown_command", "old_button", "other")
FULL = 4000


# --- arriving ---


@pytest.mark.parametrize(("app", "first"), [("en", "en"), ("fr", "fr"), ("fr-CA", "fr"), ("", "en"), ("uk", "en")])
def test_a_newcomer_is_greeted_with_the_app_s_language_first(app: str, first: str) -> None:
    walker = Walker(arrived=False)
    walker.app_language = app
    walker.do(Command("start"))
    assert [press.value for press in walker.presses()][0] == first
    assert {press.value for press in walker.presses()} == {"en", "fr"}


@pytest.mark.parametrize("action", [Say("Hello", 1), Command("help"), Command("draft"), Press("home"), Press("set", "profile.lead", "", "other"), Edit("x", 1), Other("sticker"), Command("forget"), Command("language")])  # fmt: skip
def test_whatever_comes_before_the_language_is_chosen_shows_the_greeting(action: engine.Action) -> None:
    walker = Walker(arrived=False)
    outcome = walker.do(action)
    assert (outcome.screen.id, outcome.project, outcome.effects) == ("welcome", None, ())


@pytest.mark.parametrize(("language", "path"), [("en", "profile.name_en"), ("fr", "profile.name_fr")])
def test_the_name_makes_a_project_and_is_kept_in_the_language_it_was_given_in(language: str, path: str) -> None:
    walker = Walker(language, arrived=False)
    walker.do(Command("start"))
    assert walker.tap("language", value=language).effects == (LanguageChosen(language),)
    outcome = walker.say("  Partenariat  de Hearst ")
    assert isinstance(outcome.effects[0], ProjectCreated)
    assert walker.screen.id == "home"
    assert walker.project is not None
    assert (walker.project.title(), walker.project.cycle) == ("Partenariat de Hearst", 2026)
    assert walker.project.answers[path].wording == {language: "Partenariat de Hearst"}


@pytest.mark.parametrize("text", ["😀", "", "x" * 121, "\u200b"])
def test_a_name_that_cannot_be_kept_is_asked_again(text: str) -> None:
    walker = Walker(arrived=False)
    walker.language = "en"
    walker.do(Command("start"))
    outcome = walker.say(text)
    assert (outcome.screen.id, outcome.project) == ("naming", None)
    assert any(key.startswith("interface.refused.") for key in walker.keys)
    assert walker.say("Kenora").screen.id == "home"


def test_start_takes_somebody_known_back_to_where_they_were(walker: Walker) -> None:
    walker.open("profile.province")
    before = walker.spot
    walker.do(Command("start"))
    assert walker.spot == before
    assert "interface.notices.welcome_back" in walker.keys


def test_somebody_with_two_partnerships_chooses_and_may_start_another(walker: Walker) -> None:
    first = walker.project
    walker.do(Command("projects"))
    walker.tap("new_project")
    walker.say("Dryden")
    assert walker.project is not None
    assert first is not None
    assert walker.project.id != first.id
    walker.do(Command("projects"))
    assert len([press for press in walker.presses() if press.verb == "open_project"]) == 2
    walker.project = first  # what the bot loads for a press that names it
    walker.do(Press("open_project", project=first.id))
    assert (walker.screen.id, walker.project.title()) == ("home", "Kenora")


def test_a_project_that_is_not_theirs_is_not_opened(walker: Walker) -> None:
    assert walker.do(Press("open_project", project="somebody")).screen.id == "projects"


# --- without a project ---


@pytest.mark.parametrize("command", sorted(set(COMMANDS.values())))
def test_every_command_gives_a_card_with_and_without_a_project(command: str, either: Walker) -> None:
    assert either.do(Command(command)).screen.body
    newcomer = Walker(arrived=False)
    newcomer.language = "en"
    assert newcomer.do(Command(command)).screen.id in ENTRANCES | SIDE_SCREENS


def test_every_verb_pressed_without_a_project_gives_a_card() -> None:
    verbs = {*engine.WITHOUT_PROJECT, *engine.ON_A_QUESTION, *engine.ON_A_FIELD, *engine.ELSEWHERE, "recommended"}
    for verb in sorted(verbs - {"erase", "language", "for_step", "theme", "resource"}):
        walker = Walker(arrived=False)
        walker.language = "fr"
        walker.do(Command("resources"))
        walker.do(Press(verb, "council.members"))
        assert walker.project is None


def test_resources_can_be_read_and_searched_before_there_is_a_project() -> None:
    walker = Walker(arrived=False)
    walker.language = "en"
    walker.do(Command("start"))
    walker.do(Command("resources"))
    walker.tap("for_step", "council")
    walker.tap("resource")
    assert walker.screen.id == "resource"
    walker.say("handbook")
    assert walker.screen.id == "found"
    walker.tap("back")
    assert walker.screen.id == "naming"


def test_in_a_group_nothing_is_answered_or_shown(walker: Walker) -> None:
    walker.private = False
    before = json.dumps(walker.project.to_data() if walker.project else None)
    for action in (
        Say("Ontario", 9),
        Command("start"),
        Press("set", "profile.lead", "", "other"),
        Press("erase", "", "", "me"),
    ):
        outcome = walker.guide.apply(walker.project, walker.visit(), action)
        assert (outcome.screen.id, outcome.effects, outcome.changes) == ("private_only", (), ())
        assert outcome.screen.buttons()[0].url == "bot:"
    assert json.dumps(walker.project.to_data() if walker.project else None) == before


# --- answering ---


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
    assert walker.spot.question == "profile.population"
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
    assert walker.spot.question == "council.supports"


def test_back_leads_to_the_question_before_and_from_the_first_to_the_step(walker: Walker) -> None:
    walker.open("council.holder_state")
    walker.tap("back")
    assert walker.spot.question == "council.table_exists"
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
    assert all(answers[q.path].state == "recommended" and answers[q.path].value == q.recommended
               for q in members if q.path != "terms_of_reference.term_years")  # fmt: skip


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


# --- lists of rows ---


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


def test_a_reply_to_the_card_that_asks_for_agreement_writes_no_name(walker: Walker) -> None:
    walker.open(MEMBERS)
    walker.message += 1
    walker.do(Say("Amina Diallo; Library; libraries", walker.message, reply_to=ReplyTo(MEMBERS)))
    assert walker.rows(MEMBERS) == []
    assert walker.screen.id == "consent"


def test_a_row_is_added_field_by_field_and_comes_into_being_with_its_first_answer(walker: Walker) -> None:
    walker.listing(MEMBERS)
    walker.tap("add")
    assert walker.rows(MEMBERS) == []
    walker.say("Amina Diallo")
    walker.say("Library")
    walker.tap("on", value="health")
    walker.tap("on", value="schools")
    walker.tap("page")
    walker.tap("on", value="libraries")
    walker.tap("done")
    assert walker.screen.id == "rows"
    assert walker.rows(MEMBERS) == [
        {"person": "Amina Diallo", "organization": "Library", "sectors": ["schools", "health", "libraries"]}
    ]


def test_a_field_that_is_passed_stays_open_and_the_row_says_so(walker: Walker) -> None:
    walker.listing(MEMBERS)
    walker.tap("add")
    walker.tap("skip")
    walker.say("Library")
    walker.tap("skip")
    assert walker.rows(MEMBERS) == [{"organization": "Library"}]
    assert "interface.rows.line_open" in walker.keys


def test_a_row_is_changed_emptied_moved_and_removed(walker: Walker) -> None:
    walker.open(PLACES)
    walker.say("Kenora; city\nDryden; town\nHearst; town")
    walker.tap("row", record="r2")
    walker.tap("field", f"{PLACES}.place")
    walker.say("Keewatin")
    walker.tap("field", f"{PLACES}.kind")
    walker.tap("empty")
    assert walker.rows(PLACES)[1] == {"place": "Keewatin"}
    walker.tap("up")
    assert [row["place"] for row in walker.rows(PLACES)] == ["Keewatin", "Kenora", "Hearst"]
    walker.tap("down")
    walker.tap("down")
    assert [row["place"] for row in walker.rows(PLACES)] == ["Kenora", "Hearst", "Keewatin"]
    walker.tap("drop")
    assert [row["place"] for row in walker.rows(PLACES)] == ["Kenora", "Hearst"]
    walker.do(Command("undo"))
    assert [row["place"] for row in walker.rows(PLACES)] == ["Kenora", "Hearst", "Keewatin"]


def test_a_pasted_table_says_what_was_kept_repeated_and_not_understood(either: Walker) -> None:
    either.listing(MEMBERS)
    either.say("Amina Diallo; Library; libraries")
    either.say("amina diallo; LIBRARY; health\nPaul; Mill; xyzzy\n" + "x" * 81 + "; Farm; employers\nAnn; ; schools")
    assert [row["organization"] for row in either.rows(MEMBERS)] == ["Library", "Mill"]
    expected = ("rows_added", "rows_repeated", "cells_puzzling", "line_refused")
    assert {f"interface.notices.{name}" for name in expected} <= either.keys


def test_every_line_that_was_not_kept_is_said_or_counted(walker: Walker) -> None:
    walker.open(PLACES)
    lines = [f"{number}{'x' * 90}" for number in range(6)]
    walker.say("\n".join(lines))
    shown = " ".join(message.plain for message in walker.messages["en"])
    told = sum(f"{number}xxx" in shown for number in range(6))
    assert told == 6 or "3" in shown.replace("3xxx", "")


def test_a_list_takes_no_more_rows_than_it_may_hold(walker: Walker) -> None:
    walker.open("council.working_groups")
    walker.say("\n".join(f"Group {number}" for number in range(12)))
    assert len(walker.rows("council.working_groups")) == 8
    assert "interface.refused.too_many" in walker.keys
    walker.tap("add")
    assert (walker.screen.id, len(walker.rows("council.working_groups"))) == ("rows", 8)


def test_a_field_that_would_repeat_another_row_is_refused(walker: Walker) -> None:
    walker.open(PLACES)
    walker.say("Kenora\nDryden")
    walker.tap("row", record="r2")
    walker.tap("field", f"{PLACES}.place")
    walker.say("kenora")
    assert "interface.refused.repeated" in walker.keys
    assert walker.rows(PLACES)[1]["place"] == "Dryden"


def test_ready_made_rows_are_there_once_however_often_they_are_pressed(walker: Walker) -> None:
    walker.open("research_strategy.priorities")
    walker.tap("starters")
    press = walker.press("take_starter", value="health")
    walker.do(press)
    walker.do(press)
    assert walker.rows("research_strategy.priorities") == [
        {"title": {"label": "lists.themes.health"}, "theme": "health"}
    ]
    walker.tap("drop_starter", value="health")
    assert walker.rows("research_strategy.priorities") == []


def test_a_link_offers_the_rows_of_the_other_list_and_a_removed_one_is_said_to_be_gone(walker: Walker) -> None:
    walker.open("research_strategy.priorities")
    walker.say("Welcome; health")
    walker.open(ACTIONS)
    walker.tap("add")
    walker.say("Write a guide")
    walker.tap("set", f"{ACTIONS}.priority", "r1")
    assert walker.rows(ACTIONS)[0]["priority"] == "r1"
    walker.do(Press("drop", "research_strategy.priorities", "r1"))
    walker.do(Press("row", ACTIONS, "r2"))
    assert "interface.value.gone" in walker.keys


# --- old buttons, repeated presses ---


def test_a_press_that_is_sent_twice_changes_nothing_the_second_time() -> None:
    chosen = random.Random(4)
    for language in ("en", "fr"):
        walker = Walker(language)
        walker.open(PLACES)
        walker.say("Kenora; city\nDryden; town\nHearst; town")
        for _ in range(300):
            press = chosen.choice([one for one in walker.presses() if one.verb not in ("erase", "new_project")])
            walker.do(press)
            once = json.dumps(_told(walker.project))
            walker.do(press)
            assert json.dumps(_told(walker.project)) == once, press


def _told(project: Project | None) -> dict[str, object]:
    assert project is not None
    return {path: (a["state"], a["value"]) for path, a in project.to_data()["answers"].items() if a["value"] != []}


def test_a_press_on_an_older_card_applies_and_says_what_it_replaced(walker: Walker) -> None:
    walker.open("profile.funding_state")
    old = walker.press("set", value="none_yet")
    walker.tap("set", value="other_funder")
    walker.do(Press("home"))
    walker.do(old)
    assert walker.value("profile.funding_state") == "none_yet"
    assert "interface.notices.replaced" in walker.keys
    walker.do(Command("undo"))
    assert walker.value("profile.funding_state") == "other_funder"


def test_an_option_switched_from_an_old_card_says_on_and_means_on(walker: Walker) -> None:
    walker.open("council.supports")
    on = walker.press("on", value="transport")
    walker.do(on)
    walker.do(on)
    assert walker.value("council.supports") == ["transport"]


def test_an_old_button_of_a_row_that_has_gone_says_so(walker: Walker) -> None:
    walker.open(PLACES)
    walker.say("Kenora\nDryden")
    old = [press for press in walker.presses() if press.record == "r1"]
    walker.tap("row", record="r1")
    old += [press for press in walker.presses() if press.record == "r1"]
    walker.tap("drop")
    for press in old:
        walker.do(press)
        assert [row["place"] for row in walker.rows(PLACES)] == ["Dryden"]
        assert walker.screen.id == "rows"


@pytest.mark.parametrize("verb", ["why", "example"])
@pytest.mark.parametrize("path", [PLACES, "council.supports"])
def test_why_on_an_old_card_opens_that_card_s_question_as_it_is_asked(verb: str, path: str, walker: Walker) -> None:
    walker.open(path)
    screen = walker.screen.id
    old = walker.press(verb)
    walker.do(Press("home"))
    walker.do(old)
    assert (walker.screen.id, walker.spot.question) == (screen, path)


@pytest.mark.parametrize("side", ["help", "resources", "privacy", "forget", "draft", "projects", "language"])
@pytest.mark.parametrize("verb", ["why", "on", "back", "unsure", "done", "example"])
def test_a_button_of_a_question_works_while_a_side_screen_is_open_below_it(
    side: str, verb: str, walker: Walker
) -> None:
    walker.open("council.supports")
    walker.tap("on", value="transport")
    old = walker.press(verb, "council.supports")
    walker.do(Command(side))
    walker.do(old)
    assert walker.screen.id not in SIDE_SCREENS


@pytest.mark.parametrize("verb", ["why", "on"])
def test_a_button_of_a_question_works_while_its_resources_are_open_below_it(verb: str, walker: Walker) -> None:
    walker.open("council.supports")
    old = walker.press(verb, "council.supports")
    walker.do(Command("resources"))
    walker.tap("for_step", "council")
    walker.do(old)
    assert (walker.screen.id, walker.spot.question) == ("question", "council.supports")


FORGED_VALUES = ("", "xyzzy", "other", "health", "r1", "99", "-1", "²", "2027-99-99", "en.docx", "belong", "council")


def test_a_forged_press_never_fails_and_never_costs_an_answer() -> None:
    """A payload is never trusted: a modified client can send any verb with any known id."""
    definitions = the_guide().knowledge.definitions
    targets = [*(q.path for q in definitions.everything()), *(s.id for s in definitions.steps), *definitions.documents,
               "group.rules", "theme.governance", "lip_handbook", "health", "", "xyzzy"]  # fmt: skip
    verbs = sorted(
        {*engine.WITHOUT_PROJECT, *engine.ON_A_QUESTION, *engine.ON_A_FIELD, *engine.ELSEWHERE, "recommended", "xyzzy"}
    )
    verbs = [
        verb for verb in verbs if verb not in ("erase", "drop", "empty", "undo", "off", "drop_starter", "new_project")
    ]
    chosen = random.Random(11)
    faults: dict[tuple[str, str], str] = {}
    walker = _filled()
    for _ in range(6000):
        press = Press(
            chosen.choice(verbs), chosen.choice(targets), chosen.choice(("", "r1", "r9")), chosen.choice(FORGED_VALUES)
        )
        before = _told(walker.project)
        try:
            walker.do(press)
            for step in ("profile", "council", "research_strategy", "action_plan"):
                if press.verb in ("set", "on", "usual", "starter", "recommended", "take_starter"):
                    walker.do(Press("review", step))
        except Exception as error:  # noqa: BLE001 - every kind is collected, so that one run tells them all
            kind = definitions.question(press.target).kind if definitions.has(press.target) else press.target
            faults.setdefault((press.verb, kind), f"{press}: {error!r}")
            walker = _filled()
            continue
        lost = {
            path
            for path, (_, value) in before.items()
            if isinstance(value, list) and value and isinstance(value[0], dict)
        }
        assert all(walker.rows(path) for path in lost), press
    assert not faults, "\n".join(f"{verb} on {kind}: {told}" for (verb, kind), told in sorted(faults.items()))


def _filled() -> Walker:
    walker = Walker()
    walker.open(PLACES)
    walker.say("Kenora; city\nDryden; town")
    walker.open("profile.population")
    walker.say("15000")
    return walker


# --- several messages, edits, replies, late texts ---


def test_a_text_sent_before_its_card_appeared_answers_nothing_and_is_said_back(walker: Walker) -> None:
    walker.open("profile.place")
    walker.say("Kenora", late=True)
    assert walker.value("profile.place") is None
    assert "interface.notices.too_early" in walker.keys
    walker.say("Kenora")
    assert walker.value("profile.place") == "Kenora"


def test_a_long_text_in_two_messages_becomes_one_answer(either: Walker) -> None:
    either.open("terms_of_reference.background")
    first, rest = "word " * 819, "and the last words"
    either.say(first)
    assert either.spot.question == "terms_of_reference.vision"
    either.say(rest, late=True)
    value = str(either.value("terms_of_reference.background"))
    assert value.startswith("word word")
    assert value.endswith("word and the last words")
    assert "interface.notices.joined" in either.keys
    assert either.value("terms_of_reference.vision") is None
    assert either.spot.question == "terms_of_reference.vision"


def test_a_text_that_grows_too_long_keeps_its_first_part(walker: Walker) -> None:
    walker.open("terms_of_reference.background")
    walker.say("word " * 819)
    first = walker.value("terms_of_reference.background")
    walker.say("word " * 819, late=True)
    assert walker.value("terms_of_reference.background") == first
    assert "interface.notices.first_part_kept" in walker.keys


def test_the_rest_of_a_text_that_was_too_long_answers_nothing(walker: Walker) -> None:
    walker.open("profile.place")
    walker.say("x" * 4096)
    walker.say("Kenora", late=True)
    assert walker.value("profile.place") is None
    assert "interface.refused.continuation" in walker.keys


def test_a_short_answer_is_never_joined_to_the_one_before(walker: Walker) -> None:
    walker.open("profile.place")
    walker.say("Kenora")
    walker.open("profile.convener")
    walker.say("City", late=True)
    assert walker.value("profile.place") == "Kenora"


def cut_paste() -> tuple[str, list[str]]:
    """A list of places that is longer than one message, and its names."""
    names = [f"Place number {number:03}" for number in range(58)]
    return "\n".join(f"{name};city;{'near the lake and the road ' * 2}" for name in names), names


@pytest.mark.parametrize("at", [4096, 4095, 4090, 4060, 4040, 4033])
def test_a_list_that_telegram_cut_anywhere_becomes_the_same_rows(at: int, walker: Walker) -> None:
    text, names = cut_paste()
    walker.open(PLACES)
    walker.say(text[:at])
    walker.say(text[at:], late=True)
    assert [row["place"] for row in walker.rows(PLACES)] == names


@pytest.mark.parametrize("tail", ["\n-", "\n- ", "\n;", "\n•"])
def test_a_cut_just_after_a_bullet_costs_no_row(tail: str, walker: Walker) -> None:
    text, _ = cut_paste()
    whole = text[: text.rindex("\n", 0, 4080)]
    names = [line.split(";")[0] for line in whole.split("\n")]
    walker.open(PLACES)
    walker.say(whole + tail)
    assert [row["place"] for row in walker.rows(PLACES)] == names
    walker.say(" Keewatin", late=True)
    assert [row["place"] for row in walker.rows(PLACES)][:-1] == names


def test_a_cut_inside_a_row_that_was_there_already_costs_no_row(walker: Walker) -> None:
    text, _ = cut_paste()
    whole = text[: text.rindex("\n", 0, 4060)]
    names = [line.split(";")[0] for line in whole.split("\n")]
    walker.open(PLACES)
    walker.say(f"{whole}\n{names[0]}")
    walker.say(" North", late=True)
    assert [row["place"] for row in walker.rows(PLACES)] == [*names, f"{names[0]} North"]


def test_an_edited_message_changes_the_answer_it_gave_and_not_the_card(either: Walker) -> None:
    either.open("profile.place")
    either.say("Kenora")
    message = either.message - 1
    either.do(Press("home"))
    either.edit("Keewatin", message)
    assert either.value("profile.place") == "Keewatin"
    assert either.screen.id == "home"
    either.edit("😀", message)
    assert either.value("profile.place") == "Keewatin"
    assert "interface.notices.edit_kept" in either.keys


def test_an_edited_message_that_gave_no_answer_changes_nothing(walker: Walker) -> None:
    walker.edit("Ontario", 999)
    assert "interface.notices.edit_unknown" in walker.keys


def test_an_edited_paste_changes_its_rows_in_place(walker: Walker) -> None:
    walker.open(PLACES)
    walker.say("Kenora; city\nDryden")
    message = walker.message - 1
    walker.edit("Kenora; town\nDryden North; city", message)
    assert walker.rows(PLACES) == [{"place": "Kenora", "kind": "town"}, {"place": "Dryden North", "kind": "city"}]
    walker.edit("Kenora", message)
    assert len(walker.rows(PLACES)) == 2
    assert "interface.notices.edit_in_list" in walker.keys


def test_an_edited_message_changes_the_field_it_filled(walker: Walker) -> None:
    walker.open(PLACES)
    walker.tap("add")
    walker.say("Kenora")
    walker.edit("Keewatin", walker.message - 1)
    assert walker.rows(PLACES) == [{"place": "Keewatin"}]


def test_editing_the_first_part_of_a_long_text_keeps_the_rest(walker: Walker) -> None:
    walker.open("terms_of_reference.background")
    walker.say("word " * 819)
    message = walker.message - 1
    walker.say("and the last words", late=True)
    walker.edit("Word " + "word " * 818, message)
    assert str(walker.value("terms_of_reference.background")).endswith("and the last words")


def test_a_reply_to_an_old_card_answers_its_question_and_the_card_stays(either: Walker) -> None:
    either.open("profile.place")
    either.open("council.table_exists")
    either.message += 1
    either.do(Say("Kenora", either.message, reply_to=ReplyTo("profile.place")))
    assert either.value("profile.place") == "Kenora"
    assert either.spot.question == "council.table_exists"


def test_a_reply_to_the_card_of_a_row_that_has_gone_says_so(walker: Walker) -> None:
    walker.message += 1
    walker.do(Say("Kenora", walker.message, reply_to=ReplyTo(PLACES, "r9", "place")))
    assert "interface.notices.row_gone" in walker.keys


def test_a_reply_to_a_card_of_an_older_release_is_taken_where_one_stands(walker: Walker) -> None:
    walker.open("profile.place")
    walker.message += 1
    walker.do(Say("Kenora", walker.message, reply_to=ReplyTo("profile.gone")))
    assert walker.value("profile.place") == "Kenora"


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


@pytest.mark.parametrize(
    "path", ["council.table_exists", "council.first_meeting", PLACES, "terms_of_reference.mandate"]
)
def test_the_language_can_be_changed_in_the_middle_of_a_question(path: str) -> None:
    walker = Walker("fr")
    walker.open(path)
    before = walker.spot
    walker.do(Command("language"))
    outcome = walker.tap("language", value="en")
    assert LanguageChosen("en") in outcome.effects
    assert (walker.spot.screen, walker.spot.question) == (before.screen, before.question)


@pytest.mark.parametrize("kind", KINDS_OF_OTHER)
def test_what_is_no_text_is_answered_with_words_and_the_same_card(kind: str, either: Walker) -> None:
    either.open("profile.place")
    either.do(Other(kind))
    assert f"interface.other.{kind}" in either.keys
    assert (either.screen.id, either.spot.question) == ("question", "profile.place")


def test_a_text_that_answers_no_question_is_looked_up_and_back_leads_to_the_card(either: Walker) -> None:
    either.open("profile.place")
    either.do(Press("home"))
    either.say("francophone")
    assert either.screen.id == "found"
    assert either.offers("resource")
    either.say("xyzzy")
    assert "interface.resources.nothing_found" in either.keys
    either.tap("back")
    assert either.screen.id == "home"


# --- steps, reviews, drafts, erasing ---


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
    for page in range(1, 9):
        if walker.offers("page", value=str(page)):
            walker.tap("page", value=str(page))
    assert "steps.council.gaps.no_rif_seat" in walker.keys
    walker.tap("confirm")
    assert walker.project is not None
    assert walker.project.steps["council"] == "confirmed"


@pytest.mark.parametrize("value", ["en.docx", "en.pdf", "fr.docx", "fr.pdf"])
@pytest.mark.parametrize("document", ["terms-of-reference", "action-plan"])
def test_every_document_can_be_asked_for_from_the_first_day(document: str, value: str, walker: Walker) -> None:
    walker.do(Command("draft"))
    walker.tap("document", document)
    assert walker.tap("draft", value=value).effects == (DraftAsked(document, *value.split(".")),)


@pytest.mark.parametrize("press", [Press("draft", "terms-of-reference", "", "de.docx"), Press("draft", "action-plan", "", "en.exe"), Press("draft", "minutes", "", "en.pdf"), Press("draft")])  # fmt: skip
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


@pytest.mark.parametrize(
    "spot",
    [
        Spot(screen="of_an_older_release"), Spot(screen="step", step="gone"), Spot(screen="question", question="profile.gone"),
        Spot(screen="field", step="council", question=MEMBERS, field="gone"), Spot(screen="theme", value="gone"),
        Spot(screen="review", step="gone"), Spot(screen="document", value="gone"), Spot(screen="group", question="group.gone"),
        Spot(screen="rows", question="council.table_exists"), Spot(screen="question", question=MEMBERS),
        Spot(screen="resource", value="gone"), Spot(screen="ready", path="gone"), Spot(screen="question"),
        Spot(screen="theme", value="theme.gone"), Spot(screen="help", behind="of_an_older_release"),
    ],
)  # fmt: skip
def test_a_place_of_an_older_release_never_shuts_anybody_out(spot: Spot, either: Walker) -> None:
    either.spot = spot
    either.do(Command("start"))
    either.spot = spot
    either.say("Kenora")
    either.spot = spot
    either.do(Press("back"))
    either.do(Press("home"))
    assert either.screen.id == "home"


def test_show_draws_the_same_card_again_and_changes_nothing(either: Walker) -> None:
    for path in ("council.table_exists", PLACES, MEMBERS, "terms_of_reference.mandate"):
        either.open(path)
        before = json.dumps(either.project.to_data() if either.project else None)
        again = either.guide.show(either.project, either.visit())
        assert again.screen == either.screen
        assert json.dumps(either.project.to_data() if either.project else None) == before


def test_the_same_action_on_the_same_project_always_gives_the_same_outcome(walker: Walker) -> None:
    data = json.dumps(walker.project.to_data() if walker.project else None)
    outcomes = []
    for _ in range(2):
        project = Project.from_data(json.loads(data))
        visit = walker.visit()
        walker.guide.apply(project, visit, Press("ask", PLACES))
        outcome = walker.guide.apply(project, visit, Say("Kenora; city", 7))
        outcomes.append((outcome.screen, outcome.spot, outcome.changes, json.dumps(project.to_data())))
    assert outcomes[0] == outcomes[1]


# --- anybody, anything ---

HOSTILE = (
    "", " ", "\n", "😀", "👩‍👩‍👧‍👦", "12", "2", "-1", "1e9", "15 000", "3/4/2027", "31 février 2027", "mars", "March 2027", "oui", "yes",
    "home", "/home", "{name}", "{0}", "%s", "<b>x</b>", "&lt;", "<script>", "[x](http://y)", "*x*", "_", "`", "```", "\x00\x01",
    "\ud83d", "\u202eabc", "مرحبا بالعالم", "שלום", "李小龍", "ᐃᓄᒃ", "፩", "²", "x" * 4096, "é" * 130, "a;b;c\nd;e\n;;;\n\tx\t",
    "Amina; Library; libraries\nPaul; Mill; xyzzy", "a, b, c", "- x\n- y", "1. x\n2. y", "| a | b |\n|---|---|\n| c | d |",
    "Health, Housing", "santé", "Kenora", "' OR 1=1 --", "null", "true", "=1+1", "1" * 4096, "\n".join(["Place"] * 200),
)  # fmt: skip


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("seed", [1, 2])
def test_anybody_pressing_and_typing_anything_always_finds_the_way_home(language: str, seed: int) -> None:
    chosen = random.Random(f"{language}{seed}")
    walker = Walker(language)
    for number in range(1000):
        _any_action(walker, chosen)
        if number % 5 == 0:
            _find_home(walker)


def _any_action(walker: Walker, chosen: random.Random) -> None:
    lot = chosen.random()
    calm = [press for press in walker.presses() if press.verb != "erase" or chosen.random() < 0.05]
    if lot < 0.62 and calm:
        walker.do(chosen.choice(calm))
    elif lot < 0.68 and walker.language:
        old = chosen.choice(walker.old[-400:])
        if old.verb not in ("erase", "open_project"):
            walker.do(old)
    elif lot < 0.92:
        walker.say(chosen.choice(HOSTILE), late=chosen.random() < 0.1)
    elif lot < 0.94:
        walker.edit(chosen.choice(HOSTILE), max(1, walker.message - chosen.randrange(6)))
    elif lot < 0.96:
        walker.message += 1
        paths = [question.path for question in walker.guide.knowledge.definitions.everything() if not question.parent]
        walker.do(Say(chosen.choice(HOSTILE), walker.message, reply_to=ReplyTo(chosen.choice(paths))))
    elif lot < 0.98:
        walker.do(Command(chosen.choice(sorted(set(COMMANDS.values())))))
    else:
        walker.do(Other(chosen.choice(KINDS_OF_OTHER)))


def _find_home(walker: Walker) -> None:
    """Home is at most two presses away, from wherever one stands, unless nothing is open yet."""
    if walker.project is None:
        assert walker.screen.id in ENTRANCES | SIDE_SCREENS
        return
    spot, project, language = walker.spot, walker.project, walker.language
    if walker.screen.id != "home":
        home = [press for press in walker.presses() if press.verb in ("home", "back")]
        assert home, f"no way home from {walker.screen.id}"
        walker.do(next((press for press in home if press.verb == "home"), home[0]))
        if walker.screen.id != "home":
            walker.tap("home")
        assert walker.screen.id == "home"
    walker.spot, walker.project, walker.language = spot, project, language
    walker.outcome = walker.guide.show(project, walker.visit())


def test_the_clock_is_the_visit_s_and_nobody_else_s(walker: Walker) -> None:
    walker.now = NOW.replace(year=2031, month=2)
    walker.open("council.first_meeting")
    walker.say("March 3")
    assert walker.value("council.first_meeting") == "2031-03-03"
    walker.do(Command("projects"))
    walker.tap("new_project")
    walker.say("Dryden")
    assert walker.project is not None
    assert (walker.project.cycle, walker.project.created[:7]) == (2030, "2031-02")
    assert walker.titles[-1] == Title(walker.project.id, "Dryden")


def test_an_edit_is_understood_after_several_choices_were_made(walker: Walker) -> None:
    walker.open("council.supports")
    walker.tap("on", value="transport")
    walker.open("terms_of_reference.vision")
    walker.say("Everybody belongs.")
    walker.edit("Everybody belongs here.", walker.message - 1)
    assert walker.value("terms_of_reference.vision") == "Everybody belongs here."
    walker.edit("Hello", 999)
    assert "interface.notices.edit_unknown" in walker.keys
