"""Which texts of a project are not in step: what is asked for, and what is left alone."""

from __future__ import annotations

import pytest

from tests.support.drafting import give, shipped
from workflows.parity import found, is_text, lacking, typed_texts, where
from workflows.phrases import Phrase
from workflows.project import Project
from workflows.schema import Question
from workflows.two_wordings import Wordings


@pytest.fixture
def project() -> Project:
    return Project("x", 2026)


def paths(project: Project) -> list[tuple[str, str]]:
    return [(text.question.path, text.record) for text in lacking(shipped().definitions, project)]


def test_names_starters_figures_and_hidden_answers_are_not_asked_for(project: Project) -> None:
    give(project, "profile.name_en", "Kenora Local Immigration Partnership")
    give(project, "profile.convener", "Bibliothèque")
    give(project, "terms_of_reference.vision", {"starter": "welcome"})
    give(project, "terms_of_reference.mission", "Se voir.", "not_sure")
    give(project, "profile.rif_does", "kept, but it does not apply")
    give(project, "action_plan.actions", [{"lead": "Bibliothèque", "baseline": "12", "target": "30 %"}])
    assert paths(project) == []
    assert typed_texts(shipped().definitions, project) != ()


def test_texts_come_in_the_order_of_the_steps_row_by_row(project: Project) -> None:
    give(project, "action_plan.actions", [{"action": "Talk"}, {"action": "Walk", "risk": "rain"}])
    give(project, "terms_of_reference.mandate", "Plan together.")
    assert paths(project) == [
        ("terms_of_reference.mandate", ""),
        ("action_plan.actions.action", "actions1"),
        ("action_plan.actions.action", "actions2"),
        ("action_plan.actions.risk", "actions2"),
    ]
    places = [text.number for text in lacking(shipped().definitions, project)]
    assert places == [0, 1, 2, 2]


def test_what_has_both_wordings_is_in_step_until_one_changes(project: Project) -> None:
    path = "terms_of_reference.mandate"
    give(project, path, "Plan.")
    project.answers[path].wording = {"en": "Plan.", "fr": "Planifier."}
    assert paths(project) == []
    project.answers[path].again = "fr"
    assert paths(project) == [(path, "")]


def test_one_text_is_found_by_its_place(project: Project) -> None:
    definitions = shipped().definitions
    give(project, "action_plan.actions", [{"action": "Talk"}])
    text = found(definitions, project, "action_plan.actions.action", "actions1")
    assert text is not None
    assert text.told == Wordings("Talk")
    assert isinstance(where(definitions, text), Phrase)
    for path, record in (
        ("action_plan.actions.action", "gone"),
        ("action_plan.actions.lead", "actions1"),
        ("terms_of_reference.mandate", ""),
        ("action_plan.actions", ""),
    ):
        assert found(definitions, project, path, record) is None


def test_every_question_says_whether_its_text_is_a_name(project: Project) -> None:
    definitions = shipped().definitions
    assert is_text(definitions, "terms_of_reference.mandate")
    assert is_text(definitions, "action_plan.actions", "action")
    assert not is_text(definitions, "action_plan.actions", "lead")
    assert not is_text(definitions, "nobody.knows")
    people = ("person", "organization", "alternate", "chair", "partner")

    def named(question: Question) -> bool:
        return question.kind == "text" and question.id in people

    assert [one.path for one in definitions.everything() if named(one) and one.translatable] == []
