"""Several drafts at once: which ones, in which order, and an archive that is the same for the same answers."""

from __future__ import annotations

import datetime as dt
import io
import zipfile

import pytest

from tests.support.personas import load_persona
from tests.support.walker import the_guide
from workflows.documents.contexts import KINDS
from workflows.languages import LANGUAGES
from workflows.parcels import ALL, ways

DAY = dt.date(2026, 11, 23)
GUIDE = the_guide()


@pytest.mark.parametrize("document", KINDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_document_whose_language_and_format_are_left_open_comes_in_all_its_ways_once(
    document: str, language: str
) -> None:
    found = ways(document, language, "")
    assert found[0] == (language, KINDS[document].formats[0])
    assert len(set(found)) == len(found) == 2 * len(KINDS[document].formats)


def test_one_way_is_one_way_and_all_documents_are_one_archive() -> None:
    assert ways("poster", "fr", "pdf") == (("fr", "pdf"),)
    assert ways(ALL, "en", "") == (("en", "zip"),)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_archive_holds_every_document_in_every_format_of_the_chat_and_is_the_same_twice(language: str) -> None:
    project = load_persona("small_town", GUIDE.knowledge.definitions)
    made = GUIDE.draft(project, ALL, language, "zip", DAY)
    with zipfile.ZipFile(io.BytesIO(made.data)) as packed:
        names = packed.namelist()
        assert packed.testzip() is None
        endings = [name.rsplit(".", 1)[1] for name in names]
    assert len(set(names)) == len(names)
    assert endings == [kind for document in KINDS for kind in KINDS[document].formats]
    assert all(f"_{language}." in name for name in (*names, made.name))
    if language == "en":  # each document's own test has both
        assert GUIDE.draft(project, ALL, language, "zip", DAY).data == made.data
    assert GUIDE.caption(project, ALL, "zip", DAY) == made.caption


@pytest.mark.parametrize("document", KINDS)
def test_the_caption_of_a_draft_that_is_sent_again_is_the_one_it_had(document: str) -> None:
    project = load_persona("small_town", GUIDE.knowledge.definitions)
    for kind in {"docx", *KINDS[document].formats[2:]}:  # a PDF says what a Word file says
        assert GUIDE.caption(project, document, kind, DAY) == GUIDE.draft(project, document, "en", kind, DAY).caption
