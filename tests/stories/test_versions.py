"""A version is saved before the council meets; later everybody sees what changed since, as a card and as a document."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.__main__ import main
from tests.stories.gathering import sends_file
from tests.stories.telling import ON_BOTH, arrives, exported, project_of, terms_quickly
from tests.support.house import House
from tests.support.person import Person
from workflows.project import Project

NAMES = {"en": "Sent to the council of 3 March", "fr": "Envoyée au conseil du 3 mars"}
BEFORE = {"en": "A town where people stay.", "fr": "Une ville où l’on reste."}
AFTER = {"en": "A town where people want to stay.", "fr": "Une ville où l’on veut rester."}
SIGNS = {"en": "[+ want to +]", "fr": "[− reste. −]"}
EXPORT = {"en": "/export", "fr": "/exporter"}
VISION = "terms_of_reference.vision"

either = pytest.mark.parametrize("language", ["en", "fr"])


async def says_vision(person: Person, text: str) -> None:
    """She writes the vision of the partnership."""
    await person.says("/home")
    await person.taps(press=("step", "terms_of_reference"))
    await person.taps(press=("review", "terms_of_reference"))
    for page in range(1, 9):
        if VISION in targets(person):
            await person.taps(press=("change", VISION))
            await person.says(text)
            return
        await person.taps(press=("page", "", str(page)))
    raise AssertionError("The vision is on no page.")


def targets(person: Person) -> set[str]:
    """What the buttons of her card speak of."""
    return {button.press.target for button in person.screen.buttons() if button.press is not None}


async def to_versions(person: Person, language: str) -> None:
    """She opens the saved versions from the drafts."""
    await person.says("/draft" if language == "en" else "/ebauche")
    await person.taps(press=("versions",))


async def saves(person: Person, language: str) -> None:
    """She saves a version under its name."""
    await to_versions(person, language)
    await person.taps(press=("name_version",))
    await person.says(NAMES[language])


@either
async def test_a_version_is_saved_and_what_changed_since_is_read_on_a_card_and_sent_as_a_document(
    house: House, language: str
) -> None:
    amina = await arrives(house, "Amina", language)
    await terms_quickly(amina, language)
    await says_vision(amina, BEFORE[language])
    await saves(amina, language)
    amina.sees("versions.saved")

    await house.restart()
    await says_vision(amina, AFTER[language])
    await to_versions(amina, language)
    await amina.taps(press=("version",))
    await amina.taps(press=("changed",))
    assert SIGNS[language] in amina.card

    for choice in ("en.docx", "fr.pdf"):
        await amina.taps(press=("draft_since", "", choice))
        amina.sees("interface.notices.drafted")
    (_, word), (_, pdf) = amina.documents[-2:]
    assert word.startswith(b"PK")
    assert pdf.startswith(b"%PDF")


@either
async def test_two_presses_at_once_and_a_name_sent_twice_make_one_version(house: House, language: str) -> None:
    amina = await arrives(house, "Amina", language)
    await to_versions(amina, language)
    payload = amina.payload(press=("name_version",))
    await amina.presses(payload)
    await amina.presses(payload)
    await amina.says(NAMES[language])
    await amina.taps(press=("versions",))
    await amina.taps(press=("name_version",))
    await amina.says(NAMES[language])
    assert [version.number for version in (await project_of(house, amina)).versions] == [1]
    await says_vision(amina, BEFORE[language])
    await saves(amina, language)
    amina.sees("versions.refused.exists")


@either
async def test_the_export_takes_the_versions_along_and_the_command_line_reads_them(
    house: House, language: str, tmp_path: Path
) -> None:
    amina = await arrives(house, "Amina", language)
    await says_vision(amina, BEFORE[language])
    await saves(amina, language)
    await says_vision(amina, AFTER[language])
    await amina.says(EXPORT[language])
    kept = exported(amina.documents[-1][1])
    assert [one["number"] for one in kept["snapshots"]] == [1]
    assert kept["history"]

    (tmp_path / "mine.json").write_text(json.dumps(kept))
    wanted = ["--document", "changes", "--since", "1", "--language", language, "--format", "md"]
    assert main(["draft", str(tmp_path / "mine.json"), *wanted, "--out", str(tmp_path / "out")]) == 0
    (file,) = (tmp_path / "out").iterdir()
    assert SIGNS[language] in file.read_text(encoding="utf-8").replace("\\", "")


@ON_BOTH
@either
async def test_taken_along_forgotten_and_brought_back_the_same_changes_are_told(house: House, language: str) -> None:
    amina = await arrives(house, "Amina", language)
    await terms_quickly(amina, language)
    await says_vision(amina, BEFORE[language])
    await saves(amina, language)
    await says_vision(amina, AFTER[language])
    before, card, document = await compares(amina, language)
    await amina.says(EXPORT[language])
    name, data = amina.documents[-1]

    await amina.says("/forget")
    await amina.taps(press=("erase", "", "me"))
    await amina.starts()
    await amina.taps(press=("language", "", language))
    await sends_file(amina, name, data)
    amina.sees("people.import.done", "people.import.versions")
    after, told, drafted = await compares(amina, language)
    assert after.id != before.id
    assert after.versions == before.versions
    assert (told, drafted) == (card, document)
    assert SIGNS[language] in told


async def compares(person: Person, language: str) -> tuple[Project, str, bytes]:
    """She looks at what changed since her version: her project, the card, and the document in her language."""
    await to_versions(person, language)
    await person.taps(press=("version",))
    await person.taps(press=("changed",))
    card = person.card
    await person.taps(press=("draft_since", "", f"{language}.docx"))
    return await project_of(person.house, person), card, person.documents[-1][1]


async def test_a_removed_version_is_gone_and_its_old_buttons_say_so(house: House) -> None:
    amina = await arrives(house, "Amina", "en")
    await saves(amina, "en")
    opened = amina.payload(press=("changed",))
    await amina.taps(press=("drop_version", "", ""))
    await amina.taps(press=("drop_version", "", "sure"))
    amina.sees("versions.dropped")
    await amina.presses(opened)
    amina.sees("versions.gone")
    assert (await project_of(house, amina)).versions == []


async def test_the_evidence_annex_is_made_from_the_menu(house: House) -> None:
    amina = await arrives(house, "Amina", "en")
    await terms_quickly(amina, "en")
    await amina.says("/draft")
    while "evidence" not in targets(amina):
        await amina.taps(press=("page",))
    await amina.taps(press=("document", "evidence"))
    await amina.taps(press=("draft", "evidence", "fr.pdf"))
    assert amina.documents[-1][1].startswith(b"%PDF")
