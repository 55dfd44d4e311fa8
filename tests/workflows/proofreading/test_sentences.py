"""How many words a sentence has."""

from __future__ import annotations

import pytest

from tests.workflows.proofreading.samples import NBSP, written
from workflows.proofreading.sentences import LONGEST, sentences


def sentence(words: int) -> str:
    return " ".join(["mot"] * words) + "."


@pytest.mark.parametrize(
    "text",
    [
        sentence(LONGEST),
        f"{sentence(20)} {sentence(20)}",
        f"{sentence(25)[:-1]}\n{sentence(25)}",
        f"{sentence(29)} {{name}}",
    ],
)
def test_short_sentences_and_lines_pass(text: str) -> None:
    assert list(sentences(written(text))) == []


def test_a_long_sentence_is_told_with_its_length_and_its_beginning() -> None:
    (fault,) = sentences(written(f"Bien. {sentence(LONGEST + 1)}"))
    assert f"{LONGEST + 1} words" in fault
    assert "mot mot" in fault


def test_a_no_break_space_separates_words_and_signs_are_none() -> None:
    assert list(sentences(written(f"mot{NBSP}:{NBSP}" * LONGEST))) == []
    assert len(list(sentences(written(f"mot{NBSP}:{NBSP}" * (LONGEST + 1))))) == 1


def test_a_sentence_that_ends_in_a_quotation_ends_there() -> None:
    assert list(sentences(written(f"«{NBSP}{sentence(20)}{NBSP}» {sentence(20)}"))) == []
