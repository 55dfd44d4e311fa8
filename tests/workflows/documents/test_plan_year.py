"""The year of a plan in a few sentences."""

from __future__ import annotations

from tests.support.drafting import give, shipped
from workflows.documents.plan_year import year_in_figures
from workflows.documents.speech import Speech
from workflows.documents.visible import Visible, bands
from workflows.project import Project


def told(project: Project, language: str = "en") -> tuple[str, ...]:
    known = shipped()
    speech = Speech(Visible(known.definitions, project), known.book, language)
    return year_in_figures(speech, bands(speech.view), 2027)


def test_an_empty_plan_says_nothing() -> None:
    assert told(Project("p", 2027)) == ()


def test_actions_leads_early_results_and_reports_are_counted() -> None:
    project = Project("p", 2027)
    actions = [
        {"action": "a", "lead": "City", "end": "2027-06"},
        {"action": "b", "lead": " city , Transit", "end": "2027-07"},
        {"action": "c", "lead": "Library", "end": "2027-04"},
    ]
    give(project, "action_plan.actions", actions)
    progress = [{"action": "actions1", "status": "done"}, {"action": "actions3", "status": "done"}]
    give(project, "implementation.progress", progress)
    assert told(project) == (
        "3 actions are planned for this year.",
        "2 organizations lead them.",
        "Due by the end of June: actions 0.1 and 0.3.",
        "Reported so far: 2 done.",
    )
    assert told(project, "fr")[2] == "À terminer d’ici la fin de juin\u00a0: les actions 0.1 et 0.3."
