"""Ready-made rows in groups: what is read and refused, what a row holds, and taking and giving back on the cards."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.walker import Walker, the_guide
from workflows.actions import Press
from workflows.errors import DefinitionFault
from workflows.starters import find, known_starters, load_starters, own, values

KNOWN = the_guide().knowledge
PRIORITIES, OBJECTIVES, ACTIONS, REPORTS = (
    "research_strategy.priorities", "research_strategy.objectives", "action_plan.actions", "implementation.reports",
)  # fmt: skip
GOOD = """\
research_strategy.objectives:
  words: objectives
  text: objective
  within: lists.horizons
  fills: horizon
  links: {priority: theme}
  under:
    immediate: [one, two]
"""


def test_groups_are_read_as_they_are_written(tmp_path: Path) -> None:
    path = tmp_path / "starters.yml"
    path.write_text(GOOD, encoding="utf-8")
    groups = load_starters(path, KNOWN.definitions)[OBJECTIVES]
    assert (groups.text, groups.within, groups.fills, groups.links, groups.long) == (
        "objective",
        "horizons",
        "horizon",
        ("priority", "theme"),
        False,
    )
    assert [(one.id, one.key, one.group) for one in groups.all()] == [
        ("one", "starters.objectives.one", "immediate"), ("two", "starters.objectives.two", "immediate"),
    ]  # fmt: skip
    assert groups.inside("ultimate") == ()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("research_strategy.objectives:", "research_strategy.objective:"),
        ("text: objective", "text: objectiv"),
        ("fills: horizon", "fills: horizont"),
        ("{priority: theme}", "{priorite: theme}"),
        ("immediate:", "immediately:"),
        ("lists.horizons", "lists.horizon"),
        ("[one, two]", "[one, one]"),
    ],
)
def test_a_mistake_is_refused_with_its_line(old: str, new: str, tmp_path: Path) -> None:
    assert old in GOOD
    (tmp_path / "starters.yml").write_text(GOOD.replace(old, new), encoding="utf-8")
    with pytest.raises(DefinitionFault, match=r"starters\.yml:\d+: "):
        load_starters(tmp_path / "starters.yml", KNOWN.definitions)


def test_a_press_names_a_starter_a_group_or_nothing() -> None:
    def known(path: str, verb: str, value: str = "") -> bool:
        return known_starters(KNOWN.definitions, KNOWN.starters, KNOWN.definitions.question(path), verb, value)

    assert known(PRIORITIES, "take_starter", "health")
    assert known(PRIORITIES, "drop_starter", "mental_health")
    assert not known(PRIORITIES, "take_starter", "xyzzy")
    assert not known("profile.lead", "starters")
    assert not known("profile.catchment", "starters")
    assert all(known(PRIORITIES, "starters", value) for value in ("", "groups", "health"))
    assert not known(PRIORITIES, "starters", "mental_health")


def test_what_a_row_holds_is_the_words_the_group_and_the_priority_of_its_theme(walker: Walker) -> None:
    walker.open(PRIORITIES)
    walker.tap("starters")
    walker.tap("take_starter", value="workplace_integration")
    walker.tap("take_starter", value="health")
    assert walker.project is not None
    asked = KNOWN.definitions.question(ACTIONS)
    starter = find(KNOWN.definitions, KNOWN.starters, asked, "do_mental_health")
    assert starter is not None
    row = values(KNOWN.starters, walker.project, asked, starter)
    health = next(one.id for one in walker.project.records(PRIORITIES) if one.values["theme"] == "health")
    assert row == {"action": {"label": "starters.actions.do_mental_health"}, "priority": health}
    other = find(KNOWN.definitions, KNOWN.starters, asked, "do_public_transit")
    assert other is not None
    assert values(KNOWN.starters, walker.project, asked, other) == {
        "action": {"label": "starters.actions.do_public_transit"}
    }
    plain = own(KNOWN.definitions, asked)[0]
    assert values(KNOWN.starters, walker.project, asked, plain) == {"action": {"starter": plain.id}}


def test_a_priority_within_a_theme_is_taken_once_and_given_back(either: Walker) -> None:
    either.open(PRIORITIES)
    either.tap("starters")
    either.tap("starters", value="groups")
    either.tap("starters", value="health")
    press = either.press("take_starter", value="mental_health")
    either.do(press)
    either.do(press)  # sent twice
    assert either.rows(PRIORITIES) == [{"title": {"label": "starters.priorities.mental_health"}, "theme": "health"}]
    assert either.button("drop_starter", "mental_health").chosen
    either.tap("drop_starter", value="mental_health")
    assert either.rows(PRIORITIES) == []
    assert either.offers("take_starter", value="mental_health")


def test_an_objective_brings_its_horizon_and_a_report_its_reader(walker: Walker) -> None:
    walker.open(OBJECTIVES)
    walker.tap("starters")
    walker.tap("starters", value="intermediate")
    walker.tap("take_starter", value="to_partner_tools")
    assert walker.rows(OBJECTIVES) == [
        {"objective": {"label": "starters.objectives.to_partner_tools"}, "horizon": "intermediate"}
    ]
    walker.open(REPORTS)
    walker.tap("starters")
    walker.tap("starters", value="ircc")
    walker.tap("take_starter", value="final_report")
    assert walker.rows(REPORTS) == [{"report": {"label": "starters.reports.final_report"}, "reader": "ircc"}]


def test_a_full_list_takes_no_more_and_says_so(walker: Walker) -> None:
    walker.open(PRIORITIES)
    walker.say("\n".join(f"Priority {number}" for number in range(12)))
    walker.tap("starters")
    walker.tap("take_starter", value="health")
    assert "interface.refused.too_many" in walker.keys
    assert len(walker.rows(PRIORITIES)) == 12


def test_the_order_follows_the_local_context(walker: Walker) -> None:
    def themes() -> list[str]:
        walker.open(PRIORITIES)
        walker.tap("starters")
        return [press.value for press in walker.presses() if press.verb == "take_starter"]

    assert themes() == list(KNOWN.definitions.lists["themes"][:8])
    walker.do(Press("set", "profile.context_issues", value="5"))
    assert themes()[:3] == ["health", "cross_sector_housing_health", "anti_racism"]
    walker.open(ACTIONS)
    walker.tap("starters")
    walker.tap("starters", value="groups")
    assert next(press.value for press in walker.presses() if press.verb == "starters") == "health"


def test_a_place_of_another_release_among_the_starters_is_the_list(walker: Walker) -> None:
    from dataclasses import replace

    walker.open(PRIORITIES)
    walker.spot = replace(walker.spot, value="starters.of_yesterday")
    assert walker.do(Press("list", PRIORITIES)).screen.id == "rows"
    walker.spot = replace(walker.spot, value="starters.of_yesterday")
    shown = walker.guide.show(walker.project, walker.visit())
    assert any(button.press and button.press.verb == "add" for button in shown.screen.buttons())
