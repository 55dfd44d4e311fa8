"""The glossary: parts of the alphabet, typed words of either language, a question's terms, one term's two sides."""

from __future__ import annotations

import json

import pytest

from tests.support.walker import Walker, the_guide
from workflows.actions import Command, Press
from workflows.glossary import MOST, is_span
from workflows.project import Project
from workflows.screens import Spot
from workflows.standing import makes_sense, standing

KNOWN = the_guide().knowledge
GLOSSARY = KNOWN.glossary
LANGUAGES = ("en", "fr")
QUESTIONS = [question.path for question in KNOWN.definitions.everything() if not question.parent]


def data(project: Project | None) -> str:
    return json.dumps(project.to_data() if project else None)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_parts_of_the_alphabet_hold_every_term_once_and_none_is_much_larger(language: str) -> None:
    spans = GLOSSARY.letters(language)
    parts = [GLOSSARY.between(span, language) for span in spans]
    assert len(spans) <= MOST
    assert all(is_span(span) for span in spans)
    assert sorted(term.id for part in parts for term in part) == sorted(term.id for term in GLOSSARY)
    assert max(map(len, parts)) <= 2 * len(GLOSSARY) / len(spans)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_and_every_short_form_finds_its_own_term(language: str) -> None:
    for term in GLOSSARY:
        for text in (*term.variants(language), term.shorts.get(language)):
            if text:
                found = [GLOSSARY[name] for name in GLOSSARY.find(text, language)]
                same = [one for one in found if text in (*one.variants(language), one.shorts.get(language))]
                assert term in same or len(same) == MOST, text


@pytest.mark.parametrize(
    ("typed", "language", "first"),
    [
        ("Quorum", "en", "quorum"), ("quorom", "en", "quorum"), ("What is a quorum?", "en", "quorum"),
        ("c’est quoi un plan communautaire", "fr", "community_plan"), ("COPRESIDENCE", "fr", "cochair"),
        ("cadre de reference", "en", "terms_of_reference"), ("terms of reference", "fr", "terms_of_reference"),
        ("PLI", "en", "lip"), ("wfc", "fr", "wfc"), ("rif", "fr", "rif"), ("working groups", "en", "working_group"),
    ],
)  # fmt: skip
def test_a_typed_word_finds_its_term_in_either_language_with_slips_and_without_accents(
    typed: str, language: str, first: str
) -> None:
    assert GLOSSARY.find(typed, language)[0] == first


@pytest.mark.parametrize("typed", ["", "?!", "...", "xyzzy", "zzzz qqqq", "😀", "x" * 4096, "مرحبا"])
def test_what_is_no_term_finds_nothing(typed: str) -> None:
    assert GLOSSARY.find(typed, "en") == GLOSSARY.find(typed, "fr") == ()


def test_a_question_shows_at_most_eight_terms_and_what_it_asks_comes_first() -> None:
    for path in QUESTIONS:
        for language in LANGUAGES:
            found = GLOSSARY.in_question(path, language)
            assert len(found) <= MOST
            assert len(set(found)) == len(found)
    assert GLOSSARY.in_question("terms_of_reference.quorum_rule", "en")[0] == "quorum"
    assert GLOSSARY.in_question("terms_of_reference.conflict_action", "fr")[0] == "conflict_of_interest"
    assert GLOSSARY.in_question("group.rules", "en") == ()


def test_most_terms_that_a_card_offers_for_a_question_are_explained() -> None:
    offered = [
        GLOSSARY[name] for path in QUESTIONS for language in LANGUAGES for name in GLOSSARY.in_question(path, language)
    ]
    assert sum(term.explained for term in offered) >= 0.8 * len(offered)
    assert all(term.explained or term.shorts or any(" " in name for name in term.names.values()) for term in offered)


def test_every_term_has_a_meaning_or_a_note_and_a_note_puts_no_everyday_word_among_a_questions_terms() -> None:
    assert [term.id for term in GLOSSARY if term.explained == term.noted] == []
    everyday = {term.id for term in GLOSSARY if term.noted and not any(" " in name for name in term.names.values())}
    assert "meeting" in everyday
    for path in QUESTIONS:
        for language in LANGUAGES:
            assert everyday.isdisjoint(GLOSSARY.in_question(path, language))


# --- the cards ---


def test_the_command_opens_the_glossary_and_a_word_is_looked_up_there_only(either: Walker) -> None:
    either.do(Command("glossary"))
    either.say("quorum")
    assert (either.screen.id, either.spot.value) == ("term", "quorum")
    either.say("plan")
    assert either.screen.id == "matches"
    either.say("zzzz")
    assert "glossary_cards.nothing_found" in either.keys
    either.tap("back")
    assert either.screen.id == "home"
    either.say("quorum")
    assert either.screen.id == "found"


def test_a_word_behind_the_command_is_looked_up_at_once(either: Walker) -> None:
    either.do(Command("glossary", "quorum"))
    assert (either.screen.id, either.spot.value) == ("term", "quorum")
    either.tap("back")
    assert either.screen.id == "home"


def test_what_was_typed_is_not_kept(either: Walker) -> None:
    before = data(either.project)
    either.do(Command("glossary"))
    either.say("my neighbour’s plan")
    assert "neighbour" not in json.dumps(vars(either.spot))
    assert data(either.project) == before


def test_the_glossary_can_be_read_before_anything_is_open() -> None:
    walker = Walker(arrived=False)
    walker.do(Command("start"))
    walker.tap("language", value="fr")
    walker.do(Command("glossary"))
    walker.tap("letters")
    walker.tap("term")
    assert walker.screen.id == "term"
    walker.say("quorum")
    assert walker.spot.value == "quorum"
    walker.tap("back")
    assert walker.screen.id == "naming"


def test_one_terms_card_has_both_languages_and_the_readers_comes_first(either: Walker) -> None:
    either.do(Press("term", "term.ircc"))
    english, french = GLOSSARY["ircc"].names["en"], GLOSSARY["ircc"].names["fr"]
    book = the_guide().book
    for language in LANGUAGES:
        text = either.messages[language][-1].plain
        assert english in text
        assert french in text
        assert str(book.words["en"]["glossary.ircc.meaning"]) in text
        assert str(book.words["fr"]["glossary.ircc.meaning"]) in text
        first, second = (english, french) if either.language == "en" else (french, english)
        body = text.split("\n", 1)[1]
        assert body.index(first) < body.index(second)


def test_the_card_of_an_everyday_word_shows_its_note_in_both_languages(either: Walker) -> None:
    either.do(Press("term", "term.meeting"))
    for shown in LANGUAGES:
        text = either.messages[shown][-1].plain
        assert all(str(the_guide().book.words[side]["glossary.meeting.note"]) in text for side in LANGUAGES)


@pytest.mark.parametrize("path", ["terms_of_reference.quorum_rule", "council.members", "action_plan.actions"])
def test_terms_are_one_tap_from_a_question_and_back_leads_to_it(path: str, either: Walker) -> None:
    either.listing(path)
    before = data(either.project)
    asked = either.screen.id
    either.tap("terms", path)
    offered = [press.target.removeprefix("term.") for press in either.presses() if press.verb == "term"]
    assert offered == list(GLOSSARY.in_question(path, str(either.language)))
    either.tap("term", f"term.{offered[0]}")
    either.tap("terms", path)
    either.tap("term")
    either.tap("back")
    assert (either.screen.id, either.spot.question) == (asked, path)
    assert data(either.project) == before


def test_a_question_without_terms_has_no_button_for_them(either: Walker) -> None:
    bare = next(path for path in QUESTIONS if not GLOSSARY.in_question(path, str(either.language)))
    either.open(bare)
    assert not either.offers("terms")


@pytest.mark.parametrize(
    "press",
    [Press("term", "term.xyzzy"), Press("letters", value="a-1"), Press("letters", value="z-a"), Press("letters"),
     Press("facts", "xyzzy"), Press("terms", "council.members.sectors"), Press("terms", "xyzzy")],
)  # fmt: skip
def test_a_press_that_names_nothing_changes_nothing(press: Press, either: Walker) -> None:
    either.do(press)
    assert either.screen.id == "home"
    assert "interface.notices.old_button" in either.keys


@pytest.mark.parametrize(
    "spot",
    [Spot(screen="term", value="xyzzy"), Spot(screen="letters", value="7"), Spot(screen="terms", value="profile.gone"),
     Spot(screen="facts", value="gone")],
)  # fmt: skip
def test_a_place_of_an_older_release_becomes_home(spot: Spot, walker: Walker) -> None:
    assert standing(KNOWN, walker.project, spot) == Spot(screen="home")


def test_readiness_needs_a_project_and_the_rest_does_not() -> None:
    assert standing(KNOWN, None, Spot(screen="readiness")) == Spot(screen="naming")
    for spot in (
        Spot(screen="term", value="quorum"),
        Spot(screen="letters", value="a-c"),
        Spot(screen="facts"),
        Spot(screen="glossary"),
    ):
        assert standing(KNOWN, None, spot) == spot
    assert makes_sense(KNOWN, None, Press("facts", "council"))
