"""What was typed becomes a value, or is refused with one sentence."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from babel.numbers import format_currency, format_decimal
from hypothesis import given
from hypothesis import strategies as st

from tests.support.walker import the_guide
from workflows.answers import Reader, read
from workflows.errors import AnswerRefused
from workflows.phrases import Phrase
from workflows.schema import KINDS, Question
from workflows.wording import LANGUAGES, LOCALES

TODAY = dt.date(2026, 11, 22)
LINKS = (("r1", "Welcome"), ("r2", "Work and business"), ("r3", "Welcome at school"))
SIMPLE = [question for question in the_guide().knowledge.definitions.everything() if question.kind != "records"]


def reader(language: str = "en") -> Reader:
    return Reader(the_guide().book, language, TODAY)


def asked(path: str) -> Question:
    return the_guide().knowledge.definitions.question(path)


def value(path: str, text: str, language: str = "en") -> Any:
    return read(asked(path), text, reader(language)).value


def refusal(path: str, text: str, language: str = "en") -> AnswerRefused:
    with pytest.raises(AnswerRefused) as refused:
        read(asked(path), text, reader(language), LINKS)
    return refused.value


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "text",
    [
        "15000",
        "15,000",
        "15 000",
        "15\u00a0000",
        "15\u202f000",
        "15.000",
        "15000.0",
        " 15'000 ",
        "15’000",
        "１５０００",
    ],
)
def test_a_whole_number_is_read_however_its_thousands_are_set_apart(text: str, language: str) -> None:
    assert value("profile.population", text, language) == 15000


@pytest.mark.parametrize("text", ["37.5", "37,5", "37.50", " 37,5 "])
def test_decimals_are_read_with_a_comma_or_a_point(text: str) -> None:
    assert value("council.coordinator_hours", text, "fr") == 37.5


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("25,000", 25000),
        ("$25,000.50", 25000.5),
        ("25 000,50 $", 25000.5),
        ("25\u00a0000\u00a0$", 25000),
        ("1250.5", 1250.5),
        ("25000 CAD", 25000),
        ("25 000 $ CA", 25000),
        ("$1,234,567.89", 1234567.89),
        ("0", 0),
    ],
)
def test_an_amount_is_read_with_its_sign_on_either_side(text: str, amount: float) -> None:
    assert value("action_plan.budget.amount", text, "fr") == amount


@given(st.integers(1, 10_000_000), st.sampled_from(LANGUAGES), st.sampled_from(LANGUAGES))
def test_every_number_that_either_language_writes_reads_back(number: int, written: str, language: str) -> None:
    assert value("profile.population", format_decimal(number, locale=LOCALES[written]), language) == number


@given(st.integers(0, 10_000_000_000), st.sampled_from(LANGUAGES), st.sampled_from(LANGUAGES))
def test_every_amount_that_either_language_writes_reads_back(cents: int, written: str, language: str) -> None:
    amount = Decimal(cents) / 100
    text = format_currency(amount, "CAD", locale=LOCALES[written])
    assert value("action_plan.budget.amount", text, language) == float(amount)


@pytest.mark.parametrize("text", ["abc", "12 or 13", "about 12", "1e5", "12-13", "²", "½", "1..2", "--3"])
def test_what_is_no_number_is_refused_as_such(text: str) -> None:
    assert refusal("profile.population", text).key == "interface.refused.not_a_number"
    assert refusal("action_plan.budget.amount", text).key == "interface.refused.not_an_amount"


def test_a_number_with_decimals_is_refused_where_only_whole_ones_fit() -> None:
    assert refusal("profile.population", "12.5").key == "interface.refused.not_whole"


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("profile.population", "0"),
        ("profile.population", "10000001"),
        ("profile.newcomers_a_year", "-1"),
        ("action_plan.budget.amount", "-5"),
    ],
)
def test_a_number_outside_its_bounds_is_refused_with_the_bounds(path: str, text: str) -> None:
    refused = refusal(path, text)
    assert refused.key == "interface.refused.out_of_range"
    assert set(refused.params) == {"least", "most"}


def test_a_year_outside_its_bounds_is_refused_with_years_that_have_no_comma() -> None:
    refused = refusal("profile.population_year", "1066")
    assert refused.key == "interface.refused.year_out_of_range"
    assert the_guide().book.shown(refused.params["most"], "en") == "2100"  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["Ontario", "ontario", " ONTARIO. ", "Ontar", "9"])
def test_a_choice_is_recognized_by_its_label_its_beginning_or_its_number(text: str) -> None:
    assert value("profile.province", text) == "ontario"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "text", ["British Columbia", "Colombie-Britannique", "colombie-britannique", "british columbia"]
)
def test_a_choice_is_recognized_in_either_language_whatever_the_chat_s_language(text: str, language: str) -> None:
    assert value("profile.province", text, language) == "british_columbia"


@pytest.mark.parametrize("text", ["", "nowhere", "0", "14", "-1", "1.5", "Ont or Que"])
def test_what_names_no_choice_is_refused(text: str) -> None:
    assert refusal("profile.province", text).key in ("interface.refused.not_an_option", "interface.refused.empty")


def test_a_beginning_that_fits_several_choices_is_refused() -> None:
    assert refusal("profile.province", "New").key == "interface.refused.not_an_option"


@pytest.mark.parametrize("digit", ["፩", "①", "੧", "¹", "𝟏"])
def test_a_digit_of_any_script_is_read_as_a_number_or_refused(digit: str) -> None:
    try:
        understood = value("profile.province", digit)
    except AnswerRefused:
        return
    assert understood == "alberta"


@pytest.mark.parametrize(("text", "option"), [("3", "three"), ("4", "four"), ("5", "five"), ("3 ans", "three")])
def test_a_number_that_is_itself_a_choice_is_not_taken_for_a_place_in_the_list(text: str, option: str) -> None:
    assert value("research_strategy.years", text) == option


@pytest.mark.parametrize(
    ("text", "options"),
    [
        ("schools", ["schools"]),
        ("libraries, health", ["health", "libraries"]),
        ("écoles et bibliothèques", ["schools", "libraries"]),
        ("housing/health & schools", ["schools", "health", "housing"]),
        ("hospital, LINC, chamber of commerce", ["employers", "health", "language_training"]),
        ("4, 15", ["schools", "libraries"]),
        ("schools, schools", ["schools"]),
    ],
)
def test_several_choices_are_recognized_by_labels_keywords_and_numbers(text: str, options: list[str]) -> None:
    assert value("council.members.sectors", text) == options


def test_one_unknown_choice_among_several_is_refused_with_what_was_typed() -> None:
    refused = refusal("council.members.sectors", "schools, xyzzy")
    assert refused.key == "interface.refused.not_an_option"
    assert "xyzzy" in the_guide().book.shown(refused.params["text"], "en")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "record"),
    [("1", "r1"), ("welcome", "r1"), ("Work", "r2"), ("business", "r2"), ("WELCOME AT SCHOOL", "r3"), ("school", "r3")],
)
def test_a_link_is_recognized_by_its_number_its_title_or_a_part_of_it(text: str, record: str) -> None:
    assert read(asked("action_plan.actions.priority"), text, reader(), LINKS).value == record


@pytest.mark.parametrize("text", ["4", "0", "elsewhere", "፩"])
def test_a_link_to_nothing_is_refused(text: str) -> None:
    assert refusal("action_plan.actions.priority", text).key == "interface.refused.not_an_option"


@pytest.mark.parametrize("text", ["https://example.ca/lip", "example.ca/lip"])
def test_a_web_address_is_kept_with_its_scheme(text: str) -> None:
    assert value("council.contact_link", text) == "https://example.ca/lip"


def test_a_web_address_is_measured_with_its_scheme() -> None:
    longest = asked("council.contact_link").longest
    assert len(value("council.contact_link", "a.ca/" + "x" * (longest - 13))) == longest
    assert refusal("council.contact_link", "a.ca/" + "x" * (longest - 12)).key == "interface.refused.too_long"


@pytest.mark.parametrize("text", ["call us", "javascript:alert(1)", "https://a b.ca", "lip@example.ca", "localhost"])
def test_what_is_no_web_address_is_refused_with_the_way_to_write_one(text: str) -> None:
    assert refusal("council.contact_link", text).key == "interface.refused.not_an_address"


@pytest.mark.parametrize(
    "path",
    [
        "profile.place",
        "profile.population",
        "profile.province",
        "council.first_meeting",
        "terms_of_reference.mandate",
        "council.supports",
        "council.members.term_end",
    ],
)
@pytest.mark.parametrize("text", ["", "   ", "\n\n", "😀😀", "…!?", "\u200b", "\x00\x07", "\ud800", "\u202e\u2066"])
def test_what_holds_no_word_is_refused_as_empty(path: str, text: str) -> None:
    assert refusal(path, text).key == "interface.refused.empty"


def test_a_text_may_be_as_long_as_it_says_and_no_longer() -> None:
    longest = asked("profile.place").longest
    assert value("profile.place", "é" * longest) == "é" * longest
    refused = refusal("profile.place", "é" * (longest + 1))
    assert (refused.key, refused.params) == ("interface.refused.too_long", {"n": longest + 1, "most": longest})


def test_a_short_text_is_one_line_and_a_long_one_keeps_its_lines() -> None:
    assert value("profile.place", " Sault\n Ste.\tMarie ") == "Sault Ste. Marie"
    assert value("terms_of_reference.mission", " one \r\ntwo\r\n\r\nthree ") == "one\ntwo\n\nthree"


@pytest.mark.parametrize(
    "name", ["محمد العربي", "שלום", "李小龍", "ᐃᓄᒃᑎᑐᑦ", "O’Neill", "{name}", "<b>&amp;", "{{ 7*7 }}", "*_`[a"]
)
def test_a_name_of_any_script_is_kept_as_it_was_typed(name: str) -> None:
    assert value("profile.place", name) == name


def test_controls_and_overrides_of_direction_are_taken_out_and_nothing_else() -> None:
    assert value("profile.place", "\u202eKe\x00no\u2066ra\u202c\x1b") == "Kenora"


def test_a_date_keeps_its_other_reading() -> None:
    found = read(asked("council.first_meeting"), "3/4/2027", reader("fr"))
    assert (found.value, found.others) == ("2027-04-03", ("2027-03-04",))


def test_a_quotation_in_a_refusal_is_never_longer_than_a_line() -> None:
    refused = refusal("profile.province", "x" * 4000)
    assert len(the_guide().book.shown(refused.params["text"], "en")) == 60  # type: ignore[arg-type]


@pytest.mark.parametrize("question", SIMPLE, ids=lambda question: question.path)
def test_every_option_of_every_question_is_recognized_by_its_label_in_both_languages(question: Question) -> None:
    for language in LANGUAGES:
        for option in question.options:
            label = str(the_guide().book.words[language][question.option_key(option)])
            understood = read(question, label, reader(language)).value
            assert understood == ([option] if question.kind == "choices" else option), label


@given(st.sampled_from(SIMPLE), st.text() | st.text("0123456789-/., $%marsv"), st.sampled_from(LANGUAGES))
def test_any_text_to_any_question_is_a_value_that_json_can_hold_or_a_refusal_with_words(
    question: Question, text: str, language: str
) -> None:
    book = the_guide().book
    try:
        understood = read(question, text, reader(language), LINKS).value
    except AnswerRefused as refused:
        told = [book.text(Phrase(refused.key, refused.params), language) for language in LANGUAGES]  # type: ignore[arg-type]
        assert all(told)
        return
    assert question.kind in KINDS
    if question.kind == "choices":
        assert understood
        assert set(understood) <= set(question.options)
    elif question.kind in ("choice", "scale"):
        assert understood in question.options
    elif question.kind == "link":
        assert understood in dict(LINKS)
    elif question.kind in ("number", "money"):
        assert question.at_least is None or understood >= question.at_least
        assert question.at_most is None or understood <= question.at_most
    elif question.kind in ("text", "long_text"):
        assert 0 < len(understood) <= question.longest
    else:
        assert dt.date.fromisoformat(understood if question.kind == "date" else f"{understood}-01")
