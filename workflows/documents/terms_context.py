"""A project → the fields of its terms of reference in one language. It knows neither the template nor a file format."""

from __future__ import annotations

import datetime as dt

from workflows.phrases import Phrase
from workflows.project import Project, Record
from workflows.schema import Definitions
from workflows.wording import Phrasebook

from .blocks import Figure, Mark
from .chart import Chart, Group, organization_chart
from .open_points import missing_sectors, open_marks, open_points
from .speech import CLAUSES, NONE, Clause, Said, Speech
from .terms_fields import Member, Point, Seat, Sector, Signatory, TermsOfReference, WorkingGroup
from .visible import MEMBERS, Visible

DOCUMENT = "terms-of-reference"
_GROUPS, _TEAMS, _BODIES = "council.working_groups", "council.action_teams", "council.bodies"


def terms_of_reference(
    project: Project, definitions: Definitions, book: Phrasebook, language: str, today: dt.date, version: str
) -> TermsOfReference:
    """The terms of reference of a project as `language` writes them; ContentFault when a word is missing.

    What was not answered is a mark of kind "open", what was only recommended one of kind "recommended".
    """
    speech = Speech(Visible(definitions, project), book, language)
    clause, items = speech.clause, speech.items
    marks = open_marks(definitions, project, DOCUMENT)
    rules = sum(speech.view.recommended(path) for path in project.answers if definitions.has(path))
    points = points_of(speech, DOCUMENT)
    name, other_name, missing_name = names(speech)
    terms = "terms_of_reference"
    return TermsOfReference(
        name=name,
        other_name=other_name,
        missing_name=missing_name,
        version=version,
        date=speech.shown(today),
        adopted_on=speech.answer(f"{terms}.adopted_on") or speech.open(f"{terms}.adopted_on"),
        recommended=speech.recommended,
        background=speech.text(f"{terms}.background"),
        facts=_facts(speech),
        legal_nature=clause(f"{terms}.legal_nature"),
        vision=speech.text(f"{terms}.vision"),
        mission=speech.text(f"{terms}.mission"),
        values_statement=speech.typed(f"{terms}.values_statement"),
        values=items(f"{terms}.values"),
        mandate=speech.text(f"{terms}.mandate"),
        authority=items(f"{terms}.authority"),
        out_of_scope=items(f"{terms}.out_of_scope"),
        catchment=_catchment(speech),
        names_first_nation=any(row.values.get("kind") == "first_nation" for row in speech.view.rows("profile.catchment")),
        holder=_holder(speech),
        signed=speech.view.value("council.holder_state") == "signed",
        holder_powers=items("council.holder_powers"),
        holder_vote=clause("council.holder_vote"),
        coordinator=_coordinator(speech),
        coordinator_employer=_sentence(speech, "council.coordinator_employer"),
        chart=_chart(speech),
        bodies=items(_BODIES),
        council_smallest=clause(f"{terms}.council_smallest"),
        council_largest=clause(f"{terms}.council_largest"),
        observers=speech.optional("council.government_observers"),
        members_open=speech.open(MEMBERS) if MEMBERS in marks else None,
        sectors=_sectors(speech),
        missing_sectors=_missing_sectors(speech),
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
        meeting_hours=clause(f"{terms}.meeting_hours"),
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
        groups=tuple(_group(speech, row) for row in speech.view.rows(_GROUPS)),
        groups_open=speech.open(_GROUPS) if _GROUPS in marks else None,
        loose_teams=_teams(speech, None),
        lived_target=clause("council.lived_target"),
        equity=items(f"{terms}.equity"),
        supports=clause("council.supports"),
        languages=clause(f"{terms}.languages"),
        language_parity=clause(f"{terms}.language_parity"),
        rif_seat=clause("council.rif_seat"),
        francophone_seats=clause("council.francophone_seats"),
        indigenous=_indigenous(speech, "indigenous" in marks),
        land=speech.typed(f"{terms}.land_acknowledgement"),
        land_open=speech.open("land") if "land" in marks else None,
        confidential=clause(f"{terms}.confidential"),
        minutes=clause(f"{terms}.minutes"),
        spokespersons=clause(f"{terms}.spokespersons"),
        in_kind_log=clause(f"{terms}.in_kind_log"),
        reports_to=clause(f"{terms}.reports_to"),
        review_month=_review(speech),
        amendment_rule=clause(f"{terms}.amendment_rule"),
        dissolution=clause(f"{terms}.dissolution"),
        signatories=_signatories(speech),
        members=tuple(_member(speech, row) for row in speech.view.seated()),
        points=points,
        points_count=speech.say("points_count", n=len(points)),
        rules_count=speech.say("rules_count", n=rules) if rules else None,
    )


def names(speech: Speech) -> tuple[Said, Said, Mark | None]:
    """The name to print, the name in the other language, and the mark of a name missing in this language.

    A partnership named in the other language only is called by that name, and its own is marked as missing.
    """
    own_path, other_path = (
        speech.view.definitions.names[language] for language in sorted(("en", "fr"), key=speech.language.__ne__)
    )
    own, other = speech.typed(own_path), speech.typed(other_path)
    if own is None and other is not None:
        return other, other, speech.open(own_path)
    return own or speech.open(own_path), other or speech.open(other_path), None


def points_of(speech: Speech, document: str) -> tuple[Point, ...]:
    """The lines of the list of open points."""
    told = open_points(speech.view.definitions, speech.view.project, document)
    return tuple(Point(n, speech.book.text(point.label, speech.language)) for n, point in enumerate(told, 1))


def _sentence(speech: Speech, path: str) -> Said:
    """A typed name in its sentence, or its mark."""
    name = speech.typed(path)
    return speech.say(path.rpartition(".")[2], name=name) if name else speech.open(path)


def _facts(speech: Speech) -> tuple[str, ...]:
    view = speech.view
    told = []
    population, year = view.value("profile.population"), view.value("profile.population_year")
    if population is not None:
        told.append(
            speech.say("facts.population_year", n=population, year=str(year))
            if year
            else speech.say("facts.population", n=population)
        )
    if (arrivals := view.value("profile.newcomers_a_year")) is not None:
        told.append(speech.say("facts.arrivals", n=arrivals))
    groups = [f"{CLAUSES}.newcomer_groups.{group}" for group in view.value("profile.newcomer_groups") or ()]
    if groups:
        told.append(speech.say("facts.groups", items=tuple(map(Phrase, groups))))
    tables = [row for row in view.rows("profile.existing_tables") if row.values.get("active") != "no"]
    if tables:
        texts = (speech.title(row, "profile.existing_tables") for row in tables)
        told.append(speech.say("facts.tables", items=speech.listed(texts)))
    return tuple(told)


def _catchment(speech: Speech) -> tuple[Said, ...]:
    lines: list[Said] = []
    for row in speech.view.rows("profile.catchment"):
        place, kind, note = (speech.cell(f"profile.catchment.{name}", row) for name in ("place", "kind", "note"))
        if kind and row.values["kind"] != "other":
            place = speech.say("place_kind", place=place, kind=Phrase(f"{CLAUSES}.place_kinds.{row.values['kind']}"))
        lines.append(speech.say("place_note", place=place, note=note) if note else place)
    return tuple(lines) or (speech.open("profile.catchment"),)


def _holder(speech: Speech) -> Clause:
    state = speech.view.value("council.holder_state")
    if state in (None, "none_yet"):
        return Clause(speech.say("holder.none_yet"), speech.open("holder"))
    name = speech.typed("council.holder_name")
    if name is None:
        return Clause(speech.say(f"holder.{state}_unnamed"), speech.open("council.holder_name"))
    return Clause(speech.say(f"holder.{state}", name=name))


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
    return Clause(speech.say("quorum_number", n=speech.view.value(number)), speech.noted(rule))


def _review(speech: Speech) -> Clause:
    path = "terms_of_reference.review_month"
    month = speech.view.value(path)
    if month is None:
        return Clause(speech.open(path))
    return Clause(speech.say("review_month", month=Phrase(f"{CLAUSES}.months.{month}")), speech.noted(path))


def _indigenous(speech: Speech, is_open: bool) -> Clause:
    relation = speech.view.value("council.indigenous_relation") or "not_approached"
    return Clause(speech.say(f"indigenous_relation.{relation}"), speech.open("indigenous") if is_open else None)


def _chart(speech: Speech) -> Figure:
    bodies = speech.view.value(_BODIES) or ()

    def body(name: str) -> str | None:
        return speech.say(f"chart.{name}") if name in bodies else None

    groups = tuple(
        Group(speech.title(row, _GROUPS), _team_names(speech, row.id)) for row in speech.view.rows(_GROUPS)
    )
    if not groups and "working_groups" in bodies:
        groups = (Group(speech.say("chart.working_groups")),)
    chart = Chart(speech.say("chart.council"), body("executive"), body("secretariat"), groups, body("advisory_table"))
    return organization_chart(chart, speech.say("chart.alt"))


def _sectors(speech: Speech) -> tuple[Sector, ...]:
    question = speech.view.definitions.question(f"{MEMBERS}.sectors")
    seated = speech.view.seated()
    told = []
    for sector in question.options:
        rows = [row for row in seated if sector in (row.values.get("sectors") or ())]
        if rows:
            told.append(Sector(speech.option(question, sector), tuple(_seat(speech, row) for row in rows)))
    without = [row for row in seated if not row.values.get("sectors")]
    if without:
        told.append(Sector(speech.open("member_sector"), tuple(_seat(speech, row) for row in without)))
    return tuple(told)


def _seat(speech: Speech, row: Record) -> Seat:
    holder = speech.cell(f"{MEMBERS}.organization", row) or speech.title(row, MEMBERS)
    kind, state = (speech.cell(f"{MEMBERS}.{name}", row) or NONE for name in ("seat", "state"))
    return Seat(holder, kind, state)


def _missing_sectors(speech: Speech) -> tuple[str, ...]:
    question = speech.view.definitions.question(f"{MEMBERS}.sectors")
    plans = {row.values.get("sector"): row for row in speech.view.rows("council.sector_plans")}
    told = []
    for sector in missing_sectors(speech.view):
        label = speech.option(question, sector)
        plan = plans.get(sector)
        if plan is not None:
            who, month = (speech.cell(f"council.sector_plans.{name}", plan) for name in ("who_asks", "by_when"))
            key = "sector_plan_month" if month else "sector_plan"
            label = speech.say(key, sector=label, who=who, **({"month": month} if month else {}))
        told.append(label)
    return tuple(told)


def _team_names(speech: Speech, group: str | None) -> tuple[str, ...]:
    """The action teams of a group, or those of no group that still exists."""
    groups = {row.id for row in speech.view.rows(_GROUPS)}
    rows = [row for row in speech.view.rows(_TEAMS)]
    kept = [row for row in rows if (row.values.get("group") if row.values.get("group") in groups else None) == group]
    return tuple(speech.title(row, _TEAMS) for row in kept)


def _teams(speech: Speech, group: str | None) -> str | None:
    names_of = _team_names(speech, group)
    return speech.shown(speech.listed(names_of)) if names_of else None


def _group(speech: Speech, row: Record) -> WorkingGroup:
    focus, chair, ends = (speech.cell(f"{_GROUPS}.{name}", row) or NONE for name in ("focus", "chair", "ends"))
    return WorkingGroup(speech.title(row, _GROUPS), focus, chair, ends, _teams(speech, row.id) or NONE)


def _member(speech: Speech, row: Record) -> Member:
    person, organization, seat, alternate, ends = (
        speech.cell(f"{MEMBERS}.{name}", row) for name in ("person", "organization", "seat", "alternate", "term_end")
    )
    return Member(
        person or speech.open("person"), organization or NONE, seat or NONE, alternate or NONE, ends or NONE
    )


def _signatories(speech: Speech) -> tuple[Signatory, ...]:
    path = "terms_of_reference.signatories"
    rows = [
        Signatory(*(speech.cell(f"{path}.{name}", row) for name in ("organization", "person", "role")))
        for row in speech.view.rows(path)
    ]
    return tuple(rows) or (Signatory(speech.open(path), "", ""),)


