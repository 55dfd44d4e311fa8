"""What drawings share: shares of a room, wrapped text, escaping."""

from __future__ import annotations

import pytest
from lxml import etree

from workflows.documents.drawing import Drawing, one_line, shares
from workflows.documents.lettering import ELLIPSIS, lines


@pytest.mark.parametrize(
    ("needs", "room", "given"),
    [
        ((3, 2), 9, (3, 2)),
        ((9, 2, 9), 10, (4, 2, 4)),
        ((5, 5, 5), 2, (1, 1, 1)),
        ((0, 4), 9, (1, 4)),
        ((), 5, ()),
    ],
)
def test_a_room_is_shared_so_that_only_the_longest_are_cut(
    needs: tuple[int, ...], room: int, given: tuple[int, ...]
) -> None:
    assert shares(needs, room) == given


def test_typed_text_never_becomes_markup() -> None:
    drawing = Drawing(100)
    drawing.text(['<script>&"', ""], 0, 0, 7, bold=True, middle=True)
    root = etree.fromstring(drawing.svg(20))
    assert [node.text for node in root.iter("{*}text")] == ['<script>&"']


def test_a_text_on_one_line_keeps_its_no_break_spaces_and_no_line_ends_at_one() -> None:
    assert one_line(" 5\u00a0ans\n et\x00 plus ") == "5\u00a0ans et plus"
    assert lines("en 5\u00a0ans", 3, 2) == ["en", "5\u00a0ans"]
    assert lines("mot " * 9, 5, 2)[-1].endswith(ELLIPSIS)
