"""A text in another language than its document's, as it travels through sentences and lists: between two private signs
that the renderer turns into the language of a run. It knows no block; cleaning a text takes the signs away.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from workflows.languages import LANGUAGES

from .cleaning import FIRST_TOKEN, clean

# The first four private characters are the renderer's own.
_STARTS = {language: chr(ord(FIRST_TOKEN) + 4 + place) for place, language in enumerate(LANGUAGES)}
_LANGUAGES = {sign: language for language, sign in _STARTS.items()}
_END = chr(ord(FIRST_TOKEN) + 4 + len(LANGUAGES))
_SIGNS = re.compile(f"([{''.join(_LANGUAGES)}{_END}])")


def foreign(text: str, language: str) -> str:
    """`text` marked as being in `language`, whatever sentence it is put into."""
    return f"{_STARTS[language]}{clean(text)}{_END}"


def bare(text: str) -> str:
    """`text` without the signs."""
    return _SIGNS.sub("", text)


def parts(text: str) -> Iterator[tuple[str, str]]:
    """The pieces of `text` with the language of each, "" for that of the document."""
    language = ""
    for piece in _SIGNS.split(text):
        if piece == _END:
            language = ""
        elif piece in _LANGUAGES:
            language = _LANGUAGES[piece]
        elif piece:
            yield piece, language


def lines(text: str) -> list[str]:
    """The lines of `text`, cleaned, each with the signs of what it holds."""
    told = [""]
    for piece, language in parts(text):
        first, *others = (foreign(line, language) if language else line for line in clean(piece).split("\n"))
        told[-1] += first
        told += others
    return told
