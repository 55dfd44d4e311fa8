"""The settlement strategy: its period, what was found and heard, priorities and objectives, outcomes by horizon."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.support.drafting import LANGUAGES, TODAY, built, give, marks, shape, shipped, text
from tests.support.personas import load_persona
from tests.workflows.documents.test_document_text import HOSTILE
from workflows.documents import FORMATS, Mark, write
from workflows.documents.blocks import Figure, walk
from workflows.documents.open_points import open_marks, open_points
from workflows.documents.speech import NONE, Speech
from workflows.documents.strategy_context import DOCUMENT, settlement_strategy
from workflows.documents.strategy_fields import SettlementStrategy
from workflows.documents.visible import Visible
from workflows.project import Project

STRATEGY = "research_strategy"


def told(project: Project, language: str = "en", today: dt.date = TODAY) -> SettlementStrategy:
    known = shipped()
    return settlement_strategy(project, known.definitions, known.book, language, today, "0.1")


def points(project: Project) -> list[str]:
    found = open_points(shipped().definitions, project, DOCUMENT)
    return [point.label.key.rpartition(".")[2] for point in found]


def with_rows(**rows: list[dict[str, object]]) -> Project:
    project = Project("x", 2026)
    for name, some in rows.items():
        give(project, f"{STRATEGY}.{name}", some)
    return project


def test_period_runs_over_the_years_of_the_strategy() -> None:
    project = Project("x", 2026)
    assert [str(line) for line in told(project).period] == [
        "[first year to be set]",
        "[length to be set: three to five years]",
    ]
    give(project, f"{STRATEGY}.first_year", 2027)
    assert told(project).period[0] == "Begins on April 1, 2027"
    give(project, f"{STRATEGY}.years", "five")
    assert told(project).period == ("April 1, 2027 to March 31, 2032",)
    assert "strategy_period" not in points(project)


def test_the_strategy_is_adopted_once_the_month_of_the_council_has_come() -> None:
    project = with_rows(adoption=[{"body": "municipal_council", "month": "2026-01"}, {"body": "council"}])
    assert not told(project).adopted
    project = with_rows(adoption=[{"body": "council", "month": "2026-12"}])
    assert not told(project).adopted
    assert told(project, today=dt.date(2026, 12, 1)).adopted
    assert [str(one.body) for one in told(project).adoption] == ["Partnership council"]


def test_the_strongest_needs_come_first() -> None:
    project = with_rows(needs=[{"need": "a"}, {"need": "b", "strength": "2"}, {"need": "c", "strength": "5"}])
    assert [need.need for need in told(project).needs] == ["c", "b", "a"]


def test_needs_that_nothing_answers_are_named_as_gaps() -> None:
    project = with_rows(
        needs=[{"need": "a doctor", "theme": "health"}, {"need": "a job", "theme": "workplace_integration"}],
        assets=[{"asset": "clinic", "theme": "health"}],
    )
    assert told(project).unanswered == ("a job",)


def test_assets_and_services_stand_in_bands_of_their_own() -> None:
    project = with_rows(assets=[{"asset": "radio"}])
    give(project, "profile.services", [{"organization": "Agency", "service": "language classes"}])
    assert [[one.asset for one in band.assets] for band in told(project).assets] == [["radio"], ["language classes"]]
    give(project, f"{STRATEGY}.assets", [])
    assert told(project).assets_open is not None, "services alone are no map of assets"


def test_people_who_use_no_services_are_missed_only_when_others_were_heard() -> None:
    nobody = Project("x", 2026)
    assert "consultations" in points(nobody)
    assert told(nobody).unheard == ()
    heard = with_rows(consultations=[{"audience": "employers", "people": 12}])
    assert "consultations" in points(heard)
    assert [type(line) for line in told(heard).unheard] == [Mark]
    assert told(heard).heard == "12 people were heard, in 1 consultation."
    included = with_rows(consultations=[{"audience": "residents", "non_users": "included"}])
    assert "consultations" not in points(included)
    assert (told(included).unheard, told(included).heard) == ((), None)


def test_sectors_without_a_seat_are_named_as_unheard() -> None:
    project = Project("x", 2026)
    give(project, "council.members", [{"organization": "City", "sectors": ["government"]}])
    assert str(told(project).unheard[-1]).startswith("16 sectors of the federal list")


def test_a_parked_priority_asks_for_nothing() -> None:
    project = with_rows(priorities=[{"title": "Later", "focus": "parked"}])
    (priority,) = told(project).priorities
    assert priority.parked
    assert {priority.result, priority.reason, priority.outcomes, priority.objectives_open} == {None}
    assert not set(points(project)) & {"priority_results", "priority_reasons", "priority_objectives"}
    give(project, f"{STRATEGY}.objectives", [{"objective": "o", "priority": "priorities1"}])
    (objective,) = told(project).priorities[0].objectives
    assert (objective.baseline, objective.target) == (NONE, NONE)
    assert "objective_measures" not in points(project)


def test_an_objective_without_start_or_target_leaves_a_point() -> None:
    project = with_rows(
        priorities=[{"title": "Work"}],
        objectives=[{"objective": "o", "priority": "priorities1", "target": "25"}],
    )
    (objective,) = told(project).priorities[0].objectives
    assert (str(objective.baseline), objective.target) == ("[starting point]", "25")
    (point,) = (
        point
        for point in open_points(shipped().definitions, project, DOCUMENT)
        if point.label.key.endswith("objective_measures")
    )
    assert point.label.params["n"] == 1


def test_outcomes_stand_by_horizon_with_the_objectives_of_each() -> None:
    project = with_rows(
        needs=[{"need": "a"}],
        objectives=[{"objective": "soon", "horizon": "immediate"}, {"objective": "late", "horizon": "ultimate"}],
    )
    bands = told(project).horizons
    results = shipped().definitions.results
    assert len(bands) == len({result.horizon for result in results})
    assert bands[0].outcomes[0].shown == ("soon",)
    assert sum(len(band.outcomes) for band in bands) == len(results) + 2
    assert bands[0].outcomes[1].shown == ("1 need",)
    assert bands[1].outcomes[0].shown == ("Not measured yet",)


def test_partners_are_those_who_sit_and_not_those_only_invited() -> None:
    project = Project("x", 2026)
    assert isinstance(told(project).partners, Mark)
    states = ("accepted", "invited", "idea", "declined")
    give(project, "council.members", [{"organization": state, "state": state} for state in states])
    assert told(project).partners == "accepted"


def test_by_and_for_and_life_in_french_are_told() -> None:
    project = with_rows(priorities=[{"title": "Vivre en français", "theme": "francophone_inclusion"}])
    assert told(Project("x", 2026)).french == ()
    give(project, "terms_of_reference.by_and_for", "francophone_leads")
    assert len(told(project).french) == 2
    assert "Vivre en français" in told(project, "fr").french[-1]


def test_the_logic_model_needs_a_priority_or_an_action() -> None:
    def figures(project: Project) -> int:
        return sum(isinstance(block, Figure) for block in walk(built(project, DOCUMENT).blocks))

    assert figures(Project("x", 2026)) == 0
    assert figures(with_rows(priorities=[{"title": "Work"}])) == 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["blank", "small_town", "regional_centre", "francophone_minority"])
def test_what_is_marked_is_what_is_listed(name: str, language: str) -> None:
    known = shipped()
    project = Project("blank", 2026) if name == "blank" else load_persona(name, known.definitions)
    speech = Speech(Visible(known.definitions, project), known.book, language)
    expected = {speech.open(mark).text for mark in open_marks(known.definitions, project, DOCUMENT)}
    assert set(marks(built(project, DOCUMENT, language), "open")) == expected


def filled(word: str, count: int) -> Project:
    """A project with `count` rows in every list of the strategy, each text being `word`."""
    project = Project("x", 2026)
    for question in shipped().definitions.step(STRATEGY).questions:
        if question.kind == "records":
            texts = {part.id: word for part in question.fields if part.kind == "text"}
            rows = [{**texts, "priority": "priorities1"} for _ in range(min(count, int(question.at_most or count)))]
            give(project, question.path, rows)
    give(project, "council.members", [{"organization": f"{word}{n}"} for n in range(150)])
    return project


def test_no_word_changes_the_strategy() -> None:
    expected = shape(built(filled("x", 1), DOCUMENT).blocks)
    for word in HOSTILE:
        if word.strip() and len(word) < 300:
            assert shape(built(filled(word, 1), DOCUMENT).blocks) == expected, ascii(word)


@pytest.mark.parametrize("ending", FORMATS)
def test_full_lists_print_in_every_format(ending: str) -> None:
    assert write(built(filled("A long line of words that people wrote, with | and *. " * 3, 60), DOCUMENT), ending)


@pytest.mark.parametrize("name", ["regional_centre", "francophone_minority"])
def test_both_languages_print_the_same_shape(name: str) -> None:
    project = load_persona(name, shipped().definitions)
    shapes = [shape(built(project, DOCUMENT, language).blocks) for language in LANGUAGES]
    assert shapes[0] == shapes[1]


def test_no_funding_is_promised() -> None:
    project = Project("x", 2026)
    give(project, "action_plan.budget", [{"source": "A foundation", "amount": 100, "kind": "cash"}])
    assert "promises no funding" in text(built(project, DOCUMENT))
    assert [source.confirmed for source in told(project).sources] == ["Not confirmed"]
