"""What a draft leaves open: the marks that it prints and the points that it lists, from one table per document.

A point gathers the marks of one matter, so that the council sees one line for it. It knows no language: marks and
points are ids whose words stand in content/<language>/documents/clauses.yml.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from workflows.measures import INDICATORS, apart
from workflows.phrases import Literal, Phrase
from workflows.project import Project, Record
from workflows.schema import Definitions

from .visible import PRIORITIES, Visible, bands

Check = Callable[[Visible], tuple[str, ...]]
"""What is missing at one mark: a name or number for each place where it is printed; nothing when all is told."""


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


def _asked(*paths: str) -> dict[str, Check]:
    """Marks of questions: each is named by its question's path and missing while the question says nothing."""

    def check(path: str) -> Check:
        return lambda view: ("",) if view.missing(path) else ()

    return {path: check(path) for path in paths}


def _terms(*names: str) -> dict[str, Check]:
    return _asked(*(f"terms_of_reference.{name}" for name in names))


def _council(*names: str) -> dict[str, Check]:
    return _asked(*(f"council.{name}" for name in names))


def _no_holder(view: Visible) -> tuple[str, ...]:
    return ("",) if view.value("council.holder_state") in (None, "none_yet") else ()


def _unnamed_people(view: Visible) -> tuple[str, ...]:
    return tuple("" for row in view.seated() if not row.values.get("person"))


def _members_without_sector(view: Visible) -> tuple[str, ...]:
    return tuple("" for row in view.seated() if not row.values.get("sectors"))


def missing_sectors(view: Visible) -> tuple[str, ...]:
    """The sectors of the federal list for which nobody speaks yet; none while there is no member at all."""
    members = view.seated()
    heard = {sector for row in members for sector in row.values.get("sectors") or ()}
    listed = view.definitions.lists["council_sectors"]
    return tuple(sector for sector in listed if sector not in heard and sector != "other") if members else ()


def _sectors_without_plan(view: Visible) -> tuple[str, ...]:
    planned = {row.values.get("sector") for row in view.rows("council.sector_plans")}
    return ("",) if set(missing_sectors(view)) - planned else ()


def _land_not_agreed(view: Visible) -> tuple[str, ...]:
    return ("",) if view.value("terms_of_reference.land_state") != "agreed" else ()


def _indigenous(view: Visible) -> tuple[str, ...]:
    return ("",) if view.value("council.indigenous_relation") in (None, "not_approached", "under_discussion") else ()


def is_parked(priority: Record) -> bool:
    """True when the council has set a priority aside for now: nothing about it is asked of the plan."""
    return priority.values.get("focus") == "parked"


def _priorities_where(test: Callable[[Visible, Record], bool]) -> Check:
    def check(view: Visible) -> tuple[str, ...]:
        told = (band for band in bands(view) if band.priority and not is_parked(band.priority))
        return tuple(str(band.number) for band in told if band.priority and test(view, band.priority))

    return check


def _priorities_without(field: str) -> Check:
    return _priorities_where(lambda _, priority: not priority.values.get(field))


def objectives_of(view: Visible, priority: Record) -> tuple[Record, ...]:
    """The objectives that belong to a priority, in their order."""
    rows = view.rows("research_strategy.objectives")
    return tuple(row for row in rows if row.values.get("priority") == priority.id)


def _actions_where(test: Callable[[Record], bool]) -> Check:
    def check(view: Visible) -> tuple[str, ...]:
        return tuple(number for band in bands(view) for number, action in band.actions if test(action))

    return check


def _indicators_without_baseline(view: Visible) -> tuple[str, ...]:
    """A place for each indicator that the partnership follows as its own and that has no starting point."""
    own, _ = apart(view.rows(INDICATORS))
    return tuple("" for row in own if not row.values.get("baseline"))


def _actions_without(field: str) -> Check:
    return _actions_where(lambda action: not action.values.get(field))


_NAMES: dict[str, Mapping[str, Check]] = {
    "name_en": _asked("profile.name_en"),
    "name_fr": _asked("profile.name_fr"),
}

_POINTS: Mapping[str, Mapping[str, Mapping[str, Check]]] = {
    "terms-of-reference": {
        **_NAMES,
        "background": _terms("background"),
        "legal_nature": _terms("legal_nature"),
        "vision": _terms("vision", "mission"),
        "values": _terms("values"),
        "mandate": _terms("mandate"),
        "scope": _terms("authority", "out_of_scope"),
        "catchment": _asked("profile.catchment"),
        "holder": {"holder": _no_holder, **_council("holder_name")},
        "holder_role": _council("holder_powers", "holder_vote"),
        "coordinator": _council("coordinator", "coordinator_employer"),
        "bodies": _council("bodies"),
        "council_size": _terms("council_smallest", "council_largest"),
        "members": _council("members"),
        "seats": {
            "person": _unnamed_people,
            "member_sector": _members_without_sector,
            "missing_sectors": _sectors_without_plan,
        },
        "recruitment": _council("recruitment"),
        "terms": _terms("term_years", "term_renewals", "staggered", "absences"),
        "chairs": _terms("chair_model", "chair_sources", "chair_years"),
        "meetings": _terms("meetings_first_year", "meetings_later", "meeting_hours", "meeting_format", "notice_days"),
        "quorum": _terms("quorum_rule", "quorum_number", "quorum_fallback"),
        "decisions": _terms("decision_rule", "electronic_votes"),
        "conflicts": _terms("conflict_events", "conflict_action"),
        "letters": _terms("letters_rule"),
        "working_groups": _council("working_groups"),
        "lived_experience": _council("lived_target"),
        "equity": _terms("equity"),
        "supports": _council("supports"),
        "languages": _terms("languages", "language_parity"),
        "francophone": _council("rif_seat", "francophone_seats"),
        "indigenous": {"indigenous": _indigenous, "land": _land_not_agreed},
        "confidentiality": _terms("confidential", "minutes"),
        "spokespersons": _terms("spokespersons"),
        "money": _terms("in_kind_log", "reports_to"),
        "amendment": _terms("review_month", "amendment_rule"),
        "dissolution": _terms("dissolution"),
        "adoption": _terms("adopted_on", "signatories"),
    },
    "action-plan": {
        **_NAMES,
        "plan_adoption": _asked("action_plan.adopted_on"),
        "priorities": _asked(PRIORITIES),
        "priority_results": {"result": _priorities_without("result")},
        "priority_objectives": {"objective": _priorities_where(lambda view, row: not objectives_of(view, row))},
        "priority_outcomes": {"priority_outcomes": _priorities_without("outcomes")},
        "actions": _asked("action_plan.actions"),
        "action_leads": {"lead": _actions_without("lead")},
        "action_dates": {"end": _actions_without("end")},
        "action_means": {"funder": _actions_without("funder")},
        "action_indicators": {"indicator": _actions_without("indicator")},
        "action_outcomes": {"outcomes": _actions_without("outcomes")},
        "indicator_baselines": {"baseline": _indicators_without_baseline},
        "direct_services": {"direct": _actions_where(lambda action: action.values.get("service") == "direct")},
        "unsure_services": {
            "unsure": _actions_where(lambda action: action.values.get("service") in (None, "", "unsure"))
        },
    },
}
