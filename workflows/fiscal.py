"""The federal fiscal year, from April to March: its quarters, and the reports of a project that fall into each."""

from __future__ import annotations

import datetime as dt

from workflows.project import Project, Record, fiscal_year

QUARTERS = (1, 2, 3, 4)
"""April to June, July to September, October to December, January to March."""
REPORTS = "implementation.reports"


def quarter(day: dt.date) -> int:
    """The quarter of the fiscal year in which `day` lies: 1 begins in April, 4 in January."""
    return ((day.month - 4) % 12) // 3 + 1


def reports_by_quarter(project: Project, today: dt.date) -> dict[int, tuple[Record, ...]]:
    """The reports due in this fiscal year by quarter, earliest first. Key 0 holds those without a date; reports of
    other years are left out.
    """
    found: dict[int, list[Record]] = {number: [] for number in (0, *QUARTERS)}
    for row in project.records(REPORTS):
        due = row.values.get("due")
        if not due:
            found[0].append(row)
            continue
        day = dt.date.fromisoformat(due)
        if fiscal_year(day) == fiscal_year(today):
            found[quarter(day)].append(row)
    return {number: tuple(sorted(rows, key=_due)) for number, rows in found.items()}


def _due(row: Record) -> str:
    return str(row.values.get("due") or "")
