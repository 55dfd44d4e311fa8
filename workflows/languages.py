"""The languages of the product, the first one first: what code must know of a language that is not a word.

Every other module asks here. Words stand in content/<language>/; CONTRIBUTING.md shows what another language takes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from babel import Locale


@dataclass(frozen=True)
class Language:
    """One language: how Babel calls it here (plurals, dates, lists), where an amount has its dollar sign, and how the
    snowball stemmers call it.
    """

    locale: Locale
    money: str
    stemmer: str


KNOWN: Mapping[str, Language] = {
    "en": Language(Locale("en", "CA"), "¤#,##0.00", "english"),
    "fr": Language(Locale("fr", "CA"), "#,##0.00\u00a0¤", "french"),
}
LANGUAGES = tuple(KNOWN)
OFFICIAL = ("en", "fr")
"""Those in which every text of a partnership can have a wording."""
FALLBACK = LANGUAGES[0]
"""For whoever's app speaks a language that the guide does not."""


def own_first(language: str) -> tuple[str, ...]:
    """Every language, that of the reader first."""
    return tuple(sorted(LANGUAGES, key=language.__ne__))


def twin(language: str) -> str:
    """The other official language."""
    return next(other for other in OFFICIAL if other != language)


def language_of(app_language: str) -> str:
    """The language for an IETF tag: "fr" for fr and fr-*, the fallback for one that is not known."""
    told = app_language.lower().split("-")[0]
    return told if told in LANGUAGES else FALLBACK
