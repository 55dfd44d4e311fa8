"""Arriving: the language, the name of the partnership, one project or another."""

from __future__ import annotations

import json

import pytest

from tests.support.walker import Walker
from workflows.actions import Action, Command, Edit, Other, Press, Say
from workflows.outcomes import (
    LanguageChosen,
    ProjectCreated,
)

PLACES = "profile.catchment"


@pytest.mark.parametrize(("app", "first"), [("en", "en"), ("fr", "fr"), ("fr-CA", "fr"), ("", "en"), ("uk", "en")])
def test_a_newcomer_is_greeted_with_the_app_s_language_first(app: str, first: str) -> None:
    walker = Walker(arrived=False)
    walker.app_language = app
    walker.do(Command("start"))
    assert next(press.value for press in walker.presses()) == first
    assert {press.value for press in walker.presses()} == {"en", "fr"}


@pytest.mark.parametrize(
    "action",
    [
        Say("Hello", 1),
        Command("help"),
        Command("draft"),
        Press("home"),
        Press("set", "profile.lead", "", "other"),
        Edit("x", 1),
        Other("sticker"),
        Command("forget"),
        Command("language"),
    ],
)
def test_whatever_comes_before_the_language_is_chosen_shows_the_greeting(action: Action) -> None:
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
