"""The people around a project as values: who has a seat, who was invited, and what an invitation offers.

Nobody's name is here: a person is known by what whoever invited them calls them. It knows no rule and no storage.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True)
class Member:
    """Somebody with a seat. `id` is short and means nothing elsewhere; `label` is what the inviter calls them."""

    id: str
    role: str
    since: dt.datetime | None = None
    label: str = ""
    you: bool = False


@dataclass(frozen=True)
class Invited:
    """An invitation that nobody has taken yet."""

    id: str
    role: str
    label: str
    until: dt.datetime


@dataclass(frozen=True)
class Offer:
    """What an open invitation offers: a seat with a role in the project of this name."""

    project: str
    name: str
    role: str
    until: dt.datetime


@dataclass(frozen=True)
class Circle:
    """Everybody around the open project, oldest seat first. `ends` is when it will be erased, if that was asked.

    `link` is that of the invitation which was just made: it is shown once and kept nowhere.
    """

    members: tuple[Member, ...] = ()
    invitations: tuple[Invited, ...] = ()
    ends: dt.datetime | None = None
    link: str = ""

    def member(self, name: str) -> Member | None:
        """The member with this id, or None when they have gone."""
        return next((one for one in self.members if one.id == name), None)


@dataclass(frozen=True)
class InvitationMade:
    """An invitation to keep, with the digest of its token."""

    id: str
    token_hash: str
    role: str
    label: str
    until: dt.datetime


@dataclass(frozen=True)
class InvitationRevoked:
    """The invitation can no longer be taken."""

    id: str


@dataclass(frozen=True)
class InvitationTaken:
    """The person takes the invitation with this digest, and has a seat in the project from now on."""

    token_hash: str
    project: str


@dataclass(frozen=True)
class RoleChanged:
    """The member has another role from now on."""

    member: str
    role: str


@dataclass(frozen=True)
class SeatRemoved:
    """The member (or the person who acts, where it is empty) has no seat any more."""

    member: str = ""


@dataclass(frozen=True)
class ErasureAsked:
    """The open project is to be erased at this time, unless a coordinator keeps it."""

    at: dt.datetime


@dataclass(frozen=True)
class ErasureCancelled:
    """The open project is kept."""


SharingEffect = (
    InvitationMade | InvitationRevoked | InvitationTaken | RoleChanged | SeatRemoved | ErasureAsked | ErasureCancelled
)
