"""The sample project: an answer to every question, in each language."""

from __future__ import annotations

import pytest

from tests.support.walker import the_guide
from workflows.showcase.sample import arrived, sampled


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_question_of_every_step_is_answered(language: str) -> None:
    known = the_guide().knowledge
    project = sampled(known, language).project
    assert project is not None
    for question in known.definitions.everything():
        if not question.parent:
            assert project.value(question.path) not in (None, "", []), question.path


def test_both_languages_fill_the_same_lists_and_type_words_of_their_own() -> None:
    known = the_guide().knowledge
    english, french = (sampled(known, language).project for language in ("en", "fr"))
    assert english is not None
    assert french is not None
    assert english.value("profile.place") != french.value("profile.place")
    assert {path for path, answer in english.answers.items() if answer.value} == {
        path for path, answer in french.answers.items() if answer.value
    }


def test_somebody_who_has_just_arrived_has_a_name_and_nothing_else() -> None:
    project = arrived(the_guide().knowledge, "fr").project
    assert project is not None
    assert [path for path, answer in project.answers.items() if answer.value] == ["profile.name_fr"]
