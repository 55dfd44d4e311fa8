"""The choices that a council makes, in the order in which a decision sheet names them, and which of them are open.

A choice is a question with options or a number; what is typed (mandate, vision, names) is written, not chosen. It
knows no language: the words of a choice are those of its question, why it matters stands in decision_sheet.yml.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .visible import Visible

TOPICS: Mapping[str, tuple[str, ...]] = {
    "table": (
        "council.bodies",
        "council.indigenous_relation",
        "council.lived_target",
        "council.recruitment",
        "council.supports",
    ),
    "holder": ("council.holder_powers", "council.holder_vote"),
    "francophone_seats": (
        "council.rif_model",
        "council.rif_seat",
        "council.francophone_seats",
        "council.francophone_seat_holders",
    ),
    "powers": (
        "terms_of_reference.authority",
        "terms_of_reference.out_of_scope",
        "terms_of_reference.legal_nature",
        "terms_of_reference.values",
        "terms_of_reference.equity",
    ),
    "decisions": (
        "terms_of_reference.quorum_rule",
        "terms_of_reference.quorum_number",
        "terms_of_reference.quorum_fallback",
        "terms_of_reference.decision_rule",
        "terms_of_reference.electronic_votes",
    ),
    "chairs": (
        "terms_of_reference.chair_model",
        "terms_of_reference.chair_sources",
        "terms_of_reference.chair_years",
    ),
    "conflicts": (
        "terms_of_reference.conflict_events",
        "terms_of_reference.conflict_action",
        "terms_of_reference.letters_rule",
    ),
    "french": (
        "terms_of_reference.languages",
        "terms_of_reference.language_parity",
        "terms_of_reference.active_offer",
        "terms_of_reference.translation_payer",
        "terms_of_reference.translation_checker",
        "terms_of_reference.by_and_for",
        "terms_of_reference.francophone_absence",
    ),
    "seats": (
        "terms_of_reference.council_smallest",
        "terms_of_reference.council_largest",
        "terms_of_reference.term_years",
        "terms_of_reference.term_renewals",
        "terms_of_reference.staggered",
        "terms_of_reference.absences",
    ),
    "meetings": (
        "terms_of_reference.meetings_first_year",
        "terms_of_reference.meetings_later",
        "terms_of_reference.meeting_hours",
        "terms_of_reference.meeting_format",
        "terms_of_reference.meeting_time",
        "terms_of_reference.notice_days",
    ),
    "openness": (
        "terms_of_reference.minutes",
        "terms_of_reference.confidential",
        "terms_of_reference.spokespersons",
        "terms_of_reference.reports_to",
        "terms_of_reference.in_kind_log",
    ),
    "change": (
        "terms_of_reference.amendment_rule",
        "terms_of_reference.review_month",
        "terms_of_reference.dissolution",
    ),
    "strategy": ("research_strategy.years", "research_strategy.francophone_count"),
    "plan": ("action_plan.publication",),
    "follow_up": ("implementation.survey_month",),
}
"""Every choice by its topic; the topics stand in the order of the steps."""

FIRST = (
    "terms_of_reference.decision_rule",
    "terms_of_reference.quorum_rule",
    "terms_of_reference.quorum_fallback",
    "terms_of_reference.authority",
    "council.holder_vote",
    "council.indigenous_relation",
    "council.rif_seat",
    "terms_of_reference.chair_sources",
    "terms_of_reference.languages",
    "council.bodies",
    "terms_of_reference.conflict_action",
    "council.holder_powers",
)
"""The most important choices, the weightiest first: without them a council cannot decide, or is no council of all."""


@dataclass(frozen=True)
class OpenChoice:
    """A choice that the table has not made: `state` is open, not_sure or recommended."""

    path: str
    topic: str
    state: str


def open_choices(view: Visible) -> tuple[OpenChoice, ...]:
    """The choices still to be made, the most important first, then in the order of the topics."""
    topic_of = {path: topic for topic, paths in TOPICS.items() for path in paths}
    ordered = dict.fromkeys((*FIRST, *topic_of))
    told = ((path, _state(view, path)) for path in ordered)
    return tuple(OpenChoice(path, topic_of[path], state) for path, state in told if state)


def _state(view: Visible, path: str) -> str:
    """Why a choice is open; empty when it does not arise or was made."""
    if view.recommended(path):
        return "recommended"
    if not view.missing(path):
        return ""
    answer = view.project.answers.get(path)
    return "not_sure" if answer is not None and answer.state == "not_sure" else "open"
