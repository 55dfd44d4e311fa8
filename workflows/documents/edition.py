"""The bilingual edition of a document: its first page, then the text of both languages side by side."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from workflows.languages import own_first
from workflows.phrases import Phrase

from .blocks import Document
from .glossary_annex import terms_of, with_glossary
from .side_by_side import Side, side_by_side
from .speech import Speech

_WORDS = "bilingual_terms"


def bilingual(front: Document, printed: Callable[[str], Document], speech: Callable[[str], Speech]) -> Document:
    """The first page with both editions after it, the one in its own language on the left.

    `printed` gives the edition of a language before its glossary, `speech` what says its words. Both glossaries hold
    the terms of the left one in the same order, so that each stands beside its twin.
    """
    own, other = own_first(front.meta.language)[:2]
    terms = terms_of(printed(own), speech(own))

    def side(language: str) -> Side:
        told = speech(language)
        title = told.book.text(Phrase(f"interface.language.{language}"), language)
        labelled = told.of(_WORDS, "labelled", label="{label}")
        return Side(with_glossary(printed(language), told, terms).blocks, language, title, labelled)

    return replace(front, blocks=(*front.blocks, *side_by_side(side(own), side(other))))
