"""What falls due for projects, what is left of erased ones, and what tidying removes, in SQL.

It works inside the caller's transaction and commits nothing. What a reminder means, bot/reminders.py knows.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, bindparam, delete, exists, func, select, update
from sqlalchemy.dialects import postgresql, sqlite

from bot.storage import leases
from bot.storage.tables import (
    UtcTime,
    cards,
    erasures,
    heartbeats,
    outbox,
    people,
    places,
    projects,
    reminders,
    seats,
)
from bot.storage.upkeep_port import Due, Owed

_INSERT: dict[str, Any] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}

_DUE = (
    select(reminders.c.id, reminders.c.kind, reminders.c.project, reminders.c.due_at, reminders.c.payload)
    .where(
        reminders.c.due_at <= bindparam("at", type_=UtcTime()),
        reminders.c.kind.in_(bindparam("kinds", expanding=True)),
    )
    .order_by(reminders.c.due_at, reminders.c.id)
    .limit(1)
    .with_for_update(skip_locked=True)  # says nothing on SQLite, where transactions write one at a time
)
_POSTPONE = update(reminders).where(reminders.c.id == bindparam("of_id"))
_DONE = delete(reminders).where(reminders.c.id == bindparam("of_id"))
_PLANNED = select(reminders.c.due_at).where(
    reminders.c.kind == bindparam("kind"), reminders.c.project == bindparam("project")
)
_CANCEL = delete(reminders).where(reminders.c.kind == bindparam("kind"), reminders.c.project == bindparam("project"))
_LATE = select(func.count()).where(reminders.c.due_at <= bindparam("at", type_=UtcTime()))

_CHANGED = select(projects.c.changed_at).where(projects.c.id == bindparam("project")).with_for_update()
_SEEN = select(func.max(places.c.seen_at)).where(places.c.project == bindparam("project"))
_IDLE = (
    select(projects.c.id)
    .where(
        projects.c.changed_at < bindparam("before"),
        ~exists().where(places.c.project == projects.c.id, places.c.seen_at >= bindparam("before")),
        ~exists().where(reminders.c.project == projects.c.id, reminders.c.kind == bindparam("kind")),
    )
    .order_by(projects.c.changed_at)
    .limit(bindparam("most"))
)
_MEMBERS = select(seats.c.person).where(seats.c.project == bindparam("project")).order_by(seats.c.person)
_HEARTBEAT = select(heartbeats.c.beat_at).where(heartbeats.c.name == bindparam("name"))
# What speaks of a project or a person that is no longer there. The last card goes to a person already erased.
_LEFTOVERS = (
    *(
        delete(table).where(table.c.project.is_not(None), ~exists().where(projects.c.id == table.c.project))
        for table in (outbox, cards, places, reminders)
    ),
    *(delete(table).where(~exists().where(people.c.id == table.c.person)) for table in (cards, places)),
)


class Upkeep:
    """The part of `port.Transaction` that no update needs, on an open connection. `worker` names this process.

    `erased` tells that something was removed for good.
    """

    def __init__(self, connection: Connection, worker: str) -> None:
        self._connection = connection
        self._worker = worker
        self.erased = False

    def take(self, now: dt.datetime, everything: bool = False) -> tuple[Owed, ...]:
        """Take what nobody sends, for `LEASE`, in the order in which it goes out."""
        return leases.take(self._connection, self._worker, now, everything)

    def renew(self, owed: Iterable[int], now: dt.datetime) -> frozenset[int]:
        """Hold these for another `LEASE`; returns those that are still ours."""
        return leases.renew(self._connection, self._worker, now, owed)

    def release(self) -> None:
        """Let others send at once what this process still holds."""
        leases.release(self._connection, self._worker)

    def due(self, now: dt.datetime, kinds: Iterable[str]) -> Due | None:
        """The first reminder of these kinds that is due and that no other process has in hand, locked."""
        row = self._connection.execute(_DUE, {"at": now, "kinds": list(kinds)}).first()
        return None if row is None else Due(*row)

    def plan(self, kind: str, project: str, at: dt.datetime, payload: dict[str, Any]) -> None:
        """Let something fall due for a project; what is planned already of this kind stays as it is."""
        into = _INSERT[self._connection.dialect.name](reminders)
        values = {"kind": kind, "project": project, "due_at": at, "payload": payload}
        self._connection.execute(into.on_conflict_do_nothing(index_elements=["kind", "project"]), values)

    def planned(self, kind: str, project: str) -> dt.datetime | None:
        """When the reminder of this kind falls due for the project; None when there is none."""
        at: dt.datetime | None = self._connection.execute(_PLANNED, {"kind": kind, "project": project}).scalar()
        return at

    def cancel(self, kind: str, project: str) -> None:
        """The reminder of this kind will not fall due."""
        self._connection.execute(_CANCEL, {"kind": kind, "project": project})

    def postpone(self, reminder: int, at: dt.datetime, payload: dict[str, Any]) -> None:
        """The reminder falls due again, with what it has to remember until then."""
        self._connection.execute(_POSTPONE, {"of_id": reminder, "due_at": at, "payload": payload})

    def done(self, reminder: int) -> None:
        """The reminder is over."""
        self._connection.execute(_DONE, {"of_id": reminder})

    def late(self, now: dt.datetime) -> int:
        """How many reminders are due."""
        return self._connection.execute(_LATE, {"at": now}).scalar_one()

    def last_used(self, project: str) -> dt.datetime | None:
        """When somebody last changed the project or had it open, or None when it is gone; locked until the end."""
        changed: dt.datetime | None = self._connection.execute(_CHANGED, {"project": project}).scalar()
        if changed is None:
            return None
        # Asked apart: with the lock in hand it also sees who was here while the lock was waited for.
        seen: dt.datetime | None = self._connection.execute(_SEEN, {"project": project}).scalar()
        return max(changed, seen or changed)

    def idle(self, kind: str, before: dt.datetime, most: int) -> tuple[str, ...]:
        """The projects not used since, for which no reminder of this kind is planned."""
        return tuple(self._connection.execute(_IDLE, {"kind": kind, "before": before, "most": most}).scalars())

    def members(self, project: str) -> tuple[str, ...]:
        """The people with a seat in the project."""
        return tuple(self._connection.execute(_MEMBERS, {"project": project}).scalars())

    def leave_receipt(self, project: str, reason: str, now: dt.datetime) -> None:
        """Keep that the project was erased, when and why."""
        into = _INSERT[self._connection.dialect.name](erasures)
        values = {"project": project, "reason": reason, "erased_at": now}
        self._connection.execute(into.on_conflict_do_nothing(index_elements=["project"]), values)

    def beat(self, name: str, now: dt.datetime) -> None:
        """Whoever has this name is alive."""
        into = _INSERT[self._connection.dialect.name](heartbeats)
        changed = into.on_conflict_do_update(index_elements=["name"], set_={"beat_at": into.excluded.beat_at})
        self._connection.execute(changed, {"name": name, "beat_at": now})

    def heartbeat(self, name: str) -> dt.datetime | None:
        """When whoever has this name was last alive."""
        beat: dt.datetime | None = self._connection.execute(_HEARTBEAT, {"name": name}).scalar()
        return beat

    def purge_leftovers(self) -> int:
        """Remove rows that speak of a project or a person that is gone; returns how many."""
        self.erased = True
        return sum(self._connection.execute(statement).rowcount for statement in _LEFTOVERS)
