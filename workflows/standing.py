"""Whether a stored place or a pressed button still means something in this release. Neither is ever trusted.

A place of an older release, or one whose project has gone, becomes home; a press that makes no sense changes nothing.
"""

from __future__ import annotations

import datetime as dt

from workflows import letterhead, replies, versions
from workflows.actions import Press
from workflows.beside import BESIDE, VERBS, fits, stands
from workflows.cards import CARDS
from workflows.cards.drafts import formats
from workflows.cards.progress import VIEWS
from workflows.cards.wordings import SAYS
from workflows.glossary import is_span
from workflows.knowledge import Knowledge
from workflows.languages import LANGUAGES
from workflows.parity import is_text
from workflows.project import Project
from workflows.roles import ROLES
from workflows.schema import ALL, Definitions, Question
from workflows.screens import Spot
from workflows.starters import known_starters
from workflows.suggesting import found_by
from workflows.turn import SIDE_SCREENS

_OF_PEOPLE = {"people", "invite", "label", "invitation", "member", "leave"}
_OF_A_PROJECT = {"drafts", "letterhead", "readiness", "document", "progress", "lens", "francophone"} | _OF_PEOPLE
_WITHOUT_PROJECT = SIDE_SCREENS - _OF_A_PROJECT - BESIDE - versions.SCREENS | {"naming", "welcome", "forgotten"}
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
    if (spot.step and spot.step not in steps) or (spot.path and spot.path not in definitions.quick):
        return False
    asking = spot.behind or spot.screen
    if asking in ("question", "noted_date", "consent", "rows", "row", "field", "suggested"):
        if project is None or not definitions.has(spot.question):
            return False
        question = definitions.question(spot.question)
        listed = asking in ("rows", "row", "field", "consent", "suggested")
        if question.parent or (question.kind == "records") != listed:
            return False
        if asking in ("field", "suggested") and spot.field not in [part.id for part in question.fields]:
            return False
        if asking == "suggested" and knowledge.library.place(f"{spot.question}.{spot.field}") is None:
            return False
    if asking == "wording" and not (project and is_text(definitions, spot.question, spot.field)):
        return False
    if asking == "group" and spot.question.removeprefix("group.") not in definitions.groups:
        return False
    if asking in ("step", "review") and not spot.step:
        return False
    if asking in ("rule", "reason") and (project is None or not definitions.has_gap(spot.question)):
        return False
    if spot.screen in BESIDE:
        return stands(knowledge, spot)
    if spot.screen in ("lens", "francophone"):
        return _is_francophone(knowledge, spot.screen, spot.value)
    if spot.screen == "label":
        return spot.value in ROLES
    if spot.screen == "progress":
        return spot.value in ("", *VIEWS)
    if spot.screen in ("facts", "letters", "terms", "term"):
        return _can_be_read(knowledge, spot.screen, spot.value)
    if spot.screen == "theme":
        return _is_topic(knowledge, spot.value)
    if spot.screen in replies.SCREENS:
        return replies.stands(knowledge, spot.screen, spot.value)
    if spot.screen in versions.SCREENS:
        return versions.stands(project, spot)
    if spot.screen == letterhead.SCREEN:
        return letterhead.stands(spot.value)
    if spot.screen == "document":
        return spot.value in definitions.documents
    if spot.screen == "ready":
        return (spot.path or spot.value) in definitions.quick
    return True


def _is_francophone(knowledge: Knowledge, kind: str, name: str) -> bool:
    """True for the lens of a step that has one, or for a short card."""
    told = knowledge.francophone
    return name in told.lens if kind == "lens" else name in {card.target for card in told.cards.values()}


def _can_be_read(knowledge: Knowledge, kind: str, name: str) -> bool:
    """True for facts of a step or of all, a part of the alphabet, a question with terms, and a term."""
    if kind == "facts":
        return not name or any(step.id == name for step in knowledge.definitions.steps)
    if kind == "letters":
        return is_span(name)
    return name in knowledge.glossary if kind == "term" else knowledge.definitions.has(name)


def _is_topic(knowledge: Knowledge, name: str) -> bool:
    if name.startswith("theme."):
        return name.removeprefix("theme.") in knowledge.catalogue.themes
    return any(step.id == name for step in knowledge.definitions.steps)


def makes_sense(knowledge: Knowledge, project: Project | None, press: Press) -> bool:
    """True when the target and value of a press belong to its verb; a modified app can send anything."""
    definitions = knowledge.definitions
    if press.verb in ("facts", "letters", "term"):
        named = press.value if press.verb == "letters" else press.target.removeprefix("term.")
        return _can_be_read(knowledge, press.verb, named)
    if press.verb in ("for_step", "theme"):
        return _is_topic(knowledge, press.target)
    if press.verb in VERBS:
        return fits(knowledge, press)
    if press.verb in ("lens", "francophone"):
        return _is_francophone(knowledge, press.verb, press.target)
    if press.verb in ("rule", "rules", "aside", "take_up"):
        known = definitions.has_gap(press.target)
        return known and (press.verb != "rules" or definitions.gap(press.target).mend.startswith("group."))
    if press.verb in ("step", "review", "confirm") or (press.verb == "points" and press.target):
        return any(step.id == press.target for step in definitions.steps)
    if press.verb in versions.VERBS:
        return versions.fits(press)
    if press.verb in letterhead.VERBS:
        return letterhead.fits(press.verb, press.value)
    if press.verb == "progress":
        return press.target in ("", *VIEWS)
    if press.verb in ("suggest", "own", "take"):
        return _fits_place(knowledge, project, press)
    if press.verb == "quick":
        return press.target in definitions.quick
    if press.verb in ("document", "draft"):
        return _fits_draft(definitions, press) if press.verb == "draft" else press.target in definitions.documents
    if press.verb == "wording":
        return press.value in SAYS and is_text(definitions, press.target)
    if press.target.startswith("group."):
        return press.target.removeprefix("group.") in definitions.groups
    if definitions.has(press.target):
        question = definitions.question(press.target)
        if press.verb in ("starters", "take_starter", "drop_starter"):
            return known_starters(definitions, knowledge.starters, question, press.verb, press.value)
        return _fits_field(project, question, press) if question.parent else _fits_question(project, question, press)
    return True


def _fits_draft(definitions: Definitions, press: Press) -> bool:
    """One format of a document, all of them (no value), or every document in one language."""
    if press.target == ALL:
        return press.value in LANGUAGES
    language, _, kind = press.value.partition(".")
    known = press.target in definitions.documents
    return known and (not press.value or (language in LANGUAGES and kind in formats(press.target)))


def _fits_place(knowledge: Knowledge, project: Project | None, press: Press) -> bool:
    """True where an indicator is asked, and for `take` when the suggestion may be taken there."""
    place = knowledge.library.place(press.target)
    if place is None or project is None:
        return False
    found = found_by(knowledge.library, knowledge.definitions, project, place, press.value)
    return press.verb != "take" or found is not None


def _fits_question(project: Project | None, question: Question, press: Press) -> bool:
    listed = question.kind == "records"
    if press.verb in ("list", "add", "row", "drop", "up", "down"):
        return listed
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
