"""What the bot may ask of the room that thinks."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from pathlib import Path

import pytest

from tests.support.walker import Walker
from workflows.actions import Press
from workflows.errors import ContentFault, DefinitionFault
from workflows.guide import Guide, load
from workflows.knowledge import CONTENT, DEFINITIONS

TODAY = dt.date(2026, 11, 22)


@pytest.mark.parametrize("document", ["terms-of-reference", "action-plan"])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_draft_can_be_made_on_the_first_day(document: str, language: str, walker: Walker) -> None:
    assert walker.project is not None
    file = walker.guide.draft(walker.project, document, language, "docx", TODAY)
    assert zipfile.ZipFile(io.BytesIO(file.data)).testzip() is None
    assert file.name.isascii()
    assert file.name.endswith(".docx")
    assert file.open_points > 0
    for reader in ("en", "fr"):
        assert walker.guide.book.text(file.caption, reader)


def test_a_draft_says_what_was_answered(walker: Walker) -> None:
    walker.open("council.holder_name")
    walker.say("Riverbend <b>Association</b> {x}")
    walker.do(Press("ask", "council.holder_state"))
    walker.tap("set", value="signed")
    assert walker.project is not None
    text = walker.guide.draft(walker.project, "terms-of-reference", "en", "md", TODAY).data.decode()
    assert "Riverbend" in text


def test_what_telegram_shows_differs_by_language(guide: Guide) -> None:
    english, french = guide.describe("en"), guide.describe("fr")
    assert english.description != french.description
    assert len(english.commands) == len(french.commands)


def test_missing_folders_stop_the_start_with_a_fault(tmp_path: Path) -> None:
    with pytest.raises(DefinitionFault):
        load(tmp_path, CONTENT)
    with pytest.raises(ContentFault):
        load(DEFINITIONS, tmp_path)
