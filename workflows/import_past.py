"""The past that an exported partnership brings along: its saved versions, and who changed what when.

A version is checked as the project itself. Of the history stays what a comparison needs: the question, the row, the
day, and the texts that stand in the project or in a version, so that what was taken out of both does not come back.
Only whoever sends the file is named (docs/decisions/0036-imports-with-their-past.md).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from workflows.cleaning import clean, fold, has_words
from workflows.import_shapes import author, day, items, mapping, number, record, refuse, time
from workflows.past import Past
from workflows.project import Change, Project, Record, Version
from workflows.schema import Definitions
from workflows.versions import LONGEST, MOST

MOST_CHANGES: Final = 10_000
"""The newest changes that are kept: several years of a busy partnership."""

Told = Mapping[str, Any]


def brought(
    definitions: Definitions, told: Told, project: Project, read: Callable[[Told], Project], person: str
) -> Past:
    """The past that the file tells of, none for a file without one; the list of versions is written into `project`.

    `read` makes a project of a version's data. Raises AnswerRefused.
    """
    saved = [_version(mapping(one), person) for one in items(told.get("versions"))]
    snapshots = [mapping(one) for one in items(told.get("snapshots"))]
    kept = [(number(one.get("number"), 1), mapping(one.get("project"))) for one in snapshots]
    numbers = sorted(one.number for one in saved)
    if len(saved) > MOST or numbers != sorted(place for place, _ in kept):
        refuse("damaged")
    if len(set(numbers)) < len(saved) or len({fold(one.name) for one in saved}) < len(saved):
        refuse("damaged")
    project.versions = sorted(saved, key=lambda one: one.number)
    adopted = [one.adopted for one in project.versions if one.adopted]
    if adopted != sorted(set(adopted)):  # a later text was adopted on a later day
        refuse("damaged")
    project.last_version = max((number(told.get("last_version", 0)), *numbers))
    projects = {place: read(data) for place, data in kept}
    standing = frozenset(text for one in (project, *projects.values()) for text in _texts(one))
    newest = items(told.get("history"))[-MOST_CHANGES:]
    history = tuple(_change(definitions, mapping(one), standing, person) for one in newest)
    return Past(history, projects, max(numbers, default=0))


def _version(told: Told, person: str) -> Version:
    name = told.get("name")
    if not isinstance(name, str) or clean(name) != name or not has_words(name) or len(name) > LONGEST:
        refuse("damaged")
    at = time(told.get("at"), "") or refuse("damaged")
    revision, adopted = number(told.get("revision")), day(told.get("adopted"))
    return Version(number(told.get("number"), 1), name, author(told, person), at, revision, adopted)


def _change(definitions: Definitions, told: Told, standing: frozenset[str], person: str) -> Change:
    path, row = told.get("question"), told.get("record")
    if not isinstance(path, str) or not (definitions.has(path) or definitions.has_gap(path)):
        refuse("damaged")
    fields = {part.id for part in definitions.question(path).fields} if definitions.has(path) else set()
    before, after = (_said(told.get(side), fields, standing) for side in ("before", "after"))
    at = time(told.get("at"), "")
    return Change(path, "" if row == "" else record(row), before, after, author(told, person), at)


def _said(told: object, fields: set[str], standing: frozenset[str]) -> dict[str, Any] | None:
    """The texts of one side of a change that still stand somewhere, in the shape in which the history has them."""
    if told is None:
        return None
    side = mapping(told)
    if "values" in side:
        values = mapping(side["values"])
        return {"values": {name: values[name] for name in fields & set(values) if _stands(values[name], standing)}}
    return {"value": side["value"]} if _stands(side.get("value"), standing) else {}


def _stands(text: object, standing: frozenset[str]) -> bool:
    return isinstance(text, str) and text in standing


def _texts(project: Project) -> Iterator[str]:
    """Every text of the answers and of their rows, the other wordings included."""
    for answer in project.answers.values():
        yield from answer.wording.values()
        for one in answer.value if isinstance(answer.value, list) else [answer.value]:
            if isinstance(one, str):
                yield one
            elif isinstance(one, Record):
                yield from (text for text in one.values.values() if isinstance(text, str))
                yield from (text for told in one.wording.values() for text in told.values())
