"""Words of the other language that were left over."""

from __future__ import annotations

import pytest

from tests.workflows.proofreading.samples import shipped_names, shipped_terms, written
from workflows.proofreading.leftovers import leftovers


def faults(text: str, language: str) -> list[str]:
    return list(leftovers(written(text, language), shipped_terms(), shipped_names()))


@pytest.mark.parametrize(
    ("text", "language", "word"),
    [
        ("Nommez the council.", "fr", "the, council"),
        ("La liste des stakeholders du conseil.", "fr", "stakeholders"),
        ("What is still missing?", "fr", "is"),
        ("Name les partenaires.", "en", "les, partenaires"),
        ("Write une phrase.", "en", "une"),
    ],
)
def test_a_word_of_the_other_language_is_named(text: str, language: str, word: str) -> None:
    found = faults(text, language)
    assert len(found) == 1
    assert word.split(", ")[0] in found[0]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Un plan, une table, une question, un forum et une mission.", "fr"),
        ("Le lien mène au texte (Where to start).", "fr"),
        ("Ce que dit IRCC : voir https://www.canada.ca/the-council.", "fr"),
        ("A plan, a table, a question, and a forum on culture.", "en"),
        ("The Fédération des communautés francophones et acadienne du Canada (FCFA).", "en"),
        ("Two of {les} three.", "en"),
    ],
)
def test_shared_words_brackets_addresses_blanks_and_official_names_are_left_alone(text: str, language: str) -> None:
    assert faults(text, language) == []


def test_no_word_betrays_both_languages() -> None:
    lists = shipped_terms().leftovers
    assert not lists["en"] & lists["fr"]
