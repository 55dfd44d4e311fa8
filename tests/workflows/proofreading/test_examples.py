"""Examples that the guide would not take."""

from __future__ import annotations

import pytest

from tests.support.walker import the_guide
from tests.workflows.proofreading.test_lengths import known_with
from workflows.proofreading.examples import examples


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_line_of_an_example_that_makes_no_row_is_told_with_its_place(language: str) -> None:
    key = "steps.council.questions.members.example"
    found = list(examples(known_with({key: "Ada; Library; libraries\n; ; ;"}, language)))
    file, line = the_guide().book.places[language][key]
    assert f"{file}:{line}: {key}: the guide takes 1 of the 2 lines of this example. Correct the example." in found


def test_an_example_without_any_word_answers_nothing() -> None:
    key = "steps.profile.questions.place.example"
    (fault,) = examples(known_with({key: "…"}, "fr"))
    assert key in fault
