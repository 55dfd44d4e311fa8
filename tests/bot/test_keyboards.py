"""Rows for a phone: columns, pages, navigation, long labels, check marks and addresses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.callback_data import parse
from bot.keyboards import CHOSEN, NAVIGATION_ROW, Frame, Rows, rows
from bot.telegram_limits import COPY, LABEL, ROW, length
from workflows.actions import Press
from workflows.codes import Codes
from workflows.phrases import Literal, Words
from workflows.screens import Button, Screen

CODES = Codes(("council.members",))
FRAME = Frame("proj", "ab12", "lip_bot")


def words(given: Words) -> str:
    assert isinstance(given, Literal)
    return given.text


def button(label: str, press: Press | None = None, **more: object) -> Button:
    return Button(Literal(label), press or Press("set"), **more)  # type: ignore[arg-type]


def drawn(
    *options: Button, pages: tuple[Button, ...] = (), navigation: tuple[Button, ...] = (), columns: int = 1
) -> Rows:
    screen = Screen("s", None, (), options, pages, navigation, columns)
    return rows(screen, words, CODES, FRAME)


def texts(found: Rows) -> list[list[str]]:
    return [[key.text for key in row] for row in found]


def test_options_then_pages_in_one_row_then_navigation() -> None:
    found = drawn(
        button("1"),
        button("2"),
        button("3"),
        pages=(button("<"), button(">")),
        navigation=(button("Back"), button("Skip"), button("Done"), button("Home")),
        columns=2,
    )
    assert texts(found) == [["1", "2"], ["3"], ["<", ">"], ["Back", "Skip", "Done"], ["Home"]]


def test_a_long_label_makes_one_column() -> None:
    found = drawn(button("Yes"), button("A public library or a museum"), columns=2)
    assert texts(found) == [["Yes"], ["A public library or a museum"]]


def test_long_navigation_takes_more_rows_and_stays_last() -> None:
    found = drawn(
        button("1"), navigation=(button("Pas encore certain"), button("Revenir en arrière"), button("Accueil"))
    )
    assert texts(found) == [["1"], ["Pas encore certain", "Revenir en arrière"], ["Accueil"]]


def test_a_label_is_shortened_with_its_check_mark() -> None:
    ((key,),) = drawn(button("x" * 80, chosen=True))
    assert key.text.startswith(CHOSEN + "xxx")
    assert key.text.endswith("…")
    assert length(key.text) == LABEL


def test_a_press_gets_the_project_and_card_of_the_frame_unless_it_names_its_own() -> None:
    ((own,), (other,)) = drawn(button("a"), button("b", Press("open", project="else", card="ffff")))
    assert parse(own.data or "", CODES) == Press("set", project="proj", card="ab12")
    assert parse(other.data or "", CODES) == Press("open", project="else", card="ffff")


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://canada.ca/x", "https://canada.ca/x"),
        ("bot:abc", "https://t.me/lip_bot?start=abc"),
        ("bot:", "https://t.me/lip_bot"),
    ],
)
def test_an_address_opens_as_it_is_or_through_the_bots_name(url: str, address: str) -> None:
    ((key,),) = drawn(Button(Literal("Read"), url=url))
    assert (key.url, key.data) == (address, None)


def test_a_button_without_meaning_is_refused() -> None:
    with pytest.raises(ValueError, match="neither"):
        drawn(Button(Literal("?")))


@given(st.lists(st.text("aé ", min_size=1, max_size=90).filter(str.strip), min_size=1, max_size=8), st.integers(1, 8))
def test_every_layout_keeps_every_button_in_order(labels: list[str], columns: int) -> None:
    found = drawn(*map(button, labels), navigation=tuple(map(button, labels)), columns=columns)
    flat = [key.text for row in found for key in row]
    assert len(flat) == 2 * len(labels)
    assert [text.removesuffix("…") for text in flat] == [
        (label if length(label) <= LABEL else label[: LABEL - 1].rstrip()) for label in labels * 2
    ]
    assert all(1 <= len(row) <= max(columns, NAVIGATION_ROW) <= ROW for row in found)


def test_a_text_to_copy_is_no_press_and_never_longer_than_telegram_takes() -> None:
    ((short,), (long,)) = drawn(
        Button(Literal("Copy"), copy=Literal("Bonjour")), Button(Literal("Copy"), copy=Literal("x" * 300))
    )
    assert (short.copy, short.data, short.url) == ("Bonjour", None, None)
    assert long.copy is not None
    assert length(long.copy) == COPY
