"""Colours: measured, made readable, and put into drawings without touching their texts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflows.documents.palette import CALM, ENOUGH, WHITE, contrast, palette, readable, tinted

COLOUR = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@pytest.mark.parametrize(
    ("colour", "ratio"), [("#000000", 21.0), (WHITE, 1.0), ("#767676", 4.54), ("#777777", 4.48), ("#1f4e5f", 9.08)]
)
def test_contrast_is_that_of_wcag(colour: str, ratio: float) -> None:
    assert contrast(colour) == pytest.approx(ratio, abs=0.01)
    assert contrast(WHITE, colour) == contrast(colour)


@given(COLOUR)
def test_every_colour_has_a_shade_that_can_be_read_everywhere(colour: str) -> None:
    shade = readable(colour)
    assert contrast(shade) >= ENOUGH
    assert (shade == colour) is (contrast(colour) >= ENOUGH)
    assert readable(shade) == shade
    colours = palette(shade)
    assert colours.accent == shade
    assert contrast(colours.deep, colours.head) >= ENOUGH
    assert contrast(colours.deep, colours.band) >= ENOUGH
    assert contrast("#26323a", colours.head) >= ENOUGH, "plain letters on a tint"


def test_no_colour_is_the_calm_one() -> None:
    assert palette("") == palette(CALM.accent) == CALM
    assert contrast(CALM.deep, CALM.head) >= ENOUGH


def test_only_the_tags_of_a_drawing_change() -> None:
    drawing = f'<svg fill="{CALM.accent}"><text fill="#26323a">{CALM.accent} fill="{CALM.accent}"</text></svg>'
    changed = tinted(drawing, palette("#7a1f3d"))
    assert changed == f'<svg fill="#7a1f3d"><text fill="#26323a">{CALM.accent} fill="{CALM.accent}"</text></svg>'
    assert tinted(drawing, CALM) == drawing
