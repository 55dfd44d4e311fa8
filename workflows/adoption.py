"""The terms of reference that the council adopted: which saved versions hold them, and the number that a text carries.

An adopted text carries a whole number: 1.0, then 2.0. A draft carries the number of the last one and counts the changes
since: 0.7 before any adoption, 1.3 after the first (docs/decisions/0040-adopted-versions.md). It knows no word.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from workflows.conditions import applies
from workflows.project import Answer, Project, Version
from workflows.schema import Definitions

ADOPTED_ON = "terms_of_reference.adopted_on"
"""The question that asks for the day of the adoption."""
TERMS = "terms-of-reference"
_NUMBERED = frozenset({TERMS, "bilingual-terms"})


@dataclass(frozen=True)
class Adopted:
    """One adopted text: its number ("1.0"), the day on which the council adopted it, and the version that holds it."""

    number: str
    day: dt.date
    version: Version


def adopted_texts(project: Project) -> tuple[Adopted, ...]:
    """Every adopted text, oldest first."""
    marked = (one for one in project.versions if one.adopted)
    return tuple(Adopted(f"{n}.0", dt.date.fromisoformat(one.adopted), one) for n, one in enumerate(marked, 1))


def number_of(project: Project, document: str = "") -> str:
    """The number that a draft of `document` carries; without one, that of the answers as a whole."""
    return _number(adopted_texts(project) if document in _NUMBERED else (), project.revision)


def number_then(project: Project, version: Version) -> str:
    """The number that the terms of reference carried in a draft when this version was saved."""
    before = tuple(one for one in adopted_texts(project) if one.version.number < version.number)
    return _number(before, version.revision)


def text_of(project: Project, version: Version) -> Adopted | None:
    """The adopted text that a version holds, or None."""
    return next((one for one in adopted_texts(project) if one.version.number == version.number), None)


def is_last(project: Project, version: Version) -> bool:
    """True for the version whose mark may be taken back: a later adoption rests on those before it."""
    texts = adopted_texts(project)
    return bool(texts) and texts[-1].version.number == version.number


def may_follow(project: Project, version: Version) -> bool:
    """True for a version that is saved later than the last adopted one."""
    texts = adopted_texts(project)
    return not texts or version.number > texts[-1].version.number


def offered_day(definitions: Definitions, project: Project, version: Version, today: dt.date) -> dt.date | None:
    """The day on which the council adopted this version, as the question tells it; None while it is not told, has not
    come, or belongs to an earlier text.
    """
    told = project.value(ADOPTED_ON) if applies(definitions.question(ADOPTED_ON), project) else None
    day = dt.date.fromisoformat(told) if told else None
    if day is None or day > today or not may_follow(project, version):
        return None
    return day if all(day > one.day for one in adopted_texts(project)) else None


def _number(before: tuple[Adopted, ...], revision: int) -> str:
    return f"{len(before)}.{revision - (before[-1].version.revision if before else 0)}"


def mark(project: Project, version: Version, day: dt.date | None) -> None:
    """Mark a version as adopted on that day, or take its mark back."""
    place = project.versions.index(version)
    project.versions[place] = replace(version, adopted=day.isoformat() if day else "")


def as_adopted(project: Project, kept: Project, number: int) -> Project:
    """The project as version `number` kept it, told as the council adopted it, in the letterhead of today."""
    versions = [one for one in project.versions if one.number <= number]
    day = next((one.adopted for one in versions if one.number == number), "")
    answers = {**kept.answers, ADOPTED_ON: Answer("given", day)} if day else kept.answers
    return replace(kept, answers=answers, versions=versions, letterhead=project.letterhead)
