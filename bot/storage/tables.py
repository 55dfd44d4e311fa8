"""The tables as SQLAlchemy Core knows them: the migrations build exactly these (a test compares them).

Only portable types, so that SQLite and PostgreSQL hold the same. Nothing here reads or writes a row.
"""

from __future__ import annotations

import datetime as dt

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
)
from sqlalchemy.types import TypeDecorator


class UtcTime(TypeDecorator[dt.datetime]):
    """A point in time, given and returned timezone-aware and kept in UTC: SQLite alone would drop the zone.

    A time without a zone raises ValueError.
    """

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:  # noqa: ARG002
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without a zone cannot be stored")
        return value if value.tzinfo is dt.UTC else value.astimezone(dt.UTC)

    def process_result_value(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:  # noqa: ARG002
        if value is None:
            return None
        return value.replace(tzinfo=dt.UTC) if value.tzinfo is None else value.astimezone(dt.UTC)


# SQLite counts up by itself only in a column whose type is spelled INTEGER, which holds 64 bits there.
_BigId = BigInteger().with_variant(Integer(), "sqlite")
_Json = JSON(none_as_null=True)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

projects = Table(
    "projects",
    metadata,
    Column("id", Text, primary_key=True),
    Column("revision", Integer, nullable=False),
    Column("title", Text, nullable=False),
    Column("created_at", UtcTime, nullable=False),
    Column("changed_at", UtcTime, nullable=False),
    # Last, so that SQLite reads a title without walking over the pages of the answers.
    Column("answers", _Json, nullable=False),
)

people = Table(
    "people",
    metadata,
    Column("id", Text, primary_key=True),
    Column("language", Text),
    Column("reachable", Boolean, nullable=False),
)

seats = Table(
    "seats",
    metadata,
    Column("person", Text, primary_key=True),
    Column("project", ForeignKey("projects.id", ondelete="CASCADE"), primary_key=True, index=True),
    Column("role", Text, nullable=False),
    Column("since", UtcTime),
    Column("label", Text),  # what whoever invited them calls them
)

# The token of a link is known to nobody but who has the link: a digest of it is kept.
invitations = Table(
    "invitations",
    metadata,
    Column("id", Text, primary_key=True),
    Column("project", ForeignKey("projects.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("token_hash", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("label", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("until", UtcTime, nullable=False),
    Index(None, "token_hash", unique=True),
)

# Below, only snapshots and the history have a foreign key: on PostgreSQL one waits for whoever holds the project's row.
places = Table(
    "places",
    metadata,
    Column("chat", BigInteger, primary_key=True, autoincrement=False),
    Column("person", Text, primary_key=True, index=True),
    Column("project", Text, index=True),
    Column("message", BigInteger),
    Column("spot", _Json, nullable=False),
    Column("seen_at", UtcTime),  # when the person last did something here
)

cards = Table(
    "cards",
    metadata,
    Column("chat", BigInteger, primary_key=True, autoincrement=False),
    Column("message", BigInteger, primary_key=True, autoincrement=False),
    Column("person", Text, nullable=False, index=True),
    Column("project", Text, index=True),
    Column("question", Text, nullable=False),
    Column("record", Text, nullable=False),
    Column("field", Text, nullable=False),
)

# No index on the time: every update inserts here, and only the sweep of two days' ids looks by time.
updates_seen = Table(
    "updates_seen",
    metadata,
    Column("id", _BigId, primary_key=True, autoincrement=False),
    Column("claimed_at", UtcTime, nullable=False),
)

outbox = Table(
    "outbox",
    metadata,
    Column("id", _BigId, primary_key=True),
    Column("chat", BigInteger, nullable=False),
    Column("person", Text, nullable=False),
    Column("project", Text),
    Column("kind", Text, nullable=False),
    Column("edit", BigInteger),
    Column("owed_at", UtcTime, nullable=False),
    Column("payload", _Json, nullable=False),
    Column("taken_by", Text),  # the process that sends it, or none yet
    Column("taken_until", UtcTime),  # until then no other process takes it
    Index(None, "chat", "id"),
    sqlite_autoincrement=True,  # an id is never used twice, even when the outbox has been empty
)

# The answers of a saved version; its name, author and date stand with the project (docs/decisions/0021-versions.md).
snapshots = Table(
    "snapshots",
    metadata,
    Column("project", ForeignKey("projects.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("answers", _Json, nullable=False),
)

# What Telegram holds already: `key` is a digest of everything that a file was built from, `file` Telegram's id of it.
uploads = Table(
    "uploads",
    metadata,
    Column("key", Text, primary_key=True),
    Column("project", Text, nullable=False, index=True),
    Column("sent_at", UtcTime, nullable=False),
    Column("file", Text, nullable=False),
)

history = Table(
    "history",
    metadata,
    Column("id", _BigId, primary_key=True),
    Column("project", ForeignKey("projects.id", ondelete="CASCADE"), nullable=False),
    Column("question", Text, nullable=False),
    Column("record", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("before", _Json),
    Column("after", _Json),
    Index(None, "project", "id"),
    sqlite_autoincrement=True,
)

# What falls due for a project: at most one row of each kind.
reminders = Table(
    "reminders",
    metadata,
    Column("id", _BigId, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("project", Text, nullable=False, index=True),
    Column("due_at", UtcTime, nullable=False),
    Column("payload", _Json, nullable=False),
    Index(None, "kind", "project", unique=True),
)

# That a project was erased, when and why: nothing of what it held.
erasures = Table(
    "erasures",
    metadata,
    Column("project", Text, primary_key=True),
    Column("reason", Text, nullable=False),
    Column("erased_at", UtcTime, nullable=False),
)

heartbeats = Table(
    "heartbeats",
    metadata,
    Column("name", Text, primary_key=True),
    Column("beat_at", UtcTime, nullable=False),
)
