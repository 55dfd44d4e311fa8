"""Several drafts at once: one document in every language and format, or every document in one archive.

It knows no chat; a parcel that Telegram shows as an album is made of the same files as one that is saved in a folder.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator

from workflows.documents.contexts import KINDS
from workflows.documents.speech import CLAUSES
from workflows.drafts import File, version_of
from workflows.languages import own_first
from workflows.phrases import phrase
from workflows.project import Project
from workflows.schema import ALL

ARCHIVE = "zip"
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the earliest that an archive can hold: the same drafts give the same bytes

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


def archive(project: Project, name: str, language: str, make: Make) -> File:
    """Every document in one language as one zip called `name`; the same drafts give the same bytes."""
    files = tuple(every(language, make))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as out:
        for file in files:
            out.writestr(zipfile.ZipInfo(file.name, _FIRST_DAY), file.data, zipfile.ZIP_DEFLATED)
    return File(name, packed.getvalue(), phrase(f"{CLAUSES}.caption_all", version=version_of(project), n=len(files)), 0)
