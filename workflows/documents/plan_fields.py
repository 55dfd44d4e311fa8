"""What the template of the annual action plan may print, field by field. It computes nothing and knows no project.

Every value is already worded in the document's language; a cell of several lines is a tuple, and what is not told is
a mark.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from .blocks import Figure, Mark
from .speech import Said
from .terms_fields import Point

Lines = tuple[Said, ...]


@dataclass(frozen=True)
class Priority:
    """One line of the summary."""

    title: str = field(metadata={"help": "its number and title"})
    result: Said = field(metadata={"help": "what will be different at the end of the strategy, or its mark"})
    outcomes: Said = field(metadata={"help": "outcomes for newcomers, or their mark"})
    objectives: Lines = field(metadata={"help": "objectives of the strategy with their targets, or their mark"})
    this_year: str = field(metadata={"help": "how many actions this year, or that it is parked"})


@dataclass(frozen=True)
class Source:
    """One source of means."""

    source: str = field(metadata={"help": "who gives"})
    amount: str = field(metadata={"help": "in Canadian dollars, or a dash"})
    kind: str = field(metadata={"help": "cash or in kind, or a dash"})
    confirmed: str = field(metadata={"help": "confirmed or not; not said counts as not confirmed"})


@dataclass(frozen=True)
class Action:
    """One row of the table of actions."""

    number: str = field(metadata={"help": "number of the priority and place in it: 2.1; 0.1 without a priority"})
    action: Lines = field(metadata={"help": "what is done, then its objective and its product"})
    lead: Lines = field(metadata={"help": "the lead or its mark, then the partners"})
    when: Said = field(metadata={"help": "from when to when, or the mark of its end"})
    means: Lines = field(metadata={"help": "who pays or its mark, then what it takes"})
    indicator: Lines = field(metadata={"help": "the sign of change or its mark, then starting point and target"})
    outcomes: Said = field(metadata={"help": "outcomes for newcomers, or their mark"})
    check: Lines = field(metadata={"help": "direct or indirect, marked unless indirect, then the equity lenses"})
    status: Lines = field(metadata={"help": "reported status and note, or a dash"})


@dataclass(frozen=True)
class ActionBand:
    """The actions of one priority."""

    title: str = field(metadata={"help": "number and title of the priority, or that there is none"})
    actions: tuple[Action, ...] = field(metadata={"help": "at least one"})


@dataclass(frozen=True)
class Quarter:
    """One quarter of the fiscal year in words: the numbers of its actions, each with its status."""

    name: str = field(metadata={"help": "its months, or that an action has no month in this year"})
    begin: str = field(metadata={"help": "actions that begin in it, or a dash"})
    go_on: str = field(metadata={"help": "actions that began before and end later, or a dash"})
    end: str = field(metadata={"help": "actions that end in it, or a dash"})


@dataclass(frozen=True)
class Check:
    """One thing that the answers show and that nobody has settled or set aside."""

    number: int = field(metadata={"help": "counted from 1"})
    what: str = field(metadata={"help": "what the answers show"})
    do: str = field(metadata={"help": "what could help"})


@dataclass(frozen=True)
class Consultation:
    """People who were heard."""

    audience: str = field(metadata={"help": "who was asked"})
    method: str = field(metadata={"help": "how, or a dash"})
    month: str = field(metadata={"help": "when, or a dash"})
    people: str = field(metadata={"help": "how many, or a dash"})


@dataclass(frozen=True)
class Risk:
    """One risk of the plan or of an action."""

    risk: str = field(metadata={"help": "what could happen, with the action's number"})
    likelihood: str = field(metadata={"help": "low, medium or high, or a dash"})
    response: str = field(metadata={"help": "what would be done, or a dash"})


@dataclass(frozen=True)
class Measure:
    """One indicator that is followed."""

    indicator: str = field(metadata={"help": "what is counted or asked"})
    level: str = field(metadata={"help": "whose change it is, or a dash"})
    baseline: Said = field(metadata={"help": "where it stood at first, with its year, or its mark; a dash for context"})
    target: str = field(metadata={"help": "where it should be, or a dash"})
    values: Lines = field(metadata={"help": "a line for each year, or a dash"})
    source: Lines = field(metadata={"help": "where the figure comes from, how often and who reads it, or a dash"})


@dataclass(frozen=True)
class MeasureBand:
    """The indicators of one kind: the partnership's own, or context."""

    title: str = field(metadata={"help": "which of the two they are"})
    measures: tuple[Measure, ...] = field(metadata={"help": "at least one"})


@dataclass(frozen=True)
class Change:
    """One change in a partner body, with the partnership's part in it."""

    body: str = field(metadata={"help": "who changed something"})
    change: str = field(metadata={"help": "what it does differently"})
    since: str = field(metadata={"help": "since which month, or a dash"})
    part: str = field(metadata={"help": "what the partnership did, or a dash"})
    evidence: str = field(metadata={"help": "what shows it, or a dash"})
    confidence: str = field(metadata={"help": "how sure the partnership is, or a dash"})


@dataclass(frozen=True)
class ActionPlan:
    """Everything that the annual action plan prints."""

    name: Said = field(metadata={"help": "the partnership's name, in this language where there is one"})
    other_name: Said = field(metadata={"help": "its name in the other official language, or the mark of it"})
    missing_name: Mark | None = field(metadata={"help": "mark of the name in this language when it is missing"})
    years: str = field(metadata={"help": "the fiscal year in short: 2027–2028"})
    fiscal_year: str = field(metadata={"help": "the fiscal year from its first to its last day"})
    version: str = field(metadata={"help": "0.<revision> for a draft"})
    date: str = field(metadata={"help": "the day on which it is printed"})
    adopted_on: Said = field(metadata={"help": "date of adoption, or its mark"})
    adopted: bool = field(metadata={"help": "true when that date has come"})
    vision: str | None = field(metadata={"help": "the vision of the terms of reference, None without one"})
    priorities: tuple[Priority, ...] = field(metadata={"help": "the lines of the summary"})
    priorities_open: Mark | None = field(metadata={"help": "mark of a plan without priorities"})
    year: tuple[str, ...] = field(metadata={"help": "the year in figures: actions, leads, early results, reports"})
    means: tuple[str, ...] = field(
        metadata={"help": "sums by state and kind, what is still to be found, hours a month"}
    )
    sources: tuple[Source, ...] = field(metadata={"help": "the sources of means"})
    bands: tuple[ActionBand, ...] = field(metadata={"help": "actions by priority, those without one last"})
    actions_open: Mark | None = field(metadata={"help": "mark of a plan without actions"})
    charts: tuple[Figure, ...] = field(metadata={"help": "the quarters as drawings, at most 25 actions on each"})
    quarters: tuple[Quarter, ...] = field(metadata={"help": "the quarters in words, none without an action"})
    status_key: tuple[str, ...] = field(metadata={"help": "what each status means"})
    evidence: tuple[str, ...] = field(metadata={"help": "why each priority, a line each"})
    consultations: tuple[Consultation, ...] = field(metadata={"help": "who was heard"})
    alignment: tuple[str, ...] = field(metadata={"help": "other plans, a line each"})
    french: tuple[str, ...] = field(metadata={"help": "sentences on French in the plan, none when nothing was said"})
    risks: tuple[Risk, ...] = field(metadata={"help": "risks of the plan and of its actions"})
    measures: tuple[MeasureBand, ...] = field(metadata={"help": "indicators that are followed, context last"})
    changes: tuple[Change, ...] = field(metadata={"help": "what partners changed, a line each"})
    rhythm: tuple[str, ...] = field(metadata={"help": "when results are looked at, and who hears of them"})
    points: tuple[Point, ...] = field(metadata={"help": "checks left open"})
    points_count: str = field(metadata={"help": "sentence with their number"})
    checks: tuple[Check, ...] = field(metadata={"help": "what the answers show besides, not set aside"})
