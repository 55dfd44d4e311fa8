"""What every document begins and ends with: the partnership's names and the points left open.

It knows no document's fields but these, and no template.
"""

from __future__ import annotations

import datetime as dt

from workflows.adoption import ADOPTED_ON, adopted_texts
from workflows.languages import own_first

from .blocks import Mark
from .open_points import open_points
from .speech import NONE, Said, Speech
from .terms_fields import Logged, Point


def names(speech: Speech) -> tuple[Said, Said, Mark | None]:
    """The name to print, the name in the other language, and the mark of a name missing in this language.

    A partnership named in the other language only is called by that name, and its own is marked as missing.
    """
    own_path, other_path = (speech.view.definitions.names[one] for one in own_first(speech.language)[:2])
    own, other = speech.typed(own_path), speech.typed(other_path)
    if own is None and other is not None:
        return other, other, speech.open(own_path)
    return own or speech.open(own_path), other or speech.open(other_path), None


def points_of(speech: Speech, document: str, version: str) -> tuple[Point, ...]:
    """The lines of the list of open points; none for a draft without a version, which is only compared."""
    if not version:
        return ()
    told = open_points(speech.view.definitions, speech.view.project, document)
    return tuple(Point(n, speech.book.text(point.label, speech.language)) for n, point in enumerate(told, 1))


def points_count(speech: Speech, count: int) -> str:
    """The sentence that says how many points are left open."""
    return speech.say("points_count", n=count) if count else speech.say("points_count_none")


def log_of(speech: Speech, version: str, today: dt.date) -> tuple[Logged, ...]:
    """The lines of the amendment log: the adopted texts, a day that has come without a text, and the draft itself.

    A draft without a version is only compared: which texts were adopted is no clause of it.
    """
    texts = adopted_texts(speech.view.project) if version else ()
    told = [
        Logged(one.number, speech.shown(one.day), speech.say("log.amended" if n else "log.adopted"))
        for n, one in enumerate(texts)
    ]
    day = speech.answer(ADOPTED_ON)
    if day and adopted(speech, ADOPTED_ON, today) and day not in [one.date for one in told]:
        told.append(Logged(NONE, day, speech.say("log.amended" if texts else "log.adopted")))
    if not settled(speech, version):
        printed = speech.shown(today) if version else ""
        told.append(Logged(version, printed, speech.say("log.working" if told else "log.draft")))
    return tuple(told)


def settled(speech: Speech, version: str) -> bool:
    """True for the adopted text itself."""
    return any(one.number == version for one in adopted_texts(speech.view.project))


def ever_adopted(speech: Speech, version: str, today: dt.date) -> bool:
    """True once the council has adopted the terms of reference; a draft that is only compared knows no marks."""
    marked = version and adopted_texts(speech.view.project)
    return bool(marked) or adopted(speech, ADOPTED_ON, today)


def adopted(speech: Speech, path: str, today: dt.date) -> bool:
    """True when the date of adoption at `path` has come."""
    date = speech.view.value(path)
    return date is not None and dt.date.fromisoformat(date) <= today
