"""What tests of proofreading share: a text as the word files would give it, and the shipped lists."""

from __future__ import annotations

from functools import cache

from workflows.knowledge import DEFINITIONS
from workflows.proofreading.names import Names, load_names
from workflows.proofreading.terms import Terms, load_terms
from workflows.proofreading.texts import Text

NBSP = "\u00a0"


def written(text: str, language: str = "fr", key: str = "interface.sample") -> Text:
    """A text on line 7 of a file."""
    return Text(f"content/{language}/interface.yml", 7, key, language, text)


@cache
def shipped_names() -> Names:
    """The lists of names.yml."""
    return load_names(DEFINITIONS / "names.yml")


@cache
def shipped_terms() -> Terms:
    """The lists of terms.yml."""
    return load_terms(DEFINITIONS / "terms.yml")
