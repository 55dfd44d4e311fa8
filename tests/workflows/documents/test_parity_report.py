"""The parity report: text by text what is missing, and one sentence when nothing is."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.support.drafting import built, give, inlines, marks, shipped
from workflows.documents import Text
from workflows.documents.blocks import Table, plain, walk
from workflows.documents.parity_context import parity_report
from workflows.languages import LANGUAGES
from workflows.project import Project

MANDATE, ACTIONS = "terms_of_reference.mandate", "action_plan.actions"


def project_of() -> Project:
    project = Project("x", 2026)
    give(project, MANDATE, "Planifier.")
    give(project, ACTIONS, [{"action": "Talk"}, {"action": "Parler"}])
    project.answers[MANDATE].wording = {"fr": "Planifier.", "en": "Plan."}
    project.answers[MANDATE].again = "en"
    project.records(ACTIONS)[1].wording = {"action": {"fr": "Parler"}}
    return project


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_text_has_its_place_its_language_and_room(language: str) -> None:
    document = built(project_of(), "parity", language)
    rows = [row for block in walk(document.blocks) if isinstance(block, Table) for row in block.rows]
    assert [plain(row.cells[0]) for row in rows] == ["1", "2", "3"]
    assert [plain(row.cells[2]) for row in rows] == ["Planifier.", "Talk", "Parler"]
    assert all(plain(cell).strip() for row in rows for cell in row.cells)
    assert "Plan." in plain(rows[0].cells[4])
    assert len(marks(document, "open")) == 2, "the name and the wording to look at again"
    told = {one.text: one.lang for one in inlines(document.blocks) if isinstance(one, Text)}
    assert told["Planifier."] == ("" if language == "fr" else "fr")
    assert told["Plan."] == ("" if language == "en" else "en")
    assert told["Talk"] == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_with_nothing_missing_it_says_so(language: str) -> None:
    known = shipped()
    day = dt.date(2026, 11, 22)
    empty = parity_report(Project("x", 2026), known.definitions, known.book, language, day, "0.1")
    assert empty.steps == ()
    project = project_of()
    some = parity_report(project, known.definitions, known.book, language, day, "0.1")
    assert (len(some.steps), empty.count != some.count) == (2, True)
    project.answers[MANDATE].again = ""
    for row in project.records(ACTIONS):
        row.wording = {"action": {"en": row.values["action"], "fr": row.values["action"]}}
    assert parity_report(project, known.definitions, known.book, language, day, "0.1") == empty
    tables = [block for block in walk(built(project, "parity", language).blocks) if isinstance(block, Table)]
    assert tables == []


def test_hostile_and_long_texts_are_listed_whole() -> None:
    project = Project("x", 2026)
    hostile = "| a | *b* {{ c }} \ue004\ue006 <x> & `d`\n\n# e \u202e f"
    give(project, MANDATE, hostile + "é " * 2000)
    project.answers[MANDATE].wording = {"fr": hostile + "é " * 2000}
    document = built(project, "parity", "en")
    row = next(row for block in walk(document.blocks) if isinstance(block, Table) for row in block.rows)
    assert plain(row.cells[2]).startswith("| a | *b* {{ c }}  <x> & `d`\n# e  f")
    assert plain(row.cells[2]).count("é") == 2000
