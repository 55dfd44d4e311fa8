"""The francophone lens of a step and its short cards. Both are side screens: Back leads to the work in hand."""

from __future__ import annotations

from workflows.actions import Press
from workflows.outcomes import Outcome
from workflows.turn import Turn


def lens(turn: Turn, press: Press) -> Outcome:
    """The six francophone questions of a step."""
    return turn.side("lens", press.target)


def card(turn: Turn, press: Press) -> Outcome:
    """One short card."""
    return turn.side("francophone", press.target)
