"""Telegram's limits, each at its edge."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot import telegram_limits as limits
from bot.telegram_limits import Refused


def button(**more: str) -> dict[str, str]:
    return {"text": "x", **(more or {"callback_data": "a"})}


def test_lengths_count_utf_16_units() -> None:
    assert limits.length("é🙂") == 3
    assert limits.length("\ud83d") == 1


def test_shortening_never_exceeds_and_says_so() -> None:
    assert limits.shortened("x" * 64, 64) == "x" * 64
    assert limits.shortened("🙂" * 40, 64) == "🙂" * 31 + "…"


@pytest.mark.parametrize(
    ("html", "plain"),
    [
        ("<b>a</b> &amp; &lt;i&gt; &#x27; &quot;", "a & <i> ' \""),
        ('<a href="https://x">y</a> 1 > 0 & &nbsp;', "y 1 > 0 & &nbsp;"),
    ],
)
def test_html_is_read_as_telegram_reads_it(html: str, plain: str) -> None:
    assert limits.parse_html(html) == plain


@pytest.mark.parametrize("html", ["a < b", "<b>a", "a</b>", "<b><i>a</b></i>", "<p>a</p>", "<B>a</B>"])
def test_html_that_telegram_refuses(html: str) -> None:
    with pytest.raises(Refused, match="can't parse entities"):
        limits.parse_html(html)


def copying(text: str) -> dict[str, object]:
    return {"text": "x", "copy_text": {"text": text}}


def article(name: str, title: str = "Title", text: str = "Text") -> dict[str, object]:
    content = {"message_text": text, "parse_mode": "HTML"}
    return {"type": "article", "id": name, "title": title, "input_message_content": content}


def named(command: str, description: str = "d") -> dict[str, str]:
    return {"command": command, "description": description}


@pytest.mark.parametrize(
    ("check", "good", "bad"),
    [
        (limits.check_text, "x" * 4096, "x" * 4097),
        (limits.check_text, "🙂" * 2048, "🙂" * 2049),
        (limits.check_text, " x", " \n"),
        (lambda text: limits.check_text(text, "caption"), "x" * 1024, "x" * 1025),
        (lambda text: limits.check_text(text, "caption"), "", "x" * 1025),
        (limits.check_markup, [[button()] * 8], [[button()] * 9]),
        (limits.check_markup, [[button()] * 5] * 20, [[button()] * 5] * 20 + [[button()]]),
        (limits.check_markup, [[button(callback_data="é" * 32)]], [[button(callback_data="é" * 33)]]),
        (limits.check_markup, [[button(url="https://x")]], [[button(url="x.org")]]),
        (limits.check_markup, [[copying("x" * 256)]], [[copying("x" * 257)]]),
        (limits.check_markup, [[copying("🙂" * 128)]], [[copying("")]]),
        (limits.check_markup, [], [[copying("x") | {"callback_data": "a"}]]),
        (limits.check_markup, [], [[{"text": "x"}]]),
        (limits.check_markup, [], [[button(url="https://x", callback_data="a")]]),
        (limits.check_markup, [], [[{"text": " ", "callback_data": "a"}]]),
        (
            limits.check_markup,
            [[{"text": "x" * 9000, "callback_data": "a"}]],
            [[{"text": "x" * 10240, "callback_data": "a"}]],
        ),
        (limits.check_inline, [article("é" * 32)], [article("é" * 33)]),
        (limits.check_inline, [article("a"), article("b")], [article("a"), article("a")]),
        (limits.check_inline, [article(str(n)) for n in range(50)], [article(str(n)) for n in range(51)]),
        (limits.check_inline, [article("a", text="<b>x</b>")], [article("a", text="<b>x")]),
        (limits.check_inline, [article("a", text="x" * 4096)], [article("a", text="x" * 4097)]),
        (limits.check_inline, [], [article("a", title=" ")]),
        (limits.check_language, "fr", "fr-CA"),
        (limits.check_language, "", "FR"),
        (limits.check_commands, [named("a_1")], [named("é")]),
        (
            limits.check_commands,
            [named("a" * 32)],
            [named("a" * 33)],
        ),
        (
            limits.check_commands,
            [named("a", "d" * 256)],
            [named("a", "d" * 257)],
        ),
        (
            limits.check_commands,
            [named("a")] * 100,
            [named("a")] * 101,
        ),
        (lambda text: limits.check_profile("name", text), "x" * 64, "x" * 65),
        (lambda text: limits.check_profile("description", text), "x" * 512, "x" * 513),
        (lambda text: limits.check_profile("short_description", text), "x" * 120, "x" * 121),
    ],
)
def test_a_limit_at_its_edge(check: Callable[[object], None], good: object, bad: object) -> None:
    check(good)
    with pytest.raises(Refused, match=r"^Bad Request: "):
        check(bad)
