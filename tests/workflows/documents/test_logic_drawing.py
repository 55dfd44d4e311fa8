"""The drawing of a logic model: on one page whatever it holds, nothing outside, cut texts with an ellipsis."""

from __future__ import annotations

import pytest
from lxml import etree

from workflows.documents.lettering import ELLIPSIS
from workflows.documents.logic_drawing import Band, draw_logic_model

HEADS = ("Means", "Actions", "Products", "Soon", "Later", "In the end")
LONG = "a long text about newcomers and the people who welcome them " * 5


def band(title: str, *texts: str) -> Band:
    return Band(title, (texts, (), texts[:1], (), texts, texts))


def drawn(*bands: Band, width: float = 468, highest: float = 540) -> etree._Element:
    return etree.fromstring(draw_logic_model(HEADS, 3, bands, width, highest))


def words(root: etree._Element) -> list[str]:
    return [node.text for node in root.iter("{*}text")]


@pytest.mark.parametrize("count", [1, 3, 12])
@pytest.mark.parametrize("texts", [(), ("short",), (LONG,) * 3, ("x" * 500, "محمد", "<&>")])
@pytest.mark.parametrize(("width", "highest"), [(468.0, 540.0), (676.8, 380.0)])
def test_everything_stays_on_one_page(count: int, texts: tuple[str, ...], width: float, highest: float) -> None:
    root = drawn(*(band(f"Priority {n} {LONG}", *texts) for n in range(count)), width=width, highest=highest)
    height = float(root.get("height"))
    # Twelve bands with titles of two lines need a little more than a landscape page, which then makes them smaller.
    assert height <= (highest if count < 12 else 1.6 * highest)
    for box in root.iter("{*}rect"):
        x, y, wide, tall = (float(box.get(side)) for side in ("x", "y", "width", "height"))
        assert x >= 0
        assert x + wide <= width
        assert y >= 0
        assert y + tall <= height


def test_a_text_that_fits_is_whole_and_a_longer_one_ends_in_an_ellipsis() -> None:
    assert "LIP budget" in words(drawn(band("Work", "LIP budget")))
    told = words(drawn(*(band(f"P{n}", *[LONG] * 9) for n in range(9))))
    assert any(line.endswith(ELLIPSIS) for line in told)


def test_what_is_left_out_of_a_full_column_shows_as_an_ellipsis() -> None:
    few = words(drawn(Band("P", (tuple(f"action {n}" for n in range(40)),)), highest=120))
    assert "action 0" in few
    assert ELLIPSIS in few
    assert "action 39" not in few
    one = words(drawn(*(Band(f"P{n}", (("first", "second"),)) for n in range(12)), highest=60))
    assert f"first{ELLIPSIS}" in one


def test_an_empty_column_is_a_dash() -> None:
    assert words(drawn(Band("P", ((), ("a",))))).count("—") == 1
