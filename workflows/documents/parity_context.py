"""A project → the fields of its parity report in one language: a sheet for whoever writes the other wording.

It knows neither the template nor a file format.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from itertools import groupby

from workflows.parity import TypedText, lacking, typed_texts, where
from workflows.phrases import Phrase
from workflows.project import Project
from workflows.schema import Definitions
from workflows.wording import Phrasebook

from .blocks import Mark
from .cover import names
from .parity_fields import ParityReport, ParityRow, ParityStep
from .speech import Said, Speech
from .tongues import foreign
from .visible import Visible

_OWN = "parity"


def parity_report(
    project: Project, definitions: Definitions, book: Phrasebook, language: str, today: dt.date, version: str
) -> ParityReport:
    """The texts that are not in step, as `language` lists them; ContentFault when a word is missing."""
    speech = Speech(Visible(definitions, project), book, language)
    total, texts = len(typed_texts(definitions, project)), lacking(definitions, project)
    numbered = groupby(enumerate(texts, 1), key=lambda one: one[1].question.step)
    return ParityReport(
        name=names(speech)[0],
        version=version,
        date=speech.shown(today),
        count=speech.of(_OWN, "count", n=len(texts), total=total) if texts else speech.of(_OWN, "none"),
        steps=tuple(ParityStep(book.text(Phrase(f"steps.{step}.title"), language), _rows(speech, rows))
                    for step, rows in numbered),
    )  # fmt: skip


def _rows(speech: Speech, texts: Iterable[tuple[int, TypedText]]) -> tuple[ParityRow, ...]:
    definitions = speech.view.definitions
    return tuple(
        ParityRow(
            number=number,
            where=speech.book.text(where(definitions, text), speech.language),
            text=_in(speech, text.told.latest, text.told.language),
            language=speech.of(_OWN, f"languages.{text.told.language or 'unknown'}"),
            room=_room(speech, text),
        )
        for number, text in texts
    )


def _room(speech: Speech, text: TypedText) -> tuple[Said, ...]:
    told = text.told
    wanted = speech.of(_OWN, f"room.{told.other or 'unknown'}")
    if not told.again:
        return (wanted, "")
    mark = Mark(speech.of(_OWN, f"again.{told.language}"))
    return (wanted, _in(speech, told.by[told.again], told.again), mark)


def _in(speech: Speech, text: str, language: str) -> str:
    """A text in its own language, where that is not the report's."""
    return foreign(text, language) if language not in ("", speech.language) else text
