"""A project's past over an open transaction: what a card or a file is given, and what is written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.looking_back import past_of, write_past, write_version
from bot.storage import SqlStore, open_store
from bot.storage.migrate import upgrade
from tests.bot.storage.samples import NOW, full_project, store_project
from workflows.outcomes import VersionDropped, VersionKept
from workflows.past import Past, snapshot
from workflows.project import Change, Project
from workflows.versions import add

CHANGE = Change("profile.name_en", "", None, {"value": "Kenora"}, "77", "2026-11-22T15:00:00+00:00")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    url = f"sqlite:///{tmp_path}/guide.db"
    upgrade(url)
    store = open_store(url)
    yield store
    store.dispose()


@pytest.fixture
def project(store: SqlStore) -> Project:
    """A project with two versions and a history, all in the store."""
    project = full_project()
    store_project(store, project, "77")
    with store.transaction() as tx:
        for name in ("One", "Two"):
            data = snapshot(project)
            version = add(project, name, "77", "2026-11-22T15:00:00+00:00")
            write_version(tx, project.id, VersionKept(version.number, data))
        tx.append_history(project.id, [CHANGE])
    return project


def test_the_newest_version_is_meant_unless_one_is_named(store: SqlStore, project: Project) -> None:
    with store.transaction() as tx:
        newest, first = past_of(tx, project), past_of(tx, project, 1)
    assert (newest.since, list(newest.kept), newest.history) == (2, [2], (CHANGE,))
    assert (first.since, list(first.kept)) == (1, [1])
    assert first.before is not None
    assert first.before.answers == project.answers


def test_an_export_takes_every_version_along(store: SqlStore, project: Project) -> None:
    with store.transaction() as tx:
        assert list(past_of(tx, project, every=True).kept) == [1, 2]


def test_a_dropped_version_is_gone_for_good(store: SqlStore, project: Project) -> None:
    with store.transaction() as tx:
        write_version(tx, project.id, VersionDropped(2))
        project.versions.pop()
        assert past_of(tx, project, 2).before is None
        assert past_of(tx, project).since == 1


def test_no_project_has_no_past(store: SqlStore) -> None:
    with store.transaction() as tx:
        assert past_of(tx, None) == Past()
        assert past_of(tx, Project("new", 2026)) == Past()


def test_a_new_project_brings_its_past_along(store: SqlStore, project: Project) -> None:
    with store.transaction() as tx:
        past = past_of(tx, project, every=True)
        tx.create_project(full_project("other"), "88", "coordinator", NOW)
        write_past(tx, "other", past)
    with store.transaction() as tx:
        kept = past_of(tx, replace(project, id="other"), every=True)
    assert (kept.history, kept.since) == (past.history, past.since)
    assert {number: one.answers for number, one in kept.kept.items()} == {
        number: one.answers for number, one in past.kept.items()
    }
