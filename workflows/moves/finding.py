"""Searching the resources. Where it leads is kept as ids: what was typed is not."""

from __future__ import annotations

from workflows.outcomes import Outcome
from workflows.phrases import phrase
from workflows.replies import reply
from workflows.turn import Turn


def is_question(text: str) -> bool:
    """True for what nobody would send as an option, a number or a date: it ends as a question does."""
    return text.rstrip().endswith("?")


def search(turn: Turn, text: str) -> Outcome:
    """A text that answers no question is looked up in the resources."""
    if not turn.visit.allows("search"):
        return turn.show(turn.spot, phrase("people.limits.search"))
    begun = turn.project is not None and turn.project.state != turn.definitions.steps[0].id
    here = turn.the_project.state if begun else turn.definitions.steps[1].id  # the profile has no resources
    screen, value = reply(turn.knowledge, text, turn.language, here)
    return turn.side(screen, value)
