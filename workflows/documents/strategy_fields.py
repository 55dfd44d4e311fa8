"""What the template of the settlement strategy may print, field by field. It computes nothing and knows no project.

Every value is already worded in the document's language; a cell of several lines is a tuple, and what is not told is
a mark or a dash.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from .blocks import Bullets, Figure, Mark
from .plan_fields import MeasureBand, Source
from .speech import Said
from .terms_fields import Point

Lines = tuple[Said, ...]


@dataclass(frozen=True)
class KeyFigure:
    """One figure about the community."""

    figure: str = field(metadata={"help": "what is counted"})
    value: str = field(metadata={"help": "how much, with its year where it was told"})
    source: str = field(metadata={"help": "where it comes from, or a dash"})


@dataclass(frozen=True)
class Characteristic:
    """One of the seventeen characteristics of a welcoming community (2010), as the table scored it."""

    name: str = field(metadata={"help": "the characteristic"})
    rating: str = field(metadata={"help": "from 1 to 5, or a dash"})
    note: str = field(metadata={"help": "what makes people say so, or a dash"})


@dataclass(frozen=True)
class Need:
    """One need that was found or heard."""

    need: str = field(metadata={"help": "what is missing"})
    theme: str = field(metadata={"help": "its theme, or a dash"})
    group: str = field(metadata={"help": "who feels it most, or a dash"})
    evidence: Lines = field(metadata={"help": "data, voices or both, and how strong from 1 to 5, or a dash"})


@dataclass(frozen=True)
class Asset:
    """Something that helps already."""

    asset: str = field(metadata={"help": "what it is"})
    holder: str = field(metadata={"help": "who has it, or a dash"})
    languages: str = field(metadata={"help": "in which languages, or a dash"})


@dataclass(frozen=True)
class AssetBand:
    """The assets of one kind: what the community has, or the services that exist."""

    title: str = field(metadata={"help": "which of the two they are"})
    assets: tuple[Asset, ...] = field(metadata={"help": "at least one"})


@dataclass(frozen=True)
class ServiceGap:
    """One place where the path of newcomers breaks."""

    gap: str = field(metadata={"help": "what is missing or hard to reach"})
    stage: str = field(metadata={"help": "when it happens, or a dash"})
    group: str = field(metadata={"help": "who meets it most, or a dash"})
    closer: str = field(metadata={"help": "who could close it, or a dash"})


@dataclass(frozen=True)
class Hearing:
    """People who were listened to."""

    audience: str = field(metadata={"help": "who was asked, and in which languages"})
    method: str = field(metadata={"help": "how, or a dash"})
    month: str = field(metadata={"help": "when, or a dash"})
    people: str = field(metadata={"help": "how many, or a dash"})
    non_users: str = field(metadata={"help": "whether people who use no services were among them, or a dash"})


@dataclass(frozen=True)
class Objective:
    """One objective of a priority."""

    objective: str = field(metadata={"help": "the change wanted"})
    horizon: str = field(metadata={"help": "by when, or a dash"})
    baseline: Said = field(metadata={"help": "where it stands today, or its mark"})
    target: Said = field(metadata={"help": "where it should be, or its mark"})
    source: str = field(metadata={"help": "where the figure comes from, or a dash"})


@dataclass(frozen=True)
class StrategyPriority:
    """One priority with its reason and its objectives."""

    title: str = field(metadata={"help": "its title"})
    parked: bool = field(metadata={"help": "true while it is set aside: what it does not say is then left out"})
    result: Said | None = field(metadata={"help": "what will be different at the end, or its mark"})
    reason: Said | None = field(metadata={"help": "why it was chosen, or its mark"})
    outcomes: Said | None = field(metadata={"help": "outcomes for newcomers, or their mark"})
    table: str | None = field(metadata={"help": "the working group that carries it"})
    objectives: tuple[Objective, ...] = field(metadata={"help": "its objectives in their order"})
    objectives_open: Said | None = field(metadata={"help": "mark of a priority without objective, unless it is parked"})


@dataclass(frozen=True)
class Outcome:
    """One expected result, or the objectives of a horizon."""

    result: str = field(metadata={"help": "what should change"})
    shown: Lines = field(metadata={"help": "what the answers show of it, or that nothing is measured yet"})


@dataclass(frozen=True)
class HorizonBand:
    """The outcomes of one span of years."""

    title: str = field(metadata={"help": "the span of years, and whose change it is"})
    outcomes: tuple[Outcome, ...] = field(metadata={"help": "objectives first, where there are any"})


@dataclass(frozen=True)
class Adoption:
    """One body that adopts the strategy."""

    body: Said = field(metadata={"help": "which body, or the mark of it"})
    month: str = field(metadata={"help": "in which month, or empty"})


@dataclass(frozen=True)
class SettlementStrategy:
    """Everything that the settlement strategy prints."""

    name: Said = field(metadata={"help": "the partnership's name, in this language where there is one"})
    other_name: Said = field(metadata={"help": "its name in the other official language, or the mark of it"})
    missing_name: Mark | None = field(metadata={"help": "mark of the name in this language when it is missing"})
    period: Lines = field(metadata={"help": "from its first to its last day, or the marks of what is not set"})
    version: str = field(metadata={"help": "0.<revision> for a draft"})
    date: str = field(metadata={"help": "the day on which it is printed"})
    adopted: bool = field(metadata={"help": "true when the month in which the council adopts it has come"})
    adoption: tuple[Adoption, ...] = field(metadata={"help": "who adopts it, at least one line"})
    vision: Said = field(metadata={"help": "the vision, or its mark"})
    mission: str | None = field(metadata={"help": "the mission, None without one"})
    glance: tuple[str, ...] = field(metadata={"help": "the strategy in figures, a sentence each"})
    priorities: tuple[StrategyPriority, ...] = field(metadata={"help": "the priorities in their order"})
    priorities_open: Mark | None = field(metadata={"help": "mark of a strategy without priorities"})
    places: Lines = field(metadata={"help": "the places served, or their mark"})
    population: Said = field(metadata={"help": "residents with the year of the count, or its mark"})
    arrivals: Said = field(metadata={"help": "newcomers a year, or its mark"})
    groups: Said = field(metadata={"help": "groups that grow, or their mark"})
    tables: str = field(metadata={"help": "tables that already meet, or a dash"})
    figures: tuple[KeyFigure, ...] = field(metadata={"help": "key figures, a row each"})
    characteristics: tuple[Characteristic, ...] = field(metadata={"help": "those that were scored, lowest first"})
    needs: tuple[Need, ...] = field(metadata={"help": "needs, the strongest first"})
    needs_open: Mark | None = field(metadata={"help": "mark of a strategy without needs"})
    assets: tuple[AssetBand, ...] = field(metadata={"help": "assets, then services that exist"})
    assets_open: Mark | None = field(metadata={"help": "mark of a strategy without assets"})
    gaps: tuple[ServiceGap, ...] = field(metadata={"help": "gaps in services, a row each"})
    unanswered: tuple[str, ...] = field(metadata={"help": "needs whose theme no asset and no action meets"})
    hearings: tuple[Hearing, ...] = field(metadata={"help": "who was heard"})
    hearings_open: Mark | None = field(metadata={"help": "mark of a strategy without consultation"})
    heard: str | None = field(metadata={"help": "how many people in how many consultations, None without a number"})
    unheard: Lines = field(metadata={"help": "who was not heard, a sentence or mark each"})
    horizons: tuple[HorizonBand, ...] = field(metadata={"help": "outcomes by span of years"})
    model: Figure | None = field(metadata={"help": "the logic model, None without a priority"})
    model_text: Bullets | None = field(metadata={"help": "the same as a list, None without a priority"})
    measures: tuple[MeasureBand, ...] = field(metadata={"help": "indicators that are followed, context last"})
    measures_open: Mark | None = field(metadata={"help": "mark of a strategy that follows no indicator"})
    rhythm: tuple[str, ...] = field(metadata={"help": "when results are looked at, and who hears of them"})
    partners: Said = field(metadata={"help": "the organizations at the table, or their mark"})
    means: tuple[str, ...] = field(metadata={"help": "sums by state and kind; hoped-for means are named as such"})
    sources: tuple[Source, ...] = field(metadata={"help": "the sources of means"})
    french: tuple[str, ...] = field(metadata={"help": "sentences on French, none when nothing was said"})
    alignment: tuple[str, ...] = field(metadata={"help": "other plans, a line each"})
    questions: tuple[str, ...] = field(metadata={"help": "what the research wanted to learn, and how"})
    points: tuple[Point, ...] = field(metadata={"help": "points left open"})
    points_count: str = field(metadata={"help": "sentence with their number"})
