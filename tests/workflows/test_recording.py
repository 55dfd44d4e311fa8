"""Writing answers down, and taking the last action back."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.walker import the_guide
from workflows.languages import LANGUAGES
from workflows.project import Project
from workflows.recording import Pen
from workflows.two_wordings import of_answer, of_field

MEMBERS, PLACES = "council.members", "profile.catchment"
SIMPLE = ("profile.lead", "profile.place", "profile.population", "council.bodies")


def pen(project: Project, language: str = "en") -> Pen:
    known = the_guide().knowledge
    return Pen(known.definitions, known.machines, project, "7", "2026-11-22T15:00:00+00:00", language=language)


@pytest.fixture
def project() -> Project:
    return Project("pr000001", 2026)


def said(project: Project) -> dict[str, Any]:
    """What the answers say: nothing said, nothing kept and an empty list are the same."""
    told: dict[str, Any] = {}
    for path, answer in project.answers.items():
        rows = answer.value if _is_rows(answer.value) else []
        kept = [(row.id, row.values, row.messages, row.wording, row.again) for row in rows]
        value = kept or answer.value
        if answer.state == "not_sure" or value not in (None, []):
            told[path] = copy.deepcopy(
                (answer.state, value, answer.wording, answer.again, "" if _is_rows(answer.value) else answer.source)
            )
    return told


def _is_rows(value: object) -> bool:
    return isinstance(value, list) and bool(value) and not isinstance(value[0], str)


def test_an_answer_is_kept_with_who_when_and_how(project: Project) -> None:
    writing = pen(project)
    writing.answer("profile.place", "Kenora", source="typed", language="en", message=5)
    answer = project.answers["profile.place"]
    assert (answer.state, answer.value, answer.by, answer.source, answer.message) == (
        "given",
        "Kenora",
        "7",
        "typed",
        5,
    )
    assert answer.at == "2026-11-22T15:00:00+00:00"
    assert [change.after["value"] for change in writing.finish()] == ["Kenora"]


def test_the_other_wording_is_kept_beside_a_text_with_its_message(project: Project) -> None:
    writing = pen(project)
    writing.answer("profile.place", "Here", message=5)
    told = of_answer(project.answers["profile.place"])
    assert told is not None
    assert told.language == "en"
    writing.reword("profile.place", told.worded("Ici", "fr"), message=6)
    writing.reword("profile.place", told.worded("Ici", "fr"), message=6)
    answer = project.answers["profile.place"]
    assert (answer.value, answer.wording, answer.message, answer.messages) == (
        "Here", {"en": "Here", "fr": "Ici"}, 5, {"fr": 6},
    )  # fmt: skip
    writing.answer("profile.place", "There", message=7)
    answer = project.answers["profile.place"]
    assert (answer.wording["fr"], answer.again, answer.messages) == ("Ici", "fr", {"fr": 6})
    assert [change.question for change in writing.finish()] == ["profile.place"] * 3


def test_the_other_wording_of_a_field_stays_with_its_row(project: Project) -> None:
    writing = pen(project, "fr")
    row = writing.add_row(PLACES, {"place": "Kenora", "note": "au nord"})
    assert row.wording == {"place": {"fr": "Kenora"}, "note": {"fr": "au nord"}}
    told = of_field(row, "note")
    assert told
    writing.reword_field(PLACES, row.id, "note", told.worded("up north", "en"), message=8)
    assert (row.wording["note"]["en"], row.messages) == ("up north", {"note.en": 8})
    writing.change_row(PLACES, row.id, "note", "tout au nord", message=9)
    assert (row.again, row.wording["note"]) == ({"note": "en"}, {"fr": "tout au nord", "en": "up north"})
    writing.change_row(PLACES, row.id, "note", None)
    assert (row.again, sorted(row.wording)) == ({}, ["place"])
    writing.reword_field(PLACES, "r99", "note", told)
    assert len(writing.finish()) == 5


def test_the_same_answer_twice_changes_nothing(project: Project) -> None:
    pen(project).answer("profile.lead", "other")
    before = json.dumps(project.to_data())
    again = pen(project)
    again.answer("profile.lead", "other")
    assert again.finish() == ()
    assert json.dumps(project.to_data()) == before


def test_every_write_raises_the_revision_of_its_question_and_of_the_project(project: Project) -> None:
    seen = []
    for value in ("other", "volunteers", "other"):
        pen(project).answer("profile.lead", value)
        seen.append((project.answers["profile.lead"].revision, project.revision))
    assert seen == sorted(set(seen))


def test_rows_have_ids_that_are_never_used_again(project: Project) -> None:
    writing = pen(project)
    first = writing.add_row(PLACES, {"place": "Kenora"})
    writing.drop_row(PLACES, first.id)
    second = writing.add_row(PLACES, {"place": "Dryden"})
    other = writing.add_row(MEMBERS, {"organization": "Library"})
    assert len({first.id, second.id, other.id}) == 3


def test_a_row_keeps_its_place_while_a_field_changes_and_an_emptied_field_is_gone(project: Project) -> None:
    writing = pen(project)
    rows = [writing.add_row(PLACES, {"place": name, "kind": "city"}) for name in ("Kenora", "Dryden")]
    writing.change_row(PLACES, rows[0].id, "place", "Keewatin", message=9)
    writing.change_row(PLACES, rows[0].id, "kind", None)
    assert [row.values for row in project.records(PLACES)] == [
        {"place": "Keewatin"},
        {"place": "Dryden", "kind": "city"},
    ]
    assert project.records(PLACES)[0].messages["place"] == 9


@pytest.mark.parametrize(("row", "to"), [(0, 0), (0, 3), (0, -1)])
def test_a_move_to_nowhere_changes_nothing(project: Project, row: int, to: int) -> None:
    ids = [pen(project).add_row(PLACES, {"place": name}).id for name in ("Kenora", "Dryden", "Hearst")]
    moving = pen(project)
    moving.move_row(PLACES, ids[row], to)
    assert moving.finish() == ()
    assert [one.id for one in project.records(PLACES)] == ids


def test_a_row_that_has_gone_is_neither_changed_nor_dropped_nor_moved(project: Project) -> None:
    writing = pen(project)
    writing.change_row(PLACES, "r9", "place", "Kenora")
    writing.drop_row(PLACES, "r9")
    writing.move_row(PLACES, "r9", 0)
    assert writing.finish() == ()
    assert project.answers == {}


def test_the_first_answer_touches_its_step_and_no_other(project: Project) -> None:
    pen(project).answer("profile.lead", "other")
    assert {step: state for step, state in project.steps.items() if state != "untouched"} == {"profile": "asking"}


def test_a_change_to_a_confirmed_step_makes_it_one_to_look_at_again(project: Project) -> None:
    writing = pen(project)
    writing.answer("profile.lead", "other")
    assert writing.confirm("profile")
    assert (project.steps["profile"], project.state) == ("confirmed", "council")
    pen(project).add_row(PLACES, {"place": "Kenora"})
    assert project.steps["profile"] == "look_again"
    assert project.state == "council"


def test_a_step_without_an_answer_cannot_be_confirmed(project: Project) -> None:
    assert not pen(project).confirm("council")
    assert project.steps.get("council") != "confirmed"
    pen(project).answer("council.table_exists", None, state="not_sure")
    assert pen(project).confirm("council")


def test_undo_of_nothing_changes_nothing(project: Project) -> None:
    before = json.dumps(project.to_data())
    assert pen(project).undo() == ()
    assert json.dumps(project.to_data()) == before


def test_undo_is_itself_a_change_and_is_not_undone_by_a_second_undo(project: Project) -> None:
    writing = pen(project)
    writing.answer("profile.lead", "other")
    writing.finish()
    undoing = pen(project)
    undoing.undo()
    assert [change.before["value"] for change in undoing.changes] == ["other"]
    assert project.value("profile.lead") is None
    assert pen(project).undo() == ()


def test_undo_of_the_first_row_brings_back_that_nobody_was_sure(project: Project) -> None:
    pen(project).answer(PLACES, None, state="not_sure")
    adding = pen(project)
    adding.add_row(PLACES, {"place": "Kenora"})
    adding.finish()
    pen(project).undo()
    assert project.answers[PLACES].state == "not_sure"


Step = tuple[str, int, int]
STEPS = st.tuples(
    st.sampled_from(["answer", "unsure", "add", "paste", "change", "empty", "drop", "move", "word", "word_row"]),
    st.integers(0, 5),
    st.integers(0, 5),
)


def act(project: Project, step: Step) -> Pen:
    """One action of one person, as the engine would write it."""
    what, one, other = step
    writing = pen(project, LANGUAGES[one % 2])
    path = (MEMBERS, PLACES)[one % 2]
    rows = project.records(path)
    row = rows[other % len(rows)].id if rows else "r0"
    name = "organization" if path == MEMBERS else "place"
    if what == "answer":
        writing.answer(
            SIMPLE[one % 4],
            ("other", "Kenora", 15000, ["executive"])[one % 4] if other % 2 else None,
            state="given" if other % 2 else "not_sure",
        )
    elif what == "unsure":
        if not rows:
            writing.answer(path, None, state="not_sure")
    elif what in ("add", "paste"):
        for number in range(1 if what == "add" else other):
            writing.add_row(path, {name: f"N{number}", "kind": "city"}, "pasted", {"*": one})
    elif what == "change":
        writing.change_row(path, row, name, f"M{one}", message=one)
    elif what == "empty":
        writing.change_row(path, row, "kind", None)
    elif what == "drop":
        writing.drop_row(path, row)
    elif what == "word":
        if told := of_answer(project.answers.get("profile.place")):
            writing.reword("profile.place", told.worded(f"W{one}", LANGUAGES[other % 2]), message=one)
    elif what == "word_row":
        if told := of_field(project.record(path, row), name):
            writing.reword_field(path, row, name, told.moved(LANGUAGES[one % 2]) if other else told.same())
    else:
        writing.move_row(path, row, one)
    writing.finish()
    return writing


@given(st.lists(STEPS, max_size=20), STEPS)
@settings(max_examples=150)
def test_undo_restores_exactly_what_was_said_before_the_last_action(steps: list[Step], last: Step) -> None:
    project = Project("pr000001", 2026)
    for step in steps:
        act(project, step)
    before = said(project)
    if not act(project, last).changes:
        return
    project = Project.from_data(json.loads(json.dumps(project.to_data())))
    pen(project).undo()
    assert said(project) == before


@given(st.lists(STEPS | st.just(("undo", 0, 0)), max_size=30))
def test_revisions_only_grow_and_every_change_tells_a_revision(steps: list[Step]) -> None:
    project = Project("pr000001", 2026)
    for step in steps:
        before = (
            project.revision,
            {path: answer.revision for path, answer in project.answers.items()},
            project.last_record,
        )
        writing = pen(project)
        if step[0] == "undo":
            writing.undo()
        else:
            writing = act(project, step)
        assert project.revision == before[0] + len(writing.changes)
        assert all(project.answers[path].revision >= revision for path, revision in before[1].items())
        assert project.last_record >= before[2]
        ids = [row.id for path in (MEMBERS, PLACES) for row in project.records(path)]
        assert len(ids) == len(set(ids))
