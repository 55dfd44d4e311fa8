"""Whether the ids that definitions say of one another exist. The loader asks once, after everything was read."""

from __future__ import annotations

from pathlib import Path

from workflows.errors import DefinitionFault
from workflows.predicates import PREDICATES
from workflows.schema import Definitions, GapRule, Question
from workflows.yaml_files import YamlFile


def check_references(definitions: Definitions, journey: YamlFile, folder: Path) -> None:
    """Raise DefinitionFault for the first id that names nothing, with the file and line that say it."""
    files = {entry["id"]: folder / entry["file"] for entry in journey.data["steps"]}
    for question in definitions.everything():
        for problem in _faults_of(definitions, question):
            path = files[question.step]
            raise DefinitionFault(str(path), _line_of(path, question.id), question.path, problem, "Correct the name.")
    for step in definitions.steps:
        for gap in step.gaps:
            for problem in _faults_of_gap(definitions, gap):
                path = files[step.id]
                raise DefinitionFault(str(path), _line_of(path, gap.id), f"{step.id}.{gap.id}", problem, "Correct it.")
    for document in (*(one for step in definitions.steps for one in step.documents), *definitions.quick):
        if document not in definitions.documents:
            raise _of_journey(journey, document, "documents")
    for short in definitions.short_paths:
        for stop in short.stops:
            group = stop.removeprefix("group.")
            if not definitions.has(stop) and not (stop.startswith("group.") and group in definitions.groups):
                raise _of_journey(journey, stop, "short_paths")
    for path_of_name in definitions.names.values():
        if not definitions.has(path_of_name):
            raise _of_journey(journey, path_of_name, "names")


def _faults_of(definitions: Definitions, question: Question) -> list[str]:
    found = []
    if question.to and (not definitions.has(question.to) or definitions.question(question.to).kind != "records"):
        found.append(f"there are no records '{question.to}' to link to.")
    parts = [part.id for part in question.fields]
    found.extend(f"'{part}' is not one of its fields." for part in question.unique_by if part not in parts)
    if question.group and question.group not in definitions.groups:
        found.append(f"there is no group '{question.group}'.")
    for name, wanted in (question.condition or {}).items():
        target = wanted if name == "answered" else name
        if name == "predicate":
            found.extend([] if wanted in PREDICATES else [f"there is no predicate '{wanted}'."])
        elif not definitions.has(target):
            found.append(f"there is no question '{target}'.")
        elif name != "answered":
            options = definitions.question(target).options
            found.extend(f"'{value}' is no option of '{target}'." for value in wanted if value not in options)
    return found


def _faults_of_gap(definitions: Definitions, gap: GapRule) -> list[str]:
    told = [gap.settings[key] for key in ("question", "field", "records") if key in gap.settings]
    group = gap.mend.removeprefix("group.")
    if not gap.mend.startswith("group."):
        told.append(gap.mend)
    elif group not in definitions.groups:
        return [f"there is no group '{group}'."]
    found = [f"there is no question '{path}'." for path in (*told, *gap.facts) if not definitions.has(path)]
    listed = gap.settings.get("records") or (gap.settings.get("question") if "number" in gap.settings else None)
    if not found and listed and definitions.question(listed).kind != "records":
        found.append(f"'{listed}' is no list of records.")
    return found


def _of_journey(journey: YamlFile, name: str, key: str) -> DefinitionFault:
    mend = "Correct the name, or add the question."
    return DefinitionFault(str(journey.path), journey.line(key), name, "names nothing.", mend)


def _line_of(path: Path, name: str) -> int:
    """The line on which the id stands in its file."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if f"id: {name}," in line or line.rstrip().endswith(f"id: {name}"):
            return number
    return 1
