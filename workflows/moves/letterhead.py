"""The letterhead of the drafts: opened, changed by a press, a text or a picture, and taken away again."""

from __future__ import annotations

from workflows import letterhead, pictures
from workflows.actions import Picture, Press, Say
from workflows.errors import Refusal
from workflows.letterhead import SCREEN
from workflows.moves.arrival import refused
from workflows.outcomes import Outcome
from workflows.phrases import Phrase, phrase
from workflows.turn import Turn


def show(turn: Turn, press: Press) -> Outcome:
    """The letterhead, or the card of one part of it."""
    return turn.side(SCREEN, press.value)


def accent(turn: Turn, press: Press) -> Outcome:
    """Take the colour of the button."""
    return _kept(turn, "accent", press.value)


def plain(turn: Turn, press: Press) -> Outcome:
    """Take one part away; the calm default is back."""
    changed = letterhead.set_part(turn.the_project, press.value, "")
    return turn.side(SCREEN, "", *((phrase(f"letterhead.removed.{press.value}"),) if changed else ()))


MOVES = {"letterhead": show, "accent": accent, "plain": plain}
"""What carries out each verb of these cards."""


def say(turn: Turn, said: Say) -> Outcome | None:
    """A text typed on the card of the colour or of the contact line; None where no text is asked for."""
    part = turn.spot.value.partition(".")[0]
    if part == "accent":
        return _colour(turn, said.text)
    if part == "line":
        try:
            return _kept(turn, "line", letterhead.line_of(said.text))
        except Refusal as refusal:
            return turn.side(SCREEN, part, refused(refusal))
    return None


def picture(turn: Turn, sent: Picture) -> Outcome:
    """A file or photo sent while the letterhead is open becomes the logo, or is refused in one sentence."""
    try:
        if sent.size > pictures.LARGEST_FILE:
            raise pictures.too_heavy(sent.size)
        if sent.data is None:
            raise Refusal("letterhead.refused.not_fetched")
        kept = letterhead.as_text(pictures.logo(sent.data))
    except Refusal as refusal:
        return turn.side(SCREEN, "logo", refused(refusal))
    return _kept(turn, "logo", kept)


def _colour(turn: Turn, text: str) -> Outcome:
    colour = letterhead.colour_of(text, turn.knowledge.book)
    if colour is None:
        return turn.side(SCREEN, "accent", phrase("letterhead.refused.no_colour"))
    near = letterhead.shade(colour)
    if near == colour:
        return _kept(turn, "accent", colour)
    measured = letterhead.contrast_with_white(colour)
    notice = phrase("letterhead.refused.too_pale", colour=colour, measured=measured, near=near)
    return turn.side(SCREEN, f"accent.{near}", notice)


def _kept(turn: Turn, part: str, value: str) -> Outcome:
    letterhead.set_part(turn.the_project, part, value)
    return turn.side(SCREEN, "", Phrase(f"letterhead.kept.{part}"))
