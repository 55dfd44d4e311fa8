"""Payloads: the way there and back, what does not fit, and whatever a modified client may send."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.callback_data import LONGEST, pack, parse
from workflows.actions import Press
from workflows.codes import Codes

CODES = Codes(("council.members", "council.members.seat", "already_meets", "terms_of_reference"))
IDS = st.text("abcdefghijklmnopqrstuvwxyz0123456789_", max_size=8)
PRESSES = st.builds(
    Press,
    verb=st.text("abcdefghijklmnopqrstuvwxyz_", min_size=1, max_size=9),
    target=st.sampled_from(["", "council.members", "council.members.seat", "page2"]),
    record=st.text("r0123456789", max_size=4),
    value=st.sampled_from(["", "already_meets", "12"]),
    revision=st.integers(0, 36**3),
    card=st.text("0123456789abcdef", max_size=4),
    project=IDS,
)


@given(PRESSES)
def test_a_payload_reads_back_as_the_press_it_was_made_from(press: Press) -> None:
    data = pack(press, CODES)
    assert data.isascii()
    assert 1 <= len(data.encode()) <= LONGEST
    assert parse(data, CODES) == press


@given(st.text(max_size=80))
def test_any_text_is_a_press_or_none(data: str) -> None:
    press = parse(data, CODES)
    assert press is None or press.verb


@given(st.text("1.=az09é ", max_size=64))
def test_text_that_looks_like_a_payload_never_raises(data: str) -> None:
    press = parse("1." + data, CODES)
    assert press is None or press.revision >= 0


@pytest.mark.parametrize(
    "data",
    [
        "",
        "1",
        "2.p.c.0.set...",  # a later format
        "1.p.c.0....",  # no verb
        "1.p.c.-1.set...",
        "1.p.c.1_0.set...",
        "1.p.c.0.set.zzzzzz..",  # a target that this release does not know
        "1.p.c.0.set...zzzzzz",
        "1.p.c.0.sét...",
        "1.p.c.0.set...\n",
    ],
)
def test_what_nobody_packed_is_none(data: str) -> None:
    assert parse(data, CODES) is None


@pytest.mark.parametrize(
    "press",
    [
        Press("set", record="r" * 60),
        Press("set", record="r.1"),
        Press("set", project="é"),
        Press("set", target="pages.of.nothing"),
        Press(""),
        Press("set", revision=-1),
    ],
)
def test_a_press_that_would_not_come_back_is_refused(press: Press) -> None:
    with pytest.raises(ValueError, match=r"payload|revision"):
        pack(press, CODES)
