"""What tests of versions share: a persona's project before and after a few changes, and its past."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tests.support.drafting import shipped
from tests.support.personas import load_persona
from workflows.past import Past, snapshot
from workflows.project import Answer, Change, Project, answer_data
from workflows.versions import add

VISION, MEETINGS = "terms_of_reference.vision", "terms_of_reference.meetings_later"
MEMBERS = "council.members"
SAVED, LATER = "2026-10-02T10:00:00+00:00", "2026-11-10T10:00:00+00:00"
NAME = "Version sent to the council"


def changed(values: Mapping[str, Any], by: str = "8", persona: str = "small_town") -> tuple[Project, Past]:
    """The persona's project, saved as version 1 by person 7, in which `by` then gave these answers."""
    project = load_persona(persona, shipped().definitions)
    for answer in project.answers.values():
        answer.by, answer.at = "7", SAVED
    add(project, NAME, "7", SAVED)
    before = Project.from_data(snapshot(project))
    history = []
    for path, value in values.items():
        old = project.answers.get(path)
        new = Answer("given", value, {}, 2, by, LATER, "typed")
        project.answers[path] = new
        project.revision += 1
        history.append(Change(path, "", answer_data(old) if old else None, answer_data(new), by, LATER))
    return project, Past(tuple(history), {1: before}, 1)
