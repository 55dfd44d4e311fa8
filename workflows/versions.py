"""Saving the project under a name: what may be a name, which numbers there are. It stores nothing and shows nothing."""

from __future__ import annotations

from workflows.actions import Press
from workflows.cleaning import clean, fold, has_words
from workflows.errors import AnswerRefused
from workflows.languages import LANGUAGES
from workflows.project import Project, Version
from workflows.screens import Spot

LONGEST = 80
MOST = 40
"""Versions kept of one project: more than three years of one a month."""

VERSIONS, NAMING, VERSION, CHANGED = "versions", "naming_version", "version", "changed"
SCREENS = frozenset({VERSIONS, NAMING, VERSION, CHANGED})
"""The screens of saved versions; all of them need an open project."""
VERBS = frozenset({
    "versions", "name_version", "version", "changed", "draft_since", "drop_version", "adopt_version", "draft_adopted",
})  # fmt: skip
"""The verbs that open them; the number of the version travels as the record."""


def find(project: Project, number: str) -> Version | None:
    """The version with this number, or None when it is no longer kept."""
    return next((version for version in project.versions if str(version.number) == number), None)


def read_name(project: Project, text: str) -> str:
    """The typed name of a new version; AnswerRefused for one that is empty, too long or already there, and when no
    more versions are kept. Names are compared as people read them.
    """
    name = clean(text)
    if not has_words(name):
        raise AnswerRefused("versions.refused.empty")
    if len(name) > LONGEST:
        raise AnswerRefused("interface.refused.too_long", {"n": len(name), "most": LONGEST})
    if named(project, name) is not None:
        raise AnswerRefused("versions.refused.exists")
    if len(project.versions) >= MOST:
        raise AnswerRefused("versions.refused.full", {"n": MOST})
    return name


def named(project: Project, name: str) -> Version | None:
    """The version of this name, or None."""
    return next((version for version in project.versions if fold(version.name) == fold(clean(name))), None)


def add(project: Project, name: str, by: str, at: str) -> Version:
    """Write down a new version of the project as it stands; its answers are for the store to keep."""
    project.last_version += 1
    version = Version(project.last_version, name, by, at, project.revision)
    project.versions.append(version)
    return version


def stands(project: Project | None, spot: Spot) -> bool:
    """True when a spot on one of these screens speaks of a version that is kept."""
    if project is None:
        return False
    return spot.screen in (VERSIONS, NAMING) or find(project, spot.value.partition(".")[0]) is not None


def fits(press: Press) -> bool:
    """True when number and value of such a press belong to its verb; a version that has gone is told by the move."""
    language, _, kind = press.value.partition(".")
    match press.verb:
        case "versions" | "name_version":
            return not press.record
        case "draft_since" | "draft_adopted":
            return press.record.isdecimal() and language in LANGUAGES and kind in ("docx", "pdf")
        case "drop_version":
            return press.record.isdecimal() and press.value in ("", "sure")
        case "adopt_version":
            return press.record.isdecimal() and press.value in ("", "not")
        case _:
            return press.record.isdecimal()
