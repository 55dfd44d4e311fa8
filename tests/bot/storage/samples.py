"""What the storage tests put in and look for: a project with something of everything, every row."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, MetaData, insert, select

from bot.storage.engines import open_engine
from bot.storage.port import Store
from bot.storage.tables import seats
from workflows.project import Answer, Change, Project, Record

NOW = dt.datetime(2026, 5, 4, 12, 30, tzinfo=dt.UTC)


def full_project(project: str = "p1", *, said: str = "Côté ’ «\u00a0a\u00a0»", by: str = "77") -> Project:
    """A project in which every kind of value occurs; its texts contain `said`, and `by` gave them."""
    row = Record("r1", {"person": f"Ana {said}", "sectors": ["health", "other"], "seat": None}, 3, {"person": 12})
    return Project(
        project,
        2026,
        state="council",
        steps={"profile": "confirmed", "council": "asking"},
        answers={
            "profile.name_en": Answer(
                "given",
                f"Partnership {said}",
                {"en": said, "fr": "Œuvre"},
                2,
                by,
                "2026-05-04T12:30:00Z",
                "typed",
                9,
            ),
            "profile.population": Answer("given", 48_250, {}, 1, by, "2026-05-04", "typed", 10),
            "profile.share": Answer("given", 0.25),
            "profile.languages": Answer("given", ["en", "fr"]),
            "council.table_exists": Answer("not_sure", None, {}, 1, by),
            "council.members": Answer("given", [row, Record("r2")], {}, 5, by),
            "council.rules": Answer("given", []),
        },
        last_record=2,
        revision=7,
        created="2026-05-04",
        last_changes=[Change("council.members", "r1", None, {"values": {"person": said}, "by": by}, by, "2026-05-04")],
        consented=["council.members"],
    )


def store_project(store: Store, project: Project, person: str, now: dt.datetime = NOW) -> None:
    """Store a project in a transaction of its own."""
    with store.transaction() as work:
        work.create_project(project, person, "coordinator", now)


@contextmanager
def bare(url: str) -> Iterator[Connection]:
    """A connection past the store, for what another release or another process may do; commits at the end."""
    engine = open_engine(url)
    try:
        with engine.begin() as connection:
            yield connection
    finally:
        engine.dispose()


def take_seat(url: str, person: str, project: str) -> None:
    """Seat a second person in a project."""
    with bare(url) as connection:
        connection.execute(insert(seats), {"person": person, "project": project, "role": "member"})


def every_row(url: str) -> str:
    """Every row of every table that the database really has, as one text to search in."""
    found = MetaData()
    with bare(url) as connection:
        found.reflect(connection)
        return "\n".join(
            f"{table.name}: {tuple(row)}" for table in found.sorted_tables for row in connection.execute(select(table))
        )
