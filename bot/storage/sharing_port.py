"""The part of the port about seats and invitations: who may open a project, as what, and who was asked to join.

Both SQLite and PostgreSQL keep this contract (tests/bot/storage/). It knows no SQL, no Telegram and no rule.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True)
class Seat:
    """A person's seat in a project: the role, since when, and what whoever invited them calls them."""

    person: str
    role: str
    since: dt.datetime | None = None
    label: str = ""


@dataclass(frozen=True)
class Invitation:
    """An invitation that waits: `token_hash` is the digest of the token in its link, `by` who made it."""

    id: str
    project: str
    token_hash: str
    role: str
    label: str
    by: str
    until: dt.datetime


class Sharing(Protocol):
    """What a transaction offers to share a project."""

    def seats(self, project: str) -> tuple[Seat, ...]:
        """The seats of the project, oldest first."""

    def change_role(self, project: str, person: str, role: str) -> None:
        """Give the seat another role."""

    def remove_seat(self, project: str, person: str) -> None:
        """Take the seat away, with the invitations that the person made and what is on its way to them.

        The name goes from the project's answers and history.
        """

    def invite(self, invitation: Invitation) -> None:
        """Keep an invitation."""

    def purge_invitations(self, before: dt.datetime) -> int:
        """Forget invitations that have expired by then; returns how many."""

    def invitations(self, project: str, now: dt.datetime) -> tuple[Invitation, ...]:
        """The invitations to this project that can still be taken, the one that ends first coming first."""

    def revoke(self, project: str, invitation: str) -> None:
        """Forget an invitation to this project."""

    def invitation(self, token_hash: str, now: dt.datetime) -> tuple[Invitation, str] | None:
        """The invitation with this digest and its project's title, unless it was used, revoked or has expired."""

    def redeem(self, token_hash: str, person: str, now: dt.datetime) -> bool:
        """Take the invitation: it is forgotten and the person has a seat. False when it cannot be taken any longer."""
