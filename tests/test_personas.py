"""The invented communities hold only answers that their questions can hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.drafting import shipped
from tests.support.personas import PERSONAS, load_persona
from workflows.project import Project, Record


@pytest.mark.parametrize("name", PERSONAS)
def test_persona_is_a_project_that_survives_its_export(name: str) -> None:
    project = load_persona(name, shipped().definitions)
    again = Project.from_data(project.to_data())
    assert again.to_data() == project.to_data()
    lists = [answer.value for answer in project.answers.values() if isinstance(answer.value, list)]
    ids = [row.id for value in lists for row in value if isinstance(row, Record)]
    assert len(ids) == len(set(ids)) == project.last_record


@pytest.mark.parametrize(
    ("answer", "fault"),
    [
        ('council.holder_state: "maybe"', "council.holder_state: 'maybe' does not fit"),
        ('terms_of_reference.mandate: {starter: "long"}', "does not fit"),
        ("terms_of_reference.term_years: 99", "terms_of_reference.term_years: 99 does not fit"),
        ('profile.catchment: [{note: "x"}]', "profile.catchment: a row lacks"),
        ('action_plan.actions: [{action: "x", priority: "none"}]', "no single row is called 'none'"),
        ('terms_of_reference.adopted_on: "soon"', "Invalid isoformat"),
    ],
)
def test_a_wrong_answer_is_refused(tmp_path: Path, answer: str, fault: str) -> None:
    (tmp_path / "wrong.yml").write_text(f"cycle: 2026\nrevision: 1\nanswers:\n  {answer}\n")
    with pytest.raises(ValueError, match=fault):
        load_persona("wrong", shipped().definitions, tmp_path)


def test_an_unknown_question_is_refused(tmp_path: Path) -> None:
    (tmp_path / "wrong.yml").write_text('cycle: 2026\nrevision: 1\nanswers:\n  council.colour: "red"\n')
    with pytest.raises(KeyError, match="colour"):
        load_persona("wrong", shipped().definitions, tmp_path)
