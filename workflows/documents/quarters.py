"""The actions of a plan over the four quarters of its fiscal year: as figures with at most 25 bars each, and as rows
that say the same in words. It knows no template; its words stand in content/<language>/documents/quarters.yml.
"""

from __future__ import annotations

from dataclasses import dataclass

from workflows.fiscal import QUARTERS
from workflows.phrases import Param, Phrase
from workflows.project import Record

from .blocks import Figure
from .measures import LANDSCAPE
from .plan_fields import Quarter
from .quarters_drawing import MONTHS, Bar, draw_quarters
from .speech import NONE, Speech
from .visible import ACTIONS, bands

QUARTER_WORDS = "documents.quarters"
MOST = 25
"""The most bars of one figure."""

PROGRESS = "implementation.progress"
_APRIL = 4
_NAMES = ("april", "may", "june", "july", "august", "september", "october", "november", "december",
          "january", "february", "march")  # fmt: skip


@dataclass(frozen=True)
class QuarterView:
    """The figures, as many as the actions need, and the rows of their text equivalent; both empty without an action."""

    figures: tuple[Figure, ...]
    rows: tuple[Quarter, ...]


def quarter_view(speech: Speech, year: int) -> QuarterView:
    """The quarters of the fiscal year that begins in April of `year`.

    An action without an end, or wholly outside the year, has no bar and stands in the row after the four quarters.
    """
    bars = tuple(_bar(speech, number, row, year) for band in bands(speech.view) for number, row in band.actions)
    if not bars:
        return QuarterView((), ())
    heads = [_say(speech, f"names.q{quarter}") for quarter in QUARTERS]
    months = [speech.book.text(Phrase(f"lists.months.{name}"), speech.language)[:1].upper() for name in _NAMES]
    figures = []
    # As even as the count allows: 26 bars are two figures of 13.
    parts = -(-len(bars) // MOST)
    each = -(-len(bars) // parts)
    for start in range(0, len(bars), each):
        shown = bars[start : start + each]
        svg = draw_quarters(heads, months, shown, LANDSCAPE)
        alt = _say(speech, "alt", n=len(shown), first=shown[0].number, last=shown[-1].number)
        figures.append(Figure(svg, alt))
    rows = [_row(speech, head, quarter, bars) for quarter, head in zip(QUARTERS, heads, strict=True)]
    loose = [bar for bar in bars if bar.span is None]
    if loose:
        rows.append(Quarter(_say(speech, "unplaced"), NONE, _listed(speech, loose), NONE))
    return QuarterView(tuple(figures), tuple(rows))


def state_of(speech: Speech, action: Record) -> str:
    """The id of the last reported status of an action, "" when nothing was reported."""
    told = [row for row in speech.view.rows(PROGRESS) if row.values.get("action") == action.id]
    return str(told[-1].values.get("status") or "") if told else ""


def status_of(speech: Speech, action: Record) -> tuple[str, str]:
    """The last reported status of an action and its note in words; two empty texts when nothing was reported."""
    told = [row for row in speech.view.rows(PROGRESS) if row.values.get("action") == action.id]
    if not told:
        return "", ""
    return speech.cell(f"{PROGRESS}.status", told[-1]), speech.cell(f"{PROGRESS}.note", told[-1])


def _say(speech: Speech, key: str, **params: Param) -> str:
    return speech.book.text(Phrase(f"{QUARTER_WORDS}.{key}", params), speech.language)


def _bar(speech: Speech, number: str, row: Record, year: int) -> Bar:
    status = state_of(speech, row)
    state = status_of(speech, row)[0] or NONE
    end = _place(row.values.get("end"), year)
    start = _place(row.values.get("start"), year)
    span, note = None, ""
    if end is None:
        note = speech.open("end").text
    else:
        first, last = sorted((end if start is None else start, end))
        if last < 0 or first >= MONTHS:
            note = _say(speech, "outside", when=speech.cell(f"{ACTIONS}.end", row))
        else:
            span = (first, last)
    return Bar(number, speech.cell(f"{ACTIONS}.action", row) or NONE, status, state, span, note)


def _place(month: object, year: int) -> int | None:
    """A month ("2027-06") counted from April of the year: 2; None without one."""
    if not isinstance(month, str) or not month:
        return None
    return (int(month[:4]) - year) * MONTHS + int(month[5:7]) - _APRIL


def _row(speech: Speech, head: str, quarter: int, bars: tuple[Bar, ...]) -> Quarter:
    first, last = 3 * (quarter - 1), 3 * quarter - 1
    begin, go_on, end = [], [], []
    for bar in bars:
        if bar.span is None or bar.span[0] > last or bar.span[1] < first:
            continue
        begins, ends = bar.span[0] >= first, bar.span[1] <= last
        if begins:
            begin.append(bar)
        if ends:
            end.append(bar)
        if not begins and not ends:
            go_on.append(bar)
    return Quarter(head, _listed(speech, begin), _listed(speech, go_on), _listed(speech, end))


def _listed(speech: Speech, bars: list[Bar]) -> str:
    """ "1.1 (on track); 2.3": numbers with the status where one was reported; a dash for none."""
    told = (
        bar.number if bar.state == NONE else _say(speech, "numbered", number=bar.number, state=bar.state)
        for bar in bars
    )
    return "; ".join(told) or NONE
