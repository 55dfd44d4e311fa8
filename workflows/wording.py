"""Keys → words of one language. Strict: a missing key or placeholder raises, in every language alike.

Plurals, lists, dates, months and money come from Babel (`en_CA`, `fr_CA`). It knows no sentence of its own and reads
its files once, at start-up.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal

from workflows.errors import ContentFault
from workflows.languages import FALLBACK, KNOWN
from workflows.languages import LANGUAGES as LANGUAGES  # words and languages are asked for together
from workflows.phrases import Lines, Literal, Money, Month, Param, Phrase, Words
from workflows.yaml_files import YamlFile, read_yaml

LOCALES: Mapping[str, Locale] = {name: language.locale for name, language in KNOWN.items()}
PLURALS = frozenset({"zero", "one", "two", "few", "many", "other"})
PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")

Leaf = str | dict[str, str]


class Phrasebook:
    """Every word of the product, by language and key."""

    def __init__(
        self, words: Mapping[str, Mapping[str, Leaf]], places: Mapping[str, Mapping[str, tuple[str, int]]]
    ) -> None:
        self.words = words
        self.places = places

    def has(self, key: str, language: str = FALLBACK) -> bool:
        """True when `key` has words in `language`."""
        return key in self.words[language]

    def text(self, words: Words, language: str) -> str:
        """The words in `language` as plain text; raises ContentFault for a missing key or placeholder."""
        if isinstance(words, Literal):
            return words.text
        if isinstance(words, Lines):
            return "\n".join(self.text(item, language) for item in words.items)
        leaf = self.words[language].get(words.key)
        if leaf is None:
            raise self._fault(language, words.key, "has no words in this language.", "Write them.")
        if isinstance(leaf, dict):
            count = words.params.get("n", 0)
            assert isinstance(count, int | float)
            leaf = leaf.get(LOCALES[language].plural_form(count), leaf["other"])

        def fill(match: re.Match[str]) -> str:
            name = match.group(1)
            if name not in words.params:
                raise self._fault(language, words.key, f"asks for {{{name}}}, which is not given.", "Correct the name.")
            return self.shown(words.params[name], language)

        return PLACEHOLDER.sub(fill, leaf)

    def shown(self, value: Param, language: str) -> str:
        """A parameter as this language writes it."""
        locale = LOCALES[language]
        if isinstance(value, Phrase | Literal | Lines):
            return self.text(value, language)
        if isinstance(value, str):
            return value
        if isinstance(value, tuple):
            return format_list([self.shown(item, language) for item in value], style="standard", locale=locale)
        if isinstance(value, Month):
            return format_date(dt.date(value.year, value.month, 1), "MMMM y", locale=locale)
        if isinstance(value, Money):
            whole = value.amount == value.amount.to_integral_value()
            money = KNOWN[language].money
            pattern = money.replace(".00", "") if whole else money
            return format_currency(value.amount, "CAD", pattern, locale=locale, currency_digits=False)
        if isinstance(value, dt.date):
            day = format_date(value, "long", locale=locale)
            return day.replace("1 ", "1er ", 1) if language == "fr" and value.day == 1 else day
        return _number(value, language)

    def under(self, prefix: str, language: str) -> Iterator[tuple[str, Leaf]]:
        """Every key that begins with `prefix.` and its words, in file order."""
        return ((key, leaf) for key, leaf in self.words[language].items() if key.startswith(f"{prefix}."))

    def _fault(self, language: str, key: str, problem: str, mend: str) -> ContentFault:
        file, line = self.places[language].get(key, (f"content/{language}", 1))
        return ContentFault(file, line, key, problem, mend)


@lru_cache(maxsize=2048)  # every card counts something, and mostly the same small numbers
def _number(value: float | Decimal, language: str) -> str:
    return format_decimal(Decimal(str(value)), locale=LOCALES[language])


def load_words(folder: Path) -> Phrasebook:
    """Read every `.yml` below `folder`/en and `folder`/fr; raises ContentFault at a duplicate key or a value that is no
    text.

    The key of a word is its file's path with dots and its path in the file: `interface.home.title`,
    `steps.council.title` (the number in front of a step's file name is left out), `documents.clauses.quorum_rule`.
    """
    words: dict[str, dict[str, Leaf]] = {}
    places: dict[str, dict[str, tuple[str, int]]] = {}
    for language in LANGUAGES:
        words[language], places[language] = {}, {}
        for path in sorted((folder / language).rglob("*.yml")):
            file = read_yaml(path, ContentFault)
            stem = re.sub(r"^\d+_", "", path.stem)
            prefix = ".".join((*path.parent.relative_to(folder / language).parts, stem))
            _gather(file, file.data or {}, prefix, (), words[language], places[language])
    return Phrasebook(words, places)


def _gather(
    file: YamlFile,
    data: Any,
    prefix: str,
    at: tuple[str | int, ...],
    words: dict[str, Leaf],
    places: dict[str, tuple[str, int]],
) -> None:
    key = ".".join((prefix, *map(str, at)))
    place = (str(file.path), file.line(*at))
    if isinstance(data, dict) and not (data and set(data) <= PLURALS):
        for name, value in data.items():
            _gather(file, value, prefix, (*at, name), words, places)
        return
    if isinstance(data, dict):
        if "other" not in data or not all(isinstance(value, str) for value in data.values()):
            raise ContentFault(*place, key, "a plural needs 'one' and 'other' as texts.", "Write both.")
    elif not isinstance(data, str):
        raise ContentFault(*place, key, "is not a text.", "Put it between double quotes.")
    words[key], places[key] = data, place
