"""Every word of the product: how it stands on a card and how it reads, besides what `lip-guide check` finds."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

import pytest

from bot.telegram_limits import COMMAND_DESCRIPTION, LABEL, PROFILE, length, shortened
from tests.support.walker import Walker, the_guide
from workflows.actions import COMMANDS, LISTED_COMMANDS
from workflows.phrases import Literal, phrase
from workflows.proofreading.texts import RECOGNISED
from workflows.schema import Question
from workflows.wording import LANGUAGES, PLACEHOLDER, Leaf

QUESTIONS = [question for question in the_guide().knowledge.definitions.everything() if not question.parent]

SAME_IN_BOTH = {
    "interface.language.en": "each language is named in its own words",
    "interface.language.fr": "each language is named in its own words",
    "interface.welcome.title": "the name of the product",
    "interface.welcome.greeting": "both languages greet",
}
PROPER = re.compile(r"^[\W\d_]*$")
"""A text of signs, numbers and placeholders alone is the same in every language."""


def texts(leaf: Leaf) -> tuple[str, ...]:
    return tuple(leaf.values()) if isinstance(leaf, dict) else (leaf,)


def spoken(language: str) -> Iterator[tuple[str, str]]:
    """Every text that somebody reads, with its key."""
    for key, leaf in the_guide().book.words[language].items():
        if not key.startswith(RECOGNISED):
            yield from ((key, text) for text in texts(leaf))


# --- lengths ---


@cache
def cards(language: str) -> dict[str, Walker]:
    """Somebody in front of each question, with Why and Example opened where they exist."""
    return {question.path: _in_front_of(question, language) for question in QUESTIONS}


def _in_front_of(question: Question, language: str) -> Walker:
    walker = Walker(language)
    walker.listing(question.path)
    return walker


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_button_of_every_question_is_shown_whole(language: str) -> None:
    cut = {
        key.text
        for walker in cards(language).values()
        for row in walker.messages[language][-1].keyboard
        for key in row
        if key.text.endswith("…")
    }
    assert cut == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_titles_of_resources_that_are_cut_on_a_button_can_still_be_told_apart(language: str) -> None:
    known = the_guide().knowledge
    titles = [
        shortened(str(known.book.words[language][f"{one.words}.title"]), LABEL) for one in known.catalogue.resources
    ]
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_telegram_shows_of_the_bot_fits(language: str) -> None:
    about = the_guide().describe(language)
    for name, most in PROFILE.items():
        assert 0 < length(getattr(about, name)) <= most, name
    for command, description in about.commands:
        assert 0 < length(description) <= COMMAND_DESCRIPTION
        assert re.fullmatch(r"[a-z0-9_]{1,32}", command)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_that_is_named_in_words_is_one_that_is_understood(language: str) -> None:
    own = set(LISTED_COMMANDS[language])
    for key, text in spoken(language):
        for command in re.findall(r"(?<![\w/:.])/([a-z]+)\b", text):
            assert command in own, f"{key}: /{command}"


def test_every_listed_command_has_a_twin_in_the_other_language() -> None:
    english, french = ([COMMANDS[name] for name in LISTED_COMMANDS[language]] for language in LANGUAGES)
    assert english == french


# --- how they read ---


def test_the_greeting_is_in_both_languages_whatever_the_app_speaks() -> None:
    book = the_guide().book
    english = book.text(phrase("interface.welcome.greeting"), "en")
    french = book.text(phrase("interface.welcome.greeting"), "fr")
    for text in (english, french):
        assert "Hello" in text
        assert "Bonjour" in text
    assert french.index("Bonjour") < french.index("Hello")
    assert english.index("Hello") < english.index("Bonjour")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_empty_and_none_has_spaces_at_its_ends(language: str) -> None:
    assert [key for key, text in spoken(language) if not text.strip() or text != text.strip()] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_is_no_emoji(language: str) -> None:
    wrong = [
        key for key, text in spoken(language) for sign in text if unicodedata.category(sign) == "So" and sign not in "°"
    ]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_apostrophes_are_curly_and_no_control_stands_in_a_text(language: str) -> None:
    for key, text in spoken(language):
        assert "'" not in text, key
        assert not [sign for sign in text if unicodedata.category(sign) in ("Cc", "Cs", "Co", "Cn") and sign != "\n"], (
            key
        )


def test_no_french_text_is_its_english_twin() -> None:
    english = the_guide().book.words["en"]
    same = []
    for key, leaf in the_guide().book.words["fr"].items():
        if key.startswith(RECOGNISED) or key in SAME_IN_BOTH:
            continue
        for there, here in zip(texts(english[key]), texts(leaf), strict=False):
            if there == here and not PROPER.match(PLACEHOLDER.sub("", here)) and not _the_same_word(here):
                same.append(f"{key}: {here}")
    assert same == []


WORDS_OF_BOTH = frozenset(
    [
        "action",
        "actions",
        "assimilation",
        "attraction",
        "budget",
        "consultations",
        "contribution",
        "coordination",
        "documents",
        "forum",
        "horizon",
        "inclusion",
        "indirect",
        "logo",
        "mission",
        "note",
        "plan",
        "population",
        "question",
        "quorum",
        "respect",
        "service",
        "source",
        "transport",
        "versions",
        "vision",
    ]
)
NAMES_OF_BOTH = frozenset(
    ["Alberta", "Manitoba", "Nunavut", "Ontario", "Saskatchewan", "Yukon", "IRCC", "CIC", "RIF", "FCFA"]
) | {"Fédération des communautés francophones et acadienne du Canada"}


def _the_same_word(text: str) -> bool:
    """A proper name, or a word that both languages share."""
    return text in NAMES_OF_BOTH or text.lower() in WORDS_OF_BOTH


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_plural_reads_well_for_none_one_and_many(language: str) -> None:
    book = the_guide().book
    for key, leaf in book.words[language].items():
        if isinstance(leaf, dict):
            names = {name for text in leaf.values() for name in PLACEHOLDER.findall(text)} - {"n"}
            for n in (0, 1, 2, 21, 1000, 1_000_000):
                assert book.text(phrase(key, n=n, **{name: Literal("x") for name in names}), language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_plural_that_shows_no_number_in_one_form_shows_it_where_it_could_be_wrong(language: str) -> None:
    for key, leaf in the_guide().book.words[language].items():
        if isinstance(leaf, dict) and any("{n}" in text for text in leaf.values()):
            assert "{n}" in leaf["other"], key
