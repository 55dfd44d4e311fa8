"""The indicators that a partnership follows, with their values per year: what it calls its own, and the context apart.

Pure reading of rows; cards and documents say it. It knows no word and no library.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from workflows.project import Record

CONTEXT = "context"
"""The level of a figure that is watched and never claimed as the partnership's effect."""
INDICATORS = "implementation.indicators"
VALUES = "implementation.indicator_values"
CHANGES = "implementation.partner_changes"
_NAMES = "indicators.names."


@dataclass(frozen=True)
class Reading:
    """The value of one year, with the target and the source of that year where they were told; 0 is an unknown year."""

    year: int
    value: str
    target: str = ""
    source: str = ""


def is_context(row: Record) -> bool:
    """True for a figure that is watched and not claimed."""
    return row.values.get("level") == CONTEXT


def apart(rows: Iterable[Record]) -> tuple[tuple[Record, ...], tuple[Record, ...]]:
    """The rows in their order as (the partnership's own, context); a row without a level counts as its own."""
    told = tuple(rows)
    return tuple(row for row in told if not is_context(row)), tuple(row for row in told if is_context(row))


def readings(row: Record, values: Sequence[Record]) -> tuple[Reading, ...]:
    """The values of an indicator by year, the latest last.

    A value of the first release stands in the row itself and has no year; it is read until a year is told.
    """
    found = [
        Reading(
            int(one.values.get("year") or 0), str(one.values["value"]), *(_text(one, k) for k in ("target", "source"))
        )
        for one in values
        if one.values.get("indicator") == row.id and one.values.get("value")
    ]
    if not found and row.values.get("value"):
        return (Reading(0, str(row.values["value"])),)
    return tuple(sorted(found, key=lambda reading: reading.year))


def _text(row: Record, name: str) -> str:
    return str(row.values.get(name) or "")


def library_id(value: Any) -> str:
    """The id of the library's indicator that this text was taken from, or an empty text."""
    label = str(value.get("label", "")) if isinstance(value, Mapping) else ""
    return label.removeprefix(_NAMES) if label.startswith(_NAMES) else ""
