"""What every document begins and ends with: the partnership's names and the points left open.

It knows no document's fields but these, and no template.
"""

from __future__ import annotations

import datetime as dt

from workflows.languages import own_first

from .blocks import Mark
from .open_points import open_points
from .speech import Said, Speech
from .terms_fields import Point


def names(speech: Speech) -> tuple[Said, Said, Mark | None]:
    """The name to print, the name in the other language, and the mark of a name missing in this language.

    A partnership named in the other language only is called by that name, and its own is marked as missing.
    """
    own_path, other_path = (speech.view.definitions.names[one] for one in own_first(speech.language)[:2])
    own, other = speech.typed(own_path), speech.typed(other_path)
    if own is None and other is not None:
        return other, other, speech.open(own_path)
    return own or speech.open(own_path), other or speech.open(other_path), None


def points_of(speech: Speech, document: str) -> tuple[Point, ...]:
    """The lines of the list of open points."""
    told = open_points(speech.view.definitions, speech.view.project, document)
    return tuple(Point(n, speech.book.text(point.label, speech.language)) for n, point in enumerate(told, 1))


def points_count(speech: Speech, count: int) -> str:
    """The sentence that says how many points are left open."""
    return speech.say("points_count", n=count) if count else speech.say("points_count_none")


def adopted(speech: Speech, path: str, today: dt.date) -> bool:
    """True when the date of adoption at `path` has come."""
    date = speech.view.value(path)
    return date is not None and dt.date.fromisoformat(date) <= today
