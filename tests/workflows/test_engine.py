"""The one door: every verb, every kind of input, and what comes back."""

from __future__ import annotations

import json
import random

import pytest

from tests.support.walker import ENTRANCES, NOW, Walker, the_guide
from workflows.actions import COMMANDS, Command, Other, Press, Say
from workflows.outcomes import (
    Title,
)
from workflows.project import Project
from workflows.screens import Spot
from workflows.turn import SIDE_SCREENS
from workflows.verbs import VERBS

MEMBERS, PLACES = "council.members", "profile.catchment"


KINDS_OF_OTHER = ("sticker", "photo", "voice", "file", "forwarded", "unknown_command", "old_button", "other")


@pytest.mark.parametrize("command", sorted(set(COMMANDS.values())))
def test_every_command_gives_a_card_with_and_without_a_project(command: str, either: Walker) -> None:
    assert either.do(Command(command)).screen.body
    newcomer = Walker(arrived=False)
    newcomer.language = "en"
    assert newcomer.do(Command(command)).screen.id in ENTRANCES | SIDE_SCREENS


def test_every_verb_pressed_without_a_project_gives_a_card() -> None:
    for verb in sorted(VERBS - {"erase", "language", "for_step", "theme", "resource"}):
        walker = Walker(arrived=False)
        walker.language = "fr"
        walker.do(Command("resources"))
        walker.do(Press(verb, "council.members"))
        assert walker.project is None


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
    targets = [
        *(q.path for q in definitions.everything()),
        *(s.id for s in definitions.steps),
        *definitions.documents,
        "group.rules",
        "theme.governance",
        "lip_handbook",
        "health",
        "",
        "xyzzy",
    ]
    verbs = sorted(VERBS | {"xyzzy"})
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


@pytest.mark.parametrize("kind", KINDS_OF_OTHER)
def test_what_is_no_text_is_answered_with_words_and_the_same_card(kind: str, either: Walker) -> None:
    either.open("profile.place")
    either.do(Other(kind))
    assert f"interface.other.{kind}" in either.keys
    assert (either.screen.id, either.spot.question) == ("question", "profile.place")


@pytest.mark.parametrize(
    "spot",
    [
        Spot(screen="of_an_older_release"),
        Spot(screen="step", step="gone"),
        Spot(screen="question", question="profile.gone"),
        Spot(screen="field", step="council", question=MEMBERS, field="gone"),
        Spot(screen="theme", value="gone"),
        Spot(screen="review", step="gone"),
        Spot(screen="document", value="gone"),
        Spot(screen="group", question="group.gone"),
        Spot(screen="rows", question="council.table_exists"),
        Spot(screen="question", question=MEMBERS),
        Spot(screen="resource", value="gone"),
        Spot(screen="ready", path="gone"),
        Spot(screen="question"),
        Spot(screen="theme", value="theme.gone"),
        Spot(screen="help", behind="of_an_older_release"),
    ],
)
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
