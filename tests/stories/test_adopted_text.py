"""The council adopts the terms of reference, later amends them: the number, the adopted text as a document, the log."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.__main__ import main
from tests.stories.telling import ON_BOTH, arrives, exported, project_of, terms_quickly
from tests.stories.test_versions import EXPORT, says_vision, targets, to_versions
from tests.support.house import House
from tests.support.person import Person

ADOPTED_ON = "terms_of_reference.adopted_on"
NAMES = {"en": "Sent to the council", "fr": "Envoyée au conseil"}
LATER = {"en": "A town where people want to stay.", "fr": "Une ville où l’on veut rester."}
AMENDED = {"en": "Working version", "fr": "Version de travail"}
ADOPTION = {"en": "Adoption by the council", "fr": "Adoption par le conseil"}


async def saves(person: Person, language: str) -> None:
    """She saves a version before the council meets."""
    await to_versions(person, language)
    await person.taps(press=("name_version",))
    await person.says(NAMES[language])


async def tells_the_day(person: Person, day: str) -> None:
    """The card of the version leads to the question; she answers it."""
    assert ADOPTED_ON in targets(person)
    await person.taps(press=("change", ADOPTED_ON))
    await person.says(day)


@ON_BOTH
@pytest.mark.parametrize("language", ["en", "fr"])
async def test_an_adopted_text_is_numbered_sent_and_kept_while_the_draft_goes_on(
    house: House, language: str, tmp_path: Path
) -> None:
    amina = await arrives(house, "Amina", language)
    await terms_quickly(amina, language)
    await saves(amina, language)
    await tells_the_day(amina, "2026-01-14")
    await to_versions(amina, language)
    await amina.taps(press=("version",))
    await amina.taps(press=("adopt_version",))
    amina.sees("versions.adopted.marked", "versions.adopted.facts")

    await says_vision(amina, LATER[language])
    await house.restart()
    await to_versions(amina, language)
    await amina.taps(press=("version",))
    for choice in ("en.docx", "fr.pdf"):
        await amina.taps(press=("draft_adopted", "", choice))
        amina.sees("interface.notices.drafted")
    (_, word), (_, pdf) = amina.documents[-2:]
    assert (word[:2], pdf[:4]) == (b"PK", b"%PDF")

    await amina.says(EXPORT[language])
    kept = exported(amina.documents[-1][1])
    assert [one["adopted"] for one in kept["versions"]] == ["2026-01-14"]
    (tmp_path / "mine.json").write_text(json.dumps(kept))
    settled, draft = printed(tmp_path, language, "--since", "1"), printed(tmp_path, language)
    changes = (await project_of(house, amina)).revision - kept["versions"][0]["revision"]
    assert "| Version | 1.0 |" in settled
    assert ADOPTION[language] in settled
    assert LATER[language] not in settled
    assert AMENDED[language] not in settled
    assert f"| Version | 1.{changes} |" in draft
    assert LATER[language] in draft
    assert ADOPTION[language] in draft
    assert AMENDED[language] in draft


def printed(folder: Path, language: str, *more: str) -> str:
    """The terms of reference of the export, on the command line."""
    out = folder / f"out{len(more)}"
    wanted = ["--document", "terms-of-reference", "--language", language, "--format", "md", "--out", str(out)]
    assert main(["draft", str(folder / "mine.json"), *wanted, *more]) == 0
    (file,) = out.iterdir()
    return file.read_text(encoding="utf-8")
