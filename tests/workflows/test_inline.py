"""Notes for any chat: the same answers as in the private one, in the language asked for, without anybody's project."""

from __future__ import annotations

import pytest

from tests.support.walker import the_guide
from workflows.inline import PERSONAL, notes
from workflows.languages import LANGUAGES
from workflows.phrases import Phrase

KNOWN = the_guide().knowledge


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_gives_the_resources_that_the_search_finds(language: str) -> None:
    assert [note.id for note in notes(KNOWN, "quorum", language)] == [
        name for name, _ in KNOWN.search.find("quorum", language)
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_note_says_what_the_source_says_who_made_it_and_where_it_is(language: str) -> None:
    for resource in KNOWN.catalogue.resources:
        title = Phrase(f"{resource.words}.title")
        found = [one for one in notes(KNOWN, KNOWN.book.text(title, language), language) if one.id == resource.id]
        for note in found:
            told = [KNOWN.book.text(words, language) for words in note.body]
            assert told[0] == KNOWN.book.text(Phrase(f"answers.{resource.id}"), language)
            assert resource.publisher[language] in told[1]
            assert note.url == resource.url(language)
        assert found


def test_no_word_gives_the_five_of_the_presentation_and_nonsense_gives_nothing() -> None:
    assert [note.id for note in notes(KNOWN, " ", "en")] == [one.id for one in KNOWN.catalogue.resources if one.deck]
    assert notes(KNOWN, "zzzz", "fr") == ()


def test_a_personal_question_gives_one_note_with_where_help_is_found() -> None:
    (note,) = notes(KNOWN, "mon visa", "fr")
    assert note.id == PERSONAL
    assert note.url == KNOWN.catalogue.personal_help[0].url("fr")
    assert "2-1-1" in KNOWN.book.text(note.body[1], "fr")
