"""Invented people around the sample project, and the places on the tour where they are met."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from workflows.circle import Circle, Invited, Member, Offer
from workflows.outcomes import Title, Visit
from workflows.roles import COORDINATOR, EDITOR, READER
from workflows.screens import Spot

OFFERED = "offered"
"""The digest of the one invitation that can be taken."""


def accompanied(visit: Visit) -> Visit:
    """The same visit, among company."""
    since = visit.now - dt.timedelta(days=60)
    until = visit.now + dt.timedelta(days=5)
    members = (
        Member("m1", COORDINATOR, since, you=True),
        Member("m2", EDITOR, since + dt.timedelta(days=3)),
        Member("m3", READER),
    )
    circle = Circle(members, (Invited("i1", EDITOR, "", until),))
    offers = {OFFERED: Offer("another", "", EDITOR, until)}
    return replace(visit, circle=lambda: circle, offer=offers.get)


def alone(visit: Visit) -> Visit:
    """The same visit by the only person there, who has asked to erase the project later."""
    circle = Circle((Member("m1", COORDINATOR, visit.now, you=True),), (), visit.now + dt.timedelta(days=7))
    already = (*visit.projects, Title("another", ""))
    return replace(accompanied(visit), circle=lambda: circle, projects=already)


def spots() -> Iterator[tuple[str, Spot]]:
    """Where the people of a project are met, by name."""
    for screen, value in (
        ("people", ""), ("invite", ""), ("label", EDITOR), ("invitation", "i1"), ("member", "m1"), ("member", "m2"),
        ("leave", ""), ("invited", OFFERED), ("invited", "gone"), ("joined", "another"), ("forget", ""),
    ):  # fmt: skip
        yield "/".join(filter(None, (screen, value))), Spot(screen=screen, value=value, behind="home")
