"""Everything that is kept of a partnership, and its documents, in one file to take along.

What others gave stays in it, their numbers do not: only whoever asks is named as the author of an answer.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from workflows.documents.packing import packed
from workflows.drafts import File
from workflows.past import Past
from workflows.phrases import Phrase
from workflows.project import Change, Project


def without_others(project: Project, person: str) -> Project:
    """A copy in which nobody but this person is named as an author."""
    told = _blanked(project.to_data(), person)
    assert isinstance(told, dict)
    return Project.from_data(told)


def past_without_others(past: Past, person: str) -> Past:
    """The same past, in which nobody but this person is named."""
    history = tuple(Change(**_blanked(dict(vars(change)), person)) for change in past.history)
    return replace(past, history=history, kept={n: without_others(kept, person) for n, kept in past.kept.items()})


def _blanked(data: Any, person: str) -> Any:
    if isinstance(data, list):
        return [_blanked(item, person) for item in data]
    if isinstance(data, dict):
        return {key: "" if key == "by" and value != person else _blanked(value, person) for key, value in data.items()}
    return data


def archive(files: Iterable[File], name: str, caption: Phrase) -> File:
    """The files in one zip of this name; the same files always give the same bytes."""
    return File(name, packed((file.name, file.data) for file in files), caption, 0)
