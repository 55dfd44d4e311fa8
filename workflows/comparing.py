"""What a document or card that looks back is given: drafts made only to be compared, from templates and words.

What every draft changes by itself (version, date, the list of open points) is left out of them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from typing import Any

from workflows.documents.blocks import Block, Meta
from workflows.documents.contexts import KINDS, as_mapping
from workflows.documents.looking_back import Look, texts_of
from workflows.documents.render import render
from workflows.past import Past
from workflows.phrases import Words
from workflows.project import Project
from workflows.schema import Definitions
from workflows.template_check import template_name
from workflows.wording import Phrasebook

_QUIET: Mapping[str, Any] = {"date": "", "points_count": ""}


def look_of(
    definitions: Definitions,
    book: Phrasebook,
    templates: Mapping[tuple[str, str], str],
    past: Past,
    today: dt.date,
    sources: Callable[[str], tuple[Words, ...]],
) -> Look:
    """The look back to a past; nothing is built before it is asked for."""

    def context(project: Project, document: str, language: str) -> Any:
        told = KINDS[document].build(project, definitions, book, language, today, "")
        return replace(told, **{part.name: _QUIET[part.name] for part in fields(told) if part.name in _QUIET})

    def blocks(project: Project, document: str, language: str) -> tuple[Block, ...]:
        meta = Meta("", language, False, today, "", "", "")
        told = as_mapping(context(project, document, language))
        return render(templates[language, document], template_name(language, document), told, meta).blocks

    def texts(project: Project, document: str, language: str) -> frozenset[str]:
        return texts_of(context(project, document, language))

    return Look(past, blocks, texts, sources)
