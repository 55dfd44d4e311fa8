"""Whether a value from a file could have been given in a chat, kind by kind. It changes none."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from workflows.cleaning import clean, has_words
from workflows.import_shapes import RECORD
from workflows.schema import Question

_MONTH: Final = re.compile(r"\d{4}-(0[1-9]|1[0-2])")


def is_value(question: Question, value: Any) -> bool:
    """True when `value` is one that this question, or this field, can have; lists of rows are read elsewhere."""
    judge = _JUDGES.get(question.kind)
    return judge is not None and judge(question, value)


def _text(question: Question, value: Any) -> bool:
    if isinstance(value, dict):
        return set(value) == {"starter"} and value["starter"] in question.starters
    if not isinstance(value, str) or len(value) > question.longest:
        return False
    return clean(value, lines=question.kind == "long_text") == value and has_words(value)


def _option(question: Question, value: Any) -> bool:
    return isinstance(value, str) and value in question.options


def _options(question: Question, value: Any) -> bool:
    return isinstance(value, list) and all(_option(question, one) for one in value) and len(set(value)) == len(value)


def _number(question: Question, value: Any) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        return False
    places = 2 if question.kind == "money" else question.decimals
    least, most = question.at_least, question.at_most
    return round(value, places) == value and (least is None or value >= least) and (most is None or value <= most)


def _month(_: Question, value: Any) -> bool:
    return isinstance(value, str) and _MONTH.fullmatch(value) is not None and value >= "0001"


def _date(_: Question, value: Any) -> bool:
    try:
        return isinstance(value, str) and dt.date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _link(_: Question, value: Any) -> bool:
    return isinstance(value, str) and RECORD.fullmatch(value) is not None


_JUDGES: Final[Mapping[str, Callable[[Question, Any], bool]]] = {
    "text": _text,
    "long_text": _text,
    "choice": _option,
    "scale": _option,
    "choices": _options,
    "number": _number,
    "money": _number,
    "month": _month,
    "date": _date,
    "link": _link,
}
