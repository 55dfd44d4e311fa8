"""A project → the fields of its terms of reference in one language. It knows neither the template nor a file format."""

from __future__ import annotations

import datetime as dt

from workflows.adoption import ADOPTED_ON
from workflows.phrases import Phrase
from workflows.project import Project
from workflows.schema import Definitions
from workflows.wording import Phrasebook

from .blocks import Figure
from .chart import Chart, Group, organization_chart
from .cover import ever_adopted, log_of, names, points_count, points_of, settled
from .first_meeting_context import HOURS, told_hours
from .francophone_rows import french_terms
from .glossary_annex import PLACE
from .open_points import open_marks
from .plan_measures import rhythm
from .speech import Clause, Said, Speech
from .terms_fields import TermsOfReference
from .terms_rows import (
    GROUPS,
    PLACES,
    catchment,
    facts,
    member,
    sectors,
    signatories,
    team_names,
    teams,
    unheard_sectors,
    working_group,
)
from .visible import MEMBERS, Visible

DOCUMENT = "terms-of-reference"
_BODIES = "council.bodies"


def terms_of_reference(
    project: Project, definitions: Definitions, book: Phrasebook, language: str, today: dt.date, version: str
) -> TermsOfReference:
    """The terms of reference of a project as `language` writes them; ContentFault when a word is missing.

    What was not answered is a mark of kind "open", what was only recommended one of kind "recommended".
    """
    speech = Speech(Visible(definitions, project), book, language)
    clause, items = speech.clause, speech.items
    marks = open_marks(definitions, project, DOCUMENT)
    rules = sum(speech.view.recommended(path) for path in project.answers if definitions.has(path)) if version else 0
    points = points_of(speech, DOCUMENT, version)
    name, other_name, missing_name = names(speech)
    terms = "terms_of_reference"
    return TermsOfReference(
        name=name,
        other_name=other_name,
        missing_name=missing_name,
        version=version,
        date=speech.shown(today),
        adopted_on=speech.answer(ADOPTED_ON) or speech.open(ADOPTED_ON),
        adopted=ever_adopted(speech, version, today),
        settled=settled(speech, version),
        log=log_of(speech, version, today),
        recommended=speech.recommended,
        background=speech.text(f"{terms}.background"),
        facts=facts(speech),
        legal_nature=clause(f"{terms}.legal_nature"),
        vision=speech.text(f"{terms}.vision"),
        mission=speech.text(f"{terms}.mission"),
        values_statement=speech.typed(f"{terms}.values_statement"),
        values=items(f"{terms}.values"),
        mandate=speech.text(f"{terms}.mandate"),
        authority=items(f"{terms}.authority"),
        out_of_scope=items(f"{terms}.out_of_scope"),
        catchment=catchment(speech),
        names_first_nation=any(row.values.get("kind") == "first_nation" for row in speech.view.rows(PLACES)),
        holder=_holder(speech),
        signed=speech.view.value("council.holder_state") == "signed",
        holder_powers=items("council.holder_powers"),
        holder_vote=clause("council.holder_vote"),
        convener=_convener(speech),
        coordinator=_coordinator(speech),
        coordinator_employer=_sentence(speech, "council.coordinator_employer"),
        chart=_chart(speech),
        bodies=items(_BODIES),
        council_smallest=clause(f"{terms}.council_smallest"),
        council_largest=clause(f"{terms}.council_largest"),
        observers=speech.optional("council.government_observers"),
        members_open=speech.open(MEMBERS) if MEMBERS in marks else None,
        sectors=sectors(speech),
        missing_sectors=unheard_sectors(speech),
        missing_sectors_open=speech.open("missing_sectors") if "missing_sectors" in marks else None,
        recruitment=clause("council.recruitment"),
        term_years=clause(f"{terms}.term_years"),
        term_renewals=clause(f"{terms}.term_renewals"),
        staggered=clause(f"{terms}.staggered"),
        absences=clause(f"{terms}.absences"),
        chair_model=clause(f"{terms}.chair_model"),
        chair_sources=items(f"{terms}.chair_sources"),
        chair_years=clause(f"{terms}.chair_years"),
        meetings_first_year=clause(f"{terms}.meetings_first_year"),
        meetings_later=clause(f"{terms}.meetings_later"),
        meeting_hours=_meeting_length(speech),
        meeting_format=clause(f"{terms}.meeting_format"),
        meeting_time=speech.optional(f"{terms}.meeting_time"),
        notice_days=clause(f"{terms}.notice_days"),
        first_meeting=speech.answer("council.first_meeting"),
        quorum_rule=_quorum(speech),
        quorum_fallback=clause(f"{terms}.quorum_fallback"),
        decision_rule=clause(f"{terms}.decision_rule"),
        electronic_votes=clause(f"{terms}.electronic_votes"),
        conflict_statement=speech.typed(f"{terms}.conflict_statement"),
        conflict_events=items(f"{terms}.conflict_events"),
        conflict_action=clause(f"{terms}.conflict_action"),
        letters_rule=clause(f"{terms}.letters_rule"),
        has_groups="working_groups" in (speech.view.value(_BODIES) or ()),
        groups=tuple(working_group(speech, row) for row in speech.view.rows(GROUPS)),
        groups_open=speech.open(GROUPS) if GROUPS in marks else None,
        loose_teams=teams(speech, None),
        lived_target=clause("council.lived_target"),
        equity=items(f"{terms}.equity"),
        supports=clause("council.supports"),
        languages=clause(f"{terms}.languages"),
        language_parity=clause(f"{terms}.language_parity"),
        rif_seat=clause("council.rif_seat"),
        francophone_seats=clause("council.francophone_seats"),
        french=french_terms(speech),
        indigenous=_indigenous(speech, "indigenous" in marks),
        land=speech.typed(f"{terms}.land_acknowledgement"),
        land_open=speech.open("land") if "land" in marks else None,
        confidential=clause(f"{terms}.confidential"),
        minutes=clause(f"{terms}.minutes"),
        spokespersons=clause(f"{terms}.spokespersons"),
        in_kind_log=clause(f"{terms}.in_kind_log"),
        reports_to=clause(f"{terms}.reports_to"),
        evaluation=rhythm(speech),
        review_month=_review(speech),
        amendment_rule=clause(f"{terms}.amendment_rule"),
        dissolution=clause(f"{terms}.dissolution"),
        signatories=signatories(speech),
        members=tuple(member(speech, row) for row in speech.view.seated()),
        glossary=PLACE,
        points=points,
        points_count=points_count(speech, len(points)),
        rules_count=speech.say("rules_count", n=rules) if rules else None,
    )


def _sentence(speech: Speech, path: str) -> Said:
    """A typed name in its sentence, or its mark."""
    name = speech.typed(path)
    return speech.say(path.rpartition(".")[2], name=name) if name else speech.open(path)


def _holder(speech: Speech) -> Clause:
    state = speech.view.value("council.holder_state")
    if state in (None, "none_yet"):
        return Clause(speech.say("holder.none_yet"), speech.open("holder"))
    name = speech.typed("council.holder_name")
    if name is None:
        return Clause(speech.say(f"holder.{state}_unnamed"), speech.open("council.holder_name"))
    return Clause(speech.say(f"holder.{state}", name=name))


def _meeting_length(speech: Speech) -> Clause:
    """How long a meeting lasts, in minutes where the hours are not whole, as on the agenda and the poster."""
    hours = speech.view.said(HOURS)
    if hours is None:
        return Clause(speech.open(HOURS))
    return Clause(speech.say("meeting_hours", length=told_hours(hours)), speech.noted(HOURS))


def _convener(speech: Speech) -> str | None:
    name = speech.typed("profile.convener")
    return speech.say("convener", name=name) if name else None


def _coordinator(speech: Speech) -> Said:
    hours = speech.view.value("council.coordinator_hours")
    name = speech.typed("council.coordinator")
    if name and hours:
        return speech.say("coordinator_hours", n=hours, name=name)
    return _sentence(speech, "council.coordinator")


def _quorum(speech: Speech) -> Clause:
    rule, number = "terms_of_reference.quorum_rule", "terms_of_reference.quorum_number"
    if speech.view.value(rule) != "fixed_number":
        return speech.clause(rule)
    if speech.view.missing(number):
        return Clause(speech.open(number))
    return Clause(speech.say("quorum_number", n=speech.view.said(number)), speech.noted(rule))


def _review(speech: Speech) -> Clause:
    path = "terms_of_reference.review_month"
    month = speech.view.said(path)
    if month is None:
        return Clause(speech.open(path))
    return Clause(speech.say("review_month", month=Phrase(f"lists.months.{month}")), speech.noted(path))


def _indigenous(speech: Speech, is_open: bool) -> Clause:
    relation = speech.view.value("council.indigenous_relation") or "not_approached"
    return Clause(speech.say(f"indigenous_relation.{relation}"), speech.open("indigenous") if is_open else None)


def _chart(speech: Speech) -> Figure:
    bodies = speech.view.value(_BODIES) or ()

    def body(name: str) -> str | None:
        return speech.say(f"chart.{name}") if name in bodies else None

    groups = tuple(Group(speech.title(row, GROUPS), team_names(speech, row.id)) for row in speech.view.rows(GROUPS))
    if not groups and "working_groups" in bodies:
        groups = (Group(speech.say("chart.working_groups")),)
    chart = Chart(speech.say("chart.council"), body("executive"), body("secretariat"), groups, body("advisory_table"))
    return organization_chart(chart, speech.say("chart.alt"))
