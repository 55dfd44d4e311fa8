"""Invented communities with their answers, from tests/personas/*.yml. Every path, option, kind and length is checked.

Typed texts are in the persona's `language`. A link names the title of the row that it points at; `recommended: true`
takes every rule that has no answer yet.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from workflows.errors import DefinitionFault
from workflows.project import Answer, Project, Record
from workflows.schema import Definitions, Question
from workflows.yaml_files import read_yaml

FOLDER = Path(__file__).parents[1] / "personas"
PERSONAS = ("small_town", "regional_centre", "francophone_minority")


def load_persona(name: str, definitions: Definitions, folder: Path = FOLDER) -> Project:
    """The project of one persona; ValueError names the answer that its question cannot hold."""
    data = read_yaml(folder / f"{name}.yml", DefinitionFault).data
    language = data.get("language", "en")
    project = Project(id=name, cycle=data["cycle"], revision=data["revision"])
    for path, value in data["answers"].items():
        question = definitions.question(path)
        if question.kind == "records":
            rows = []
            for values in value:
                project.last_record += 1
                typed = {field: {language: text} for field, text in values.items() if _typed(question, field, text)}
                rows.append(Record(f"r{project.last_record}", dict(values), 1, wording=typed))
            project.answers[path] = Answer("given", rows, revision=1, source="typed")
        else:
            source = f"starter:{value['starter']}" if isinstance(value, dict) else "typed"
            own = {language: value} if isinstance(value, str) and question.translatable else {}
            wording = {**own, **data.get("wording", {}).get(path, {})}
            project.answers[path] = Answer("given", value, dict(wording), revision=1, source=source)
    for path in data.get("not_sure", ()):
        project.answers[definitions.question(path).path] = Answer("not_sure", revision=1)
    if data.get("recommended"):
        for rule in definitions.members_of("rules"):
            taken = Answer("recommended", rule.recommended, revision=1, source="recommended")
            project.answers.setdefault(rule.path, taken)
    for path, answer in project.answers.items():
        _settle(definitions.question(path), answer, project, definitions)
    return project


def _typed(question: Question, field: str, value: Any) -> bool:
    return isinstance(value, str) and question.field(field).translatable


def _settle(question: Question, answer: Answer, project: Project, definitions: Definitions) -> None:
    """Turns titles of links into ids and checks every value."""
    if answer.state == "not_sure":
        return
    if question.kind != "records":
        _check(question, answer.value)
        return
    for row in answer.value:
        for field, value in row.values.items():
            part = question.field(field)
            if part.kind == "link":
                row.values[field] = _linked(part, value, project)
            else:
                _check(part, value, question)
        missing = {part.id for part in question.fields if part.required} - set(row.values)
        if missing and question.path not in ("action_plan.actions", "council.members"):
            raise ValueError(f"{question.path}: a row lacks {sorted(missing)}")


def _linked(part: Question, title: str, project: Project) -> str:
    found = [row.id for row in project.records(part.to) if title in row.values.values()]
    if len(found) != 1:
        raise ValueError(f"{part.path}: no single row is called {title!r}")
    return found[0]


def _check(question: Question, value: Any, owner: Question | None = None) -> None:
    match question.kind:
        case "choice" | "scale":
            fits = value in question.options
        case "choices":
            fits = bool(value) and set(value) <= set(question.options)
        case "number" | "money":
            least, most = question.at_least, question.at_most
            fits = (least is None or value >= least) and (most is None or value <= most)
        case "month":
            fits = bool(dt.date.fromisoformat(f"{value}-01"))
        case "date":
            fits = bool(dt.date.fromisoformat(value))
        case _ if isinstance(value, dict):
            starters = (owner or question).starters
            fits = value.get("starter") in starters or str(value.get("label", "")).startswith(("lists.", "indicators."))
        case _:
            fits = isinstance(value, str) and 0 < len(value) <= question.longest
    if not fits:
        raise ValueError(f"{question.path}: {value!r} does not fit")
