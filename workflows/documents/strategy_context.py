"""A project → the fields of its settlement strategy (the community plan of the federal call of 2024) in one language.

It knows neither the template nor a file format; its rows are made in strategy_rows.py and strategy_outcomes.py.
"""

from __future__ import annotations

import datetime as dt

from workflows.project import Project
from workflows.schema import Definitions
from workflows.wording import Phrasebook

from .cover import names, points_count, points_of
from .logic_model import logic_model
from .open_points import open_marks
from .plan_means import means_of, sources_of
from .plan_measures import measure_bands, rhythm
from .speech import Said, Speech
from .strategy_fields import Adoption, Lines, SettlementStrategy
from .strategy_french import french_strategy
from .strategy_outcomes import horizon_bands, priorities
from .strategy_rows import (
    ASSETS,
    CONSULTATIONS,
    NEEDS,
    aligned,
    asset_bands,
    characteristics,
    gaps,
    glance,
    groups,
    heard,
    hearings,
    key_figures,
    needs,
    partners,
    people,
    population,
    questions,
    tables,
    unanswered,
    unheard,
)
from .terms_rows import catchment
from .visible import PRIORITIES, Visible, bands

DOCUMENT = "settlement-strategy"
_ADOPTION, _INDICATORS = "research_strategy.adoption", "implementation.indicators"
_FIRST, _YEARS = "research_strategy.first_year", "research_strategy.years"
_LENGTHS = {"three": 3, "four": 4, "five": 5}


def settlement_strategy(
    project: Project, definitions: Definitions, book: Phrasebook, language: str, today: dt.date, version: str
) -> SettlementStrategy:
    """The settlement strategy of a project as `language` writes it; ContentFault when a word is missing.

    What was not answered is a mark; a priority that is parked asks for nothing.
    """
    speech = Speech(Visible(definitions, project), book, language)
    marks = open_marks(definitions, project, DOCUMENT)
    name, other_name, missing_name = names(speech)
    points = points_of(speech, DOCUMENT, version)
    model = logic_model(speech)
    return SettlementStrategy(
        name=name,
        other_name=other_name,
        missing_name=missing_name,
        period=_period(speech),
        version=version,
        date=speech.shown(today),
        adopted=_adopted(speech, today),
        adoption=_adoption(speech),
        vision=speech.text("terms_of_reference.vision"),
        mission=speech.typed("terms_of_reference.mission"),
        glance=glance(speech),
        priorities=priorities(speech),
        priorities_open=speech.open(PRIORITIES) if PRIORITIES in marks else None,
        places=catchment(speech),
        population=population(speech),
        arrivals=people(speech, "profile.newcomers_a_year"),
        groups=groups(speech),
        tables=tables(speech),
        figures=key_figures(speech),
        characteristics=characteristics(speech),
        needs=needs(speech),
        needs_open=speech.open(NEEDS) if NEEDS in marks else None,
        assets=asset_bands(speech),
        assets_open=speech.open("assets") if ASSETS in marks else None,
        gaps=gaps(speech),
        unanswered=unanswered(speech),
        hearings=hearings(speech),
        hearings_open=speech.open(CONSULTATIONS) if CONSULTATIONS in marks else None,
        heard=heard(speech),
        unheard=unheard(speech),
        horizons=horizon_bands(speech),
        model=model.figure if model else None,
        model_text=model.outline if model else None,
        measures=measure_bands(speech),
        measures_open=speech.open(_INDICATORS) if _INDICATORS in marks else None,
        rhythm=rhythm(speech),
        partners=partners(speech),
        means=means_of(speech, bands(speech.view)),
        sources=sources_of(speech),
        french=french_strategy(speech),
        alignment=aligned(speech),
        questions=questions(speech),
        points=points,
        points_count=points_count(speech, len(points)),
    )


def _period(speech: Speech) -> Lines:
    """The strategy's years from the first day to the last, or what is known of them and the marks of the rest."""
    first, length = speech.view.value(_FIRST), speech.view.value(_YEARS)
    if first and length:
        return (speech.say("plan.fiscal_year", first=str(first), last=str(int(first) + _LENGTHS[length])),)
    start: Said = speech.of("settlement_strategy", "begins", first=str(first)) if first else speech.open(_FIRST)
    return (start, speech.answer(_YEARS) or speech.open(_YEARS))


def _adopted(speech: Speech, today: dt.date) -> bool:
    """True when the month in which the council adopts it has come."""
    rows = speech.view.rows(_ADOPTION)
    months = [row.values.get("month") for row in rows if row.values.get("body") == "council"]
    return any(month and month <= f"{today:%Y-%m}" for month in months)


def _adoption(speech: Speech) -> tuple[Adoption, ...]:
    rows = speech.view.rows(_ADOPTION)
    told = (Adoption(*(speech.cell(f"{_ADOPTION}.{name}", row) for name in ("body", "month"))) for row in rows)
    return tuple(told) or (Adoption(speech.open(_ADOPTION), ""),)
