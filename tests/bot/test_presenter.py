"""Messages: escaping, the bold title, and cards longer than Telegram allows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.keyboards import Frame
from bot.presenter import Message, plain_message, present
from bot.telegram_limits import TEXT, check_text, length, parse_html
from tests.support.pocket_guide import PocketBook
from workflows.actions import Press
from workflows.codes import Codes
from workflows.errors import ContentFault
from workflows.phrases import Literal, phrase
from workflows.screens import Button, Screen

NEXT = (Button(phrase("pocket.next"), Press("next")),)


def shown(*body: str, title: str | None = None, language: str = "en") -> tuple[Message, ...]:
    screen = Screen("s", Literal(title) if title else None, tuple(map(Literal, body)), navigation=NEXT)
    return present(screen, language, PocketBook(), Codes(()), Frame())


def test_a_bold_title_and_paragraphs_apart() -> None:
    (message,) = shown("One", "Two", title="Title")
    assert message.text_html == "<b>Title</b>\n\nOne\n\nTwo"
    assert message.plain == "Title\n\nOne\n\nTwo"


def test_words_and_buttons_are_in_the_readers_language() -> None:
    screen = Screen("s", phrase("pocket.title"), navigation=NEXT)
    (message,) = present(screen, "fr", PocketBook(), Codes(()), Frame())
    assert message.plain == "Poche"
    assert message.keyboard[0][0].text == "Suivant"


@given(st.text(min_size=1, max_size=200).filter(str.strip))
def test_typed_text_is_never_markup(typed: str) -> None:
    (message,) = shown("Noted", typed, title="<i>" + typed)
    assert parse_html(message.text_html) == message.plain


def test_what_looks_like_markup_is_shown_as_it_was_typed() -> None:
    (message,) = shown("<b>&lt; \"A\" & 'B'</b>")
    assert message.plain == "<b>&lt; \"A\" & 'B'</b>"
    assert "<b>" not in message.text_html


@given(
    st.lists(
        st.one_of(
            st.text("ab \n<&", max_size=3000),
            st.integers(1, 6000).map(lambda times: "x" * times),
            st.integers(1, 3000).map(lambda times: "🙂" * times),
            st.integers(1, 900).map(lambda times: "a line\n" * times),
        ),
        min_size=1,
        max_size=5,
    )
)
def test_a_long_card_becomes_messages_that_fit_and_lose_nothing(body: list[str]) -> None:
    messages = shown("Beginning", *body)
    for message in messages:
        check_text(parse_html(message.text_html))
    assert [bool(message.keyboard) for message in messages] == [False] * (len(messages) - 1) + [True]
    told = "".join(message.plain for message in messages)
    assert "".join(told.split()) == "".join("".join(["Beginning", *body]).split())


def test_a_long_card_is_cut_between_paragraphs_first() -> None:
    first, second = shown("a" * 3000, "b" * 3000)
    assert (first.plain, second.plain) == ("a" * 3000, "b" * 3000)


def test_a_lone_surrogate_can_be_sent() -> None:
    (message,) = shown("broken \ud83d here")
    assert message.plain.encode() == b"broken ? here"


def test_missing_words_and_an_empty_card_are_faults() -> None:
    with pytest.raises(ContentFault):
        present(Screen("s", phrase("pocket.nowhere")), "en", PocketBook(), Codes(()), Frame())
    with pytest.raises(ValueError, match="no text"):
        shown("  ")


def test_a_message_survives_its_json() -> None:
    (message,) = shown("One")
    assert Message.from_data(message.to_data()) == message


def test_a_plain_message_fits_and_is_escaped() -> None:
    message = plain_message("a < b " + "x" * 5000)
    assert message.text_html.startswith("a &lt; b")
    assert length(message.plain) <= TEXT
    assert message.keyboard == ()
