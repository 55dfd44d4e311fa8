"""Typed dates and months, in the habits of both languages: "March 31, 2027", « 1er avril 2027 », 31/3/2027, 2027-03-31.

The month's name is understood in either language whatever the chat's language. It knows no clock: `today` is passed in.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

from workflows.cleaning import fold
from workflows.errors import AnswerRefused
from workflows.phrases import Literal
from workflows.telling import shortened
from workflows.wording import LOCALES

_FIRST_YEAR, _LAST_YEAR = 1990, 2100
_QUOTED = 80  # characters of what was typed that a refusal says back


def read_date(text: str, language: str, today: dt.date) -> tuple[dt.date, ...]:
    """The date that was typed; two when day and month could be exchanged (the language's own habit first).

    A date without a year is the next one to come. Raises AnswerRefused when it is no date or does not exist.
    """
    told = fold(text)
    if found := re.fullmatch(r"(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})", told):
        year, month, day = map(int, found.groups())
        return (_date(year, month, day, text),)
    if found := re.fullmatch(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})", told):
        first, second, year = map(int, found.groups())
        orders = ((first, second), (second, first)) if language == "fr" else ((second, first), (first, second))
        dates = [_try_date(year, month, day) for day, month in orders]
        kept = tuple(dict.fromkeys(date for date in dates if date))
        if not kept:
            raise AnswerRefused("interface.refused.no_such_date", {"text": Literal(shortened(text, _QUOTED))})
        return kept
    named = _month_name(told)
    numbers = [int(number) for number in re.findall(r"\d+", told)]
    days = [number for number in numbers if 1 <= number <= 31]
    years = [number for number in numbers if number >= 1000]
    if named is None or len(days) != 1 or len(years) > 1 or len(numbers) > 2:
        raise AnswerRefused("interface.refused.not_a_date", {"text": Literal(shortened(text, _QUOTED))})
    if years:
        return (_date(years[0], named, days[0], text),)
    coming = (
        _try_date(year, named, days[0]) for year in range(today.year, today.year + 9)
    )  # 29 February: up to 8 years
    following = next((date for date in coming if date and date >= today), None)
    if following is None:
        raise AnswerRefused("interface.refused.no_such_date", {"text": Literal(shortened(text, _QUOTED))})
    return (following,)


def read_month(text: str, today: dt.date) -> str:
    """The month that was typed, as "2027-03". Without a year it is the next one to come."""
    told = fold(text)
    if found := re.fullmatch(r"(\d{4})[-/. ](\d{1,2})(?:[-/. ]\d{1,2})?", told):
        return _month(int(found[1]), int(found[2]), text)
    if found := re.fullmatch(r"(\d{1,2})[-/. ](\d{4})", told):
        return _month(int(found[2]), int(found[1]), text)
    named = _month_name(told)
    if named is None:
        raise AnswerRefused("interface.refused.not_a_month", {"text": Literal(shortened(text, _QUOTED))})
    years = [int(number) for number in re.findall(r"\d{4}", told)]
    year = years[0] if years else today.year if named >= today.month else today.year + 1
    return _month(year, named, text)


def _month(year: int, month: int, text: str) -> str:
    if not 1 <= month <= 12 or not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise AnswerRefused("interface.refused.not_a_month", {"text": Literal(shortened(text, _QUOTED))})
    return f"{year:04d}-{month:02d}"


def _date(year: int, month: int, day: int, text: str) -> dt.date:
    date = _try_date(year, month, day)
    if date is None:
        raise AnswerRefused("interface.refused.no_such_date", {"text": Literal(shortened(text, _QUOTED))})
    return date


def _try_date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day) if _FIRST_YEAR <= year <= _LAST_YEAR else None
    except ValueError:
        return None


@cache
def _names() -> dict[str, int]:
    names: dict[str, int] = {}
    for locale in LOCALES.values():
        for width in ("wide", "abbreviated"):
            for number, name in locale.months["format"][width].items():
                names[fold(name).rstrip(".")] = number
    return names


def _month_name(told: str) -> int | None:
    """The only month named in `told`, in full or by at least its first three letters."""
    found = set()
    for word in re.findall(r"[a-z]+", told):
        number = _names().get(word)
        if number is None and len(word) >= 3:
            starts = {known for name, known in _names().items() if name.startswith(word)}
            number = starts.pop() if len(starts) == 1 else None
        if number is not None:
            found.add(number)
    return found.pop() if len(found) == 1 else None
