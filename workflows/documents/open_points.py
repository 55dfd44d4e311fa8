"""What a draft leaves open: the marks that it prints and the points that it lists, from one table per document.

A point gathers the marks of one matter, so that the council sees one line for it. It knows no language: marks and
points are ids whose words stand in content/<language>/documents/clauses.yml.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from workflows.measures import INDICATORS
from workflows.phrases import Literal, Phrase
from workflows.project import Project
from workflows.schema import Definitions

from .open_checks import (
    Check,
    actions_where,
    actions_without,
    asked,
    council,
    indicators_without_baseline,
    indigenous,
    land_not_agreed,
    members_without_sector,
    no_holder,
    nobody_without_services,
    objectives_of,
    objectives_without,
    priorities_where,
    priorities_without,
    research,
    sectors_without_plan,
    terms,
    unnamed_people,
)
from .visible import PRIORITIES, Visible


@dataclass(frozen=True)
class OpenPoint:
    """One line of the list at the end of a draft."""

    label: Phrase


def open_points(definitions: Definitions, project: Project, document: str) -> tuple[OpenPoint, ...]:
    """The points that the draft of `document` prints as open, in the order of the document.

    The same list stands at the draft's end and is counted in its caption. ValueError for a document that there is not.
    """
    view = Visible(definitions, project)
    told = []
    for point, marks in _table(document).items():
        items = tuple(item for mark in marks.values() for item in mark(view))
        if items:
            places = tuple(Literal(item) for item in dict.fromkeys(items) if item)
            told.append(OpenPoint(Phrase(f"documents.clauses.open.{point}", {"n": len(items), "items": places})))
    return tuple(told)


def open_marks(definitions: Definitions, project: Project, document: str) -> frozenset[str]:
    """The ids of the marks that the draft of `document` prints."""
    view = Visible(definitions, project)
    return frozenset(name for marks in _table(document).values() for name, mark in marks.items() if mark(view))


def _table(document: str) -> Mapping[str, Mapping[str, Check]]:
    if document not in _POINTS:
        raise ValueError(f"unknown document {document!r}: one of {', '.join(_POINTS)}")
    return _POINTS[document]


_NAMES: dict[str, Mapping[str, Check]] = {
    "name_en": asked("profile.name_en"),
    "name_fr": asked("profile.name_fr"),
}

_SEATS: dict[str, Mapping[str, Check]] = {
    "members": council("members"),
    "seats": {
        "person": unnamed_people,
        "member_sector": members_without_sector,
        "missing_sectors": sectors_without_plan,
    },
}

_POINTS: Mapping[str, Mapping[str, Mapping[str, Check]]] = {
    "terms-of-reference": {
        **_NAMES,
        "background": terms("background"),
        "legal_nature": terms("legal_nature"),
        "vision": terms("vision", "mission"),
        "values": terms("values"),
        "mandate": terms("mandate"),
        "scope": terms("authority", "out_of_scope"),
        "catchment": asked("profile.catchment"),
        "holder": {"holder": no_holder, **council("holder_name")},
        "holder_role": council("holder_powers", "holder_vote"),
        "coordinator": council("coordinator", "coordinator_employer"),
        "bodies": council("bodies"),
        "council_size": terms("council_smallest", "council_largest"),
        **_SEATS,
        "recruitment": council("recruitment"),
        "terms": terms("term_years", "term_renewals", "staggered", "absences"),
        "chairs": terms("chair_model", "chair_sources", "chair_years"),
        "meetings": terms("meetings_first_year", "meetings_later", "meeting_hours", "meeting_format", "notice_days"),
        "quorum": terms("quorum_rule", "quorum_number", "quorum_fallback"),
        "decisions": terms("decision_rule", "electronic_votes"),
        "conflicts": terms("conflict_events", "conflict_action"),
        "letters": terms("letters_rule"),
        "working_groups": council("working_groups"),
        "lived_experience": council("lived_target"),
        "equity": terms("equity"),
        "supports": council("supports"),
        "languages": terms("languages", "language_parity"),
        "francophone": council("rif_seat", "francophone_seats"),
        "indigenous": {"indigenous": indigenous, "land": land_not_agreed},
        "confidentiality": terms("confidential", "minutes"),
        "spokespersons": terms("spokespersons"),
        "money": terms("in_kind_log", "reports_to"),
        "amendment": terms("review_month", "amendment_rule"),
        "dissolution": terms("dissolution"),
        "adoption": terms("adopted_on", "signatories"),
    },
    "roster": {**_NAMES, **_SEATS},
    "settlement-strategy": {
        **_NAMES,
        "strategy_period": research("first_year", "years"),
        "strategy_adoption": research("adoption"),
        "strategy_vision": terms("vision"),
        "profile": asked(*(f"profile.{name}" for name in ("population", "newcomers_a_year", "newcomer_groups"))),
        "catchment": asked("profile.catchment"),
        "needs": research("needs"),
        "assets": research("assets"),
        "consultations": {**research("consultations"), "non_users": nobody_without_services},
        "priorities": asked(PRIORITIES),
        "priority_results": {"result": priorities_without("result")},
        "priority_reasons": {"reason": priorities_without("evidence")},
        "priority_outcomes": {"priority_outcomes": priorities_without("outcomes")},
        "priority_objectives": {"objective": priorities_where(lambda view, row: not objectives_of(view, row))},
        "objective_measures": {f"objective_{name}": objectives_without(name) for name in ("baseline", "target")},
        "indicators": asked(INDICATORS),
        "indicator_baselines": {"baseline": indicators_without_baseline},
        "members": council("members"),
    },
    "action-plan": {
        **_NAMES,
        "plan_adoption": asked("action_plan.adopted_on"),
        "priorities": asked(PRIORITIES),
        "priority_results": {"result": priorities_without("result")},
        "priority_objectives": {"objective": priorities_where(lambda view, row: not objectives_of(view, row))},
        "priority_outcomes": {"priority_outcomes": priorities_without("outcomes")},
        "actions": asked("action_plan.actions"),
        "action_leads": {"lead": actions_without("lead")},
        "action_dates": {"end": actions_without("end")},
        "action_means": {"funder": actions_without("funder")},
        "action_indicators": {"indicator": actions_without("indicator")},
        "action_outcomes": {"outcomes": actions_without("outcomes")},
        "indicator_baselines": {"baseline": indicators_without_baseline},
        "direct_services": {"direct": actions_where(lambda action: action.values.get("service") == "direct")},
        "unsure_services": {
            "unsure": actions_where(lambda action: action.values.get("service") in (None, "", "unsure"))
        },
    },
}
