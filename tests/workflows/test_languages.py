"""The languages of the product: who reads which, and in what order."""

from __future__ import annotations

import pytest

from workflows.languages import FALLBACK, KNOWN, LANGUAGES, OFFICIAL, language_of, own_first, twin


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("fr", "fr"),
        ("fr-CA", "fr"),
        ("FR-fr", "fr"),
        ("en-CA", "en"),
        ("es", FALLBACK),
        ("", FALLBACK),
        ("frr", FALLBACK),
    ],
)
def test_an_app_suggests_its_language_and_an_unknown_one_the_first(tag: str, language: str) -> None:
    assert language_of(tag) == language


def test_each_official_language_is_the_twin_of_the_other() -> None:
    assert {twin(language): language for language in OFFICIAL} == {"en": "fr", "fr": "en"}
    assert set(OFFICIAL) <= set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_own_language_comes_first_and_none_is_lost(language: str) -> None:
    order = own_first(language)
    assert order[0] == language
    assert sorted(order) == sorted(LANGUAGES)


def test_each_language_is_the_one_of_this_country() -> None:
    assert {known.locale.territory for known in KNOWN.values()} == {"CA"}
