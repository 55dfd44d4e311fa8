"""Dead keys, and keys that code names in vain: with the shipped words, and with a changed copy of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.walker import the_guide
from workflows.knowledge import DEFINITIONS
from workflows.proofreading.sources import Sources, read_sources
from workflows.proofreading.usage import dead_keys, missing_keys
from workflows.wording import Leaf, Phrasebook


def book_with(*more: str, without: str = "") -> Phrasebook:
    """The shipped words with more keys, or without one."""
    shipped = the_guide().book
    words: dict[str, dict[str, Leaf]] = {}
    for language, known in shipped.words.items():
        words[language] = {key: leaf for key, leaf in known.items() if key != without} | dict.fromkeys(more, "x")
    places = {language: dict(shipped.places[language]) | dict.fromkeys(more, ("w.yml", 9)) for language in words}
    return Phrasebook(words, places)


def dead(*more: str) -> list[str]:
    return list(dead_keys(book_with(*more), the_guide().knowledge.definitions, DEFINITIONS, read_sources()))


def test_no_shipped_key_is_dead_and_none_is_missing() -> None:
    assert dead() == []
    assert list(missing_keys(the_guide().book, read_sources())) == []


@pytest.mark.parametrize(
    "key",
    [
        "interface.home.farewell",
        "interface.states.sleeping",
        "topics.themes.gardening",
        "keywords.council_sectors.astronauts",
        "keywords.gardens.rose",
        "documents.clauses.quorum_rule.seven_dwarfs",
        "documents.clauses.marks.gardener",
        "interface.documents.poem.title",
        "nowhere.at_all",
    ],
)
def test_a_key_that_nothing_uses_is_found_in_whatever_file_it_stands(key: str) -> None:
    found = dead(key)
    assert len(found) == 2  # one for each language
    assert found[0].startswith(f"w.yml:9: {key}: ")


def test_the_sentence_of_an_option_belongs_to_its_own_question() -> None:
    """An option of another rule has words there; under this rule they would never be said."""
    definitions = the_guide().knowledge.definitions
    own = definitions.question("terms_of_reference.quorum_rule").options
    said = {part for text in read_sources().constants for part in text.split(".")}
    others = (option for question in definitions.everything() for option in question.options)
    foreign = next(option for option in others if option not in own and option not in said and option.isalpha())
    assert len(dead(f"documents.clauses.quorum_rule.{foreign}")) == 2


def test_a_key_that_code_names_and_nobody_wrote_is_found_at_the_line_of_the_code() -> None:
    found = list(missing_keys(book_with(without="interface.home.steps"), read_sources()))
    assert len(found) == 1
    assert "cards/home.py:" in found[0]
    assert "interface.home.steps" in found[0]


def test_a_pattern_that_no_key_fits_is_found(tmp_path: Path) -> None:
    (tmp_path / "module.py").write_text('def said(book, x):\n    return book.text(f"interface.gardens.{x}")\n')
    sources: Sources = read_sources((tmp_path,))
    (fault,) = missing_keys(the_guide().book, sources)
    assert "module.py:2: interface.gardens." in fault
