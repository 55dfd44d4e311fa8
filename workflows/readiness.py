"""The gate before the first step: which form fits, what can be shown of the four attributes, which evidence is missing.

Computed from the answers of the profile and the council each time, never stored. It decides no eligibility, and it
knows no card and no sentence. Rules: the federal presentation of April 2013 and IRCC's page for new partnerships
(about 2019); the measures between them are our own (definitions/readiness.yml).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path

from workflows.errors import DefinitionFault
from workflows.project import Project
from workflows.yaml_files import read_yaml

FORMS = ("alone", "zonal", "francophone_committee", "seat_in_existing", "welcome_table", "other_system", "open")
ATTRIBUTES = ("government_ties", "need_shown", "place_commitment", "critical_mass")
STATES = ("not_shown", "partly", "met")  # a state is worth its place in this order
LANDINGS = ("above", "below", "unknown")
SIZES = ("small", "larger", "unknown")
EVIDENCE = (
    "existing", "figures", "eligible", "services", "need", "province", "municipality", "support", "rif", "neighbours",
)  # fmt: skip
WORDS = (
    *(f"{part}.{form}" for part in ("forms", "whys") for form in FORMS),
    *(f"attributes.{name}" for name in ATTRIBUTES), *(f"states.{name}" for name in STATES),
    *(f"landings.{name}" for name in LANDINGS), *(f"sizes.{name}" for name in SIZES),
    *(f"evidence.{name}" for name in EVIDENCE),
)  # fmt: skip
"""What must have words under `readiness.`."""

PROVINCE, POPULATION, YEAR = "profile.province", "profile.population", "profile.population_year"
LANDED, ELIGIBLE, SERVICES = "profile.newcomers_a_year", "profile.eligible_count", "profile.services"
NEED, TIE, MUNICIPAL = "profile.need_proofs", "profile.province_tie", "profile.municipal_role"
SUPPORT, RIF, RIF_PLACE, LEAD = "profile.support", "profile.rif_contact", "profile.rif_place", "profile.lead"
EXISTING, NEIGHBOURS, MEMBERS = "profile.existing_partnership", "profile.neighbours", "council.members"
PATH = "profile.francophone_path"
SHOWING = (LANDED, ELIGIBLE, SERVICES, NEED, TIE, MUNICIPAL, SUPPORT)
READ = (*SHOWING, PROVINCE, POPULATION, YEAR, RIF, RIF_PLACE, LEAD, PATH, EXISTING, NEIGHBOURS, MEMBERS)
"""Every question that the gate reads; those of SHOWING tell something of the four attributes."""


@dataclass(frozen=True)
class Rules:
    """The numbers of definitions/readiness.yml; `early_share` in percent, `step` the step whose cards lead here."""

    step: str
    landings_first: int
    small_centre: int
    backing_sectors: tuple[str, ...]
    proofs_of_need: int
    backing_enough: int
    services_enough: int
    early_share: int
    answers_enough: int


@dataclass(frozen=True)
class Evidence:
    """One thing that is not shown yet, the question that would tell it, and the sectors it names, if any."""

    id: str
    question: str
    sectors: tuple[str, ...] = ()


@dataclass(frozen=True)
class Readiness:
    """What the answers show: a form of FORMS, a state of STATES for each attribute, and what is missing."""

    form: str
    attributes: tuple[tuple[str, str], ...]
    landings: str
    size: str
    missing: tuple[Evidence, ...]


def load_rules(path: Path) -> Rules:
    """The numbers at `path`; raises DefinitionFault when one is missing or unknown."""
    data = read_yaml(path).data
    names = [part.name for part in fields(Rules)]
    if not isinstance(data, dict) or set(data) != set(names):
        raise DefinitionFault(
            str(path), 1, "readiness", "has other keys than it should.", f"Write: {', '.join(names)}."
        )
    return Rules(**{**data, "backing_sectors": tuple(data["backing_sectors"])})


def assess(project: Project, rules: Rules) -> Readiness:
    """What this project's answers show today."""
    attributes = tuple((name, STATES[worth]) for name, worth in zip(ATTRIBUTES, _worths(project, rules), strict=True))
    landed, people = project.value(LANDED), project.value(POPULATION)
    landings = "unknown" if landed is None else "above" if landed > rules.landings_first else "below"
    size = "unknown" if people is None else "small" if people < rules.small_centre else "larger"
    missing = tuple(_missing(project, rules, size))
    return Readiness(_form(project, rules, size, landings), attributes, landings, size, missing)


def backing(project: Project) -> frozenset[str]:
    """The sectors that support in writing, or sit at the table by now (minutes are a proof too)."""
    seated = (row for row in project.records(MEMBERS) if row.values.get("state") == "accepted")
    return frozenset(project.value(SUPPORT) or ()).union(*(row.values.get("sectors") or () for row in seated))


def _worths(project: Project, rules: Rules) -> tuple[int, int, int, int]:
    """0, 1 or 2 for each attribute, in their order."""
    tie = {"works_together": 2, "in_contact": 1}.get(project.value(TIE), 0)
    proofs = len(project.value(NEED) or ())
    need = 2 if proofs >= rules.proofs_of_need else min(proofs, 1)
    behind, town = backing(project), project.value(MUNICIPAL) not in (None, "none_yet")
    commitment = 2 if town and len(behind) >= rules.backing_enough else int(town or bool(behind))
    services, counted = len(project.records(SERVICES)), project.value(ELIGIBLE)
    whole = counted == "counted" and project.value(LANDED) and services >= rules.services_enough
    mass = 2 if whole else int(bool(project.value(LANDED)) or services > 0 or counted in ("counted", "estimated"))
    return tie, need, commitment, mass


def _form(project: Project, rules: Rules, size: str, landings: str) -> str:
    if project.value(PROVINCE) == "quebec":
        return "other_system"
    in_french = project.value(PATH)
    if project.value(EXISTING) == "covers_us" or (in_french == "seat" and project.value(EXISTING) is None):
        led = in_french in ("starts", "both") or project.value(LEAD) == "francophone_organization"
        beside = project.value(RIF_PLACE) in ("leads_the_table", "francophone_committee")
        return "francophone_committee" if led or beside else "seat_in_existing"
    if sum(_told(project, path) for path in SHOWING) < rules.answers_enough:
        return "open"
    if 100 * sum(_worths(project, rules)) <= rules.early_share * 2 * len(ATTRIBUTES):
        return "welcome_table"
    together = project.value(NEIGHBOURS)
    if together != "none_near" and (size == "small" or (together in ("agreed", "talking") and landings != "above")):
        return "zonal"
    return "alone"


def _told(project: Project, path: str) -> bool:
    """True when something was said, "not sure yet" included."""
    answer = project.answers.get(path)
    return answer is not None and (answer.state == "not_sure" or project.value(path) not in (None, "", []))


def _missing(project: Project, rules: Rules, size: str) -> Iterator[Evidence]:
    """What is not shown yet, in the order in which a file is read: the place, its needs, who stands behind it."""
    if project.value(EXISTING) is None:
        yield Evidence("existing", EXISTING)
    for path in (POPULATION, YEAR, LANDED):
        if project.value(path) is None:
            yield Evidence("figures", path)
            break
    if project.value(ELIGIBLE) != "counted":
        yield Evidence("eligible", ELIGIBLE)
    if len(project.records(SERVICES)) < rules.services_enough:
        yield Evidence("services", SERVICES)
    if len(project.value(NEED) or ()) < rules.proofs_of_need:
        yield Evidence("need", NEED)
    if project.value(TIE) != "works_together":
        yield Evidence("province", TIE)
    if project.value(MUNICIPAL) in (None, "none_yet"):
        yield Evidence("municipality", MUNICIPAL)
    without = tuple(sector for sector in rules.backing_sectors if sector not in backing(project))
    if without:
        yield Evidence("support", SUPPORT, without)
    if project.value(RIF) not in ("met", "none_here"):
        yield Evidence("rif", RIF)
    beside = project.value(EXISTING) in ("next_door", "none_near")  # the question on neighbours is asked then
    if size == "small" and beside and project.value(NEIGHBOURS) in (None, "not_asked"):
        yield Evidence("neighbours", NEIGHBOURS)
