"""Judgement about the table and its rules: who is missing, whose voice is alone, who holds too much. Each function is
one rule, pure and silent while nothing was said about its facts; sources stand in definitions/sources.yml.
"""

from __future__ import annotations

from collections import Counter

from workflows.cleaning import fold
from workflows.findings import (
    Finding,
    Found,
    Lists,
    Settings,
    is_empty,
    parts,
    seated,
    sectors_of,
    voting,
)
from workflows.project import Project

HOLDER = "council.holder_name"
BODIES = "council.bodies"
LIVED_TARGET = "council.lived_target"
FRANCOPHONE_SEATS = "council.francophone_seats"
LANGUAGES = "terms_of_reference.languages"
AUTHORITY = "terms_of_reference.authority"
CHAIR_MODEL = "terms_of_reference.chair_model"
CHAIR_SOURCES = "terms_of_reference.chair_sources"
QUORUM_RULE = "terms_of_reference.quorum_rule"
QUORUM_NUMBER = "terms_of_reference.quorum_number"
QUORUM_FALLBACK = "terms_of_reference.quorum_fallback"
LARGEST = "terms_of_reference.council_largest"


def sectors_without_seat(project: Project, settings: Settings, lists: Lists) -> Found:
    """Sectors of a list that nobody at the table stands for; who declined stands for none. `only` and `except` hold
    ids of sectors, or whole lists of them (`lists.core_sectors`).
    """
    rows = seated(project)
    if not rows:
        return None
    chosen = {sector for row in rows for sector in sectors_of(row)}
    wanted = _named(settings, "only", lists) or set(lists["council_sectors"])
    missing = wanted - chosen - _named(settings, "except", lists)
    return tuple(sector for sector in lists["council_sectors"] if sector in missing) or None


def _named(settings: Settings, key: str, lists: Lists) -> set[str]:
    return {one for name in settings.get(key, ()) for one in lists.get(name.removeprefix("lists."), (name,))}


def nobody_from(project: Project, settings: Settings, _: Lists) -> Found:
    """Members are listed, and none of them stands for one of the sectors `values`."""
    rows = seated(project)
    if not rows or any(sector in settings["values"] for row in rows for sector in sectors_of(row)):
        return None
    return ()


def _have_lived_it(project: Project) -> int:
    """How many members say that they came to Canada themselves, or sit there as newcomers. Never who."""
    return sum(row.values.get("lived_experience") == "yes" or "newcomers" in sectors_of(row) for row in seated(project))


def no_lived_experience(project: Project, settings: Settings, _: Lists) -> Found:
    """Nobody at a table of `number` members or more has lived what the table plans for, as far as it is known."""
    return () if len(seated(project)) >= settings["number"] and not _have_lived_it(project) else None


def lived_experience_below_target(project: Project, _settings: Settings, _: Lists) -> Found:
    """Some members have lived it, but fewer than the table set as its share."""
    target, total, lived = project.value(LIVED_TARGET), len(seated(project)), _have_lived_it(project)
    if target is None or not lived or 100 * lived >= target * total:
        return None
    return Finding(numbers=(("n", lived), ("total", total), ("target", int(target))))


def one_francophone_voice(project: Project, settings: Settings, _: Lists) -> Found:
    """One Francophone seat alone at a table of `number` members or more that also works in English."""
    rows = seated(project)
    if len(rows) < settings["number"] or "english" not in (project.value(LANGUAGES) or ["english"]):
        return None
    told = project.value(FRANCOPHONE_SEATS)
    speaking = [row.id for row in rows if "francophone" in sectors_of(row)]
    if (told if told is not None else len(speaking)) != 1:
        return None
    return tuple(speaking[:1])


def holder_holds_many_seats(project: Project, settings: Settings, _: Lists) -> Found:
    """More than `number` per cent of the voting seats belong to the body that signs the agreement."""
    holder, rows = project.value(HOLDER), voting(project)
    if is_empty(holder) or len(rows) < 3:
        return None
    own = [row.id for row in rows if fold(str(row.values.get("organization", ""))) == fold(str(holder))]
    if 100 * len(own) <= settings["number"] * len(rows):
        return None
    return Finding(tuple(own), (("percent", round(100 * len(own) / len(rows))),))


def decisions_left_to_holder(project: Project, settings: Settings, _: Lists) -> Found:
    """The table said what it decides, and one of the `values` that belong to every table is not among them."""
    given = project.value(AUTHORITY)
    if is_empty(given):
        return None
    return tuple(value for value in settings["values"] if value not in given) or None


def chairs_from_the_holder(project: Project, _settings: Settings, _: Lists) -> Found:
    """Where the chairs come from was said, and not that they come from elsewhere than the agreement holder."""
    sources = project.value(CHAIR_SOURCES)
    return () if sources and "not_the_holder" not in sources else None


def chairs_from_one_side(project: Project, _settings: Settings, _: Lists) -> Found:
    """Two co-chairs, and one single source for both."""
    sources = [source for source in project.value(CHAIR_SOURCES) or [] if source != "not_the_holder"]
    return tuple(sources) if project.value(CHAIR_MODEL) == "two_co_chairs" and len(sources) == 1 else None


def quorum_above_seats(project: Project, _settings: Settings, _: Lists) -> Found:
    """The fixed quorum is larger than the number of voting seats, so that no meeting can ever decide."""
    if project.value(QUORUM_RULE) != "fixed_number" or project.value(QUORUM_NUMBER) is None:
        return None
    quorum, seats = project.value(QUORUM_NUMBER), project.value(LARGEST) or len(voting(project))
    return Finding(numbers=(("n", seats), ("quorum", quorum))) if 0 < seats < quorum else None


def no_quorum_fallback(project: Project, settings: Settings, _: Lists) -> Found:
    """A quorum was settled, and not what happens without it, or only one of the `values` that lead to nothing."""
    if is_empty(project.value(QUORUM_RULE)):
        return None
    fallback = project.value(QUORUM_FALLBACK)
    return () if is_empty(fallback) or fallback in settings["values"] else None


def few_voting_seats(project: Project, settings: Settings, _: Lists) -> Found:
    """A table that meets the least number of members has fewer than `number` seats with a vote."""
    seats = len(voting(project))
    return Finding(numbers=(("n", seats),)) if len(seated(project)) >= 3 and seats < settings["number"] else None


def large_table_without_executive(project: Project, settings: Settings, _: Lists) -> Found:
    """More than `number` voting seats, and nobody who keeps things going between meetings."""
    bodies, seats = project.value(BODIES), len(voting(project))
    if bodies is None or "executive" in bodies or seats <= settings["number"]:
        return None
    return Finding(numbers=(("n", seats),))


def terms_end_together(project: Project, settings: Settings, _: Lists) -> Found:
    """At least three terms, and more than `number` per cent of those that are known, end in one month."""
    _question, field = parts(settings["field"])
    dated = [row for row in seated(project) if row.values.get(field)]
    if not dated:
        return None
    month, most = Counter(row.values[field] for row in dated).most_common(1)[0]
    if most < 3 or 100 * most <= settings["number"] * len(dated):
        return None
    return tuple(row.id for row in dated if row.values[field] == month)


RULES = (
    sectors_without_seat, nobody_from, no_lived_experience, lived_experience_below_target, one_francophone_voice,
    holder_holds_many_seats, decisions_left_to_holder, chairs_from_the_holder, chairs_from_one_side, quorum_above_seats,
    no_quorum_fallback, few_voting_seats, large_table_without_executive, terms_end_together,
)  # fmt: skip

NEEDS = {
    "sectors_without_seat": ("options_from",),
    "nobody_from": ("values",),
    "no_lived_experience": ("number",),
    "lived_experience_below_target": (),
    "one_francophone_voice": ("number", "records"),
    "holder_holds_many_seats": ("number", "records"),
    "decisions_left_to_holder": ("options_from", "values"),
    "chairs_from_the_holder": (),
    "chairs_from_one_side": ("options_from",),
    "quorum_above_seats": (),
    "no_quorum_fallback": ("values",),
    "few_voting_seats": ("number",),
    "large_table_without_executive": ("number",),
    "terms_end_together": ("field", "number"),
}
"""The settings that each rule needs; `records`, `field` and `options_from` also say what its items are."""
