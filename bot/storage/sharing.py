"""Seats and invitations in SQL, inside the caller's transaction; it commits nothing and knows no rule."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from bot.storage.sharing_port import Invitation, Seat
from bot.storage.tables import UtcTime, invitations, projects, seats

_SEATS = (
    select(seats.c.person, seats.c.role, seats.c.since, seats.c.label)
    .where(seats.c.project == bindparam("project"))
    .order_by(seats.c.since.is_not(None), seats.c.since, seats.c.person)
)
_CHANGE_ROLE = update(seats).where(seats.c.project == bindparam("of_project"), seats.c.person == bindparam("of_person"))
_NOW = bindparam("now", type_=UtcTime())
_EXPIRED = delete(invitations).where(invitations.c.until <= _NOW)
_OPEN = (
    select(invitations)
    .where(invitations.c.project == bindparam("project"), invitations.c.until > _NOW)
    .order_by(invitations.c.until, invitations.c.id)
)
_REVOKE = delete(invitations).where(
    invitations.c.project == bindparam("project"), invitations.c.id == bindparam("name")
)
_OFFER = (
    select(*invitations.c, projects.c.title)
    .join(projects, projects.c.id == invitations.c.project)
    .where(invitations.c.token_hash == bindparam("digest"), invitations.c.until > _NOW)
)
_TAKE = (
    delete(invitations)
    .where(invitations.c.token_hash == bindparam("digest"), invitations.c.until > _NOW)
    .returning(invitations.c.project, invitations.c.role, invitations.c.label)
)
_HAS_SEAT = select(seats.c.role).where(seats.c.project == bindparam("project"), seats.c.person == bindparam("person"))


class Sharing:
    """The part of `port.Transaction` about seats and invitations, on an open connection."""

    _connection: Connection

    def seats(self, project: str) -> tuple[Seat, ...]:
        """The seats of the project, oldest first; one of before seats had a date is the oldest."""
        rows = self._connection.execute(_SEATS, {"project": project})
        return tuple(Seat(person, role, since, label or "") for person, role, since, label in rows)

    def change_role(self, project: str, person: str, role: str) -> None:
        """Give the seat another role."""
        self._connection.execute(_CHANGE_ROLE, {"of_project": project, "of_person": person, "role": role})

    def purge_invitations(self, before: dt.datetime) -> int:
        """Forget invitations that have expired by then; returns how many."""
        return self._connection.execute(_EXPIRED, {"now": before}).rowcount

    def invite(self, invitation: Invitation) -> None:
        """Keep an invitation."""
        self._connection.execute(insert(invitations), vars(invitation))

    def invitations(self, project: str, now: dt.datetime) -> tuple[Invitation, ...]:
        """The invitations to this project that can still be taken, the one that ends first coming first."""
        return tuple(Invitation(*row) for row in self._connection.execute(_OPEN, {"project": project, "now": now}))

    def revoke(self, project: str, invitation: str) -> None:
        """Forget an invitation to this project."""
        self._connection.execute(_REVOKE, {"project": project, "name": invitation})

    def invitation(self, token_hash: str, now: dt.datetime) -> tuple[Invitation, str] | None:
        """The invitation with this digest and its project's title, unless it was used, revoked or has expired."""
        row = self._connection.execute(_OFFER, {"digest": token_hash, "now": now}).first()
        return None if row is None else (Invitation(*row[:-1]), row[-1])

    def redeem(self, token_hash: str, person: str, now: dt.datetime) -> bool:
        """Take the invitation: it is forgotten and the person has a seat. False when it cannot be taken any longer."""
        row = self._connection.execute(_TAKE, {"digest": token_hash, "now": now}).first()
        if row is None:
            return False
        project, role, label = row
        if self._connection.execute(_HAS_SEAT, {"project": project, "person": person}).first() is None:
            seat = {"person": person, "project": project, "role": role, "since": now, "label": label}
            self._connection.execute(insert(seats), seat)
        return True
