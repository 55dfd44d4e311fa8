"""Values become what can be said of them."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from tests.support.walker import the_guide
from workflows.phrases import Literal, Money, Month, Phrase, Words, phrase
from workflows.project import Answer, Project, Record
from workflows.telling import links_of, shortened, told_link, told_row, told_title, told_value

DEFINITIONS = the_guide().knowledge.definitions
ACTIONS, PRIORITIES, MEMBERS = "action_plan.actions", "research_strategy.priorities", "council.members"


def told(path: str, value: object) -> Words:
    return told_value(DEFINITIONS, Project("p", 2026), DEFINITIONS.question(path), value)


@pytest.mark.parametrize(
    "path", ["profile.place", "profile.lead", "council.supports", MEMBERS, "council.first_meeting"]
)
@pytest.mark.parametrize("value", [None, "", []])
def test_nothing_said_is_told_as_nothing(path: str, value: object) -> None:
    assert told(path, value) == phrase("interface.value.nothing")


@pytest.mark.parametrize(
    ("path", "value", "words"),
    [
        ("profile.place", "Kenora", Literal("Kenora")),
        ("profile.lead", "other", Phrase("lists.leads.other")),
        ("council.table_exists", "not_yet", Phrase("steps.council.questions.table_exists.options.not_yet")),
        (
            "council.supports",
            ["transport"],
            phrase("interface.value.plain", value=(Phrase("lists.volunteer_supports.transport"),)),
        ),
        (
            "profile.population",
            15000,
            phrase("interface.value.plain", value=phrase("steps.profile.questions.population.unit", n=15000)),
        ),
        ("profile.population_year", 2021, phrase("interface.value.plain", value=Literal("2021"))),
        ("council.lived_target", 25, phrase("interface.value.plain", value=phrase("interface.value.percent", n=25))),
        ("council.first_meeting", "2027-04-01", phrase("interface.value.plain", value=dt.date(2027, 4, 1))),
        ("council.members.term_end", "2027-04", phrase("interface.value.plain", value=Month(2027, 4))),
        ("action_plan.budget.amount", 12.5, phrase("interface.value.plain", value=Money(Decimal("12.5")))),
        (
            "terms_of_reference.vision",
            {"starter": "belong"},
            Phrase("steps.terms_of_reference.questions.vision.starters.belong"),
        ),
        (f"{PRIORITIES}.title", {"label": "lists.themes.health"}, Phrase("lists.themes.health")),
        (
            f"{ACTIONS}.action",
            {"starter": "directory"},
            Phrase("steps.action_plan.questions.actions.starters.directory"),
        ),
        (MEMBERS, [1, 2], phrase("interface.value.rows", n=2)),
    ],
)
def test_each_kind_of_answer_is_told_in_its_own_way(path: str, value: object, words: Words) -> None:
    assert told(path, value) == words


def test_a_place_on_a_scale_says_both_of_its_poles() -> None:
    words = told("profile.context_scale", "2")
    assert isinstance(words, Phrase)
    base = "steps.profile.questions.context_scale.poles"
    assert words.params == {"value": Literal("2"), "left": Phrase(f"{base}.left"), "right": Phrase(f"{base}.right")}


@pytest.mark.parametrize(
    ("path", "values", "title"),
    [
        (MEMBERS, {"person": "Ann", "organization": "Mill"}, Literal("Ann")),
        (MEMBERS, {"organization": "Mill"}, Literal("Mill")),
        (PRIORITIES, {"title": {"label": "lists.themes.health"}}, Phrase("lists.themes.health")),
        ("council.sector_plans", {"sector": "health", "who_asks": ""}, Phrase("lists.council_sectors.health")),
        ("research_strategy.adoption", {"body": "council"}, Phrase("lists.adoption_bodies.council")),
        (ACTIONS, {"action": "x" * 300}, Literal("x" * 159 + "…")),
    ],
)
def test_a_row_is_called_by_its_first_text(path: str, values: dict[str, object], title: Words) -> None:
    assert told_title(DEFINITIONS.question(path), Record("r1", values)) == title


def test_a_row_in_its_own_list_shows_its_person_and_organization() -> None:
    row, question, project = (
        Record("r1", {"person": "Ann", "organization": "Mill"}),
        DEFINITIONS.question(MEMBERS),
        Project("p", 2026),
    )
    assert told_row(DEFINITIONS, project, question, row) == phrase(
        "interface.rows.two", first=Literal("Ann"), second=Literal("Mill")
    )
    assert told_row(DEFINITIONS, project, question, Record("r1", {"person": "Ann"})) == Literal("Ann")


def test_a_link_is_told_by_the_row_it_points_at_or_as_gone() -> None:
    project = Project("p", 2026, answers={PRIORITIES: Answer("given", [Record("r1", {"title": "Welcome"})])})
    question = DEFINITIONS.question(f"{ACTIONS}.priority")
    assert told_link(DEFINITIONS, project, question, "r1") == Literal("Welcome")
    assert told_link(DEFINITIONS, project, question, "r9") == phrase("interface.value.gone")
    assert links_of(DEFINITIONS, the_guide().book, project, question, "fr") == (("r1", "Welcome"),)


def test_progress_is_called_by_the_action_it_speaks_of() -> None:
    """A row whose first field is a link has no text of its own, and its number alone says nothing."""
    actions = Answer("given", [Record("r1", {"action": "Write a guide"})])
    progress = Record("r2", {"action": "r1", "status": "done"})
    project = Project("p", 2026, answers={ACTIONS: actions, "implementation.progress": Answer("given", [progress])})
    question = DEFINITIONS.question("implementation.progress")
    assert told_row(DEFINITIONS, project, question, progress) == Literal("Write a guide")


@pytest.mark.parametrize(
    ("text", "longest", "short"),
    [("a  b\nc", 9, "a b c"), ("abcdef", 6, "abcdef"), ("abcdefg", 6, "abcde…"), ("", 6, "")],
)
def test_a_shortened_text_is_one_line(text: str, longest: int, short: str) -> None:
    assert shortened(text, longest) == short
