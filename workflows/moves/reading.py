"""Reading besides the work in hand: readiness, then and now, and the glossary. Nothing is answered and nothing kept."""

from __future__ import annotations

from workflows.actions import Press
from workflows.outcomes import Outcome
from workflows.turn import Turn

IN_THE_GLOSSARY = frozenset({"glossary", "letters", "matches", "terms", "term"})
"""Screens on which a typed text is a word to look up."""


def readiness(turn: Turn, *_: object) -> Outcome:
    """The gate before the first step."""
    return turn.side("readiness")


def facts(turn: Turn, press: Press) -> Outcome:
    """Then and now, of a step or of all."""
    return turn.side("facts", press.target)


def glossary(turn: Turn, *_: object) -> Outcome:
    """The way into the glossary."""
    return turn.side("glossary")


def letters(turn: Turn, press: Press) -> Outcome:
    """A part of the alphabet."""
    return turn.side("letters", press.value)


def terms(turn: Turn, press: Press) -> Outcome:
    """The terms in a question's words."""
    return turn.side("terms", press.target)


def term(turn: Turn, press: Press) -> Outcome:
    """One term."""
    return turn.side("term", press.target.removeprefix("term."))


def look_up(turn: Turn, typed: str) -> Outcome:
    """The terms that a typed word means; a single one is shown at once. What was typed is not kept."""
    found = turn.knowledge.glossary.find(typed, turn.language)
    if len(found) == 1:
        return turn.side("term", found[0])
    return turn.side("matches", ",".join(found))
