"""Words become stems of both languages and the ideas that they share."""

from __future__ import annotations

import pytest

from tests.support.walker import the_guide
from workflows.lexicon import Lexicon, PhraseTable, Stems, phrases, split

LEXICON = Lexicon(the_guide().book)


def test_a_text_is_split_into_folded_words() -> None:
    assert split("L’Évaluation, c’est-à-dire :\u00a0œuvre!") == ["l", "evaluation", "c", "est", "a", "dire", "oeuvre"]


def test_phrases_are_separated_by_semicolons() -> None:
    assert phrases("one; two words ;; ") == ["one", "two words"]


@pytest.mark.parametrize(
    ("language", "text", "idea"),
    [
        ("en", "the LIPs", "#lip"), ("fr", "nos PLI", "#lip"), ("en", "Terms of Reference", "#tor"),
        ("fr", "termes de référence", "#tor"), ("en", "how large", "#size"), ("fr", "combien de sièges", "#size"),
    ],
)  # fmt: skip
def test_synonyms_and_acronyms_share_an_idea(language: str, text: str, idea: str) -> None:
    assert idea in LEXICON.tokens(text, language)


def test_endings_do_not_matter_and_small_words_say_nothing() -> None:
    assert LEXICON.tokens("measured communities", "en") == LEXICON.tokens("measuring the community", "en")
    assert LEXICON.tokens("is it the", "en") == []


def test_the_longest_phrase_wins_and_none_stands_inside_another() -> None:
    table = PhraseTable(Stems(), "en")
    table.add("action", "short")
    table.add("action plan", "long")
    assert list(table.spans(table.stems.of(split("an action plan, an action"), "en"))) == [
        (1, 3, frozenset({"long"})),
        (4, 5, frozenset({"short"})),
    ]


def test_the_language_of_a_text_is_that_of_its_small_words_and_else_the_readers() -> None:
    assert LEXICON.language_of(split("qui peut tenir l’accord?"), "en") == "fr"
    assert LEXICON.language_of(split("who can hold it?"), "fr") == "en"
    assert LEXICON.language_of(["quorum"], "fr") == "fr"


def test_a_typed_word_is_not_remembered() -> None:
    stems = Stems()
    stems.learning = False
    before = repr(vars(stems))
    assert stems.of(["communities"], "en") == stems.of(["community"], "en")
    assert repr(vars(stems)) == before
