"""A project → the agenda of its first meeting in one language. It knows neither the template nor a file format."""

from __future__ import annotations

import datetime as dt

from workflows.phrases import Phrase
from workflows.project import Project
from workflows.schema import Definitions
from workflows.wording import Phrasebook

from .agenda import agenda
from .cover import names
from .first_meeting_fields import AgendaItem, Decision, FirstMeeting
from .speech import Clause, Items, Speech
from .terms_rows import facts, unheard_sectors
from .visible import Visible

DOCUMENT = "first_meeting"
DATE, PLACE = "council.first_meeting", "council.first_meeting_place"
HOURS = "terms_of_reference.meeting_hours"
DECISIONS = (
    "terms_of_reference.languages",
    "council.francophone_seats",
    "council.rif_seat",
    "terms_of_reference.chair_model",
    "terms_of_reference.decision_rule",
    "terms_of_reference.meetings_first_year",
    "terms_of_reference.conflict_action",
    "terms_of_reference.minutes",
    "council.supports",
)
"""What a council can decide the first time it meets; the rest of the terms needs reading first."""


def first_meeting(
    project: Project, definitions: Definitions, book: Phrasebook, language: str, _today: dt.date, _version: str
) -> FirstMeeting:
    """The agenda of the first meeting as `language` writes it; ContentFault when a word is missing.

    Its minutes add up to the hours answered for a meeting, or else to those recommended.
    """
    speech = Speech(Visible(definitions, project), book, language)
    name, other_name, missing_name = names(speech)
    hours = meeting_hours(speech)
    items = agenda(round(hours * 60))
    return FirstMeeting(
        name=name,
        other_name=other_name,
        missing_name=missing_name,
        day=speech.answer(DATE) or speech.open(DATE),
        place=speech.typed(PLACE) or speech.open(PLACE),
        length=_length(speech, hours),
        convener=speech.text("profile.convener"),
        coordinator=speech.typed("council.coordinator") or "",
        items=tuple(
            AgendaItem(number, speech.of(DOCUMENT, f"items.{item}"), speech.of(DOCUMENT, f"who.{item}"), minutes)
            for number, (item, minutes) in enumerate(items, 1)
        ),
        total=sum(minutes for _, minutes in items),
        land=speech.typed("terms_of_reference.land_acknowledgement"),
        land_open=speech.open("land") if speech.view.value("terms_of_reference.land_state") != "agreed" else None,
        active_offer=_active_offer(speech),
        background=speech.typed("terms_of_reference.background"),
        facts=facts(speech),
        mandate=speech.text("terms_of_reference.mandate"),
        decisions=tuple(_decision(speech, path) for path in DECISIONS if speech.view.asked(path)),
        missing_sectors=unheard_sectors(speech),
    )


def meeting_hours(speech: Speech) -> float:
    """The hours of a meeting: those answered, or those recommended."""
    return float(speech.view.value(HOURS) or speech.view.definitions.question(HOURS).recommended)


def told_hours(hours: float) -> Phrase:
    """A length of time in hours, or in minutes where these are not whole."""
    if hours == int(hours):
        return Phrase("documents.first_meeting.length", {"n": int(hours)})
    return Phrase("documents.first_meeting.minutes", {"n": round(hours * 60)})


def _length(speech: Speech, hours: float) -> Clause:
    return Clause(
        speech.shown(told_hours(hours)), speech.recommended if speech.view.missing(HOURS) else speech.noted(HOURS)
    )


def _active_offer(speech: Speech) -> Items | None:
    path = "terms_of_reference.active_offer"
    return None if speech.view.value(path) is None else speech.items(path)


def _decision(speech: Speech, path: str) -> Decision:
    question = speech.view.definitions.question(path)
    return Decision(speech.label(question), speech.clause(path))
