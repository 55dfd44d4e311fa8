"""A project → the fields of its council roster in one language. It knows neither the template nor a file format."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from workflows.project import Project, Record
from workflows.schema import Definitions
from workflows.seats import Sector, grid
from workflows.wording import Phrasebook

from .cover import names, points_count, points_of
from .open_checks import missing_sectors
from .open_points import open_marks
from .roster_fields import GridBand, GridSector, Roster, RosterMember
from .speech import NONE, Said, Speech
from .visible import MEMBERS, Visible

DOCUMENT = "roster"
PLANS = "council.sector_plans"
_STATES = ("accepted", "", "invited", "idea")
"""The states of a seat, the surest first; "" is a member whose state nobody has said."""
_FEWEST = 5
"""The fewest answers from which a share is printed: below it, a share would point at people."""


def roster(
    project: Project, definitions: Definitions, book: Phrasebook, language: str, today: dt.date, version: str
) -> Roster:
    """The council roster and seat grid of a project as `language` writes them; ContentFault when a word is missing."""
    speech = Speech(Visible(definitions, project), book, language)
    points = points_of(speech, DOCUMENT, version)
    name, other_name, missing_name = names(speech)
    marks = open_marks(definitions, project, DOCUMENT)
    sectors = grid(definitions, project)
    bands = (("core", [one for one in sectors if one.core]), ("others", [one for one in sectors if not one.core]))
    return Roster(
        name=name,
        other_name=other_name,
        missing_name=missing_name,
        version=version,
        date=speech.shown(today),
        counts=_counts(speech, sectors),
        bands=tuple(
            GridBand(speech.of(DOCUMENT, title), tuple(_sector(speech, one) for one in rows)) for title, rows in bands
        ),
        members=tuple(_member(speech, row) for row in speech.view.seated()),
        members_open=speech.open(MEMBERS) if MEMBERS in marks else None,
        points=points,
        points_count=points_count(speech, len(points)),
    )


def planned(speech: Speech) -> dict[str, Record]:
    """Who asks a sector, by sector."""
    return {str(row.values.get("sector")): row for row in speech.view.rows(PLANS) if row.values.get("who_asks")}


def _here(sector: Sector) -> tuple[Record, ...]:
    return tuple(row for row in sector.members if row.values.get("state") != "declined")


def _state(rows: Sequence[Record]) -> str:
    """The surest state among some members, as a word of the grid."""
    found = [_STATES.index(state) for row in rows if (state := row.values.get("state") or "") in _STATES]
    return {"accepted": "filled", "": "named"}.get(_STATES[min(found)], _STATES[min(found)]) if found else "empty"


def _sector(speech: Speech, sector: Sector) -> GridSector:
    rows, plan = _here(sector), planned(speech).get(sector.id)
    who: Said = speech.cell(f"{PLANS}.who_asks", plan) if plan else NONE
    if not plan and sector.id in missing_sectors(speech.view):
        who = speech.open("missing_sectors")
    return GridSector(
        name=speech.option(speech.view.definitions.question(f"{MEMBERS}.sectors"), sector.id),
        state=speech.of(DOCUMENT, f"states.{_state(rows)}"),
        here=tuple(_named(speech, row) for row in rows) or (NONE,),
        who_asks=who,
        by_when=(speech.cell(f"{PLANS}.by_when", plan) if plan else "") or NONE,
    )


def _named(speech: Speech, row: Record) -> str:
    organization, person = (speech.cell(f"{MEMBERS}.{name}", row) for name in ("organization", "person"))
    if organization and person:
        return speech.of(DOCUMENT, "here", organization=organization, person=person)
    return organization or person or NONE


def _member(speech: Speech, row: Record) -> RosterMember:
    def cell(name: str) -> str:
        return speech.cell(f"{MEMBERS}.{name}", row)

    return RosterMember(
        person=cell("person") or speech.open("person"),
        organization=cell("organization") or NONE,
        sectors=cell("sectors") or speech.open("member_sector"),
        seat=cell("seat") or NONE,
        state=cell("state") or NONE,
        term_end=cell("term_end") or NONE,
        alternate=cell("alternate") or NONE,
    )


def _counts(speech: Speech, sectors: Sequence[Sector]) -> tuple[str, ...]:
    """Sentences on the whole council, as far as something was answered."""
    rows = speech.view.seated()
    if not rows:
        return ()
    told = [speech.of(DOCUMENT, "members", n=len(rows))]
    for state in ("accepted", "invited", "idea"):
        if n := sum(row.values.get("state") == state for row in rows):
            told.append(speech.of(DOCUMENT, f"counts.{state}", n=n))
    core = [one for one in sectors if one.core]
    told.append(
        speech.of(
            DOCUMENT,
            "sectors",
            n=sum(map(_filled, sectors)),
            total=len(sectors),
            filled=sum(map(_filled, core)),
            core=len(core),
        )
    )
    return (*told, *_francophone(speech, rows), *_experience(speech, rows))


def _filled(sector: Sector) -> bool:
    return bool(_here(sector))


def _francophone(speech: Speech, rows: Sequence[Record]) -> tuple[str, ...]:
    wanted = speech.view.value("council.francophone_seats")
    have = sum("francophone" in (row.values.get("sectors") or ()) for row in rows)
    if wanted is None:
        return (speech.of(DOCUMENT, "francophone", n=have),) if have else ()
    return (speech.of(DOCUMENT, "francophone_seats", n=wanted, have=have),)


def _experience(speech: Speech, rows: Sequence[Record]) -> tuple[str, ...]:
    """The share with lived experience among those who answered; no share where it would say something of one person."""
    told = [row.values["lived_experience"] for row in rows if row.values.get("lived_experience") in ("yes", "no")]
    target = speech.view.value("council.lived_target")
    lines = []
    if told:
        yes = told.count("yes")
        if len(told) >= _FEWEST and 0 < yes < len(told):
            share = round(100 * yes / len(told))
            lines.append(speech.of(DOCUMENT, "experience", n=len(told), share=share))
        else:
            lines.append(speech.of(DOCUMENT, "experience_few"))
    if target is not None:
        lines.append(speech.of(DOCUMENT, "target", n=target))
    return tuple(lines)
