"""Every answer that was given beside every answer that is stored: what is missing, and what is there twice."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from bot.storage import SqlStore
from tests.torture.script import Script
from workflows.project import Project


@dataclass
class Compared:
    """What the comparison found, each as a line that names person, question and value."""

    given: int = 0
    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    misplaced: list[str] = field(default_factory=list)  # stored, and never given there


def compare(store: SqlStore, people: dict[str, Script]) -> Compared:
    """Read everybody's project; `people` are scripts by the id of the person."""
    found = Compared()
    for person, script in people.items():
        found.given += len(script.given)
        with store.transaction() as tx:
            titles = tx.titles(person)
            projects = [project for title in titles if (project := tx.project(title.id, person)) is not None]
            changes = [change for project in projects for change in tx.history(project.id)]
        if script.given.values and not projects:
            found.lost.append(f"{person}: the whole project")
        if len(projects) > 1:
            found.doubled.append(f"{person}: {len(projects)} projects")
        for project in projects[:1]:
            _values(found, person, script, project, [(one.question, _value(one.after)) for one in changes])
            _several(found, person, script, project)
            _strangers(found, person, script, project)
    return found


def _values(found: Compared, person: str, script: Script, project: Project, history: list[tuple[str, str]]) -> None:
    for path, value in script.given.values.items():
        if str(project.value(path)) != value:
            found.lost.append(f"{person} {path}: {value!r}, stored is {project.value(path)!r}")
        if history.count((path, value)) > 1:
            found.doubled.append(f"{person} {path}: {value!r} {history.count((path, value))} times in the history")


def _several(found: Compared, person: str, script: Script, project: Project) -> None:
    for path, values in script.given.several.items():
        stored = _stored(script, project, path)
        for value in values:
            if value not in stored:
                found.lost.append(f"{person} {path}: {value!r}")
            if stored.count(value) > 1:
                found.doubled.append(f"{person} {path}: {value!r} {stored.count(value)} times")


def _strangers(found: Compared, person: str, script: Script, project: Project) -> None:
    """A text that answered another question than the one it was typed for."""
    for path in project.answers:
        if path in script.given.several:
            stored = set(_stored(script, project, path)) - set(script.given.several[path])
        else:
            value = project.value(path)
            known = script.given.values.get(path)
            stored = set() if value is None or value == [] or str(value) == known else {str(value)}
        found.misplaced += [f"{person} {path}: {value!r}" for value in stored]


def _stored(script: Script, project: Project, path: str) -> list[str]:
    question = script.definitions.question(path)
    if question.kind == "records":
        first = question.fields[0].id
        return [str(row.values.get(first)) for row in project.records(path)]
    return [str(one) for one in project.value(path) or ()]


def _value(after: Any) -> str:
    return str(after.get("value")) if isinstance(after, dict) else str(after)
