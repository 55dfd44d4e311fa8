"""The sources behind a question: those of its rules, then of the cards beside it, each with its year."""

from __future__ import annotations

import pytest

from tests.support.walker import the_guide
from workflows.backing import MOST, sources_of
from workflows.phrases import Phrase


def told(path: str) -> list[str]:
    """The keys that name the sources of a question."""
    known = the_guide().knowledge
    found = sources_of(known.definitions, known.judgement.sources, known.background)(path)
    keys = []
    for words in found:
        assert isinstance(words, Phrase)
        title = words.params.get("title", words)
        assert isinstance(title, Phrase)
        keys.append(title.key)
        assert title is words or words.params["year"]
    return keys


def test_the_sources_of_a_rule_stand_behind_the_question_that_mends_it() -> None:
    assert "sources.london_2015.title" in told("terms_of_reference.quorum_fallback")


def test_a_rule_of_the_guide_s_own_is_told_only_where_nothing_else_is() -> None:
    assert told("terms_of_reference.decision_rule") == ["sources.guide.title"]
    assert "sources.guide.title" not in told("terms_of_reference.quorum_fallback")


def test_a_card_beside_a_question_brings_its_source() -> None:
    assert "background.sources.presentation_2013" in told("council.table_exists")


def test_a_question_without_any_has_none() -> None:
    assert told("terms_of_reference.adopted_on") == []


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_question_has_few_and_each_has_its_words(language: str) -> None:
    known = the_guide().knowledge
    found = sources_of(known.definitions, known.judgement.sources, known.background)
    for question in known.definitions.everything():
        if not question.parent:
            texts = [known.book.text(words, language) for words in found(question.path)]
            assert len(set(texts)) == len(texts) <= MOST
