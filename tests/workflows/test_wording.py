"""Keys become words of one language, strictly."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflows.errors import ContentFault
from workflows.phrases import Lines, Literal, Money, Month, Phrase, phrase
from workflows.wording import LANGUAGES, Phrasebook, load_words

ENGLISH = """\
title: "Picnic"
hello: "Hello {name}, {name}!"
ants: {one: "{n} ant", other: "{n} ants"}
bare: {one: "an ant", other: "ants"}
deep: {deeper: {deepest: "Down"}}
"""
FRENCH = """\
title: "Pique-nique"
hello: "Bonjour {name}, {name}!"
ants: {one: "{n} fourmi", other: "{n} fourmis"}
bare: {one: "une fourmi", other: "des fourmis"}
deep: {deeper: {deepest: "En bas"}}
"""
NBSP = "\u00a0"


def written(folder: Path, english: str = ENGLISH, french: str = FRENCH, name: str = "picnic.yml") -> Path:
    for language, text in (("en", english), ("fr", french)):
        path = folder / language / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def words(tmp_path: Path) -> Phrasebook:
    return load_words(written(tmp_path))


def test_a_key_is_the_path_of_its_file_and_its_path_in_the_file(tmp_path: Path) -> None:
    written(tmp_path, name="steps/01_food.yml")
    words = load_words(tmp_path)
    assert words.text(phrase("steps.food.deep.deeper.deepest"), "en") == "Down"
    assert words.places["fr"]["steps.food.ants"] == (str(tmp_path / "fr" / "steps" / "01_food.yml"), 3)


def test_words_are_those_of_the_language(words: Phrasebook) -> None:
    assert words.text(phrase("picnic.hello", name=Literal("Ann")), "en") == "Hello Ann, Ann!"
    assert words.text(phrase("picnic.hello", name=phrase("picnic.title")), "fr") == "Bonjour Pique-nique, Pique-nique!"
    assert words.has("picnic.title", "fr")
    assert not words.has("picnic.gone")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_missing_key_and_a_missing_placeholder_are_faults_that_name_the_place(
    words: Phrasebook, language: str
) -> None:
    with pytest.raises(ContentFault) as missing:
        words.text(phrase("picnic.gone"), language)
    assert missing.value.name == "picnic.gone"
    with pytest.raises(ContentFault) as empty:
        words.text(phrase("picnic.hello"), language)
    assert (Path(empty.value.file).parent.name, empty.value.line) == (language, 2)


@pytest.mark.parametrize(
    ("n", "english", "french"),
    [
        (0, "0 ants", "0 fourmi"),
        (1, "1 ant", "1 fourmi"),
        (2, "2 ants", "2 fourmis"),
        (1.5, "1.5 ants", "1,5 fourmi"),
        (1200, "1,200 ants", f"1{NBSP}200 fourmis"),
        (2_000_000, "2,000,000 ants", f"2{NBSP}000{NBSP}000 fourmis"),
    ],
)
def test_numbers_choose_their_plural_and_zero_is_singular_in_french(
    words: Phrasebook, n: float, english: str, french: str
) -> None:
    assert words.text(phrase("picnic.ants", n=n), "en") == english
    assert words.text(phrase("picnic.ants", n=n), "fr") == french


@pytest.mark.parametrize(
    ("value", "english", "french"),
    [
        (dt.date(2027, 3, 31), "March 31, 2027", "31 mars 2027"),
        (dt.date(2027, 4, 1), "April 1, 2027", "1er avril 2027"),
        (dt.date(2027, 4, 11), "April 11, 2027", "11 avril 2027"),
        (Month(2027, 3), "March 2027", "mars 2027"),
        (Money(Decimal("25000")), "$25,000", f"25{NBSP}000{NBSP}$"),
        (Money(Decimal("1250.5")), "$1,250.50", f"1{NBSP}250,50{NBSP}$"),
        (Money(Decimal(0)), "$0", f"0{NBSP}$"),
        (15000, "15,000", f"15{NBSP}000"),
        (37.5, "37.5", "37,5"),
        ((), "", ""),
        ((Literal("a"),), "a", "a"),
        ((Literal("a"), Literal("b")), "a and b", "a et b"),
        ((Literal("a"), phrase("picnic.title"), Literal("c")), "a, Picnic and c", "a, Pique-nique et c"),
    ],
)
def test_a_value_is_shown_as_each_language_writes_it(
    words: Phrasebook, value: object, english: str, french: str
) -> None:
    assert words.shown(value, "en") == english  # type: ignore[arg-type]
    assert words.shown(value, "fr") == french  # type: ignore[arg-type]


def test_several_sentences_stand_one_below_the_other(words: Phrasebook) -> None:
    assert words.text(Lines((phrase("picnic.title"), Literal("x"))), "fr") == "Pique-nique\nx"


@given(st.text())
def test_typed_text_is_shown_as_it_is_and_never_read_as_a_placeholder(text: str) -> None:
    words = Phrasebook({"en": {"a": "<{name}>"}, "fr": {"a": "«{name}»"}}, {"en": {}, "fr": {}})
    assert words.text(Phrase("a", {"name": Literal(text)}), "en") == f"<{text}>"
    assert words.text(Phrase("a", {"name": Literal(text)}), "fr") == f"«{text}»"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('a: "x"\na: "y"\n', 2),
        ('a: {b: "x", b: "y"}', 1),
        ("a: 12\n", 1),
        ("a: true\n", 1),
        ("a:\n", 1),
        ('a: "x"\nb: [x, y]\n', 2),
        ('a: {one: "x"}\n', 1),
        ("a: {one: 1, other: 2}\n", 1),
        ("a: b: c\n", 1),
        ('"x', 1),
    ],
)
def test_what_is_no_text_is_refused_with_its_file_and_line(text: str, line: int, tmp_path: Path) -> None:
    with pytest.raises(ContentFault) as refused:
        load_words(written(tmp_path, french=text))
    assert Path(refused.value.file) == tmp_path / "fr" / "picnic.yml"
    assert refused.value.line in (line, line + 1)


def test_keys_under_a_beginning_come_in_the_order_of_the_file(words: Phrasebook) -> None:
    assert [key for key, _ in words.under("picnic.deep", "en")] == ["picnic.deep.deeper.deepest"]
    assert len(list(words.under("picnic", "fr"))) == 5
