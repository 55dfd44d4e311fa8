"""Judgement about the strategy and the yearly plan: what hangs together, who carries it, when, with what, and what a
table can own. Each function is one rule, pure and silent while nothing was said about its facts.
"""

from __future__ import annotations

from collections.abc import Mapping

from workflows.cleaning import fold
from workflows.findings import (
    Finding,
    Found,
    Lists,
    Settings,
    as_list,
    bare,
    is_empty,
    names_one_of,
    parts,
    plan_year,
    within_year,
)
from workflows.project import Project, Record

NEEDS_HEARD = "research_strategy.needs"
ASSETS = "research_strategy.assets"
PRIORITIES = "research_strategy.priorities"
OBJECTIVES = "research_strategy.objectives"
ACTIONS = "action_plan.actions"
BUDGET = "action_plan.budget"
COORDINATOR = "council.coordinator"


def needs_unanswered(project: Project, _settings: Settings, _: Lists) -> Found:
    """Needs whose theme no asset and no action shares; silent until there is an asset or an action to compare with."""
    assets, actions = project.records(ASSETS), project.records(ACTIONS)
    if not assets and not actions:
        return None
    themes = {row.id: row.values.get("theme") for row in project.records(PRIORITIES)}
    met = {row.values.get("theme") for row in assets} | {themes.get(row.values.get("priority", "")) for row in actions}
    needs = project.records(NEEDS_HEARD)
    return tuple(row.id for row in needs if row.values.get("theme") and row.values["theme"] not in met) or None


def _in_focus(project: Project) -> list[Record]:
    return [row for row in project.records(PRIORITIES) if row.values.get("focus") != "parked"]


def focus_without_link(project: Project, settings: Settings, _: Lists) -> Found:
    """Priorities that are not parked and that no row of another list points at; silent while that list is empty."""
    question, field = parts(settings["field"])
    pointing = project.records(question)
    if not pointing:
        return None
    linked = {row.values.get(field) for row in pointing}
    return tuple(row.id for row in _in_focus(project) if row.id not in linked) or None


def focus_without_immediate_objective(project: Project, settings: Settings, _: Lists) -> Found:
    """Priorities in focus that have objectives, but none that the table itself can reach in one or two years."""
    rows = project.records(OBJECTIVES)
    some = {row.values.get("priority") for row in rows}
    soon = {row.values.get("priority") for row in rows if row.values.get("horizon") in settings["values"]}
    return tuple(row.id for row in _in_focus(project) if row.id in some - soon) or None


def claims_beyond_the_table(project: Project, settings: Settings, lists: Lists) -> Found:
    """Rows that measure the whole city (arrivals, retention, employment, …) and are not marked with one of `values` in
    the field `spared`, as context that a table contributes to and cannot own.
    """
    question, field = parts(settings["field"])
    spared, marks, words = settings["spared"], settings["values"], lists["words.city_wide"]
    return tuple(
        row.id
        for row in project.records(question)
        if row.values.get(spared) not in marks and names_one_of(row.values.get(field), words)
    ) or None  # fmt: skip


def ends_before_it_starts(project: Project, settings: Settings, _: Lists) -> Found:
    """Actions whose last month lies before their first one."""
    question, field = parts(settings["field"])
    rows = project.records(question)
    return tuple(r.id for r in rows if r.values.get("start") and r.values.get(field, "9") < r.values["start"]) or None


def outside_the_year(project: Project, settings: Settings, _: Lists) -> Found:
    """Actions that end outside the plan's fiscal year, from April to March."""
    question, field = parts(settings["field"])
    year = plan_year(project)
    rows = project.records(question)
    return tuple(r.id for r in rows if r.values.get(field) and not within_year(r.values[field], year)) or None


def nothing_in_the_first_quarter(project: Project, _settings: Settings, _: Lists) -> Found:
    """Actions have dates in the plan's fiscal year, and none begins or ends from April to June of it."""
    year = plan_year(project)
    months = [row.values.get(name) for row in project.records(ACTIONS) for name in ("start", "end")]
    inside = [month for month in months if month and within_year(month, year)]
    return () if inside and not any(within_year(month, year, "04", "06") for month in inside) else None


def led_by_the_coordinator(project: Project, settings: Settings, lists: Lists) -> Found:
    """More than `number` per cent of at least three actions with a lead are led by the coordinator: by name, or by the
    word for that post.
    """
    question, field = parts(settings["field"])
    rows = [row for row in project.records(question) if not is_empty(row.values.get(field))]
    person = project.value(COORDINATOR)
    words = lists["words.coordination"] + ((bare(str(person)),) if bare(str(person or "")) else ())
    own = [row.id for row in rows if names_one_of(row.values[field], words)]
    if len(rows) < 3 or 100 * len(own) <= settings["number"] * len(rows):
        return None
    return Finding(tuple(own), (("percent", round(100 * len(own) / len(rows))), ("most", settings["number"])))


def only_one_funder(project: Project, _settings: Settings, _: Lists) -> Found:
    """The budget names one source; without a budget, three actions or more and the partnership's own budget alone."""
    rows = project.records(BUDGET)
    if rows:
        return () if len({fold(str(row.values.get("source", ""))) for row in rows}) == 1 else None
    funders = [row.values["funder"] for row in project.records(ACTIONS) if row.values.get("funder")]
    return () if len(funders) >= 3 and set(funders) == {"lip_budget"} else None


def no_row_for_measurement(project: Project, settings: Settings, lists: Lists) -> Found:
    """Actions exist, and none measures: by its kind (`values`), as one of the `starters`, or by its words."""
    rows = project.records(ACTIONS)
    words = lists["words.measurement"]
    return () if rows and not any(_measures(row, settings, words) for row in rows) else None


def _measures(row: Record, settings: Settings, words: tuple[str, ...]) -> bool:
    told = row.values.get("action")
    if isinstance(told, Mapping):
        return told.get("starter") in settings["starters"]
    return bool(set(as_list(row.values.get("types"))) & set(settings["values"])) or names_one_of(told, words)


RULES = (
    needs_unanswered, focus_without_link, focus_without_immediate_objective, claims_beyond_the_table,
    ends_before_it_starts, outside_the_year, nothing_in_the_first_quarter, led_by_the_coordinator, only_one_funder,
    no_row_for_measurement,
)  # fmt: skip

NEEDS = {
    "needs_unanswered": ("records",),
    "focus_without_link": ("records", "field"),
    "focus_without_immediate_objective": ("records", "values"),
    "claims_beyond_the_table": ("field", "spared", "values"),
    "ends_before_it_starts": ("field",),
    "outside_the_year": ("field",),
    "nothing_in_the_first_quarter": (),
    "led_by_the_coordinator": ("field", "number"),
    "only_one_funder": (),
    "no_row_for_measurement": ("values", "starters"),
}
"""The settings that each rule needs; `records` and `field` also say what its items are."""
