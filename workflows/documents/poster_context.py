"""A project → the poster that invites to its table, in one language. It knows neither template nor file format."""

from __future__ import annotations

import datetime as dt

from workflows.addresses import is_web_address
from workflows.project import Project
from workflows.schema import Definitions
from workflows.wording import Phrasebook

from .blocks import Link
from .cover import names
from .first_meeting_context import DATE, HOURS, PLACE, told_hours
from .open_checks import missing_sectors
from .poster_fields import Poster
from .qr import qr_code
from .speech import Said, Speech
from .visible import Visible

DOCUMENT = "poster"
LINK, MEETINGS = "council.contact_link", "terms_of_reference.meetings_first_year"


def poster(
    project: Project, definitions: Definitions, book: Phrasebook, language: str, today: dt.date, _version: str
) -> Poster:
    """The poster of a project as `language` writes it; ContentFault when a word is missing.

    A first meeting that is over is a date still to be set: a poster invites to what comes.
    """
    speech = Speech(Visible(definitions, project), book, language)
    name, other_name, missing_name = names(speech)
    when, where = _meeting(speech, today)
    address = speech.typed(LINK) or ""
    known = is_web_address(address)
    offered = speech.optional("council.supports")
    return Poster(
        name=name,
        other_name=other_name,
        missing_name=missing_name,
        wanted=_wanted(speech),
        when=when,
        where=where,
        asks=_asks(speech),
        offers=str(offered.text) if offered else None,
        link=Link(address, address) if known else None,
        qr=qr_code(address, speech.of(DOCUMENT, "qr_alt", address=address)) if known else None,
        link_open=None if known else speech.open(LINK),
        contact=project.letterhead.line or speech.open("contact"),
        convener=speech.typed("profile.convener"),
    )


def _meeting(speech: Speech, today: dt.date) -> tuple[Said, Said]:
    date = speech.view.value(DATE)
    if date is None or dt.date.fromisoformat(date) < today:
        return speech.open(DATE), speech.open(PLACE)
    return speech.shown(dt.date.fromisoformat(date)), speech.typed(PLACE) or speech.open(PLACE)


def _wanted(speech: Speech) -> str | None:
    """The sectors without a voice; without any member, the core ones."""
    lists = speech.view.definitions.lists
    sectors = missing_sectors(speech.view) if speech.view.seated() else lists["core_sectors"]
    return "\u00a0· ".join(speech.say(f"sectors.{sector}") for sector in sectors) or None


def _asks(speech: Speech) -> str:
    """How often and how long, as far as it was answered."""
    meetings, hours = speech.view.value(MEETINGS), speech.view.value(HOURS)
    if meetings and hours:
        return speech.of(DOCUMENT, "asks", n=meetings, hours=told_hours(hours))
    return speech.of(DOCUMENT, "asks_meetings", n=meetings) if meetings else speech.of(DOCUMENT, "asks_open")
