"""What the answers show of each expected result: silent while nothing was said, counted once something was."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.drafting import give
from tests.support.walker import LANGUAGES, the_guide
from workflows.evidence import FACTS, shown
from workflows.project import Project

KNOWN = the_guide().knowledge
SEATED = [
    {"organization": "City", "sectors": ["government"], "state": "accepted", "lived_experience": "no"},
    {"organization": "Mill", "sectors": ["employers", "newcomers"], "lived_experience": "yes"},
    {"organization": "Bank", "sectors": ["employers"], "state": "declined", "lived_experience": "yes"},
    {"organization": "Clinic", "sectors": ["health"], "state": "invited"},
]
TOLD: list[tuple[str, str, Any, str, str]] = [
    ("needs", "research_strategy.needs", [{"need": "a"}, {"need": "b"}], "2 needs", "2 besoins"),
    ("consultations", "research_strategy.consultations", [{"audience": "a"}], "1 consultation", "1 consultation tenue"),
    ("assets", "research_strategy.assets", [{"asset": "a"}], "1 asset", "1 atout"),
    ("service_gaps", "research_strategy.service_gaps", [{"gap": "a"}], "1 gap", "1 lacune"),
    ("priorities", "research_strategy.priorities", [{"title": "a"}], "1 priority", "1 priorité"),
    ("actions", "action_plan.actions", [{"action": "a"}, {"action": "b"}], "2 actions", "2 actions prévues"),
    ("sectors", "council.members", SEATED, "3 sectors of 18 covered", "3 secteurs représentés sur 18"),
    ("seats", "council.members", SEATED, "2 seats filled", "2 sièges occupés"),
    ("lived_experience", "council.members", SEATED, "1 of 2 members declares lived experience",
     "1 membre sur 2 déclare une expérience vécue"),
    ("partner_changes", "implementation.partner_changes", [{"body": "a", "change": "b"}], "1 change in a partner body",
     "1 changement chez un partenaire"),
    ("written_proof", "implementation.partner_changes", [{"body": "a", "change": "b", "confidence": "high"},
     {"body": "c", "change": "d", "confidence": "low"}], "1 with written proof", "1 avec preuve écrite"),
    ("means", "action_plan.budget", [{"source": "a", "confirmed": "yes"}, {"source": "b"}],
     "2 sources of means, 1 confirmed", "2 sources de moyens (confirmées\u00a0: 1)"),
    ("in_kind", "implementation.in_kind", [{"partner": "a", "contribution": "b"}],
     "1 gift in kind", "1 contribution en nature"),
    ("in_kind", "implementation.in_kind", [{"partner": "a", "contribution": "b", "value": 1500.5}],
     "1 gift in kind, about $1,500.50", "1 contribution en nature, environ 1\u00a0500,50\u00a0$"),
    ("survey", "implementation.survey_month", "november", "partners surveyed every year in November",
     "sondage des partenaires chaque année, en novembre"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "path", "value", "english", "french"), TOLD)
def test_a_fact_says_what_was_told_in_both_languages(
    name: str, path: str, value: Any, english: str, french: str
) -> None:
    project = Project("p", 2026)
    assert FACTS[name](project, KNOWN.definitions) is None
    give(project, path, value)
    words = FACTS[name](project, KNOWN.definitions)
    assert words is not None
    assert [KNOWN.book.text(words, language) for language in LANGUAGES] == [english, french]


def test_every_fact_is_tried_here_and_named_by_a_result() -> None:
    assert {name for name, *_ in TOLD} == set(FACTS)
    assert {name for result in KNOWN.library.results for name in result.facts} == set(FACTS)


def test_actions_are_counted_by_status_once_one_was_told() -> None:
    project = Project("p", 2026)
    give(project, "action_plan.actions", [{"action": "a"}, {"action": "b"}, {"action": "c"}, {"action": "d"}])
    told = [("actions1", "done"), ("actions2", "done"), ("actions3", "at_risk")]
    give(project, "implementation.progress", [{"action": action, "status": status} for action, status in told])
    words = FACTS["actions"](project, KNOWN.definitions)
    assert words is not None
    assert KNOWN.book.text(words, "en") == "4 actions (2 done and 1 at risk)"
    assert KNOWN.book.text(words, "fr") == "4 actions prévues (2 terminées et 1 à risque)"


def test_lived_experience_is_silent_while_nobody_was_asked() -> None:
    project = Project("p", 2026)
    give(project, "council.members", [{"organization": "City", "lived_experience": "prefer_not_to_say"}])
    assert FACTS["lived_experience"](project, KNOWN.definitions) is None


def test_a_blank_project_has_measured_nothing_yet() -> None:
    found = shown(Project("p", 2026), KNOWN.definitions, KNOWN.library)
    assert [one.result for one in found] == list(KNOWN.library.results)
    assert not any(one.measured for one in found)


def test_an_indicator_speaks_of_its_result_and_context_stands_apart() -> None:
    project = Project("p", 2026)
    rows = [("wor_overqualified", "context"), ("hea_pathway_mh", "intermediate"), ("par_referrals", "context")]
    told = [{"indicator": {"label": f"indicators.names.{name}"}, "level": level} for name, level in rows]
    give(project, "implementation.indicators", [*told, {"indicator": "one of ours"}])
    found = {one.result.id: one for one in shown(project, KNOWN.definitions, KNOWN.library)}
    assert [len(part) for part in (found["fitting_jobs"].own, found["fitting_jobs"].context)] == [0, 1]
    coordinated = found["services_coordinated"]
    assert [row.id for row in (*coordinated.own, *coordinated.context)] == ["indicators2", "indicators3"]
    assert sum(one.measured for one in found.values()) == 2
