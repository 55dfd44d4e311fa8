"""Whether a place among the background cards, or a press that opens one, means something in this release."""

from __future__ import annotations

from workflows.actions import Press
from workflows.background import SCREENS
from workflows.knowledge import Knowledge
from workflows.screens import Spot
from workflows.wording import LANGUAGES

BESIDE = frozenset({*SCREENS, "to_know", "sector", "letter"})
"""The screens of what is good to know; all of them need an open project."""
VERBS = frozenset({"to_know", "know", "sector", "letter"})
"""The verbs that open them."""


def stands(knowledge: Knowledge, spot: Spot) -> bool:
    """True when a spot on one of these screens speaks of something that exists."""
    if spot.screen in SCREENS:
        card = knowledge.background.get(spot.value)
        return card is not None and card.screen == spot.screen
    if spot.screen == "to_know":
        return _is_step(knowledge, spot.value)
    name, _, language = spot.value.partition(".")
    return _is_sector(knowledge, name) and (language in LANGUAGES if spot.screen == "letter" else not language)


def fits(knowledge: Knowledge, press: Press) -> bool:
    """True when the target and value of such a press belong to its verb."""
    if press.verb == "know":
        return press.target.startswith("background.") and knowledge.background.get(press.target) is not None
    if press.verb == "to_know":
        return _is_step(knowledge, press.target)
    return _is_sector(knowledge, press.target) and (press.verb != "letter" or press.value in LANGUAGES)


def _is_step(knowledge: Knowledge, name: str) -> bool:
    return any(step.id == name for step in knowledge.definitions.steps)


def _is_sector(knowledge: Knowledge, name: str) -> bool:
    return name in knowledge.definitions.lists["council_sectors"]
