"""The letter that invites a sector, an organization or a person to the table: its paragraphs, without a signature.

The card of a sector shows it as text to copy; the document of letters prints it. It knows no card and no document.
"""

from __future__ import annotations

import datetime as dt

from workflows.addresses import is_web_address
from workflows.conditions import applies
from workflows.phrases import Literal, Phrase, Words, phrase
from workflows.project import Project
from workflows.schema import Definitions

OWN_VOICE = "newcomers"
"""The sector whose members speak for themselves and for no organization."""


def letter_to(
    definitions: Definitions, project: Project, sector: str, called: Words, today: dt.date, own_voice: bool = False
) -> tuple[tuple[Words, ...], ...]:
    """The paragraphs, each of one or more sentences, to a sector (its id, "" for none), from a partnership `called` so.

    What was not answered is left out, and so is a first meeting that is over. `own_voice` writes to somebody who
    speaks for no organization, as the letter to the sector of newcomers always does.
    """
    heart = (Phrase(f"seats.letters.{sector}"),) if sector else ()
    asked = phrase("deck.letter.asked_own" if own_voice or sector == OWN_VOICE else "deck.letter.asked")
    purpose = phrase("deck.letter.purpose", name=called)
    told: tuple[tuple[Words, ...], ...] = (
        (phrase("deck.letter.greeting"),),
        (purpose,),
        heart,
        (asked,),
        _practical(definitions, project, today),
        (phrase("deck.letter.closing"),),
    )
    return tuple(paragraph for paragraph in told if paragraph)


def _practical(definitions: Definitions, project: Project, today: dt.date) -> tuple[Words, ...]:
    """How often, when and where, with what help, in which language, and where to read more."""
    told: list[Words] = []
    if meetings := project.value("terms_of_reference.meetings_first_year"):
        told.append(phrase("deck.letter.meetings", n=meetings))
    told.extend(_first_meeting(definitions, project, today))
    if offered := project.value("council.supports"):
        items = tuple(Phrase(f"documents.clauses.supports.{one}") for one in offered)
        told.append(phrase("deck.letter.supports", items=items))
    told.append(phrase("deck.letter.languages"))
    address = str(project.value("council.contact_link") or "")
    if is_web_address(address):
        told.append(phrase("deck.letter.link", address=Literal(address)))
    return tuple(told)


def _first_meeting(definitions: Definitions, project: Project, today: dt.date) -> tuple[Words, ...]:
    date = project.value("council.first_meeting")
    if not date or dt.date.fromisoformat(date) < today:
        return ()
    day = dt.date.fromisoformat(date)
    asked = definitions.question("council.first_meeting_place")
    place = project.value(asked.path) if applies(asked, project) else None
    if not place:
        return (phrase("deck.letter.first_meeting", date=day),)
    return (phrase("deck.letter.first_meeting_place", date=day, place=Literal(str(place).rstrip(" ."))),)
