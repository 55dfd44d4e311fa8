"""The drawing of a year: a bar where an action lasts, its status in words, nothing outside the page."""

from __future__ import annotations

import pytest
from lxml import etree

from workflows.documents.quarters_drawing import Bar, draw_quarters

WIDTH = 676.8
QUARTERS, MONTHS = ("April to June", "July to September", "October to December", "January to March"), "AMJJASONDJFM"


def drawn(*bars: Bar) -> etree._Element:
    return etree.fromstring(draw_quarters(QUARTERS, MONTHS, bars, WIDTH))


def boxes(root: etree._Element, fill: str) -> list[tuple[float, float]]:
    return [(float(box.get("x")), float(box.get("width"))) for box in root.iter("{*}rect") if box.get("fill") == fill]


def test_a_bar_is_as_long_as_its_months_and_is_cut_at_the_year_s_ends() -> None:
    root = drawn(Bar("1.1", "a", "on_track", "On track", (0, 2)), Bar("1.2", "b", "at_risk", "At risk", (-4, 14)))
    quarters = boxes(root, "#1f4e5f")
    ((start, short),), ((first, whole),) = boxes(root, "#3b6c7d"), boxes(root, "#c2570c")
    assert len(quarters) == 4
    assert start == first == pytest.approx(quarters[0][0] + 1, abs=0.01)
    assert short + 2 == pytest.approx(quarters[0][1], abs=0.01)
    assert whole + 2 == pytest.approx(4 * quarters[0][1], abs=0.01)


def test_the_status_stands_in_words_beside_each_bar_and_a_note_where_there_is_none() -> None:
    bars = (Bar("1.1", "a", "on_track", "On track", (3, 3)), Bar("1.2", "b", "", "—", None, "[month to be set]"))
    words = [node.text for node in drawn(*bars).iter("{*}text")]
    assert {"1.1", "On track", "1.2", "—", "[month to be set]"} <= set(words)


@pytest.mark.parametrize("count", [1, 12, 25])
def test_twenty_five_rows_fit_on_a_landscape_page(count: int) -> None:
    root = drawn(*(Bar(f"12.{n}", "<&> long " * 40, "done", "Terminée", (n % 12, 11)) for n in range(count)))
    height = float(root.get("height"))
    assert height <= 400
    for box in root.iter("{*}rect"):
        x, y, wide, tall = (float(box.get(side)) for side in ("x", "y", "width", "height"))
        assert x >= 0
        assert x + wide <= WIDTH + 0.01
        assert y + tall <= height
