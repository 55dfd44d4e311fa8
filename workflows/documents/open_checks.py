"""What an answer must say so that a draft need not leave a point open: one check for each mark that a draft prints.

The points and their marks stand in open_points.py. It knows no language and no document.
"""

from __future__ import annotations

from collections.abc import Callable

from workflows.measures import INDICATORS, apart
from workflows.project import Record

from .visible import PRIORITIES, Visible, bands

Check = Callable[[Visible], tuple[str, ...]]
"""What is missing at one mark: a name or number for each place where it is printed; nothing when all is told."""


def asked(*paths: str) -> dict[str, Check]:
    """Marks of questions: each is named by its question's path and missing while the question says nothing."""

    def check(path: str) -> Check:
        return lambda view: ("",) if view.missing(path) else ()

    return {path: check(path) for path in paths}


def terms(*names: str) -> dict[str, Check]:
    return asked(*(f"terms_of_reference.{name}" for name in names))


def council(*names: str) -> dict[str, Check]:
    return asked(*(f"council.{name}" for name in names))


def research(*names: str) -> dict[str, Check]:
    return asked(*(f"research_strategy.{name}" for name in names))


def no_holder(view: Visible) -> tuple[str, ...]:
    return ("",) if view.value("council.holder_state") in (None, "none_yet") else ()


def unnamed_people(view: Visible) -> tuple[str, ...]:
    return tuple("" for row in view.seated() if not row.values.get("person"))


def members_without_sector(view: Visible) -> tuple[str, ...]:
    return tuple("" for row in view.seated() if not row.values.get("sectors"))


def missing_sectors(view: Visible) -> tuple[str, ...]:
    """The sectors of the federal list for which nobody speaks yet; none while there is no member at all."""
    members = view.seated()
    heard = {sector for row in members for sector in row.values.get("sectors") or ()}
    listed = view.definitions.lists["council_sectors"]
    return tuple(sector for sector in listed if sector not in heard and sector != "other") if members else ()


def sectors_without_plan(view: Visible) -> tuple[str, ...]:
    planned = {row.values.get("sector") for row in view.rows("council.sector_plans")}
    return ("",) if set(missing_sectors(view)) - planned else ()


def land_not_agreed(view: Visible) -> tuple[str, ...]:
    agreed = view.value("terms_of_reference.land_state") == "agreed"
    return () if agreed and view.value("terms_of_reference.land_acknowledgement") else ("",)


def indigenous(view: Visible) -> tuple[str, ...]:
    return ("",) if view.value("council.indigenous_relation") in (None, "not_approached", "under_discussion") else ()


def is_parked(priority: Record) -> bool:
    """True when the council has set a priority aside for now: nothing about it is asked of the plan."""
    return priority.values.get("focus") == "parked"


def priorities_where(test: Callable[[Visible, Record], bool]) -> Check:
    def check(view: Visible) -> tuple[str, ...]:
        told = (band for band in bands(view) if band.priority and not is_parked(band.priority))
        return tuple(str(band.number) for band in told if band.priority and test(view, band.priority))

    return check


def priorities_without(field: str) -> Check:
    return priorities_where(lambda _, priority: not priority.values.get(field))


def objectives_of(view: Visible, priority: Record) -> tuple[Record, ...]:
    """The objectives that belong to a priority, in their order."""
    rows = view.rows("research_strategy.objectives")
    return tuple(row for row in rows if row.values.get("priority") == priority.id)


def actions_where(test: Callable[[Record], bool]) -> Check:
    def check(view: Visible) -> tuple[str, ...]:
        return tuple(number for band in bands(view) for number, action in band.actions if test(action))

    return check


def indicators_without_baseline(view: Visible) -> tuple[str, ...]:
    """A place for each indicator that the partnership follows as its own and that has no starting point."""
    own, _ = apart(view.rows(INDICATORS))
    return tuple("" for row in own if not row.values.get("baseline"))


def nobody_without_services(view: Visible) -> tuple[str, ...]:
    """Says so when people were heard, and nobody among them who uses no services."""
    rows = view.rows("research_strategy.consultations")
    return ("",) if rows and not any(row.values.get("non_users") == "included" for row in rows) else ()


def objectives_without(field: str) -> Check:
    """A place for each objective of a priority that is not parked."""

    def check(view: Visible) -> tuple[str, ...]:
        told = (row for row in view.rows(PRIORITIES) if not is_parked(row))
        return tuple("" for row in told for one in objectives_of(view, row) if not one.values.get(field))

    return check


def actions_without(field: str) -> Check:
    return actions_where(lambda action: not action.values.get(field))
