"""A project → the sheets of its annual action plan: the actions, the means, the measurement, and the lists to choose
from. Its words stand in content/<language>/documents/plan_sheets.yml; the file itself is for workbook.py to write.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterable
from decimal import Decimal

from workflows.fiscal import QUARTERS, quarter
from workflows.measures import INDICATORS, VALUES, readings
from workflows.phrases import Phrase
from workflows.project import Project, Record
from workflows.schema import Definitions
from workflows.wording import Phrasebook

from .quarters import PROGRESS
from .sheets import Column, Sheet, Value, Workbook
from .speech import Speech
from .visible import ACTIONS, MEMBERS, PRIORITIES, Visible, bands

SHEET_WORDS = "documents.plan_sheets"
_BUDGET, _OBJECTIVES = "action_plan.budget", "research_strategy.objectives"
_MONTH, _MONEY = "yyyy-mm", "#,##0.00"
_NUMBER = re.compile(r"(0|[1-9]\d{0,11})(\.\d{1,6})?")
_CHOICES = {  # lists to choose from: the question whose options they are
    "status": f"{PROGRESS}.status",
    "funder": f"{ACTIONS}.funder",
    "service": f"{ACTIONS}.service",
    "horizon": f"{ACTIONS}.horizon",
    "kind": f"{_BUDGET}.kind",
    "yes_no": f"{_BUDGET}.confirmed",
    "level": f"{INDICATORS}.level",
    "frequency": f"{INDICATORS}.frequency",
}
_PLAN = (  # a column of the plan, its width, its list, and whether another value may be typed
    ("number", 6, "", False), ("priority", 16, "priority", True), ("objective", 18, "objective", True),
    ("action", 30, "", False), ("lead", 16, "lead", True), ("partners", 16, "", False), ("start", 9, "", False),
    ("end", 9, "", False), ("quarter", 12, "quarter", False), ("funder", 12, "funder", False),
    ("means", 14, "", False), ("output", 14, "", False), ("indicator", 18, "", False), ("baseline", 11, "", False),
    ("target", 11, "", False), ("outcomes", 18, "", False), ("status", 12, "status", False), ("note", 30, "", False),
    ("next_step", 24, "", False), ("updated", 10, "", False), ("service", 20, "service", False),
    ("lenses", 20, "", False), ("horizon", 20, "horizon", False), ("risk", 24, "", False),
)  # fmt: skip
_PRINTED = 17
"""The columns that print: up to the status. Those after it are for the work between two meetings."""


def plan_workbook(project: Project, definitions: Definitions, book: Phrasebook, language: str) -> Workbook:
    """The workbook of a project's plan as `language` writes it; ContentFault when a word is missing.

    Months are typed dates (the first day of a beginning, the last of an end), amounts and whole figures are numbers.
    """
    speech = Speech(Visible(definitions, project), book, language)
    return Workbook(
        sheets=(_plan(speech), _means(speech), _measurement(speech)),
        lists_name=_say(speech, "sheets.lists"),
        lists={name: (_say(speech, f"lists.{name}"), told) for name, told in _lists(speech).items()},
        wrong_choice=_say(speech, "wrong_choice"),
    )


def _say(speech: Speech, key: str) -> str:
    return speech.book.text(Phrase(f"{SHEET_WORDS}.{key}"), speech.language)


def _lists(speech: Speech) -> dict[str, tuple[str, ...]]:
    view = speech.view
    told = {}
    for name, path in _CHOICES.items():
        question = view.definitions.question(path)
        told[name] = tuple(speech.option(question, option) for option in question.options)
    leads = [speech.cell(f"{MEMBERS}.organization", row) for row in view.seated()]
    leads += [speech.cell(f"{ACTIONS}.lead", row) for row in view.rows(ACTIONS)]
    told["lead"] = _once(leads)
    told["priority"] = _once(speech.title(row, PRIORITIES) for row in view.rows(PRIORITIES))
    told["objective"] = _once(speech.title(row, _OBJECTIVES) for row in view.rows(_OBJECTIVES))
    told["quarter"] = tuple(_quarter(speech, number) for number in QUARTERS)
    return told


def _quarter(speech: Speech, number: int) -> str:
    return speech.book.text(Phrase(f"documents.quarters.names.q{number}"), speech.language)


def _plan(speech: Speech) -> Sheet:
    columns = tuple(
        Column(
            _say(speech, f"plan.{name}"), width, choices, free, _MONTH if name in ("start", "end", "updated") else ""
        )
        for name, width, choices, free in _PLAN
    )
    reports = {row.values.get("action"): row for row in speech.view.rows(PROGRESS)}
    rows = []
    for band in bands(speech.view):
        title = speech.title(band.priority, PRIORITIES) if band.priority else None
        for number, row in band.actions:
            told = _action(speech, row, reports.get(row.id))
            rows.append(tuple({**told, "number": number, "priority": title}[name] for name, *_ in _PLAN))
    return Sheet(_say(speech, "sheets.plan"), columns, tuple(rows), printed=_PRINTED, legal=True)


def _action(speech: Speech, row: Record, report: Record | None) -> dict[str, Value]:
    told: dict[str, Value] = {}
    for name, *_ in _PLAN:
        if name in ("status", "note", "next_step", "updated"):
            told[name] = speech.cell(f"{PROGRESS}.{name}", report) if report else None
        elif name not in ("number", "priority", "quarter"):
            told[name] = speech.cell(f"{ACTIONS}.{name}", row)
    end = _day(row.values.get("end"), last=True)
    told["start"], told["end"] = _day(row.values.get("start")), end
    told["updated"] = _day(report.values.get("updated")) if report else None
    told["quarter"] = _quarter(speech, quarter(end)) if end else None
    return told


def _means(speech: Speech) -> Sheet:
    columns = (
        Column(_say(speech, "means.source"), 44),
        Column(_say(speech, "means.amount"), 18, format=_MONEY),
        Column(_say(speech, "means.kind"), 18, "kind"),
        Column(_say(speech, "means.confirmed"), 18, "yes_no"),
    )
    rows = []
    for row in speech.view.rows(_BUDGET):
        amount = row.values.get("amount")
        source, kind, confirmed = (speech.cell(f"{_BUDGET}.{name}", row) for name in ("source", "kind", "confirmed"))
        rows.append((source, None if amount is None else float(Decimal(str(amount))), kind, confirmed))
    return Sheet(_say(speech, "sheets.means"), columns, tuple(rows))


def _measurement(speech: Speech) -> Sheet:
    indicators, values = speech.view.rows(INDICATORS), speech.view.rows(VALUES)
    told = {row.id: {reading.year: reading.value for reading in readings(row, values)} for row in indicators}
    years = sorted({year for by_year in told.values() for year in by_year})
    columns = (
        Column(_say(speech, "measurement.indicator"), 44),
        Column(_say(speech, "measurement.level"), 24, "level"),
        Column(_say(speech, "measurement.baseline"), 16),
        Column(_say(speech, "measurement.baseline_year"), 12),
        Column(_say(speech, "measurement.target"), 16),
        *(Column(str(year) if year else _say(speech, "measurement.undated"), 12) for year in years),
        Column(_say(speech, "measurement.source"), 30),
        Column(_say(speech, "measurement.frequency"), 20, "frequency"),
        Column(_say(speech, "measurement.owner"), 24),
    )
    rows = []
    for row in indicators:
        cells = {
            name: speech.cell(f"{INDICATORS}.{name}", row)
            for name in ("indicator", "level", "baseline", "target", "source", "frequency", "owner")
        }
        rows.append(
            (
                *(cells["indicator"], cells["level"], _figure(cells["baseline"])),
                *(row.values.get("baseline_year"), _figure(cells["target"])),
                *(_figure(told[row.id].get(year, "")) for year in years),
                *(cells["source"], cells["frequency"], cells["owner"]),
            )
        )
    return Sheet(_say(speech, "sheets.measurement"), columns, tuple(rows))


def _figure(text: str) -> Value:
    """A plain figure as a number; anything else as the text that it is."""
    if _NUMBER.fullmatch(text):
        return float(text) if "." in text else int(text)
    return text


def _day(month: object, last: bool = False) -> dt.date | None:
    """The first or the last day of a month ("2027-06")."""
    if not isinstance(month, str) or not month:
        return None
    year, number = int(month[:4]), int(month[5:7])
    return dt.date(year, number, calendar.monthrange(year, number)[1] if last else 1)


def _once(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text))
