"""Every kind of document, in both languages, for a partnership with many answers and for one with none: what assistive
software needs is there. veraPDF and LibreOffice say it once more in `make validate`.
"""

from __future__ import annotations

import pytest

from tests.support.drafting import TODAY, shipped
from tests.support.personas import load_persona
from tests.support.reading import page_fields, pdf_faults, word_faults
from workflows.documents.contexts import KINDS
from workflows.drafts import draft
from workflows.languages import LANGUAGES
from workflows.project import Letterhead, Project


def project_of(name: str) -> Project:
    return Project("empty", 2026) if name == "empty" else load_persona(name, shipped().definitions)


def drafted(project: Project, document: str, language: str, form: str) -> bytes:
    known = shipped()
    return draft(known.definitions, known.book, known.templates, project, document, language, form, TODAY).data


every_document = pytest.mark.parametrize("document", sorted(KINDS))
every_language = pytest.mark.parametrize("language", LANGUAGES)
full_and_empty = pytest.mark.parametrize("name", ["regional_centre", "empty"])


@every_document
@every_language
@full_and_empty
def test_pdf_can_be_read_aloud(document: str, language: str, name: str) -> None:
    assert pdf_faults(drafted(project_of(name), document, language, "pdf"), f"{language}-CA") == []


@every_document
@every_language
@full_and_empty
def test_word_is_clean(document: str, language: str, name: str) -> None:
    data = drafted(project_of(name), document, language, "docx")
    assert word_faults(data, f"{language}-CA") == []
    assert page_fields(data) == (["PAGE", "NUMPAGES"] if KINDS[document].running else [])


@pytest.mark.parametrize("document", sorted(name for name, kind in KINDS.items() if kind.looks_back is None))
def test_a_letterhead_changes_no_structure(document: str, letterhead: Letterhead) -> None:
    project = project_of("regional_centre")
    project.letterhead = letterhead
    assert pdf_faults(drafted(project, document, "fr", "pdf"), "fr-CA") == []
    assert word_faults(drafted(project, document, "fr", "docx"), "fr-CA") == []


@every_document
def test_the_same_answers_give_the_same_bytes(document: str) -> None:
    for form in ("html", "md"):  # the others are compared between two processes, in test_hostile.py
        one, two = (drafted(project_of("empty"), document, "fr", form) for _ in range(2))
        assert one == two
