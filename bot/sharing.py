"""The people around a project for the workflow to look at, and what it decides about them, in one transaction.

A member is known outside of the store by a short digest: nobody's number is ever in a button or on a card.
"""

from __future__ import annotations

import datetime as dt
import hashlib

from bot import grace, notices
from bot.storage.port import Owed, ProjectBusy, Transaction
from bot.storage.sharing_port import Invitation, Seat
from bot.tools import Tools
from workflows.circle import (
    Circle,
    ErasureAsked,
    ErasureCancelled,
    InvitationMade,
    InvitationRevoked,
    InvitationTaken,
    Invited,
    Member,
    Offer,
    RoleChanged,
    SeatRemoved,
    SharingEffect,
)
from workflows.roles import COORDINATOR, ROLES


def circle_of(tx: Transaction, project: str, person: str, now: dt.datetime) -> Circle:
    """Everybody around the project, as this person sees it."""
    seats, waiting = tx.seats(project), tx.invitations(project, now)
    members = tuple(
        Member(member_id(project, one), one.role, one.since, one.label, one.person == person) for one in seats
    )
    invited = tuple(Invited(one.id, one.role, one.label, one.until) for one in waiting)
    return Circle(members, invited, tx.planned(grace.KIND, project))


def offer_of(tx: Transaction, token_hash: str, now: dt.datetime) -> Offer | None:
    """What the invitation with this digest offers, unless it can no longer be taken."""
    found = tx.invitation(token_hash, now)
    if found is None:
        return None
    invitation, title = found
    return Offer(invitation.project, title, invitation.role, invitation.until)


def member_id(project: str, seat: Seat) -> str:
    """A short name for a seat; somebody who comes back after leaving has another one."""
    told = f"{project}|{seat.person}|{seat.since.timestamp() if seat.since else ''}"
    return hashlib.sha256(told.encode()).hexdigest()[:8]


def carry_out(
    tx: Transaction, effect: SharingEffect, project: str, person: str, title: str, tools: Tools
) -> tuple[Owed, ...]:
    """Do what was decided about the people of the project; returns the notices to others.

    Raises `ProjectBusy` when somebody else was faster; then it is decided anew.
    """
    if isinstance(effect, InvitationTaken):
        return _join(tx, effect, person, tools)
    if isinstance(effect, InvitationMade):
        made = Invitation(effect.id, project, effect.token_hash, effect.role, effect.label, person, effect.until)
        tx.invite(made)
        return ()
    if isinstance(effect, InvitationRevoked):
        tx.revoke(project, effect.id)
        return ()
    if isinstance(effect, ErasureAsked):
        return grace.ask(tx, project, person, title, effect.at, tools)
    if isinstance(effect, ErasureCancelled):
        return grace.cancel(tx, project, person, title, tools)
    whose = _whose(tx, project, effect.member) if effect.member else person
    if isinstance(effect, SeatRemoved):
        tx.remove_seat(project, whose)
        kind, role = "removed", ""
    else:
        assert isinstance(effect, RoleChanged)
        tx.change_role(project, whose, effect.role)
        kind, role = "role", effect.role
    if whose == person:
        return ()
    screen = tools.guide.tidings(kind, project, title, role)
    return notices.owe(tx, (whose,), screen, project, tools, gone=kind == "removed")


def heirs(tx: Transaction, person: str, tools: Tools) -> tuple[Owed, ...]:
    """Before a person goes for good: where nobody else coordinates, whoever has been there longest does from now on."""
    owed: list[Owed] = []
    for title in sorted(tx.titles(person), key=lambda one: one.id):
        tx.seated(title.id, person)  # locked: of two coordinators who go at once, the second sees that the first has
        others = [one for one in tx.seats(title.id) if one.person != person]
        if not others or any(one.role == COORDINATOR for one in others):
            continue
        heir = min(others, key=lambda one: ROLES.index(one.role))  # the first of the same rank is there longest
        tx.change_role(title.id, heir.person, COORDINATOR)
        screen = tools.guide.tidings("heir", title.id, title.name)
        owed.extend(notices.owe(tx, (heir.person,), screen, title.id, tools))
    return tuple(owed)


def _join(tx: Transaction, effect: InvitationTaken, person: str, tools: Tools) -> tuple[Owed, ...]:
    found = tx.invitation(effect.token_hash, tools.now)
    if found is None or not tx.redeem(effect.token_hash, person, tools.now):
        raise ProjectBusy("the invitation was taken by somebody else just now")
    invitation, title = found
    screen = tools.guide.tidings("joined", invitation.project, title, invitation.role)
    return notices.owe(tx, (invitation.by,), screen, invitation.project, tools)


def _whose(tx: Transaction, project: str, member: str) -> str:
    for seat in tx.seats(project):
        if member_id(project, seat) == member:
            return seat.person
    raise ProjectBusy("the member left just now")
