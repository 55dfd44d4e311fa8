"""The bilingual edition: clause beside clause with equal numbers, for whatever was answered."""

from __future__ import annotations

import pytest

from tests.support.drafting import built, give, inlines, shape, shipped, short_path
from tests.support.personas import PERSONAS, load_persona
from workflows.documents import Document, Mark, Text, write
from workflows.documents.blocks import Figure, Heading, Link, PageBreak, Table, plain, walk
from workflows.documents.side_by_side import Side, pieces, side_by_side
from workflows.languages import LANGUAGES, own_first
from workflows.project import Project

TERMS, EDITION = "terms-of-reference", "bilingual-terms"
NAMES = ("empty", "short", *PERSONAS)


def project_of(name: str) -> Project:
    if name == "short":
        return short_path()
    return Project("empty", 2026) if name == "empty" else load_persona(name, shipped().definitions)


def side(project: Project, language: str) -> Side:
    return Side(built(project, TERMS, language).blocks, language, language, "{label}")


def kinds(one: Side) -> list[tuple[str, str]]:
    """Each piece as what it is and the number that it carries; which terms a glossary holds depends on the text."""
    told: list[tuple[str, str]] = []
    in_glossary = False
    for piece in pieces(one):
        match piece:
            case Heading(level, inlines, _, label):
                in_glossary = "gloss" in plain(inlines).casefold()
                told.append((f"heading {level}", label))
            case _ if in_glossary:
                continue
            case Figure() | PageBreak():
                told.append((type(piece).__name__, ""))
            case _:
                first = piece[0] if piece else None
                numbered = isinstance(first, Text) and first.bold and first.text[:1].isdecimal()
                told.append(("row", plain(piece[:1]) if numbered else ""))
    return told


@pytest.mark.parametrize("name", NAMES)
def test_both_editions_have_the_same_pieces_with_the_same_numbers(name: str) -> None:
    project = project_of(name)
    own, other = (kinds(side(project, language)) for language in LANGUAGES)
    assert own == other
    assert len([one for one in own if one[1]]) > 100


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_every_row_has_both_sides_and_every_section_stands_once(name: str, language: str) -> None:
    project = project_of(name)
    edition, terms = built(project, EDITION, language), built(project, TERMS, language)
    tables = [block for block in walk(edition.blocks) if isinstance(block, Table) and block.header]
    assert tables
    for table in tables:
        assert all(len(row.cells) == 2 and plain(row.cells[0]) and plain(row.cells[1]) for row in table.rows)
    numbers = [block.label for block in walk(edition.blocks) if isinstance(block, Heading) and block.label]
    assert numbers == [block.label for block in walk(terms.blocks) if isinstance(block, Heading) and block.label]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_reader_s_language_is_on_the_left_and_each_column_says_its_own(language: str) -> None:
    own, other = own_first(language)
    edition = built(project_of("small_town"), EDITION, language)
    tables = [block for block in walk(edition.blocks) if isinstance(block, Table) and block.header]
    for left, right in [cells for table in tables for cells in (table.header, *(row.cells for row in table.rows))]:
        assert all(one.lang == other for one in right if isinstance(one, Text | Mark | Link))
        assert all(one.lang in ("", other) for one in left if isinstance(one, Text | Mark | Link))
    assert edition.meta.language == own
    assert edition.meta.landscape


def test_what_exists_in_one_language_only_stands_in_it_on_both_sides() -> None:
    project = short_path()
    give(project, "terms_of_reference.mission", "Se rencontrer.")
    project.answers["terms_of_reference.mission"].wording = {"fr": "Se rencontrer."}
    edition = built(project, EDITION, "en")
    said = [one for one in inlines(edition.blocks) if isinstance(one, Text) and one.text.strip() == "Se rencontrer."]
    assert [one.lang for one in said] == ["fr", "fr"]
    assert write(edition, "html").count(b'lang="fr-CA">Se rencontrer.') == 1
    assert write(edition, "md").count(b"Se rencontrer") == 2


def test_editions_that_differ_lose_nothing() -> None:
    long, short = side(short_path(), "en"), side(Project("empty", 2026), "fr")
    told = side_by_side(long, short)
    text = "\n".join(str(one) for one in inlines(told))
    for one in (long, short):
        for piece in pieces(one):
            if isinstance(piece, tuple):
                assert all(str(part) in text for part in piece if isinstance(part, Text))


def test_the_glossaries_stand_term_beside_term() -> None:
    edition = built(project_of("regional_centre"), EDITION, "fr")
    rows = [row for block in walk(edition.blocks) if isinstance(block, Table) for row in block.rows]
    terms = {"cadre de référence", "terms of reference"}
    found = [row for row in rows if all(any(t in plain(cell).casefold() for t in terms) for cell in row.cells[:2])]
    assert found


def test_the_same_answers_give_the_same_edition() -> None:
    def edition() -> Document:
        return built(project_of("francophone_minority"), EDITION, "fr")

    assert shape(edition().blocks) == shape(edition().blocks)
    assert write(edition(), "docx") == write(edition(), "docx")
