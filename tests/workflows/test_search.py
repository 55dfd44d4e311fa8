"""Free text finds the resources that fit, in either language, and nothing where nothing fits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.walker import the_guide
from workflows.wording import LANGUAGES

SEARCH = the_guide().knowledge.search
KNOWN = {resource.id for resource in the_guide().knowledge.catalogue.resources}


def found(text: str, language: str) -> list[str]:
    return [name for name, _ in SEARCH.find(text, language)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("resource", sorted(KNOWN))
def test_every_resource_is_found_by_its_own_title(resource: str, language: str) -> None:
    title = str(the_guide().book.words[language][f"resources.{resource}.title"])
    assert resource in found(title, language)[:3]


@pytest.mark.parametrize(
    ("english", "french", "resource"),
    [
        ("handbook", "guide du CIC", "lip_handbook"),
        ("toolbox smaller centres", "boîte à outils petits centres", "toolbox_smaller_centres"),
    ],
)
def test_the_words_of_either_language_find_the_same(english: str, french: str, resource: str) -> None:
    assert resource in found(english, "en")
    assert resource in found(french, "fr")


@pytest.mark.parametrize(
    ("text", "typed", "language"),
    [
        ("handbook", "handbok", "en"),
        ("handbook", "HANDBOOKS", "en"),
        ("evaluation", "evalution", "en"),
        ("évaluation", "evaluation", "fr"),
        ("évaluation", "évalutaion", "fr"),
        ("évaluation", "évaluaton", "fr"),
        ("communautés accueillantes", "communautes acueillantes", "fr"),
        ("how do we find a handbook?", "handbook", "en"),
        ("où est l’évaluation?", "l'évaluation", "fr"),
    ],
)
def test_typos_accents_and_small_words_do_not_matter(text: str, typed: str, language: str) -> None:
    assert found(text, language)
    assert found(text, language)[0] == found(typed, language)[0]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "😀",
        "xyzzy",
        "qwertyuiop asdfghjkl",
        "12345",
        "the of and",
        "le la les",
        "?!",
        "zzzz zzzz zzzz",
        "recipe for pancakes",
        "ᐃᓄᒃ",
    ],
)
def test_nonsense_finds_nothing(text: str, language: str) -> None:
    assert found(text, language) == []


@given(st.text(max_size=400), st.sampled_from(LANGUAGES))
def test_any_text_finds_known_resources_best_first_and_at_most_eight(text: str, language: str) -> None:
    hits = SEARCH.find(text, language)
    assert len(hits) <= 8
    assert {name for name, _ in hits} <= KNOWN
    assert [score for _, score in hits] == sorted((score for _, score in hits), reverse=True)
    assert hits == SEARCH.find(text, language)
