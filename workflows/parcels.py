"""Several drafts at once: one document in every language and format, or every document in one archive.

It knows no chat; a parcel that Telegram shows as an album is made of the same files as one that is saved in a folder.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from workflows.documents.contexts import KINDS
from workflows.drafts import File
from workflows.languages import own_first
from workflows.schema import ALL

ARCHIVE = "zip"

Make = Callable[[str, str, str], File]
"""Builds one draft from a document, a language and a format."""


def ways(document: str, language: str, format: str) -> tuple[tuple[str, str], ...]:  # noqa: A002 - the word of drafts
    """The (language, format) pairs that were asked for: all of the document's own where none is named.

    `language` comes first where only it is named.
    """
    if document == ALL or format:
        return ((language, format or ARCHIVE),)
    return tuple((one, kind) for one in own_first(language) for kind in KINDS[document].formats)


def every(language: str, make: Make) -> Iterator[File]:
    """Every document in one language, in each format that the chat offers, in the order of the menu."""
    return (make(document, language, kind) for document in KINDS for kind in KINDS[document].formats)
