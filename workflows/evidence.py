"""What the answers show of each expected result: counts and states as phrases, and the indicators that speak of it.

A fact is a named pure function; it is silent while nothing was said. Nothing here judges: what shows nothing is not
measured yet.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from workflows.measures import INDICATORS, apart, library_id
from workflows.phrases import Money, Phrase, Words, phrase
from workflows.project import Project, Record
from workflows.schema import Definitions, Result

if TYPE_CHECKING:
    from workflows.indicators import Library

Fact = Callable[[Project, Definitions], Words | None]


@dataclass(frozen=True)
class Shown:
    """One expected result: what the answers tell of it, and the rows of followed indicators that speak of it."""

    result: Result
    facts: tuple[Words, ...]
    own: tuple[Record, ...]
    context: tuple[Record, ...]

    @property
    def measured(self) -> bool:
        """True when anything at all is told."""
        return bool(self.facts or self.own or self.context)


def shown(project: Project, definitions: Definitions, library: Library) -> tuple[Shown, ...]:
    """Every expected result in its order with what the answers show of it."""
    speaking: dict[str, list[Record]] = {}
    for row in project.records(INDICATORS):
        known = library.get(library_id(row.values.get("indicator")))
        if known is not None:
            speaking.setdefault(known.result, []).append(row)
    told = []
    for result in library.results:
        facts = (FACTS[name](project, definitions) for name in result.facts)
        own, context = apart(speaking.get(result.id, ()))
        told.append(Shown(result, tuple(fact for fact in facts if fact is not None), own, context))
    return tuple(told)


def _counted(name: str, path: str) -> Fact:
    def fact(project: Project, _: Definitions) -> Words | None:
        count = len(project.records(path))
        return phrase(f"measuring.facts.{name}", n=count) if count else None

    return fact


def _filled(project: Project) -> list[Record]:
    """Members who hold a seat: those who accepted, and those of whom nothing else is told."""
    return [row for row in project.records("council.members") if row.values.get("state", "accepted") == "accepted"]


def actions(project: Project, _: Definitions) -> Words | None:
    """How many actions are planned, and how many of them have each status."""
    planned = len(project.records("action_plan.actions"))
    rows = project.records("implementation.progress")
    counts = Counter(str(row.values["status"]) for row in rows if row.values.get("status"))
    if not planned:
        return None
    if not counts:
        return phrase("measuring.facts.actions", n=planned)
    told = tuple(phrase(f"measuring.statuses.{name}", n=count) for name, count in counts.items())
    return phrase("measuring.facts.actions_by_status", n=planned, items=told)


def sectors(project: Project, definitions: Definitions) -> Words | None:
    """In how many of the sectors of 2013 a seat is filled."""
    listed = definitions.lists["council_sectors"]
    told = {sector for row in _filled(project) for sector in row.values.get("sectors") or ()}
    covered = [sector for sector in listed if sector in told]
    return phrase("measuring.facts.sectors", n=len(covered), total=len(listed)) if covered else None


def seats(project: Project, _: Definitions) -> Words | None:
    """How many seats are filled."""
    count = len(_filled(project))
    return phrase("measuring.facts.seats", n=count) if count else None


def lived_experience(project: Project, _: Definitions) -> Words | None:
    """How many of the filled seats are held by people who declared lived experience; silent while nobody was asked."""
    told = [row.values.get("lived_experience") for row in _filled(project)]
    if "yes" not in told and "no" not in told:
        return None
    return phrase("measuring.facts.lived_experience", n=told.count("yes"), total=len(told))


def written_proof(project: Project, _: Definitions) -> Words | None:
    """How many changes of partners rest on a written proof."""
    rows = project.records("implementation.partner_changes")
    sure = sum(row.values.get("confidence") == "high" for row in rows)
    return phrase("measuring.facts.written_proof", n=sure) if sure else None


def means(project: Project, _: Definitions) -> Words | None:
    """How many sources of means are listed, and how many are confirmed."""
    rows = project.records("action_plan.budget")
    sure = sum(row.values.get("confirmed") == "yes" for row in rows)
    return phrase("measuring.facts.means", n=len(rows), confirmed=sure) if rows else None


def in_kind(project: Project, _: Definitions) -> Words | None:
    """What partners gave in kind: how often, and its value where it was told."""
    rows = project.records("implementation.in_kind")
    amount = sum((Decimal(str(row.values.get("value") or 0)) for row in rows), Decimal(0))
    if not rows:
        return None
    if not amount:
        return phrase("measuring.facts.in_kind", n=len(rows))
    return phrase("measuring.facts.in_kind_value", n=len(rows), amount=Money(amount))


def survey(project: Project, _: Definitions) -> Words | None:
    """The month in which partners are surveyed."""
    month = project.value("implementation.survey_month")
    return phrase("measuring.facts.survey", month=Phrase(f"lists.months.{month}")) if month else None


FACTS: Mapping[str, Fact] = {
    "needs": _counted("needs", "research_strategy.needs"),
    "consultations": _counted("consultations", "research_strategy.consultations"),
    "assets": _counted("assets", "research_strategy.assets"),
    "service_gaps": _counted("service_gaps", "research_strategy.service_gaps"),
    "priorities": _counted("priorities", "research_strategy.priorities"),
    "partner_changes": _counted("partner_changes", "implementation.partner_changes"),
    **{fact.__name__: fact for fact in (
        actions, sectors, seats, lived_experience, written_proof, means, in_kind, survey,
    )},
}  # fmt: skip
"""The facts that definitions/results.yml may name."""
