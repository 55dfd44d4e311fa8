"""The glossary annex: the terms that a text uses, and no other, in both languages."""

from __future__ import annotations

import pytest

from tests.support.drafting import LANGUAGES, built, shipped, short_path
from workflows.documents import Document, Meta, render
from workflows.documents.blocks import Container, Table, plain
from workflows.documents.glossary_annex import PLACE, with_glossary
from workflows.documents.speech import Speech
from workflows.documents.visible import Visible
from workflows.project import Project


def annex(document: Document) -> list[tuple[str, str, str]]:
    table = next(
        block
        for part in document.blocks
        for block in (part.blocks if isinstance(part, Container) else (part,))
        if isinstance(block, Table) and len(block.widths) == 3 and block.widths == (14, 34, 14)
    )
    return [(plain(row.cells[0]), plain(row.cells[1]), plain(row.cells[2])) for row in table.rows]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_term_stands_there_with_its_meaning_only_when_the_text_uses_it(language: str, meta: type[Meta]) -> None:
    known = shipped()
    speech = Speech(Visible(known.definitions, Project("p", 2027)), known.book, language)
    text = {"en": "The quorum. Two working groups.", "fr": "Le quorum. Deux groupes de travail."}[language]
    printed = render("{{ text }}\n\n{{ place }}\n", "t", {"text": text, "place": PLACE}, meta(language))
    told = annex(with_glossary(printed, speech))
    names = {term for term, _, _ in told}
    assert {known.book.words[language][f"glossary.{one}.term"] for one in ("quorum", "working_group")} <= names
    assert known.book.words[language]["glossary.logic_model.term"] not in names
    assert all(all(row) for row in told)


def test_a_document_without_the_place_stays_as_it_is(meta: type[Meta]) -> None:
    known = shipped()
    speech = Speech(Visible(known.definitions, Project("p", 2027)), known.book, "en")
    printed = render("The quorum.\n", "t", {}, meta())
    assert with_glossary(printed, speech) == printed


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_terms_of_reference_explain_what_they_are_about(language: str) -> None:
    told = annex(built(short_path(), language=language))
    names = [term for term, _, _ in told]
    words = shipped().book.words[language]
    for one in ("quorum", "agreement_holder", "lip_coordinator", "in_kind", "conflict_of_interest", "secretariat"):
        assert words[f"glossary.{one}.term"] in names, one
    for misread in ("contribution", "declaration_of_interest"):
        assert words[f"glossary.{misread}.term"] not in names
    assert PLACE not in built(short_path(), language=language).blocks
