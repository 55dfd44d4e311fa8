"""Tables of a document as sheets with lists to choose from, before they are a file (workbook.py)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

Value = str | int | float | dt.date | None


@dataclass(frozen=True)
class Column:
    """A column: its head, its width in letters, the list to choose from, and whether another value may be typed."""

    head: str
    width: float
    choices: str = ""
    free: bool = False
    format: str = ""


@dataclass(frozen=True)
class Sheet:
    """A table with its header row. A date is a typed date; a text is text whatever it begins with.

    `printed` is how many of its columns print, 0 for all; `legal` chooses the longer paper for a wide table.
    """

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    printed: int = 0
    legal: bool = False


@dataclass(frozen=True)
class Workbook:
    """The sheets, then one sheet of the lists, each under its head; `wrong_choice` is said to whoever types another
    value into a column that allows only its list.
    """

    sheets: tuple[Sheet, ...]
    lists_name: str
    lists: Mapping[str, tuple[str, tuple[str, ...]]]
    wrong_choice: str
