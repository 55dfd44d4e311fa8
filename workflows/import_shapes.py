"""The shapes in which a file must hold its data: what has another one is refused by one key. It knows no project."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any, Final, NoReturn

from workflows.errors import AnswerRefused

_MOST: Final = 10**9  # no revision comes near
RECORD: Final = re.compile(r"r[1-9]\d{0,8}")
"""The id of a row, and what a link to one holds."""


def refuse(why: str) -> NoReturn:
    """Take nothing of the file."""
    raise AnswerRefused(f"people.import.{why}")


def mapping(told: object) -> Mapping[str, Any]:
    """A JSON object; an empty one for null."""
    if told is None:
        return {}
    return told if isinstance(told, dict) else refuse("damaged")


def items(told: object) -> list[Any]:
    """A JSON array; an empty one for null."""
    if told is None:
        return []
    return told if isinstance(told, list) else refuse("damaged")


def one_of(told: object, known: Any) -> str:
    """A text that is `known`."""
    return told if isinstance(told, str) and told in known else refuse("damaged")


def number(told: object, least: int = 0, most: int = _MOST) -> int:
    """A whole number within its bounds."""
    whole = isinstance(told, int) and not isinstance(told, bool)
    return told if whole and isinstance(told, int) and least <= told <= most else refuse("damaged")


def time(told: object, otherwise: str) -> str:
    """A time in ISO 8601; `otherwise` for anything that is no text, and for an empty one."""
    if not isinstance(told, str) or not told:
        return otherwise
    try:
        return dt.datetime.fromisoformat(told).isoformat(timespec="seconds")
    except ValueError:
        refuse("damaged")


def day(told: object) -> str:
    """A date in ISO 8601, empty for null and for an empty text."""
    if told is None or told == "":
        return ""
    try:
        return dt.date.fromisoformat(told).isoformat() if isinstance(told, str) else refuse("damaged")
    except ValueError:
        refuse("damaged")


def record(told: object) -> str:
    """The id of a row."""
    return told if isinstance(told, str) and RECORD.fullmatch(told) else refuse("damaged")


def author(told: Mapping[str, Any], person: str) -> str:
    """`person` where the data names them; anybody else is nobody here."""
    return person if told.get("by") == person else ""
