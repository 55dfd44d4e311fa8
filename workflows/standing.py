"""Whether a stored place or a pressed button still means something in this release. Neither is ever trusted.

A place of an older release, or one whose project has gone, becomes home; a press that makes no sense changes nothing.
"""

from __future__ import annotations

import datetime as dt

from workflows.actions import Press
from workflows.cards import CARDS
from workflows.cards.drafts import FORMATS
from workflows.knowledge import Knowledge
from workflows.project import Project
from workflows.schema import Question
from workflows.screens import Spot
from workflows.turn import SIDE_SCREENS

_WITHOUT_PROJECT = SIDE_SCREENS - {"drafts", "document"} | {"naming", "welcome", "forgotten"}
_ARRIVING = frozenset({"welcome", "private_only", "forgotten"})


def standing(knowledge: Knowledge, project: Project | None, spot: Spot) -> Spot:
    """`spot`, or the nearest place that still exists."""
    if project is None:
        known = spot.screen in _WITHOUT_PROJECT and _means_something(knowledge, None, spot)
        return spot if known else Spot(screen="naming")
    if spot.screen in _ARRIVING or not _means_something(knowledge, project, spot):
        return Spot(screen="home")
    return spot


def _means_something(knowledge: Knowledge, project: Project | None, spot: Spot) -> bool:
    definitions = knowledge.definitions
    steps = {step.id for step in definitions.steps}
    if spot.screen not in CARDS or (spot.behind and spot.behind not in CARDS):
        return False
    if (spot.step and spot.step not in steps) or (spot.path and spot.path not in definitions.documents):
        return False
    asking = spot.behind or spot.screen
    if asking in ("question", "noted_date", "consent", "rows", "row", "field"):
        if project is None or not definitions.has(spot.question):
            return False
        question = definitions.question(spot.question)
        if question.parent or (question.kind == "records") != (asking in ("rows", "row", "field", "consent")):
            return False
        if asking == "field" and spot.field not in [part.id for part in question.fields]:
            return False
    if asking == "group" and spot.question.removeprefix("group.") not in definitions.groups:
        return False
    if asking in ("step", "review") and not spot.step:
        return False
    if spot.screen == "theme":
        return _is_topic(knowledge, spot.value)
    if spot.screen in ("document", "ready"):
        return (spot.path or spot.value) in definitions.documents
    return True


def _is_topic(knowledge: Knowledge, name: str) -> bool:
    if name.startswith("theme."):
        return name.removeprefix("theme.") in knowledge.catalogue.themes
    return any(step.id == name for step in knowledge.definitions.steps)


def makes_sense(knowledge: Knowledge, project: Project | None, press: Press) -> bool:
    """True when the target and value of a press belong to its verb; a modified app can send anything."""
    definitions = knowledge.definitions
    if press.verb in ("for_step", "theme"):
        return _is_topic(knowledge, press.target)
    if press.verb in ("step", "review", "confirm"):
        return any(step.id == press.target for step in definitions.steps)
    if press.verb in ("quick", "document", "draft"):
        known = press.target in definitions.documents
        language, _, kind = press.value.partition(".")
        return known and (press.verb != "draft" or (language in ("en", "fr") and kind in FORMATS))
    if press.target.startswith("group."):
        return press.target.removeprefix("group.") in definitions.groups
    if definitions.has(press.target):
        question = definitions.question(press.target)
        return _fits_field(project, question, press) if question.parent else _fits_question(project, question, press)
    return True


def _fits_question(project: Project | None, question: Question, press: Press) -> bool:
    listed = question.kind == "records"
    if press.verb in ("list", "add", "starters", "row", "drop", "up", "down"):
        return listed
    if press.verb in ("take_starter", "drop_starter"):
        return listed and bool(question.starter_fills)
    if press.verb == "starter":
        return press.value in question.starters and not listed
    if press.verb == "usual":
        return bool(question.usual)
    if press.verb == "consent":
        return question.names_people and press.value in ("names", "organizations")
    return press.verb not in ("set", "on", "off") or _fits_value(project, question, press)


def _fits_field(project: Project | None, part: Question, press: Press) -> bool:
    if press.verb == "empty":
        return not part.required
    return press.verb not in ("set", "on", "off") or _fits_value(project, part, press)


def _fits_value(project: Project | None, question: Question, press: Press) -> bool:
    if press.verb in ("on", "off"):
        return question.kind == "choices" and press.value in question.options
    if question.kind in ("choice", "scale"):
        return press.value in question.options
    if question.kind == "link":
        return project is not None and project.record(question.to, press.value) is not None
    return question.kind == "date" and not question.parent and _is_date(press.value)


def _is_date(text: str) -> bool:
    try:
        return dt.date.fromisoformat(text).year > 0
    except ValueError:
        return False
