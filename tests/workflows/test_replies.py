"""Where a search leads is a place made of ids: no typed word is in it, and a stored one is never trusted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.walker import the_guide
from workflows.replies import FOUND, MOST, NOTHING, PERSONAL, reply, stands

KNOWN = the_guide().knowledge


def test_the_three_ways_a_search_can_end() -> None:
    screen, value = reply(KNOWN, "quorum", "en", "council")
    assert (screen, value.split(",")[0]) == (FOUND, "tor_london_middlesex")
    assert len(value.split(",")) <= MOST
    assert reply(KNOWN, "my asylum claim", "en", "council") == (PERSONAL, "")
    assert reply(KNOWN, "zzzz", "en", "implementation") == (NOTHING, "implementation")
    assert reply(KNOWN, "snow tires for an action plan of tyres", "fr", "council")[0] in (FOUND, NOTHING)


@given(st.text(max_size=80))
def test_whatever_was_typed_the_place_holds_ids_alone_and_stands(text: str) -> None:
    screen, value = reply(KNOWN, text, "fr", "council")
    known = {resource.id for resource in KNOWN.catalogue.resources} | {step.id for step in KNOWN.definitions.steps}
    assert set(value.split(",")) <= known | {""}
    assert stands(KNOWN, screen, value)


@pytest.mark.parametrize(
    ("screen", "value"),
    [
        (FOUND, "words of an older release"), (FOUND, ""), (FOUND, "lip_handbook,gone"), (NOTHING, "gone"),
        (PERSONAL, "my visa"),
    ],
)  # fmt: skip
def test_a_stored_place_of_another_release_does_not_stand(screen: str, value: str) -> None:
    assert not stands(KNOWN, screen, value)
