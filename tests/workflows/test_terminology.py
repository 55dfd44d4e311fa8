"""Terms in a text: the longest at one place, plurals, short forms in capitals, only what is explained."""

from __future__ import annotations

import pytest

from tests.support.drafting import shipped
from workflows.terminology import Occurrences, explained_in, terms_of

BOOK = shipped().book


def found(text: str, language: str) -> list[str]:
    return [name for _, name in Occurrences(tuple(terms_of(BOOK))).within(text, language)]


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("Terms of reference and action plans", "en", ["terms_of_reference", "action_plan"]),
        ("Les plans d’action et le cadre de référence", "fr", ["action_plan", "terms_of_reference"]),
        ("a LIP, and lips", "en", ["lip"]),
        ("deux PLI", "fr", ["lip"]),
        ("Who writes the minutes?", "en", ["minutes"]),
        ("It lasts 90 minutes.", "en", []),
        ("", "en", []),
        ("\x00 ‮ 👩‍🌾", "fr", []),
    ],
)
def test_a_term_is_found_in_its_forms(text: str, language: str, names: list[str]) -> None:
    assert found(text, language) == names


def test_explained_terms_stand_once_in_alphabetical_order_with_more_and_less() -> None:
    text = "The quorum, the minutes, the quorum, the membership, the minutes."
    told = explained_in(BOOK, text, "en", more={"ircc"}, less={"minutes"})
    assert [term.id for term in told] == ["ircc", "membership", "quorum"]
