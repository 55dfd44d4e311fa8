"""Answers said in a language: typed texts, starters, labels, dates, numbers, money, links."""

from __future__ import annotations

import pytest

from tests.support.drafting import give, shipped
from workflows.documents import Mark
from workflows.documents.speech import Clause, Items, Speech
from workflows.documents.visible import Visible, bands
from workflows.project import Project, Record


@pytest.fixture
def project() -> Project:
    return Project("x", 2026)


def speech(project: Project, language: str = "en") -> Speech:
    return Speech(Visible(shipped().definitions, project), shipped().book, language)


def test_typed_text_is_said_in_its_wording_where_there_is_one(project: Project) -> None:
    path = "terms_of_reference.mission"
    give(project, path, "Meet.")
    project.answers[path].wording["fr"] = "Se rencontrer."
    assert speech(project).text(path) == "Meet."
    assert speech(project, "fr").text(path) == "Se rencontrer."


def test_starter_is_said_in_the_language_of_the_document(project: Project) -> None:
    give(project, "terms_of_reference.vision", {"starter": "welcome"})
    told = {language: speech(project, language).text("terms_of_reference.vision") for language in ("en", "fr")}
    assert str(told["en"]).startswith("A community where")
    assert str(told["fr"]).startswith("Une communauté où")


def test_starter_and_label_of_a_row(project: Project) -> None:
    row = Record("r1", {"action": {"starter": "directory"}, "title": {"label": "lists.themes.health"}})
    assert speech(project, "fr").cell("action_plan.actions.action", row).startswith("Dresser avec le RIF")
    assert speech(project).cell("research_strategy.priorities.title", row) == "Health and health care"


@pytest.mark.parametrize("state", ["open", "not_sure"])
def test_what_says_nothing_is_a_mark(project: Project, state: str) -> None:
    give(project, "terms_of_reference.mission", "kept", state)
    give(project, "terms_of_reference.quorum_rule", "one_third", state)
    assert speech(project).text("terms_of_reference.mission") == Mark("[mission to be written, in one sentence]")
    assert speech(project).clause("terms_of_reference.quorum_rule") == Clause(Mark("[to decide: Quorum]"))
    assert speech(project).items("council.bodies") == Items((Mark("[bodies to be chosen]"),))


def test_rules_are_sentences_with_their_mark(project: Project) -> None:
    give(project, "terms_of_reference.term_years", 1)
    give(project, "terms_of_reference.term_renewals", 0, "recommended")
    give(project, "terms_of_reference.spokespersons", ["co_chairs", "coordinator"], "look_again")
    told = speech(project)
    assert told.clause("terms_of_reference.term_years") == Clause("A term lasts 1 year.")
    recommended = Mark("[recommended, to decide]", "recommended")
    assert told.clause("terms_of_reference.term_renewals") == Clause("A term may not be renewed.", recommended)
    spokespersons = Clause("Spokespersons of the partnership: the chairs and the coordinator.")
    assert told.clause("terms_of_reference.spokespersons") == spokespersons
    assert told.optional("terms_of_reference.meeting_time") is None


def test_values_are_said_by_their_kind(project: Project) -> None:
    give(project, "council.working_groups", [{"name": "Work"}])
    give(project, "council.bodies", ["working_groups"])
    row = Record("r1", {"amount": 1234.5, "end": "2027-03", "group": "working_groups1", "people": 1200})
    french = speech(project, "fr")
    assert french.cell("action_plan.budget.amount", row) == "1\u00a0234,50\u00a0$"
    assert french.cell("action_plan.actions.end", row) == "mars 2027"
    assert french.cell("research_strategy.priorities.group", row) == "Work"
    assert french.cell("research_strategy.priorities.title", row) == ""
    give(project, "terms_of_reference.adopted_on", "2027-02-01")
    assert french.answer("terms_of_reference.adopted_on") == "1er février 2027"
    assert french.answer("council.first_meeting") is None


def test_a_link_to_a_row_that_has_gone_says_nothing(project: Project) -> None:
    row = Record("r1", {"group": "gone"})
    assert speech(project).cell("research_strategy.priorities.group", row) == ""


def test_actions_are_numbered_by_priority_and_those_without_one_come_last(project: Project) -> None:
    give(project, "research_strategy.priorities", [{"title": "A"}, {"title": "B"}])
    links = ["priorities2", "gone", "priorities1", "priorities2", None]
    give(project, "action_plan.actions", [{"action": str(n), "priority": link} for n, link in enumerate(links)])
    told = bands(Visible(shipped().definitions, project))
    assert [(number, row.values["action"]) for band in told for number, row in band.actions] == [
        ("1.1", "2"),
        ("2.1", "0"),
        ("2.2", "3"),
        ("0.1", "1"),
        ("0.2", "4"),
    ]
