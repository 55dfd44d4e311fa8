"""The decision sheet: which choices are open, which stand in full, how many pages it takes."""

from __future__ import annotations

import re

import pytest

from tests.support.drafting import LANGUAGES, TODAY, built, give, shape, shipped, short_path, text
from tests.support.personas import PERSONAS, load_persona
from workflows.documents.blocks import Document, Row, Table
from workflows.documents.decision_choices import FIRST, TOPICS, OpenChoice, open_choices
from workflows.documents.decision_context import decision_sheet
from workflows.documents.decision_fields import DecisionSheet
from workflows.documents.visible import Visible
from workflows.drafts import draft
from workflows.phrases import Phrase
from workflows.project import Project

SHEET = "decision-sheet"
QUORUM, DECISION = "terms_of_reference.quorum_rule", "terms_of_reference.decision_rule"


def open_of(project: Project) -> dict[str, str]:
    return {one.path: one.state for one in open_choices(Visible(shipped().definitions, project))}


def sheet(project: Project, language: str = "en") -> DecisionSheet:
    known = shipped()
    return decision_sheet(project, known.definitions, known.book, language, TODAY, "0.1")


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def pages(project: Project, language: str) -> int:
    known = shipped()
    file = draft(known.definitions, known.book, known.templates, project, SHEET, language, "pdf", TODAY)
    return max(int(count) for count in re.findall(rb"/Count (\d+)", file.data))


def decided() -> Project:
    """A project in which every choice was made."""
    project = Project("decided", 2026)
    for paths in TOPICS.values():
        for path in paths:
            question = shipped().definitions.question(path)
            value = question.recommended or (question.options[0] if question.options else question.at_least)
            give(project, path, [value] if question.kind == "choices" and not isinstance(value, list) else value)
    return project


def test_every_rule_is_a_choice_and_every_choice_a_question_that_can_be_chosen() -> None:
    definitions = shipped().definitions
    listed = [path for paths in TOPICS.values() for path in paths]
    assert len(listed) == len(set(listed))
    assert {rule.path for rule in definitions.members_of("rules")} <= set(listed)
    assert {definitions.question(path).kind for path in listed} <= {"choice", "choices", "number"}
    assert set(FIRST) <= set(listed)


def test_topics_stand_in_the_order_of_the_steps() -> None:
    steps = [step.id for step in shipped().definitions.steps]
    places = [steps.index(path.partition(".")[0]) for paths in TOPICS.values() for path in paths]
    assert places == sorted(places)


def test_a_choice_is_open_until_the_table_has_decided() -> None:
    project = Project("x", 2026)
    assert open_of(project)[QUORUM] == "open"
    give(project, QUORUM, None, "not_sure")
    assert open_of(project)[QUORUM] == "not_sure"
    give(project, QUORUM, "one_third", "recommended")
    assert open_of(project)[QUORUM] == "recommended"
    give(project, QUORUM, "one_third")
    assert QUORUM not in open_of(project)


def test_a_choice_that_does_not_arise_is_not_listed() -> None:
    project = Project("x", 2026)
    assert "terms_of_reference.quorum_number" not in open_of(project)
    give(project, QUORUM, "fixed_number")
    assert open_of(project)["terms_of_reference.quorum_number"] == "open"


def test_the_most_important_come_first_and_stand_in_full() -> None:
    project = Project("x", 2026)
    ordered = open_choices(Visible(shipped().definitions, project))
    assert ordered[0] == OpenChoice(DECISION, "decisions", "open")
    assert tuple(one.path for one in ordered[: len(FIRST)]) == FIRST
    give(project, DECISION, "simple_majority")
    assert open_choices(Visible(shipped().definitions, project))[0].path == FIRST[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_run_through_full_and_short_choices(language: str) -> None:
    told = sheet(Project("x", 2026), language)
    full = [choice.number for band in told.bands for choice in band.choices]
    assert full == [str(n) for n in range(1, len(full) + 1)]
    rest = " ".join(str(line) for topic in told.rest for line in topic.choices)
    last = len(open_of(Project("x", 2026)))
    assert all(f"{n}.\u00a0" in rest for n in range(len(full) + 1, last + 1))
    assert f"{last + 1}.\u00a0" not in rest


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["blank", "short", *PERSONAS])
def test_it_takes_one_page_where_it_can_and_never_more_than_two(name: str, language: str) -> None:
    project = {"blank": Project("blank", 2026), "short": short_path()}.get(name)
    project = project or load_persona(name, shipped().definitions)
    assert pages(project, language) <= (1 if len(open_of(project)) <= 8 else 2)


def test_every_choice_leaves_room_to_write() -> None:
    full, short = tables(built(Project("x", 2026), SHEET))
    rows = [row for row in (*full.rows, *short.rows) if not row.band]
    assert all(isinstance(row, Row) and row.cells[-1] == () for row in rows)
    assert all(row.cells[3:] == ((), (), ()) for row in full.rows if not row.band)


def test_a_decided_project_has_nothing_to_decide() -> None:
    told = sheet(decided())
    assert (told.bands, told.rest, told.rest_count) == ((), (), None)
    assert tables(built(decided(), SHEET)) == []


@pytest.mark.parametrize("name", PERSONAS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_open_choice_stands_on_the_sheet_in_either_language(name: str, language: str) -> None:
    project = load_persona(name, shipped().definitions)
    told = text(built(project, SHEET, language))
    for path in open_of(project):
        words = shipped().definitions.question(path).words
        label, asked = (shipped().book.text(Phrase(f"{words}.{word}"), language) for word in ("label", "ask"))
        assert label in told or asked in told, path


def test_a_name_cannot_change_the_sheet() -> None:
    plain, hostile = Project("x", 2026), Project("x", 2026)
    give(plain, "profile.name_en", "Kenora")
    give(hostile, "profile.name_en", "| a | {{ x }} \n# *b* \u202e <script>")
    assert shape(built(plain, SHEET).blocks) == shape(built(hostile, SHEET).blocks)
