"""What came before the project as it stands: the answers of saved versions, and who changed what when.

It is loaded only where something looks back: the card and the documents that compare, and the export.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from workflows.project import Change, Project


@dataclass(frozen=True)
class Past:
    """`history` is oldest first; `kept` holds the projects of saved versions by number; `since` is the number of the
    version to compare with, 0 where none is kept.
    """

    history: tuple[Change, ...] = ()
    kept: Mapping[int, Project] = field(default_factory=dict)
    since: int = 0

    @property
    def before(self) -> Project | None:
        """The project of the version to compare with, or None when it is not kept."""
        return self.kept.get(self.since)

    def to_data(self) -> dict[str, Any]:
        """What an export holds besides the project; `past_of` reads it back."""
        return {
            "snapshots": [{"number": number, "project": kept.to_data()} for number, kept in sorted(self.kept.items())],
            "history": [dict(vars(change)) for change in self.history],
        }

    def people(self, project: Project) -> tuple[str, ...]:
        """Everybody who answered, saved or changed something, in the order in which they came; nobody is named twice.

        The guide keeps no names of those who chat: a document counts them (docs/decisions/0021-versions.md).
        """
        told = (*((change.at, change.by) for change in self.history), *_authors(project))
        return tuple(dict.fromkeys(by for _, by in sorted(told, key=lambda one: one[0]) if by))


def past_of(data: Mapping[str, Any], since: int = 0) -> Past:
    """The past that an export holds, none for an export of an older release.

    `since` is the version to compare with; 0 means the newest one that is kept.
    """
    kept = {int(one["number"]): Project.from_data(one["project"]) for one in data.get("snapshots", ())}
    history = tuple(Change(**change) for change in data.get("history", ()))
    return Past(history, kept, since or max(kept, default=0))


def snapshot(project: Project) -> dict[str, Any]:
    """The project as a version keeps it: without its own versions, what undo needs, and its letterhead, which no
    comparison shows and whose logo may be large.
    """
    return {**project.to_data(), "versions": [], "last_changes": [], "letterhead": {}}


def _authors(project: Project) -> Iterator[tuple[str, str]]:
    yield from ((answer.at, answer.by) for answer in project.answers.values())
    yield from ((version.at, version.by) for version in project.versions)
