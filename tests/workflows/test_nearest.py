"""The step that a text points at."""

from __future__ import annotations

from tests.support.walker import the_guide
from workflows.lexicon import Lexicon
from workflows.nearest import Nearest

KNOWN = the_guide().knowledge
STEPS = tuple(step.id for step in KNOWN.definitions.steps)


def test_every_step_but_the_profile_is_nearest_to_its_own_title_in_both_languages() -> None:
    nearest = Nearest(STEPS, Lexicon(KNOWN.book), KNOWN.book)
    for step in STEPS[1:]:
        for words in KNOWN.book.words.values():
            assert nearest.step(str(words[f"steps.{step}.title"])) == step


def test_words_that_no_step_knows_point_nowhere() -> None:
    nearest = Nearest(STEPS, Lexicon(KNOWN.book), KNOWN.book)
    assert nearest.step("zzzz") == nearest.step("") == nearest.step("the and of") == ""
