"""The part of the annual action plan that measures: indicators with their values per year, what partners changed, and
when the partnership looks at it. What it follows as its own and context stand in bands apart.
"""

from __future__ import annotations

from workflows.measures import CHANGES, INDICATORS, VALUES, Reading, apart, readings
from workflows.phrases import Param, Phrase
from workflows.project import Record

from .plan_fields import Change, Lines, Measure, MeasureBand
from .speech import CLAUSES, NONE, Said, Speech

MEASURES = "documents.measures"


def _say(speech: Speech, key: str, **params: Param) -> str:
    return speech.book.text(Phrase(f"{MEASURES}.{key}", params), speech.language)


def measure_bands(speech: Speech) -> tuple[MeasureBand, ...]:
    """The indicators in two bands, the partnership's own first; none while nothing is followed."""
    own, context = apart(speech.view.rows(INDICATORS))
    bands = []
    for name, rows in (("own", own), ("context", context)):
        if rows:
            bands.append(MeasureBand(_say(speech, name), tuple(_measure(speech, row, name == "own") for row in rows)))
    return tuple(bands)


def changes(speech: Speech) -> tuple[Change, ...]:
    """The contribution log, a line each."""
    told = []
    for row in speech.view.rows(CHANGES):
        body, change, since, part, evidence, confidence = (
            speech.cell(f"{CHANGES}.{name}", row) or NONE
            for name in ("body", "change", "since", "our_part", "evidence", "confidence")
        )
        told.append(Change(body, change, since, part, evidence, confidence))
    return tuple(told)


def rhythm(speech: Speech) -> tuple[str, ...]:
    """When the partners are surveyed, when the whole is evaluated, and who hears of it: one sentence each."""
    lines = []
    for name in ("survey_month", "midterm_evaluation", "final_evaluation"):
        if told := speech.answer(f"implementation.{name}"):
            lines.append(_say(speech, name, when=told))
    readers = speech.view.said("implementation.shared_with")
    if readers:
        items = tuple(Phrase(f"{CLAUSES}.reports_to.{reader}") for reader in readers)
        lines.append(_say(speech, "shared_with", items=items))
    return tuple(lines)


def _measure(speech: Speech, row: Record, own: bool) -> Measure:
    def cell(name: str) -> str:
        return speech.cell(f"{INDICATORS}.{name}", row)

    baseline, year = cell("baseline"), cell("baseline_year")
    start: Said = _say(speech, "dated", value=baseline, year=year) if baseline and year else baseline
    owner, frequency = cell("owner"), cell("frequency")
    values = tuple(_value(speech, told) for told in readings(row, speech.view.rows(VALUES)))
    source: Lines = tuple(text for text in (cell("source"), frequency, owner) if text)
    return Measure(
        indicator=cell("indicator") or NONE,
        level=cell("level") or NONE,
        baseline=start or (speech.open("baseline") if own else NONE),
        target=cell("target") or NONE,
        values=values or (NONE,),
        source=source or (NONE,),
    )


def _value(speech: Speech, told: Reading) -> str:
    """ "2027: 12 (target 14; member list)": the year, its value, and the year's own target and source where told."""
    if not told.year:
        return told.value
    more = [_say(speech, "target", value=told.target)] if told.target else []
    more += [told.source] if told.source else []
    year = str(told.year)
    if len(more) == 2:
        return _say(speech, "value_both", year=year, value=told.value, target=more[0], source=more[1])
    if more:
        return _say(speech, "value_one", year=year, value=told.value, more=more[0])
    return _say(speech, "value", year=year, value=told.value)
