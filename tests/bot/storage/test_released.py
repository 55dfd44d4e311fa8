"""Every schema that was ever released is brought up to date with its rows, on both databases."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import make_url

from bot.replies import CARD, Card
from bot.storage import open_store
from bot.storage.migrate import current, newest, sqlite_file, upgrade
from bot.storage.port import Person, Place
from bot.storage.tables import metadata
from tests.bot.storage.samples import NOW, bare
from workflows.actions import ReplyTo
from workflows.project import Record
from workflows.screens import Spot

RELEASED = Path(__file__).parent / "released"
RELEASES = ("0.1.0",)


def install(url: str, release: str) -> None:
    """Make the database as that release left it."""
    kind = make_url(url).get_backend_name()
    script = (RELEASED / f"{release}.{kind}.sql").read_text(encoding="utf-8")
    file = sqlite_file(url)
    if file is not None:
        file.parent.mkdir(parents=True)
        with closing(sqlite3.connect(file)) as connection:
            connection.executescript(script)
            connection.commit()
        return
    address = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(address) as server:
        server.execute(script.encode())


def test_there_is_a_database_of_every_release_and_kind() -> None:
    assert sorted(path.name for path in RELEASED.iterdir()) == sorted(
        f"{release}.{kind}.sql" for release in RELEASES for kind in ("sqlite", "postgresql")
    )


@pytest.mark.parametrize("release", RELEASES)
def test_a_released_database_becomes_exactly_todays(url: str, release: str) -> None:
    install(url, release)
    assert current(url) not in (None, newest())
    upgrade(url)
    assert current(url) == newest()
    with bare(url) as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, metadata) == []


@pytest.mark.parametrize("release", RELEASES)
def test_what_people_had_is_read_back_and_goes_on(url: str, release: str) -> None:
    install(url, release)
    upgrade(url)
    store = open_store(url)
    with store.transaction() as tx:
        assert tx.person("1001") == Person("1001", "fr")
        assert tx.person("1002") == Person("1002", None, False)
        assert [title.name for title in tx.titles("1001")] == ["Kenora Local Immigration Partnership"]
        spot = Spot("question", "council", "council.members", "r1", "person", heard=12)
        assert tx.place(1001, "1001") == Place(1001, "1001", "k3n0ra27", spot, 14)
        assert tx.card(1001, 14) == ReplyTo("council.members", "r1", "person")
        assert [change.after["values"]["person"] for change in tx.history("k3n0ra27")] == ["Aïcha Côté"]
        assert not tx.claim(812345678901, NOW), "an update that was taken stays taken"
        (owed,) = tx.take(NOW)
        assert (owed.kind, owed.edit, Card.from_data(owed.payload).messages[0].plain) == (CARD, 14, "Conseil")
        project = tx.project("k3n0ra27", "1001")
        assert project is not None
        row = Record("r1", {"person": "Aïcha Côté", "organization": "Ville de Kenora"}, 3, {"person": 12})
        assert project.records("council.members") == [row]
        project.revision += 1
        tx.save_project(project, 7, NOW)
        assert tx.last_used("k3n0ra27") == NOW
    store.dispose()
