"""The figures of docs/search.md on the frozen sets, held; and that the frozen sets stay what they are."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

from tests.search.figures import HERE, figures, questions
from tests.support.walker import the_guide
from workflows.cleaning import fold
from workflows.languages import LANGUAGES
from workflows.lexicon import phrases

SEARCH = the_guide().knowledge.search
KNOWN = {resource.id for resource in the_guide().knowledge.catalogue.resources}
PAGE = Path(__file__).parents[2] / "docs" / "search.md"
FROZEN = {
    "en": "8862531b07a09aa1d83e92f6dc37c7c83eedf28317a97f6191dc0ef74d140c44",
    "fr": "7b3301e57ee97c1cb740a5dbbcb19b5eeb74939ebc5f850565ba2037cebac3b4",
}
"""SHA-256 of each frozen set. A set that was looked at is no measure any more: write another one, and say so."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_frozen_questions_find_their_resource_among_the_first_three(language: str) -> None:
    got = figures(SEARCH, "questions", language)
    assert got.recall >= 0.90, got.missed
    assert got.false_answers <= 0.10, got.false


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_harder_questions_of_the_tuning_set_do_too(language: str) -> None:
    got = figures(SEARCH, "tuning", language)
    assert got.recall >= 0.90, got.missed
    assert got.false_answers <= 0.10, got.false


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_frozen_set_is_the_one_that_was_frozen_and_large_enough(language: str) -> None:
    assert hashlib.sha256((HERE / f"questions.{language}.yml").read_bytes()).hexdigest() == FROZEN[language]
    told = questions("questions", language)
    assert len(told["answerable"]) == 60
    assert len(told["unanswerable"]) >= 20


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["questions", "tuning"])
def test_every_expected_entry_is_in_the_catalogue(name: str, language: str) -> None:
    for one in questions(name, language)["answerable"]:
        assert one["expected"]
        assert set(one["expected"]) <= KNOWN, one  # type: ignore[call-overload]


def words(text: str) -> list[str]:
    return re.findall(r"\w+", fold(text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_frozen_question_of_five_words_or_more_stands_in_the_search_words(language: str) -> None:
    book = the_guide().book
    told = [key for key in book.words[language] if key.startswith(("search.terms.", "search.concepts."))]
    assert len(told) > 100
    known = {tuple(words(phrase)) for key in told for phrase in phrases(str(book.words[language][key]))}
    asked = [words(str(one["ask"])) for one in questions("questions", language)["answerable"]]
    assert not [one for one in asked if len(one) >= 5 and tuple(one) in known]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["questions", "tuning"])
def test_the_page_tells_the_figures_as_they_are(name: str, language: str) -> None:
    got = figures(SEARCH, name, language)
    row = f"| {name} | {language} | {got.asked} | {got.recall:.3f} | {len(got.false)} of {got.unanswerable} |"
    assert row in PAGE.read_text("utf-8"), row
