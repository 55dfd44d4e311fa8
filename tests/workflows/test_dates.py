"""Typed dates and months in the habits of both languages."""

from __future__ import annotations

import datetime as dt

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from workflows.dates import read_date, read_month
from workflows.errors import AnswerRefused
from workflows.wording import LOCALES

TODAY = dt.date(2026, 11, 22)
DATES = st.dates(dt.date(1990, 1, 1), dt.date(2100, 12, 31))
LANGUAGES = st.sampled_from(["en", "fr"])


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(
    "text",
    [
        "March 31, 2027",
        "31 March 2027",
        "the 31st of March, 2027",
        "mar 31 2027",
        "MARCH 31 2027",
        "31 mars 2027",
        "le 31 mars 2027",
        "mercredi 31 mars 2027",
        "2027-03-31",
        "2027/3/31",
        "2027.03.31",
        "31/3/2027",
        "3/31/2027",
        "31-03-2027",
        " 31\u00a0mars\u00a02027 ",
    ],
)
def test_a_date_is_read_whatever_the_language_and_the_habit(text: str, language: str) -> None:
    assert read_date(text, language, TODAY) == (dt.date(2027, 3, 31),)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("1er avril 2027", dt.date(2027, 4, 1)),
        ("le 1ᵉʳ avril 2027", dt.date(2027, 4, 1)),
        ("15 août 2027", dt.date(2027, 8, 15)),
        ("15 aout 2027", dt.date(2027, 8, 15)),
        ("3 févr. 2028", dt.date(2028, 2, 3)),
        ("2 déc 2027", dt.date(2027, 12, 2)),
        ("Sept. 5, 2027", dt.date(2027, 9, 5)),
        ("29 février 2028", dt.date(2028, 2, 29)),
    ],
)
def test_ordinals_accents_and_short_months_are_read(text: str, date: dt.date) -> None:
    assert read_date(text, "fr", TODAY) == (date,)


def test_a_date_that_could_be_turned_round_gives_the_habit_of_the_language_first() -> None:
    march, april = dt.date(2027, 4, 3), dt.date(2027, 3, 4)
    assert read_date("3/4/2027", "fr", TODAY) == (march, april)
    assert read_date("3/4/2027", "en", TODAY) == (april, march)


def test_the_same_day_and_month_is_no_question() -> None:
    assert read_date("4/4/2027", "en", TODAY) == (dt.date(2027, 4, 4),)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("March 31", dt.date(2027, 3, 31)),
        ("22 novembre", dt.date(2026, 11, 22)),
        ("21 novembre", dt.date(2027, 11, 21)),
        ("24 December", dt.date(2026, 12, 24)),
    ],
)
def test_a_date_without_a_year_is_the_next_one_to_come(text: str, date: dt.date) -> None:
    assert read_date(text, "en", TODAY) == (date,)


def test_a_leap_day_without_a_year_is_the_next_leap_day() -> None:
    assert read_date("29 février", "fr", TODAY) == (dt.date(2028, 2, 29),)


@pytest.mark.parametrize("text", ["31 février 2027", "29 February 2027", "2027-02-30", "31/4/2027", "2027-13-01"])
def test_a_date_that_does_not_exist_is_refused_as_such(text: str) -> None:
    with pytest.raises(AnswerRefused) as refused:
        read_date(text, "fr", TODAY)
    assert refused.value.key == "interface.refused.no_such_date"


@pytest.mark.parametrize(
    "text", ["soon", "March", "2027", "12", "jui 3 2027", "3 March or April 2027", "1 2 March 2027", "", "3 mai 27 28"]
)
def test_what_is_no_date_is_refused_as_such(text: str) -> None:
    with pytest.raises(AnswerRefused) as refused:
        read_date(text, "en", TODAY)
    assert refused.value.key == "interface.refused.not_a_date"


@pytest.mark.parametrize("text", ["1989-12-31", "March 3, 2101", "3/3/1066"])
def test_a_year_that_no_partnership_knows_is_refused(text: str) -> None:
    with pytest.raises(AnswerRefused):
        read_date(text, "en", TODAY)


@given(DATES, LANGUAGES, LANGUAGES, st.sampled_from(["short", "medium", "long", "full"]))
def test_every_date_that_either_language_writes_reads_back(
    date: dt.date, written: str, reader: str, width: str
) -> None:
    assert date in read_date(format_date(date, width, locale=LOCALES[written]), reader, TODAY)


@given(st.text(), LANGUAGES)
def test_any_text_is_a_date_or_is_refused(text: str, language: str) -> None:
    try:
        found = read_date(text, language, TODAY)
    except AnswerRefused:
        return
    assert 1 <= len(found) <= 2


@pytest.mark.parametrize(
    "text",
    ["March 2027", "mars 2027", "MAR 2027", "2027-03", "2027/3", "3/2027", "03-2027", "2027-03-31", "in March, 2027"],
)
def test_a_month_is_read_in_every_usual_way(text: str) -> None:
    assert read_month(text, TODAY) == "2027-03"


@pytest.mark.parametrize(("text", "month"), [("March", "2027-03"), ("novembre", "2026-11"), ("déc.", "2026-12")])
def test_a_month_without_a_year_is_the_next_one_to_come(text: str, month: str) -> None:
    assert read_month(text, TODAY) == month


@pytest.mark.parametrize(
    "text", ["soon", "2027-13", "00/2027", "2027", "March or April", "jui 2027", "March 1889", "12"]
)
def test_what_is_no_month_is_refused(text: str) -> None:
    with pytest.raises(AnswerRefused) as refused:
        read_month(text, TODAY)
    assert refused.value.key == "interface.refused.not_a_month"


@given(DATES, LANGUAGES, st.sampled_from(["MMMM y", "MMM y", "y-MM", "MM/y"]))
def test_every_month_that_either_language_writes_reads_back(date: dt.date, language: str, pattern: str) -> None:
    assert read_month(format_date(date, pattern, locale=LOCALES[language]), TODAY) == f"{date:%Y-%m}"


@given(st.text())
def test_any_text_is_a_month_or_is_refused(text: str) -> None:
    try:
        month = read_month(text, TODAY)
    except AnswerRefused:
        return
    assert dt.datetime.strptime(month, "%Y-%m").year >= 1990
