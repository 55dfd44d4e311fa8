"""A project's past, read from and written to an open transaction: its saved versions and its history."""

from __future__ import annotations

from bot.storage.port import Transaction
from workflows.outcomes import VersionDropped, VersionKept
from workflows.past import Past, snapshot
from workflows.project import Project


def past_of(tx: Transaction, project: Project | None, since: int = 0, every: bool = False) -> Past:
    """The past to compare with version `since` (0: the newest one); `every` version comes along for an export."""
    if project is None:
        return Past()
    newest = project.versions[-1].number if project.versions else 0
    number = since or newest
    kept = tx.snapshots(project.id, None if every else number)
    return Past(tx.history(project.id), kept, number)


def write_past(tx: Transaction, project: str, past: Past) -> None:
    """Keep what a new project brings along: its versions and its history."""
    for number, kept in past.kept.items():
        tx.keep_snapshot(project, number, snapshot(kept))
    tx.append_history(project, past.history)


def write_version(tx: Transaction, project: str, effect: VersionKept | VersionDropped) -> None:
    """Keep or forget the answers of a version."""
    if isinstance(effect, VersionKept):
        tx.keep_snapshot(project, effect.number, effect.data)
    else:
        tx.drop_snapshot(project, effect.number)
