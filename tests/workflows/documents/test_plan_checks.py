"""What a plan's answers show besides its open points: not said twice, not what was set aside, by number."""

from __future__ import annotations

from tests.support.drafting import give, shipped
from workflows.advice import Judgement, lists_of
from workflows.documents.plan_checks import checks_of
from workflows.documents.speech import Speech
from workflows.documents.visible import Visible
from workflows.project import Project, SetAside


def speech(project: Project, language: str = "en") -> Speech:
    known = shipped()
    return Speech(Visible(known.definitions, project), known.book, language)


def whats(project: Project, language: str = "en") -> list[str]:
    return [check.what for check in checks_of(speech(project, language))]


def sample() -> Project:
    project = Project("p", 2027)
    give(project, "research_strategy.priorities", [{"title": "Work"}, {"title": "Home"}])
    give(project, "action_plan.actions", [{"action": "a", "priority": "priorities1"}])
    give(project, "implementation.progress", [{"action": "actions1", "status": "at_risk", "note": "They moved."}])
    return project


def test_rows_are_named_by_their_numbers_in_the_plan() -> None:
    told = whats(sample())
    assert "One priority has no action this year: 2." in told
    assert "One action is at risk: 1.1." in told


def test_what_the_open_points_say_is_not_said_again() -> None:
    assert not any("has no lead" in line or "has no outcome" in line for line in whats(sample()))


def test_what_was_set_aside_is_left_out() -> None:
    project = sample()
    known = shipped()
    judgement = Judgement(known.definitions, lists_of(known.definitions, known.book))
    before = whats(project)
    rule = known.definitions.gap("gap.action_plan.priorities_without_action")
    advice = judgement.look(project, rule.path)
    assert advice is not None
    project.set_aside[rule.path] = SetAside(
        reason="later", at="2027-01-01T00:00:00", fingerprint=judgement.fingerprint(project, rule, advice.gap)
    )
    assert set(before) - set(whats(project)) == {"One priority has no action this year: 2."}


def test_each_check_has_a_number_and_says_what_could_help_in_both_languages() -> None:
    for language in ("en", "fr"):
        told = checks_of(speech(sample(), language))
        assert [check.number for check in told] == list(range(1, len(told) + 1))
        assert all(check.what and check.do for check in told)
    assert checks_of(speech(Project("p", 2027))) == ()
