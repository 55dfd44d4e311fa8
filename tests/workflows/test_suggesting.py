"""Which indicators are suggested where, in which order, and what taking one would fill."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.drafting import give
from tests.support.walker import the_guide
from workflows.indicators import Place
from workflows.measures import CONTEXT
from workflows.project import Project, Record
from workflows.suggesting import Suggestion, found_by, suggested

KNOWN = the_guide().knowledge
ACTIONS, FOLLOWED = "action_plan.actions.indicator", "implementation.indicators.indicator"


def place_of(path: str) -> Place:
    place = KNOWN.library.place(path)
    assert place is not None
    return place


def offered(project: Project, path: str, row: Record | None = None) -> tuple[Suggestion, ...]:
    return suggested(KNOWN.library, KNOWN.definitions, project, place_of(path), row)


def with_priorities(*themes: str) -> Project:
    project = Project("p", 2026)
    give(project, "research_strategy.priorities", [{"title": theme, "theme": theme} for theme in themes])
    return project


def test_an_action_is_offered_its_priority_s_theme_and_then_the_table_s_own() -> None:
    project = with_priorities("children_youth", "health")
    found = offered(project, ACTIONS, Record("r1", {"priority": "priorities2"}))
    themes = [KNOWN.library.get(one.value).themes[0] for one in found]  # type: ignore[union-attr]
    assert themes == sorted(themes, key=["health", "partnership"].index)
    assert {"health", "partnership"} == set(themes)
    assert all(one.level != CONTEXT for one in found)
    assert found[0].fills == {"indicator": {"label": "indicators.names.hea_interpretation"}}


@pytest.mark.parametrize("row", [None, Record("r1", {}), Record("r1", {"priority": "gone"})])
def test_a_row_without_a_priority_is_offered_the_themes_of_the_strategy(row: Record | None) -> None:
    found = offered(with_priorities("workplace_integration", "anti_racism"), ACTIONS, row)
    assert [one.value for one in found][:2] == ["wor_inclusive_hiring", "wor_bridging_seats"]
    assert "inc_trained_antiracism" in {one.value for one in found}
    assert "hea_pathway_mh" not in {one.value for one in found}


def test_without_a_strategy_every_indicator_is_offered_and_context_comes_last() -> None:
    found = offered(Project("p", 2026), FOLLOWED)
    assert {one.value for one in found} == {one.id for one in KNOWN.library.indicators}
    assert found[0].value == "par_sector_cover", "what a first table can read itself stands first"
    levels = [one.level == CONTEXT for one in found]
    assert levels == sorted(levels)


def test_taking_one_fills_the_level_and_the_source_where_the_row_has_them() -> None:
    project = with_priorities("francophone_inclusion")
    one = next(one for one in offered(project, FOLLOWED) if one.value == "fra_service_fr")
    assert one.fills == {
        "indicator": {"label": "indicators.names.fra_service_fr"},
        "level": "intermediate",
        "source": {"label": "indicators.sources.asset_map"},
    }


def test_what_another_row_follows_is_not_offered_again() -> None:
    project = with_priorities("health")
    label = {"label": "indicators.names.par_trust"}
    give(project, "implementation.indicators", [{"indicator": label}])
    assert "par_trust" not in {one.value for one in offered(project, FOLLOWED)}
    own = project.records("implementation.indicators")[0]
    assert "par_trust" in {one.value for one in offered(project, FOLLOWED, own)}
    give(project, "action_plan.actions", [{"action": "a", "indicator": label}])
    assert "par_trust" in {one.value for one in offered(project, ACTIONS)}, "two actions may share a sign of change"


def plan(*indicators: Any) -> Project:
    project = with_priorities("health")
    rows = [{"action": "a", "indicator": one, "baseline": "0 (2026)", "target": "15"} for one in indicators]
    give(project, "action_plan.actions", [*rows, {"action": "b"}])
    return project


def test_what_the_plan_names_in_its_own_words_is_offered_once_with_its_start_and_target() -> None:
    found = offered(plan("clinics that use it", "clinics that use it"), FOLLOWED)
    (own,) = [one for one in found if not one.level]
    assert own.fills == {"indicator": "clinics that use it"}
    assert own.offers == {"baseline": "0 (2026)", "target": "15"}
    assert [one.level == CONTEXT for one in found[found.index(own) + 1 :]] == [True], "context stands last"


def test_an_indicator_of_the_library_that_the_plan_names_brings_what_was_told_there() -> None:
    found = offered(plan({"label": "indicators.names.hea_pathway_mh"}), FOLLOWED)
    (own,) = [one for one in found if one.value == "hea_pathway_mh"]
    assert (own.level, own.offers) == ("intermediate", {"baseline": "0 (2026)", "target": "15"})
    assert all(not one.offers for one in found if one is not own)


def test_a_theme_s_very_own_indicators_come_before_those_it_shares() -> None:
    found = offered(with_priorities("francophone_inclusion"), ACTIONS)
    assert [one.value for one in found][:2] == ["fra_service_fr", "par_francophone"]


@pytest.mark.parametrize(
    ("path", "value", "found"),
    [
        (FOLLOWED, "att_retention", True),
        (ACTIONS, "att_retention", False),
        (FOLLOWED, "actions1", True),
        (ACTIONS, "actions1", False),
        (FOLLOWED, "x", False),
    ],
)
def test_a_button_finds_its_suggestion_only_where_it_belongs(path: str, value: str, found: bool) -> None:
    told = found_by(KNOWN.library, KNOWN.definitions, plan("clinics that use it"), place_of(path), value)
    assert (told is not None) == found
