"""Sharing a project: inviting, joining, roles, leaving, and the grace before an erasure.

Who may do it, workflows/roles.py says; the engine asks there first.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from workflows.actions import Press, Say
from workflows.circle import (
    Circle,
    ErasureAsked,
    ErasureCancelled,
    InvitationMade,
    InvitationRevoked,
    InvitationTaken,
    Invited,
    RoleChanged,
    SeatRemoved,
)
from workflows.cleaning import clean, has_words
from workflows.moves import arrival
from workflows.outcomes import Outcome
from workflows.phrases import phrase
from workflows.roles import COORDINATOR, MOST_INVITATIONS, MOST_SEATS, ROLES
from workflows.screens import Spot
from workflows.telling import told_name
from workflows.turn import Turn

START: Final = "join_"
"""What a link's text begins with; the token follows."""
LABEL: Final = 40
"""Characters of what somebody is called among the people of a project."""
VALID: Final = dt.timedelta(days=7)
GRACE: Final = dt.timedelta(days=7)


def digest(token: str) -> str:
    """What is kept of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


def start(turn: Turn, text: str) -> Outcome:
    """/start with the text of a link: an invitation is shown, anything else is an ordinary start."""
    if not text.startswith(START):
        return arrival.start(turn)
    told = digest(text.removeprefix(START))
    if turn.visit.language is None:
        return turn.show(Spot(screen="welcome", value=told))
    return turn.side("invited", told)


def people(turn: Turn, *_: object) -> Outcome:
    """Who has a seat and who was invited."""
    return turn.side("people") if turn.project else turn.home()


def invite(turn: Turn, press: Press) -> Outcome:
    """As what somebody is invited; then what they are called."""
    if press.value not in ROLES:
        return turn.side("invite")
    return turn.side("label", press.value)


def unlabelled(turn: Turn, press: Press) -> Outcome:
    """An invitation without a name."""
    return _made(turn, press.value, "") if press.value in ROLES else turn.side("invite")


def say_label(turn: Turn, said: Say) -> Outcome:
    """The typed label makes the invitation."""
    label = clean(said.text)
    if not has_words(label):
        return turn.show(turn.spot, phrase("interface.refused.empty"))
    if len(label) > LABEL:
        return turn.show(turn.spot, phrase("interface.refused.too_long", n=len(label), most=LABEL))
    return _made(turn, turn.spot.value, label) if turn.spot.value in ROLES else turn.side("invite")


def _made(turn: Turn, role: str, label: str) -> Outcome:
    circle, visit = turn.visit.circle(), turn.visit
    if len(circle.invitations) >= MOST_INVITATIONS or len(circle.members) >= MOST_SEATS:
        return turn.side("people", "", phrase("people.notices.full"))
    token, until = visit.new_token(), visit.now + VALID
    made = Invited(visit.new_id(), role, label, until)
    turn.effects.append(InvitationMade(made.id, digest(token), role, label, until))
    link = visit.link_to(f"{START}{token}")
    _now(turn, replace(circle, invitations=(*circle.invitations, made), link=link))
    return turn.side("invitation", made.id)


def revoke(turn: Turn, press: Press) -> Outcome:
    """Take an invitation back; pressing again changes nothing more."""
    circle = turn.visit.circle()
    if any(one.id == press.record for one in circle.invitations):
        turn.effects.append(InvitationRevoked(press.record))
        _now(turn, replace(circle, invitations=tuple(one for one in circle.invitations if one.id != press.record)))
    return turn.side("people", "", phrase("people.notices.revoked"))


def member(turn: Turn, press: Press) -> Outcome:
    """One of the people, or an invitation that waits."""
    circle = turn.visit.circle()
    if any(one.id == press.record for one in circle.invitations):
        return turn.side("invitation", press.record)
    return turn.side("member", press.record) if circle.member(press.record) else people(turn)


def role(turn: Turn, press: Press) -> Outcome:
    """Give somebody another role; the last coordinator stays one."""
    circle = turn.visit.circle()
    whose = circle.member(press.record)
    if whose is None or press.value not in ROLES or whose.role == press.value:
        return people(turn)
    if _last_coordinator(circle, whose.id):
        return turn.side("people", "", phrase("people.notices.last_coordinator"))
    turn.effects.append(RoleChanged(whose.id, press.value))
    changed = replace(whose, role=press.value)
    if whose.you:
        turn.visit = replace(turn.visit, role=press.value)
    _now(turn, replace(circle, members=tuple(changed if one is whose else one for one in circle.members)))
    return turn.side("people", "", phrase("people.notices.role_changed"))


def remove(turn: Turn, press: Press) -> Outcome:
    """Take somebody's seat away."""
    circle = turn.visit.circle()
    whose = circle.member(press.record)
    if whose is None:
        return people(turn)
    if whose.you:
        return leave(turn)
    turn.effects.append(SeatRemoved(whose.id))
    _now(turn, replace(circle, members=tuple(one for one in circle.members if one is not whose)))
    return turn.side("people", "", phrase("people.notices.removed"))


def leave(turn: Turn, *_: object) -> Outcome:
    """Say what leaving means, and ask; the last coordinator hands over first."""
    if turn.project is None:
        return turn.home()
    return turn.side("leave")


def left(turn: Turn, _: Press) -> Outcome:
    """Leave the open project."""
    if turn.project is None:
        return turn.home()
    circle = turn.visit.circle()
    own = next((one for one in circle.members if one.you), None)
    if own is None or _last_coordinator(circle, own.id):
        return turn.side("leave")
    name = told_name(turn.project.title())
    turn.effects.append(SeatRemoved())
    others = tuple(one for one in turn.visit.projects if one.id != turn.project.id)
    turn.visit = replace(turn.visit, projects=others)
    turn.project, turn.pen = None, None
    return turn.show(Spot(screen="projects" if others else "naming"), phrase("people.notices.left", name=name))


def join(turn: Turn, _: Press) -> Outcome:
    """Take the invitation that is open here."""
    offer = turn.visit.offer(turn.spot.value) if turn.spot.screen == "invited" else None
    if offer is None:
        return turn.show(turn.spot, *(() if turn.spot.screen == "invited" else (phrase("people.notices.gone"),)))
    if all(one.id != offer.project for one in turn.visit.projects):
        turn.effects.append(InvitationTaken(turn.spot.value, offer.project))
    return turn.side("joined", offer.project, phrase("people.notices.joined", name=told_name(offer.name)))


def erase_later(turn: Turn) -> Outcome:
    """Erase the open project after the grace, unless a coordinator keeps it."""
    circle = turn.visit.circle()
    if circle.ends is None:
        ends = turn.visit.now + GRACE
        turn.effects.append(ErasureAsked(ends))
        _now(turn, replace(circle, ends=ends))
    return turn.side("forget")


def keep_project(turn: Turn, _: Press) -> Outcome:
    """Keep the project after all."""
    circle = turn.visit.circle()
    if circle.ends is not None:
        turn.effects.append(ErasureCancelled())
        _now(turn, replace(circle, ends=None))
    return turn.side("people", "", phrase("people.notices.kept"))


def _last_coordinator(circle: Circle, name: str) -> bool:
    coordinators = [one.id for one in circle.members if one.role == COORDINATOR]
    return coordinators == [name]


def _now(turn: Turn, circle: Circle) -> None:
    """The card shows the circle as it is after the action."""
    turn.visit = replace(turn.visit, circle=lambda: circle)


VERBS: Mapping[str, Callable[[Turn, Press], Outcome]] = {
    "people": people,
    "invite": invite,
    "unlabelled": unlabelled,
    "revoke": revoke,
    "member": member,
    "role": role,
    "remove": remove,
    "leave": leave,
    "left": left,
    "keep_project": keep_project,
}
"""Verbs about the people of the open project."""
