"""The document of changes: its parts in both languages, its signs in every format, and hostile texts in it."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import pytest

from tests.support.drafting import TODAY, inlines, shape, shipped, text
from tests.support.looking_back import MEETINGS, NAME, VISION, changed
from workflows.documents import Document, Mark, write
from workflows.documents.blocks import Table, walk
from workflows.drafts import build
from workflows.past import Past
from workflows.project import Project

HOSTILE = "<b>&amp; ‮abc | `*#` {{ 7 }} \\\n::: page\nمرحبا 議会"


def built(project: Project, past: Past, language: str = "en") -> Document:
    known = shipped()
    return build(known.definitions, known.book, known.templates, project, "changes", language, TODAY, past)


def tables(document: Document) -> list[Table]:
    """The tables of clauses; the first one is the cover's."""
    return [block for block in walk(document.blocks) if isinstance(block, Table)][1:]


def test_both_languages_have_the_same_shape_and_name_the_version() -> None:
    project, past = changed({VISION: "Homes.", MEETINGS: 6})
    drafts = [built(project, past, language) for language in ("en", "fr")]
    assert shape(drafts[0].blocks) == shape(drafts[1].blocks)
    assert all(NAME in text(one) for one in drafts)
    assert all(tables(one) for one in drafts)


@pytest.mark.parametrize("kept", [True, False])
def test_with_nothing_to_show_it_is_a_page_with_one_sentence(kept: bool) -> None:
    project, past = changed({})
    document = built(project, past if kept else Past())
    assert tables(document) == []
    assert not [one for one in inlines(document.blocks) if isinstance(one, Mark) and one.kind in ("added", "removed")]


def test_the_signs_are_more_than_a_colour_in_every_format() -> None:
    project, past = changed({MEETINGS: 6})
    document = built(project, past)
    found = [one for one in inlines(document.blocks) if isinstance(one, Mark) and one.kind in ("added", "removed")]
    assert {one.kind for one in found} == {"added", "removed"}
    assert all(one.text.startswith("[") and one.text.endswith("]") for one in found)
    with zipfile.ZipFile(io.BytesIO(write(document, "docx"))) as package:
        styles, body = (package.read(f"word/{part}.xml").decode() for part in ("styles", "document"))
    assert '<w:rStyle w:val="Added"/>' in body
    assert '<w:rStyle w:val="Removed"/>' in body
    assert "<w:strike/>" in styles
    html = write(document, "html").decode()
    assert '<mark class="added">' in html
    assert "line-through" in html
    assert "[+ 6 +]" in write(document, "md").decode().replace("\\", "")
    assert write(document, "pdf").startswith(b"%PDF")


def test_what_was_typed_stays_text() -> None:
    project, past = changed({VISION: HOSTILE})
    project.versions[0] = replace(project.versions[0], name=HOSTILE)
    plain = built(project, past, "fr")
    calm = built(*changed({VISION: "calm"}), "fr")
    assert shape(plain.blocks) == shape(calm.blocks)
    assert "<b>&amp;" in text(plain)
    assert "{{ 7 }}" in text(plain)
    assert write(plain, "pdf").startswith(b"%PDF")


def test_the_same_project_and_past_give_the_same_bytes() -> None:
    one, two = (write(built(*changed({VISION: "Homes.", MEETINGS: 6})), "docx") for _ in range(2))
    assert one == two
