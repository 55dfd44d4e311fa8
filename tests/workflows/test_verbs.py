"""The tables by which the engine finds its way name only what exists."""

from __future__ import annotations

from workflows.actions import COMMANDS as TYPED
from workflows.cards import CARDS
from workflows.verbs import COMMANDS, ELSEWHERE, ON_A_FIELD, ON_A_QUESTION, SAYING, VERBS, WITH_WORDS, WITHOUT_PROJECT


def test_every_card_that_asks_for_a_text_can_be_drawn() -> None:
    assert set(SAYING) <= set(CARDS)


def test_commands_that_do_more_with_words_exist_without_them() -> None:
    assert set(WITH_WORDS) <= set(COMMANDS) == set(TYPED.values())


def test_a_verb_that_needs_no_project_means_the_same_everywhere() -> None:
    for others in (ON_A_QUESTION, ON_A_FIELD, ELSEWHERE):
        assert not set(WITHOUT_PROJECT) & set(others)
    assert {"wording", "parity", "home", "recommended"} <= VERBS
