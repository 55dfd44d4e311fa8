"""A project's past, read from and written to an open transaction: its saved versions and its history."""

from __future__ import annotations

from bot.storage.port import Transaction
from workflows.outcomes import VersionDropped, VersionKept
from workflows.past import Past
from workflows.project import Project


def past_of(tx: Transaction, project: Project | None, since: int = 0, every: bool = False) -> Past:
    """The past to compare with version `since` (0: the newest one); `every` version comes along for an export."""
    if project is None:
        return Past()
    newest = project.versions[-1].number if project.versions else 0
    number = since or newest
    kept = tx.snapshots(project.id, None if every else number)
    return Past(tx.history(project.id), kept, number)


def write_version(tx: Transaction, project: str, effect: VersionKept | VersionDropped) -> None:
    """Keep or forget the answers of a version."""
    if isinstance(effect, VersionKept):
        tx.keep_snapshot(project, effect.number, effect.data)
    else:
        tx.drop_snapshot(project, effect.number)
