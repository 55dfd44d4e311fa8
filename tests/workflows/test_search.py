"""Free text finds the resources that fit, in either language, and nothing where nothing fits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.walker import the_guide
from workflows.languages import LANGUAGES

SEARCH = the_guide().knowledge.search
KNOWN = {resource.id for resource in the_guide().knowledge.catalogue.resources}

NONSENSE = (
    "", "   ", "😀", "?!", "...", "xyzzy", "qwertyuiop asdfghjkl", "12345", "the of and", "le la les",
    "zzzz zzzz zzzz", "recipe for pancakes", "ᐃᓄᒃ",
)  # fmt: skip


def found(text: str, language: str) -> list[str]:
    return [name for name, _ in SEARCH.find(text, language)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("resource", sorted(KNOWN))
def test_every_resource_is_found_by_its_own_title(resource: str, language: str) -> None:
    title = str(the_guide().book.words[language][f"resources.{resource}.title"])
    assert resource in found(title, language)[:3]


@pytest.mark.parametrize(
    ("text", "language", "resource"),
    [
        ("how big should our council be?", "en", "p2p_best_practices"),
        ("qui peut tenir l’accord?", "fr", "lip_secretariat_start"),
        ("handbook", "en", "lip_handbook"), ("guide de 2013", "fr", "lip_handbook"),
        ("quorum", "en", "tor_london_middlesex"), ("quorum", "fr", "tor_london_middlesex"),
        ("qui peut tenir l’acord?", "fr", "lip_secretariat_start"),
        ("francophone immigration network", "en", "rif_network"),
        ("RIF", "en", "rif_network"), ("RIF", "fr", "rif_network"),
    ],
)  # fmt: skip
def test_questions_are_understood_in_both_languages(text: str, language: str, resource: str) -> None:
    assert resource in found(text, language)[:3]


@pytest.mark.parametrize(
    ("text", "same", "language"),
    [
        ("handbook", "HANDBOOKS", "en"), ("evaluation", "evalution", "en"), ("évaluation", "evaluation", "fr"),
        ("évaluation", "évalutaion", "fr"), ("communautés accueillantes", "communautes acueillantes", "fr"),
        ("how do we find a handbook?", "handbook", "en"), ("où est l’évaluation?", "l'évaluation", "fr"),
        ("RIF", "RIFs", "en"), ("PZI", "partenariat de zone", "fr"),
        ("termes de référence", "cadre de référence", "fr"), ("ToR", "terms of reference", "en"),
        ("PLI", "partenariat local en matière d’immigration", "fr"),
    ],
)  # fmt: skip
def test_typos_accents_small_words_synonyms_and_acronyms_do_not_matter(text: str, same: str, language: str) -> None:
    assert found(text, language)
    assert found(text, language)[0] in found(same, language)[:3]


@pytest.mark.parametrize("text", ["terms of reference for the North", "cadre de référence du Nord"])
def test_a_question_in_the_other_language_is_answered_too(text: str) -> None:
    assert all("tor_northern" in found(text, language)[:3] for language in LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", NONSENSE)
def test_nonsense_finds_nothing(text: str, language: str) -> None:
    assert found(text, language) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_as_long_as_a_message_is_answered_by_its_beginning(language: str) -> None:
    assert found(("quorum " + "x" * 5000)[:4096], language) in ([], found("quorum", language))
    assert SEARCH.find("quorum " * 585, language)


def test_a_personal_question_finds_nothing_and_is_known_as_one() -> None:
    assert SEARCH.is_personal("my visa was refused")
    assert found("my visa was refused", "en") == []


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("who approves the budget of an action?", "action_plan"),
        ("durée du mandat des membres", "terms_of_reference"), ("zzzz qqqq", ""),
    ],
)  # fmt: skip
def test_the_nearest_step_is_told_by_the_steps_own_words(text: str, step: str) -> None:
    assert SEARCH.nearest_step(text) == step


@given(st.text(max_size=400), st.sampled_from(LANGUAGES))
def test_any_text_finds_known_resources_best_first_and_at_most_eight(text: str, language: str) -> None:
    hits = SEARCH.find(text, language)
    assert len(hits) <= 8
    assert {name for name, _ in hits} <= KNOWN
    assert [score for _, score in hits] == sorted((score for _, score in hits), reverse=True)
    assert hits == SEARCH.find(text, language)
