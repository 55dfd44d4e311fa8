"""The means of an annual action plan: sums that say what is confirmed and what is only hoped for, and the sources."""

from __future__ import annotations

from decimal import Decimal

from workflows.phrases import Money
from workflows.project import Record

from .plan_fields import Source
from .speech import NONE, Speech
from .visible import Band

_BUDGET = "action_plan.budget"


def means_of(speech: Speech, told: tuple[Band, ...]) -> tuple[str, ...]:
    """Sums by state and kind, sources without an amount, actions that still look for means, hours a month."""
    rows = speech.view.rows(_BUDGET)
    lines = [] if rows else [speech.say("plan.no_budget")]
    for state in ("known", "unconfirmed"):
        for kind in ("cash", "in_kind", "other"):
            amounts = [
                Decimal(str(row.values["amount"]))
                for row in rows
                if row.values.get("amount") is not None
                and (row.values.get("confirmed") == "yes") == (state == "known")
                and row.values.get("kind", "other") == kind
            ]
            if amounts:
                lines.append(speech.say(f"plan.{state}.{kind}", amount=Money(sum(amounts, Decimal(0)))))
    if unpriced := sum(row.values.get("amount") is None for row in rows):
        lines.append(speech.say("plan.no_amount", n=unpriced))
    if found := [number for band in told for number, row in band.actions if row.values.get("funder") == "to_be_found"]:
        lines.append(speech.say("plan.to_be_found", n=len(found), items=speech.listed(found)))
    if capacity := speech.view.value("action_plan.capacity"):
        lines.append(speech.say("plan.capacity", n=capacity))
    return tuple(lines)


def sources_of(speech: Speech) -> tuple[Source, ...]:
    """The sources of means, a row each."""
    return tuple(_source(speech, row) for row in speech.view.rows(_BUDGET))


def _source(speech: Speech, row: Record) -> Source:
    source, amount, kind = (speech.cell(f"{_BUDGET}.{name}", row) or NONE for name in ("source", "amount", "kind"))
    confirmed = "yes" if row.values.get("confirmed") == "yes" else "no"
    return Source(source, amount, kind, speech.say(f"plan.confirmed.{confirmed}"))
