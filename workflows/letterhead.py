"""What a partnership's drafts look like besides the calm default: an accent colour, a contact line, a logo.

It keeps them in the project and knows no card; what a file must be to become a logo is in pictures.py.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from workflows import pictures
from workflows.cleaning import clean, fold
from workflows.documents.blocks import Logo, Meta
from workflows.documents.palette import contrast, readable
from workflows.errors import Refusal
from workflows.languages import LANGUAGES
from workflows.phrases import Literal, phrase
from workflows.project import Project
from workflows.wording import Phrasebook

SCREEN = "letterhead"
PARTS = ("accent", "line", "logo")
VERBS = frozenset({"letterhead", "accent", "plain"})
"""What a button of these cards does: open a part, take a colour, take a part away."""
LONGEST_LINE = 120

COLOURS: Mapping[str, str] = {
    "navy": "#1f3a6e",
    "blue": "#1a5f9e",
    "teal": "#0f6b6b",
    "green": "#2e6b34",
    "burgundy": "#7a1f3d",
    "red": "#b3261e",
    "purple": "#5b3a8c",
    "grey": "#4a5560",
}
"""The colours offered by name; each can be read on white (a test measures it)."""
PALER: Mapping[str, str] = {"orange": "#e07b00", "yellow": "#ffd500", "pink": "#e0559a", "brown": "#6b4423"}
"""Colours that people may name as well; a shade that can be read is offered where one cannot."""

_HEX = re.compile(r"#?([0-9a-f]{6}|[0-9a-f]{3})")


def set_part(project: Project, part: str, value: str) -> bool:
    """Give a part of the letterhead a value (empty: take it away); True when that changed anything."""
    if getattr(project.letterhead, part) == value:
        return False
    project.letterhead = replace(project.letterhead, **{part: value})
    project.revision += 1
    return True


def colour_of(text: str, book: Phrasebook) -> str | None:
    """The colour that a text names, by six or three hexadecimal digits or by a word of any language; or None."""
    told = fold(clean(text))
    if found := _HEX.fullmatch(told):
        digits = found[1] if len(found[1]) == 6 else "".join(2 * digit for digit in found[1])
        return f"#{digits}"
    for name, colour in {**COLOURS, **PALER}.items():
        for language in LANGUAGES:
            words = str(book.words[language].get(f"keywords.colours.{name}", ""))
            if told in (fold(word) for word in words.split(",")):
                return colour
    return None


def shade(colour: str) -> str:
    """The colour itself where it can be read on white, else the nearest shade of it that can."""
    return readable(colour)


def contrast_with_white(colour: str) -> float:
    """The contrast ratio, to one decimal, rounded down so that 4.49 is never called enough."""
    return int(contrast(colour) * 10) / 10


def line_of(text: str) -> str:
    """A typed contact line as it is kept; raises Refusal when it is empty or too long."""
    told = clean(text)
    if not told:
        raise Refusal("interface.refused.empty")
    if len(told) > LONGEST_LINE:
        raise Refusal("interface.refused.too_long", {"n": len(told), "most": LONGEST_LINE})
    return told


@lru_cache(maxsize=16)
def logo_of(kept: str) -> tuple[bytes, int, int] | None:
    """The bytes of a kept logo with its width and height in pixels; None when there is none that can be printed."""
    try:
        data = base64.b64decode(kept, validate=True)
        return (data, *pictures.opened(data).size) if data else None
    except (ValueError, Refusal):
        return None


def dressed(meta: Meta, project: Project, book: Phrasebook) -> Meta:
    """The facts of a draft with the letterhead of its project."""
    kept = project.letterhead
    logo = None
    if found := logo_of(kept.logo):
        alt = book.text(phrase("letterhead.logo_alt", name=Literal(meta.organization)), meta.language)
        logo = Logo(*found, alt)
    # A project may come from a file that somebody changed: no colour reaches a page unmeasured.
    accent = readable(kept.accent) if re.fullmatch("#[0-9a-f]{6}", kept.accent) else ""
    return replace(meta, accent=accent, contact=kept.line, logo=logo)


def as_text(logo: bytes) -> str:
    """A logo as the project keeps it."""
    return base64.b64encode(logo).decode()


def stands(value: str) -> bool:
    """True for the parts of the card that a stored place may name: itself, a part, or a shade that was offered."""
    part, _, offered = value.partition(".")
    return part in ("", *PARTS) and (not offered or (part == "accent" and fits_colour(offered)))


def fits(verb: str, value: str) -> bool:
    """True when the value of a button belongs to its verb."""
    if verb == "accent":
        return fits_colour(value)
    return value in PARTS or (verb == "letterhead" and not value)


def fits_colour(value: str) -> bool:
    """True for a colour as a button carries it: written in full, and dark enough."""
    return bool(re.fullmatch("#[0-9a-f]{6}", value)) and readable(value) == value
