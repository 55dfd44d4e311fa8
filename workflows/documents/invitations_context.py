"""A project → its letters of invitation in one language. It knows neither the template nor a file format.

A letter goes to each member who is an idea or invited, and to each sector without a seat that somebody is to ask.
"""

from __future__ import annotations

import datetime as dt

from workflows.letters import OWN_VOICE, letter_to
from workflows.phrases import Literal
from workflows.project import Project, Record
from workflows.schema import Definitions
from workflows.seats import Sector, grid
from workflows.wording import Phrasebook

from .cover import names
from .invitations_fields import Invitations, Letter
from .roster_context import PLANS, planned
from .speech import NONE, Said, Speech
from .visible import MEMBERS, Visible

DOCUMENT = "invitations"
_TO_INVITE = ("idea", "invited")


def invitations(
    project: Project, definitions: Definitions, book: Phrasebook, language: str, today: dt.date, version: str
) -> Invitations:
    """The letters of invitation of a project as `language` writes them; ContentFault when a word is missing.

    With nobody to invite there is one model letter, whose blanks are marks.
    """
    speech = Speech(Visible(definitions, project), book, language)
    name, other_name, missing_name = names(speech)
    writer = _Writer(speech, str(name), today)
    members = [row for row in speech.view.seated() if row.values.get("state") in _TO_INVITE]
    empty = [one for one in grid(definitions, project) if one.id in planned(speech) and not one.filled]
    letters = [writer.to_member(number, row) for number, row in enumerate(members, 1)]
    letters += [writer.to_sector(number, one) for number, one in enumerate(empty, len(letters) + 1)]
    place = speech.typed("profile.place")
    day = speech.shown(today)
    convener = speech.typed("profile.convener")
    return Invitations(
        name=name,
        other_name=other_name,
        missing_name=missing_name,
        version=version,
        date=day,
        place_date=speech.of(DOCUMENT, "place_date", place=place, date=day) if place else day,
        count=speech.of(DOCUMENT, "count", n=len(letters)) if letters else speech.of(DOCUMENT, "model"),
        on_behalf=speech.of(DOCUMENT, "on_behalf", convener=convener, name=str(name)) if convener else str(name),
        letters=tuple(letters) or (writer.model(),),
    )


class _Writer:
    """Writes the letters of one partnership in one language."""

    def __init__(self, speech: Speech, called: str, today: dt.date) -> None:
        self._speech, self._called, self._today = speech, called, today
        self._plans = planned(speech)
        self._sectors = speech.view.definitions.question(f"{MEMBERS}.sectors")

    def to_member(self, number: int, row: Record) -> Letter:
        """The letter to a member who is an idea or invited; the first sector known gives its text."""
        person, organization = (self._speech.cell(f"{MEMBERS}.{name}", row) for name in ("person", "organization"))
        sector = next(iter(row.values.get("sectors") or ()), "")
        return self._letter(
            number,
            called=organization or person or NONE,
            to=person or organization or NONE,
            at=organization if person and organization else None,
            sector=sector,
            state=self._speech.cell(f"{MEMBERS}.state", row),
            own_voice=bool(person) and not organization,
        )

    def to_sector(self, number: int, sector: Sector) -> Letter:
        """The letter to a sector without a seat, whose organization is still to be found."""
        state = self._speech.of("roster", "states.empty")
        mark = self._speech.open("invited_person" if sector.id == OWN_VOICE else "invited_organization")
        return self._letter(number, called=mark, to=mark, at=None, sector=sector.id, state=state)

    def model(self) -> Letter:
        """The letter for anybody: its blanks are marks."""
        person, organization = (self._speech.open(f"invited_{blank}") for blank in ("person", "organization"))
        return self._letter(1, called=organization, to=person, at=organization, sector="", state=NONE)

    def _letter(
        self,
        number: int,
        called: Said,
        to: Said,
        at: Said | None,
        sector: str,
        state: str,
        own_voice: bool = False,
    ) -> Letter:
        speech, plan = self._speech, self._plans.get(sector)
        view = speech.view
        words = letter_to(view.definitions, view.project, sector, Literal(self._called), self._today, own_voice)
        asks = speech.cell(f"{PLANS}.who_asks", plan) if plan else ""
        return Letter(
            number=number,
            called=called,
            to=to,
            at=at,
            sector=speech.option(self._sectors, sector) if sector else NONE,
            state=state or NONE,
            by_when=(speech.cell(f"{PLANS}.by_when", plan) if plan else "") or NONE,
            paragraphs=tuple(
                " ".join(speech.book.text(sentence, speech.language) for sentence in paragraph) for paragraph in words
            ),
            signer=asks or speech.typed("council.coordinator") or speech.open("signer"),
        )
