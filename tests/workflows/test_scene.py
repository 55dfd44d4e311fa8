"""What drawing a card may look at, and the small parts that every card uses."""

from __future__ import annotations

import pytest

from tests.support.walker import Walker, the_guide
from workflows.actions import Press
from workflows.languages import language_of
from workflows.phrases import Literal, phrase
from workflows.project import Answer, Project
from workflows.scene import Scene
from workflows.screens import PAGE_SIZE, Spot


def scene(spot: Spot, project: Project | None = None, language: str | None = "en") -> Scene:
    walker = Walker(arrived=False)
    walker.language = language
    return Scene(the_guide().knowledge, walker.visit(), project, spot)


@pytest.mark.parametrize(
    ("app", "language"),
    [
        ("fr", "fr"),
        ("fr-CA", "fr"),
        ("FR-ca", "fr"),
        ("fra", "en"),
        ("fry", "en"),
        ("en", "en"),
        ("", "en"),
        ("zh-hans", "en"),
    ],
)
def test_french_apps_are_spoken_to_in_french_and_all_others_in_english(app: str, language: str) -> None:
    assert language_of(app) == language


def test_the_chosen_language_goes_before_the_app_s() -> None:
    walker = Walker("fr")
    assert Scene(walker.guide.knowledge, walker.visit(), walker.project, walker.spot).language == "fr"
    walker.language, walker.app_language = "en", "fr"
    assert Scene(walker.guide.knowledge, walker.visit(), walker.project, walker.spot).language == "en"


def test_a_press_knows_its_project_its_card_and_the_revision_of_its_question() -> None:
    project = Project("pr000001", 2026, answers={"profile.lead": Answer("given", "other", revision=7)}, revision=90)
    spot = Spot(screen="question", step="profile", question="profile.lead")
    press = scene(spot, project).press("set", "profile.lead", value="other")
    assert press == Press("set", "profile.lead", "", "other", 7, spot.card(), "pr000001")
    assert scene(Spot(screen="home"), project).press("home").revision == 0


@pytest.mark.parametrize(
    ("count", "page", "shown", "turns"),
    [
        (0, 0, 0, []),
        (8, 0, 8, []),
        (9, 0, 8, ["1"]),
        (9, 1, 1, ["0"]),
        (20, 1, 8, ["0", "2"]),
        (9, 999, 1, ["0"]),
        (3, 5, 3, []),
    ],
)
def test_options_come_in_pages_of_eight(count: int, page: int, shown: int, turns: list[str]) -> None:
    here = scene(Spot(screen="home", page=page))
    buttons = tuple(here.button(Literal(str(n)), "home") for n in range(count))
    options, pages = here.paged(buttons)
    assert len(options) == shown <= PAGE_SIZE
    assert [button.press.value for button in pages if button.press] == turns


def test_every_option_stands_on_exactly_one_page() -> None:
    buttons = tuple(scene(Spot()).button(Literal(str(n)), "home") for n in range(29))
    seen = [button for page in range(4) for button in scene(Spot(page=page)).paged(buttons)[0]]
    assert seen == list(buttons)


def test_a_notice_stands_above_what_the_card_says() -> None:
    here = scene(Spot(screen="home")).with_notice(Literal("a")).with_notice(Literal("b"))
    assert here.screen(None, (Literal("c"),)).body == (Literal("a"), Literal("b"), Literal("c"))


def test_nothing_said_is_an_open_answer() -> None:
    assert scene(Spot()).given("profile.lead") == Answer()
    assert scene(Spot(), Project("p", 2026)).given("profile.lead").state == "open"


def test_a_button_is_named_under_the_interface_or_has_words_of_its_own() -> None:
    assert scene(Spot()).button("home", "home").label == phrase("interface.buttons.home")
    assert scene(Spot()).button(Literal("x"), "home").label == Literal("x")
