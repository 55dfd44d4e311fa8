"""Who sends what is owed, among several processes: rows are taken for a short while, and taken over when that ends.

It works inside the caller's transaction and commits nothing. The rules and the crashes that they survive are in
docs/decisions/0031.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    FromClause,
    Text,
    and_,
    bindparam,
    exists,
    or_,
    select,
    update,
)

from bot.storage.tables import UtcTime, outbox
from bot.storage.upkeep_port import LEASE, NOTICE, Owed

MOST = 100
"""Chats taken at once, so that several processes share a long queue."""

_head, _before = outbox.alias("head"), outbox.alias("before")
_NOW = bindparam("at", type_=UtcTime())
_WORKER: BindParameter[str] = bindparam("worker", type_=Text())
_ROW = (outbox.c.id, outbox.c.chat, outbox.c.person, outbox.c.kind, outbox.c.payload, outbox.c.edit)


def _free(row: FromClause) -> ColumnElement[bool]:
    """Nobody sends it, or whoever did has not been heard of: what this process holds it never takes anew."""
    passed = and_(row.c.taken_until <= _NOW, row.c.taken_by != _WORKER)
    return or_(row.c.taken_by.is_(None), passed)


# A chat is taken by its first row, which is locked: two processes never share one. Replies come before notices.
_HEADS = (
    select(_head.c.chat, _head.c.kind)
    .where(
        _free(_head),
        ~exists().where(
            _before.c.chat == _head.c.chat,
            or_(
                and_(_before.c.kind != NOTICE, _head.c.kind == NOTICE),
                and_(_before.c.id < _head.c.id, or_(_before.c.kind != NOTICE, _head.c.kind == NOTICE)),
            ),
        ),
    )
    .order_by(_head.c.id)
    .limit(MOST)
    .with_for_update(of=_head, skip_locked=True)  # says nothing on SQLite, where transactions write one at a time
)
_TAKEN = update(outbox).values(taken_by=_WORKER, taken_until=bindparam("until", type_=UtcTime()))
_TAKE_ALL = _TAKEN.returning(*_ROW)
_TAKE = _TAKEN.where(
    _free(outbox),
    or_(
        and_(outbox.c.kind != NOTICE, outbox.c.chat.in_(bindparam("replies", expanding=True))),
        and_(outbox.c.kind == NOTICE, outbox.c.chat.in_(bindparam("notices", expanding=True))),
    ),
).returning(*_ROW)
_RENEW = _TAKEN.where(outbox.c.id.in_(bindparam("held", expanding=True)), outbox.c.taken_by == _WORKER).returning(
    outbox.c.id
)

_RELEASE = update(outbox).where(outbox.c.taken_by == _WORKER).values(taken_by=None)


def take(connection: Connection, worker: str, now: dt.datetime, everything: bool) -> tuple[Owed, ...]:
    """What `worker` sends from now on, in the order in which it goes out; `everything` asks nobody else."""
    lease: dict[str, Any] = {"worker": worker, "until": now + LEASE}
    if everything:
        rows = connection.execute(_TAKE_ALL, lease).all()
    else:
        heads = connection.execute(_HEADS, {"worker": worker, "at": now}).all()
        if not heads:
            return ()
        notices = [head.chat for head in heads if head.kind == NOTICE]
        replies = [head.chat for head in heads if head.kind != NOTICE]
        rows = connection.execute(_TAKE, {**lease, "at": now, "replies": replies, "notices": notices}).all()
    return tuple(sorted((Owed(*row) for row in rows), key=lambda one: (one.kind == NOTICE, one.id)))


def renew(connection: Connection, worker: str, now: dt.datetime, held: Iterable[int]) -> frozenset[int]:
    """Hold these rows longer; returns those that are still the worker's to send."""
    given = {"worker": worker, "until": now + LEASE, "held": list(held)}
    return frozenset(connection.execute(_RENEW, given).scalars())


def release(connection: Connection, worker: str) -> None:
    """Let others send at once what the worker still holds."""
    connection.execute(_RELEASE, {"worker": worker})
