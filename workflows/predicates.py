"""Named rules that are cleverer than a condition can say. Each is a pure function of the project, with a test of its
own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from workflows.project import Project


def smallest_above_largest(project: Project) -> bool:
    """The council's smallest size is larger than its largest one."""
    smallest = project.value("terms_of_reference.council_smallest")
    largest = project.value("terms_of_reference.council_largest")
    return smallest is not None and largest is not None and smallest > largest


FRANCOPHONE_STARTERS = frozenset(
    {"francophone_welcome", "ask_language", "tell_in_french", "refer_in_french", "partner_in_french"}
)


def no_francophone_action(project: Project) -> bool:
    """The plan has actions, and none is francophone: by its lens, by its ready-made text or by its priority's theme."""
    actions = project.records("action_plan.actions")
    themed = {
        row.id
        for row in project.records("research_strategy.priorities")
        if row.values.get("theme") == "francophone_inclusion"
    }

    def francophone(values: Mapping[str, object]) -> bool:
        text, lenses = values.get("action"), values.get("lenses")
        starter = text.get("starter") if isinstance(text, Mapping) else None
        named = isinstance(lenses, list) and "francophone" in lenses
        return named or starter in FRANCOPHONE_STARTERS or values.get("priority") in themed

    return bool(actions) and not any(francophone(row.values) for row in actions)


def francophone_action_unexplained(project: Project) -> bool:
    """No action is francophone and nobody said why."""
    return no_francophone_action(project) and not project.value("action_plan.francophone_reason")


PREDICATES: Mapping[str, Callable[[Project], bool]] = {
    one.__name__: one for one in (smallest_above_largest, no_francophone_action, francophone_action_unexplained)
}
