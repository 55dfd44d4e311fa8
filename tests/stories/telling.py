"""What stories say often: arriving, walking the short path, reading answers back from the database."""

from __future__ import annotations

import io
import json
import zipfile
from typing import Any

import pytest

from tests.support.house import House
from tests.support.person import Person
from workflows.project import Project

ON_BOTH = pytest.mark.parametrize("house", ["sqlite", "postgresql"], indirect=True)
"""For stories that are told over each kind of database."""
MEMBERS = {
    "en": "Amina Diallo; Kenora Public Library; libraries\n"
    "Joe Strong; City of Kenora; government\nMarie Roy; Health Unit; health",
    "fr": "Amina Diallo; Bibliothèque; bibliothèques\n"
    "Luc Roy; Ville de Hearst; municipalité\nMarie Gagné; Bureau de santé; santé",
}
ACTIONS = {
    "en": "Four library talks; 1; Public Library; November 2027; LIP budget; people who name a change; 7\n"
    "A referral path with three clinics; 2; Health Unit; June 2027; partner in kind; clinics using it; 2\n"
    "A hiring checklist; 1; Chamber of Commerce; March 2028; to be found; employers using it; 4",
    "fr": "Quatre causeries; 1; Bibliothèque; novembre 2027; budget du PLI; personnes qui nomment un changement; 7\n"
    "Un parcours d’aiguillage; 2; Bureau de santé; juin 2027; en nature; cliniques qui l’utilisent; 2\n"
    "Une liste pour embaucher; 1; Chambre de commerce; mars 2028; à trouver; employeurs qui s’en servent; 4",
}
NAMES = {"en": "Kenora Local Immigration Partnership", "fr": "Partenariat local en matière d’immigration de Hearst"}
PRIORITIES = {
    "en": "Jobs that fit; workplace\nA welcoming town; inclusion",
    "fr": "Des emplois; travail\nUn milieu ouvert; inclusion",
}


async def arrives(house: House, name: str, language: str) -> Person:
    """Somebody who has pressed Start, confirmed the language and named a partnership."""
    person = Person(house, name, language_code=language)
    await person.starts()
    await person.taps(press=("language", "", language))
    await person.says(NAMES[language])
    return person


async def project_of(house: House, person: Person) -> Project:
    """The project as the database has it."""
    with house.store.transaction() as tx:
        place = tx.place(person.chat, str(person.number))
        assert place is not None
        assert place.project is not None
        project = tx.project(place.project, str(person.number))
        assert project is not None
        return project


async def terms_quickly(person: Person, language: str) -> int:
    """Walk the short path to the first terms of reference; returns how many messages and taps it took."""
    steps = (
        person.taps(press=("quick", "terms-of-reference")),
        person.says("Kenora, Keewatin"),
        person.taps(press=("done",)),
        person.taps(press=("set", "council.holder_state", "candidate")),
        person.taps(press=("consent", "council.members", "names")),
        person.says(MEMBERS[language]),
        person.taps(press=("done",)),
        person.taps(press=("starter", "terms_of_reference.mandate", "planning")),
        person.taps(press=("usual", "council.bodies")),
        person.taps(press=("usual", "terms_of_reference.languages")),
        person.taps(press=("recommended", "group.rules")),
        person.taps(press=("document", "terms-of-reference")),
        person.taps(press=("draft", "terms-of-reference", f"{language}.docx")),
    )
    for step in steps:
        await step
    return len(steps)


async def plan_quickly(person: Person, language: str) -> int:
    """Walk the short path to the first action plan; returns how many messages and taps it took."""
    steps = (
        person.says("/home"),
        person.taps(press=("quick", "action-plan")),
        person.says(PRIORITIES[language]),
        person.taps(press=("done",)),
        person.says(ACTIONS[language]),
        person.taps(press=("done",)),
        person.taps(press=("document", "action-plan")),
        person.taps(press=("draft", "action-plan", f"{language}.pdf")),
    )
    for step in steps:
        await step
    return len(steps)


def exported(data: bytes) -> dict[str, Any]:
    """The JSON in the zip of an export."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        name = next(one for one in archive.namelist() if one.endswith(".json"))
        told: dict[str, Any] = json.loads(archive.read(name))
    return told
