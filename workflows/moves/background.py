"""Opening what is good to know: all of it is a side screen, so that Back leads to the work in hand."""

from __future__ import annotations

from workflows.actions import Press
from workflows.outcomes import Outcome
from workflows.turn import Turn


def to_know(turn: Turn, press: Press) -> Outcome:
    """The cards of a step."""
    return turn.side("to_know", press.target)


def know(turn: Turn, press: Press) -> Outcome:
    """One card, on the screen that can draw it."""
    card = turn.knowledge.background.get(press.target)
    return turn.side(card.screen, press.target) if card is not None else turn.show(turn.spot)


def sector(turn: Turn, press: Press) -> Outcome:
    """One of the 18 sectors."""
    return turn.side("sector", press.target)


def letter(turn: Turn, press: Press) -> Outcome:
    """The letter to a sector in the language that was pressed."""
    return turn.side("letter", f"{press.target}.{press.value}")
