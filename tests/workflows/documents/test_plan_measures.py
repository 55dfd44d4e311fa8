"""Measurement in the action plan: values by year, context apart, what is open, the log of changes, the rhythm."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.drafting import LANGUAGES, built, give, marks, shipped, text
from workflows.documents import to_markdown
from workflows.documents.open_points import open_points
from workflows.project import Project

OPEN = {"en": "[starting point to be set, with its year]", "fr": "[donnée de référence à établir, avec son année]"}


def followed(*rows: dict[str, Any], values: tuple[dict[str, Any], ...] = ()) -> Project:
    project = Project("p", 2027)
    give(project, "implementation.indicators", list(rows))
    if values:
        give(project, "implementation.indicator_values", list(values))
    return project


def plan(project: Project, language: str = "en") -> str:
    return to_markdown(built(project, "action-plan", language))


@pytest.mark.parametrize(("language", "heading"), [("en", "## Measurement"), ("fr", "## Suivi et mesure")])
def test_a_plan_that_measures_nothing_has_no_such_section(language: str, heading: str) -> None:
    assert heading not in plan(Project("p", 2027), language)
    assert heading in plan(followed({"indicator": "seats", "baseline": "9"}), language)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "| Members who say that the table changed how they work | Immediate: the table itself | 52% (2026) | "
         "60% | 2026: 52%<br>2027: 55% (target 54%; survey of November) | "
         "yearly partner survey<br>Once a year<br>Ann |"),
        ("fr", "| Membres qui disent que la table a changé leur façon de travailler | Immédiat\u00a0: la table "
         "elle-même | 52% (2026) | 60% | 2026\u00a0: 52%<br>2027\u00a0: 55% (cible 54%; survey of November) | "
         "sondage annuel des partenaires<br>Une fois par an<br>Ann |"),
    ],
)  # fmt: skip
def test_an_indicator_of_the_library_prints_in_the_document_s_language(language: str, line: str) -> None:
    row = {
        "indicator": {"label": "indicators.names.par_trust"}, "level": "immediate", "baseline": "52%",
        "baseline_year": 2026, "target": "60%", "source": {"label": "indicators.sources.partner_survey"},
        "frequency": "yearly", "owner": "Ann",
    }  # fmt: skip
    values = (
        {"indicator": "indicators1", "year": 2027, "value": "55%", "target": "54%", "source": "survey of November"},
        {"indicator": "indicators1", "year": 2026, "value": "52%"},
    )
    assert line in plan(followed(row, values=values), language).split("\n")


@pytest.mark.parametrize(
    ("more", "told"), [({"target": "6"}, "2027: 3 (target 6)"), ({"source": "log"}, "2027: 3 (log)"), ({}, "2027: 3")]
)
def test_a_year_says_its_own_target_and_source_where_they_were_told(more: dict[str, str], told: str) -> None:
    value = {"indicator": "indicators1", "year": 2027, "value": "3", **more}
    assert f"| {told} |" in plan(followed({"indicator": "seats", "baseline": "1"}, values=(value,)))


def test_a_value_of_the_first_release_is_still_printed() -> None:
    assert "| 12 |" in plan(followed({"indicator": "seats", "baseline": "9", "value": "12"}))


@pytest.mark.parametrize(
    ("language", "own", "context"),
    [("en", "What the partnership follows as its own", "Context, not claimed"),
     ("fr", "Ce que le partenariat suit comme sien", "Contexte, non attribué")],
)  # fmt: skip
def test_context_stands_in_a_band_of_its_own_below(language: str, own: str, context: str) -> None:
    project = followed({"indicator": "rents", "level": "context"}, {"indicator": "seats", "baseline": "9"})
    told = plan(project, language)
    assert told.index(f"**{own}**") < told.index("| seats") < told.index(f"**{context}") < told.index("| rents")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_missing_starting_point_is_open_for_what_is_claimed_and_never_for_context(language: str) -> None:
    project = followed({"indicator": "seats"}, {"indicator": "clinics"}, {"indicator": "rents", "level": "context"})
    assert marks(built(project, "action-plan", language), "open").count(OPEN[language]) == 2
    points = [point.label.key for point in open_points(shipped().definitions, project, "action-plan")]
    assert "documents.clauses.open.indicator_baselines" in points


def test_the_log_of_changes_says_the_partnership_s_part_its_proof_and_how_sure_it_is() -> None:
    project = Project("p", 2027)
    row = {"body": "Transit", "change": "evening bus", "since": "2027-10", "our_part": "diaries", "evidence": "minutes"}
    give(
        project, "implementation.partner_changes", [{**row, "confidence": "high"}, {"body": "City", "change": "a post"}]
    )
    lines = plan(project).split("\n")
    assert "| Transit | evening bus | October 2027 | diaries | minutes | High: written proof |" in lines
    assert "| City | a post | — | — | — | — |" in lines
    assert "| Transit | evening bus | octobre 2027 | diaries | minutes | Élevée\u00a0: preuve écrite |" in plan(
        project, "fr"
    )


def test_the_rhythm_says_when_results_are_read_and_who_hears_of_them() -> None:
    project = Project("p", 2027)
    give(project, "implementation.survey_month", "november")
    give(project, "implementation.final_evaluation", "2029-11-30")
    give(project, "implementation.shared_with", ["council", "public"])
    english, french = (text(built(project, "action-plan", language)) for language in LANGUAGES)
    for line in (
        "surveyed each year in November.",
        "Final evaluation: November 30, 2029.",
        "the council and the public.",
    ):
        assert line in english
    for line in (
        "chaque année, en novembre.",
        "Évaluation finale\u00a0: 30 novembre 2029.",
        "le conseil et le public.",
    ):
        assert line in french
    assert "Mid-term" not in english
