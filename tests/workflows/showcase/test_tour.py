"""The tour: every card once, under the same names in both languages."""

from __future__ import annotations

import functools
import re

import pytest

from tests.support.walker import the_guide
from workflows.cards import CARDS
from workflows.phrases import phrase
from workflows.showcase.spoken import spoken_keys
from workflows.showcase.tour import SECTIONS, Stop, tour
from workflows.showcase.visitor import Visitor


@functools.cache
def stops(language: str) -> tuple[Stop, ...]:
    return tour(the_guide().knowledge, language)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_card_that_can_be_drawn_is_met_and_none_twice(language: str) -> None:
    names = [stop.name for stop in stops(language)]
    assert len(set(names)) == len(names)
    assert {stop.screen.id for stop in stops(language)} == set(CARDS)


def test_both_languages_meet_the_same_cards() -> None:
    """How many pages a list has depends on the examples of a language; which cards there are does not."""
    english, french = ({re.sub(r"/page\d+$", "", stop.name) for stop in stops(language)} for language in ("en", "fr"))
    assert english == french


def test_every_question_is_met_before_its_answer_and_every_field_with_one() -> None:
    names = {stop.name for stop in stops("en")}
    for question in the_guide().knowledge.definitions.everything():
        if question.parent:
            assert f"field/{question.parent}/{question.id}" in names
        else:
            assert any(name.endswith(f"/{question.path}/first") for name in names), question.path


def test_every_resource_and_every_page_of_a_review_is_met() -> None:
    names = {stop.name for stop in stops("fr")}
    for resource in the_guide().knowledge.catalogue.resources:
        assert any(name.startswith("resource/") and name.endswith(f"/{resource.id}") for name in names), resource.id
    assert "review/terms_of_reference/page2" in names


def test_every_refusal_that_typing_can_cause_is_said_on_the_tour() -> None:
    said = {key for stop in stops("en") for key in spoken_keys(stop.screen)}
    kinds = {f"interface.other.{kind}" for kind in ("sticker", "photo", "voice", "file", "forwarded", "other")}
    refusals = {f"interface.refused.{name}" for name in (
        "empty", "too_long", "not_a_number", "not_an_amount", "out_of_range", "not_a_month", "no_such_date",
        "not_an_option",
    )}  # fmt: skip
    assert kinds | refusals <= said


def test_sections_and_steps_stand_in_their_order() -> None:
    order = [SECTIONS.index(stop.section) for stop in stops("en")]
    assert order == sorted(order)
    assert {stop.section for stop in stops("en")} >= set(SECTIONS) - {"more"}


def test_a_look_ahead_leaves_the_visitor_and_the_project_as_they_were() -> None:
    from workflows.actions import Press
    from workflows.showcase.sample import sampled

    visitor: Visitor = sampled(the_guide().knowledge, "en")
    assert visitor.project is not None
    before, spot = visitor.project.to_data(), visitor.spot
    led = visitor.try_out(Press("set", "profile.municipal_role", value="member"))
    assert led.project is not None
    assert led.project.value("profile.municipal_role") == "member"
    assert (visitor.project.to_data(), visitor.spot) == (before, spot)


def test_keys_inside_other_phrases_are_spoken_too() -> None:
    home = next(stop for stop in stops("en") if stop.name == "home")
    assert {
        "interface.home.line",
        "interface.home.steps",
        "steps.council.title",
        "interface.buttons.drafts",
    } <= spoken_keys(home.screen)
    assert the_guide().book.text(phrase("interface.home.steps"), "en")
