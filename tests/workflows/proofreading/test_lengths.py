"""What is too long for a card, a button, a notice, or the profile."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.telegram_limits import COMMAND_DESCRIPTION, TEXT
from bot.telegram_limits import PROFILE as BOT_PROFILE
from bot.telegram_limits import TOAST as BOT_TOAST
from tests.support.walker import the_guide
from workflows.knowledge import Knowledge
from workflows.proofreading.lengths import BUTTON, CARD, COMMAND, NOTICE, PROFILE, TOAST, card_lengths, lengths
from workflows.screens import FULL_MESSAGE
from workflows.wording import Leaf, Phrasebook


def known_with(changed: dict[str, Leaf], language: str) -> Knowledge:
    """The shipped knowledge with other words for some keys."""
    known = the_guide().knowledge
    words = {name: dict(texts) for name, texts in known.book.words.items()}
    words[language].update(changed)
    return replace(known, book=Phrasebook(words, known.book.places))


def test_the_numbers_are_those_of_telegram() -> None:
    assert (FULL_MESSAGE, TOAST, COMMAND) == (TEXT, BOT_TOAST, COMMAND_DESCRIPTION)
    assert PROFILE == BOT_PROFILE


@pytest.mark.parametrize(
    ("key", "most", "language"),
    [
        ("interface.profile.name", PROFILE["name"], "fr"),
        ("interface.profile.short_description", PROFILE["short_description"], "en"),
        ("interface.profile.commands.home", COMMAND, "fr"),
        ("interface.notices.created", NOTICE, "fr"),
        ("interface.refused.empty", NOTICE, "en"),
    ],
)
def test_a_text_that_is_too_long_is_told_at_its_line_and_one_of_the_right_length_is_not(
    key: str, most: int, language: str
) -> None:
    file, line = the_guide().book.places[language][key]
    (fault,) = lengths(known_with({key: "a" * (most + 1)}, language).book)
    assert fault.startswith(f"{file}:{line}: {key}: {most + 1} characters; at most {most} ")
    assert list(lengths(known_with({key: "a" * most}, language).book)) == []


def test_a_card_and_a_button_that_are_too_long_are_told_at_the_lines_of_their_keys() -> None:
    long = {
        "interface.buttons.home": BUTTON,
        "steps.profile.questions.place.ask": CARD["first"],
        "steps.profile.questions.place.why": CARD["why"],
        "steps.profile.about": FULL_MESSAGE,
    }
    found = list(card_lengths(known_with({key: "a" * (most + 1) for key, most in long.items()}, "fr")))
    for key, most in long.items():
        file, line = the_guide().book.places["fr"][key]
        shown = key if not key.endswith("why") else "steps.profile.questions.place.ask"
        assert any(f"{shown}: " in fault and str(most) in fault for fault in found), key
        assert any(fault.startswith(f"{file}:{line}: ") for fault in found) or key.endswith("why"), key
    assert all("/fr/" in fault for fault in found)
