"""When a question is asked: `{path: (values, …)}`, `{answered: path}` or `{predicate: name}`; every entry must hold."""

from __future__ import annotations

from workflows.predicates import PREDICATES
from workflows.project import Project
from workflows.schema import Question


def applies(question: Question, project: Project) -> bool:
    """True when the question is asked of this project now; a question without a condition always is."""
    return all(_holds(name, wanted, project) for name, wanted in (question.condition or {}).items())


def _holds(name: str, wanted: object, project: Project) -> bool:
    if name == "predicate":
        return PREDICATES[str(wanted)](project)
    if name == "answered":
        return project.value(str(wanted)) is not None
    value = project.value(name)
    assert isinstance(wanted, tuple)
    if isinstance(value, list):
        return any(chosen in wanted for chosen in value)
    return value in wanted
