"""The rows of the terms of reference: places, sectors, seats, groups, members, signatories. It fills no document."""

from __future__ import annotations

from workflows.phrases import Phrase
from workflows.project import Record

from .francophone_rows import french_facts
from .open_checks import missing_sectors
from .speech import CLAUSES, NONE, Said, Speech
from .terms_fields import Member, Seat, Sector, Signatory, WorkingGroup
from .visible import MEMBERS

GROUPS, TEAMS, PLACES = "council.working_groups", "council.action_teams", "profile.catchment"


def facts(speech: Speech) -> tuple[str, ...]:
    """Sentences on population, arrivals, growing groups, other tables and the RIF, as far as they are told."""
    view = speech.view
    told = []
    population, year = view.said("profile.population"), view.said("profile.population_year")
    if population is not None:
        told.append(
            speech.say("facts.population_year", n=population, year=str(year))
            if year
            else speech.say("facts.population", n=population)
        )
    if arrivals := view.value("profile.newcomers_a_year"):
        told.append(speech.say("facts.arrivals", n=arrivals))
    groups = [f"{CLAUSES}.newcomer_groups.{group}" for group in view.said("profile.newcomer_groups") or ()]
    if groups:
        told.append(speech.say("facts.groups", items=tuple(map(Phrase, groups))))
    tables = [row for row in view.rows("profile.existing_tables") if row.values.get("active") != "no"]
    if tables:
        texts = (speech.title(row, "profile.existing_tables") for row in tables)
        told.append(speech.say("facts.tables", items=speech.listed(texts)))
    return (*told, *french_facts(speech))


def catchment(speech: Speech) -> tuple[Said, ...]:
    """The places served, a line each, or their mark."""
    lines: list[Said] = []
    for row in speech.view.rows(PLACES):
        place, kind, note = (speech.cell(f"{PLACES}.{name}", row) for name in ("place", "kind", "note"))
        if kind and row.values["kind"] != "other":
            word = speech.say(f"place_kinds.{row.values['kind']}")
            if word.casefold() not in place.casefold():  # "Oak County" needs no "(county)"
                place = speech.say("place_kind", place=place, kind=word)
        lines.append(speech.say("place_note", place=place, note=note) if note else place)
    return tuple(lines) or (speech.open(PLACES),)


def sectors(speech: Speech) -> tuple[Sector, ...]:
    """The sectors that have a seat, in the order of the list; members without a sector last."""
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


def unheard_sectors(speech: Speech) -> tuple[str, ...]:
    """The sectors nobody speaks for yet, with who will ask where that is planned."""
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


def team_names(speech: Speech, group: str | None) -> tuple[str, ...]:
    """The action teams of a group, or those of no group that still exists."""
    groups = {row.id for row in speech.view.rows(GROUPS)}
    told = ((row, row.values.get("group")) for row in speech.view.rows(TEAMS))
    kept = (row for row, owner in told if (owner if owner in groups else None) == group)
    return tuple(speech.title(row, TEAMS) for row in kept)


def teams(speech: Speech, group: str | None) -> str | None:
    """The same as a list of this language; None when there is none."""
    names_of = team_names(speech, group)
    return speech.shown(speech.listed(names_of)) if names_of else None


def working_group(speech: Speech, row: Record) -> WorkingGroup:
    """One working group with its teams."""
    focus, chair, ends = (speech.cell(f"{GROUPS}.{name}", row) or NONE for name in ("focus", "chair", "ends"))
    return WorkingGroup(speech.title(row, GROUPS), focus, chair, ends, teams(speech, row.id) or NONE)


def member(speech: Speech, row: Record) -> Member:
    """One line of the annex of members."""
    columns = ("organization", "seat", "state", "alternate", "term_end")
    person = speech.cell(f"{MEMBERS}.person", row) or speech.open("person")
    return Member(person, *(speech.cell(f"{MEMBERS}.{name}", row) or NONE for name in columns))


def signatories(speech: Speech) -> tuple[Signatory, ...]:
    """The lines of the signature block, at least one."""
    path = "terms_of_reference.signatories"
    rows = [
        Signatory(*(speech.cell(f"{path}.{name}", row) for name in ("organization", "person", "role")))
        for row in speech.view.rows(path)
    ]
    return tuple(rows) or (Signatory(speech.open(path), "", ""),)
