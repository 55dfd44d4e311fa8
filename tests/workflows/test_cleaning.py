"""Typed text made safe to keep."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflows.cleaning import clean, fold, has_words

ANY = st.text(st.characters(codec=None)) | st.text(
    st.sampled_from("e\u0301a\u200b\u202e\ufeff\n\r\t\u00a0\x00\ud800 \u2028B")
)


@pytest.mark.parametrize(
    "sign",
    [
        "\x00",
        "\x1b",
        "\x7f",
        "\u0085",
        "\u200b",
        "\u2060",
        "\ufeff",
        "\u202a",
        "\u202e",
        "\u2066",
        "\u2069",
        "\ud800",
        "\ue000",
        "\uffff",
    ],
)
def test_controls_overrides_and_halves_of_signs_are_taken_out(sign: str) -> None:
    assert clean(f"Ken{sign}ora") == "Kenora"
    assert clean(f"Ken{sign}ora", lines=True) == "Kenora"


@pytest.mark.parametrize("text", ["محمد العربي", "a\u200cb", "👩\u200d👧", "\u200fשלום", "ᐃᓄᒃ", "नमस्ते", "𝒦"])
def test_signs_that_scripts_need_are_kept(text: str) -> None:
    assert clean(text) == text


def test_one_form_of_each_letter_is_kept() -> None:
    assert clean("e\u0301cole") == "école"
    assert clean("A\u030angstro\u0308m") == "Ångström"


def test_letters_are_joined_even_where_an_invisible_sign_stood_between() -> None:
    assert clean("e\u200b\u0301cole") == "école"


def test_breaks_become_spaces_unless_lines_are_kept() -> None:
    assert clean(" a\r\nb\rc\u2028d\te\u00a0 f ") == "a b c d e f"
    assert clean(" a \r\nb\rc\u2028d\te\n\n", lines=True) == "a\nb\nc\nd e"


@given(ANY, st.booleans())
def test_cleaning_twice_is_cleaning_once_and_leaves_nothing_unsafe(text: str, lines: bool) -> None:
    told = clean(text, lines)
    assert clean(told, lines) == told
    assert unicodedata.is_normalized("NFC", told)
    assert not [sign for sign in told if unicodedata.category(sign) in ("Cc", "Cs") and sign != "\n"]
    assert lines or "\n" not in told
    assert told == told.strip()
    told.encode("utf-8")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a", True),
        ("7", True),
        ("李", True),
        ("½", True),
        ("ᐃ", True),
        ("😀", False),
        ("", False),
        ("…", False),
        ("-;|", False),
        ("\u200b", False),
        ("☎️", False),
    ],
)
def test_words_are_letters_or_digits_of_any_script(text: str, words: bool) -> None:
    assert has_words(text) is words


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("École", "ecole"),
        ("L’Œuvre", "l'oeuvre"),
        ("  À  PROPOS ", "a propos"),
        ("Straße", "strasse"),
        ("cœur\u00a0noble", "coeur noble"),
        ("ＡＢ１", "ab1"),
    ],
)
def test_folding_forgets_case_accents_and_spaces(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(ANY)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)
