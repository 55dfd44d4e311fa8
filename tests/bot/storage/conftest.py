"""The store under test: every test that asks for it runs on SQLite and on PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.storage import SqlStore, open_store
from bot.storage.migrate import upgrade


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """A SQLite address in a folder that does not exist yet."""
    return f"sqlite:///{tmp_path}/data/guide.db"


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest) -> str:
    """The address of an empty database, of each kind in turn."""
    name = "sqlite_url" if request.param == "sqlite" else "postgres_url"
    return str(request.getfixturevalue(name))


@pytest.fixture
def store(url: str) -> Iterator[SqlStore]:
    """An up-to-date store, of each kind in turn."""
    upgrade(url)
    store = open_store(url)
    yield store
    store.dispose()
