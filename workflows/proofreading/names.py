"""Names of bodies and programs (definitions/names.yml): each language writes its official form, and nearly is not
enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from rapidfuzz import fuzz

from workflows.cleaning import fold
from workflows.errors import DefinitionFault
from workflows.languages import FALLBACK, LANGUAGES
from workflows.proofreading.texts import Text
from workflows.yaml_files import read_yaml

_NEARLY = 88  # rapidfuzz's percentage for "the same name, miswritten"
_ASIDE = re.compile(r"«\u00a0[^»]*»|“[^”]*”|https?://\S+|\{[a-z_]+\}")  # quotations, addresses, blanks
_TELLING = 4  # letters of a word that tells one name from another
_KEYS = frozenset({"id", *LANGUAGES, "short", "plural", "wrong"})


@dataclass(frozen=True)
class Name:
    """One official name in each language, its plurals and acronyms, and wrong forms that were met."""

    id: str
    forms: Mapping[str, str]
    plurals: Mapping[str, str] = field(default_factory=dict)
    short: Mapping[str, str] = field(default_factory=dict)
    wrong: tuple[str, ...] = ()

    @cached_property
    def patterns(self) -> Mapping[str, re.Pattern[str]]:
        """The name of each language, or its plural, whatever its capitals and spaces."""
        told = {language: [form, *filter(None, [self.plurals.get(language)])] for language, form in self.forms.items()}
        return {language: _pattern(*forms) for language, forms in told.items()}

    @cached_property
    def foreign(self) -> Mapping[str, tuple[re.Pattern[str], ...]]:
        """For each language, the forms that do not belong in it: wrong ones, and those of the other languages."""
        return {language: tuple(self._foreign(language)) for language in self.forms}

    def _foreign(self, language: str) -> Iterator[re.Pattern[str]]:
        yield from map(_pattern, self.wrong)
        for other, form in self.forms.items():
            if fold(form) != fold(self.forms[language]):
                yield self.patterns[other]
        for other, form in self.short.items():
            if form != self.short.get(language) and other != language:
                yield re.compile(rf"(?<![\w-]){form}s?(?![\w-])")

    @cached_property
    def signals(self) -> tuple[frozenset[str], ...]:
        """The folded words of every form and acronym: a text without most of them cannot hold this name in any form."""
        acronyms = (frozenset({fold(form)}) for form in self.short.values())
        forms = (*self.forms.values(), *self.plurals.values(), *self.wrong)
        return (*acronyms, *(frozenset(_long(form)) for form in forms))

    @cached_property
    def telling(self) -> Mapping[str, frozenset[str]]:
        """The folded words of each form that are long enough to tell it from another."""
        return {language: frozenset(_long(form)) for language, form in self.forms.items()}


def _pattern(*forms: str) -> re.Pattern[str]:
    told = (re.escape(form).replace(r"\ ", r"[\s\u00a0]+").replace("’", "['’]") for form in forms)
    return re.compile(rf"(?<!\w)(?:{'|'.join(told)})(?!\w)", re.IGNORECASE)


def _long(text: str) -> list[str]:
    return [word for word in re.findall(r"\w+", fold(text)) if len(word) >= _TELLING]


@dataclass(frozen=True)
class Names:
    """The official names, those that stay as they are in every language, and the keys that speak of another language's
    names.
    """

    official: tuple[Name, ...]
    kept: tuple[str, ...]
    spoken_of: tuple[str, ...]


def load_names(path: Path) -> Names:
    """The lists of names.yml; a name without a form of its own in a language has that of the first one there.

    Raises DefinitionFault for a name without any.
    """
    file = read_yaml(path)
    found = []
    for number, raw in enumerate(file.data["official"]):
        if not isinstance(raw, dict) or not {"id", FALLBACK} <= set(raw) <= _KEYS:
            mend = f"Write its id and its form in '{FALLBACK}', then in the others; short, plural and wrong may follow."
            raise DefinitionFault(str(path), file.line("official", number), "official", "a name is malformed.", mend)
        forms = {language: str(raw.get(language, raw[FALLBACK])) for language in LANGUAGES}
        plurals, short = (_in_every(raw.get(key, {})) for key in ("plural", "short"))
        found.append(Name(raw["id"], forms, plurals, short, tuple(raw.get("wrong", ()))))
    return Names(tuple(found), tuple(file.data.get("kept", ())), tuple(file.data.get("spoken_of", ())))


def _in_every(forms: Mapping[str, str]) -> dict[str, str]:
    """The forms by language, that of the first one where a language has none."""
    return {one: form for one in LANGUAGES if (form := forms.get(one, forms.get(FALLBACK)))}


def masked(text: str, language: str, known: Names) -> str:
    """`text` without blanks and quotations, and without the names that stand in it as they should."""
    text = _ASIDE.sub("·", text)
    for form in known.kept:
        text = text.replace(form, "·")
    for name in known.official:
        text = name.patterns[language].sub("·", text)
    return text


def names(text: Text, known: Names) -> Iterator[str]:
    """A fault for each name in `text` that is miswritten or stands in the form of another language."""
    language = text.language
    if text.key.startswith(known.spoken_of):
        return
    words = frozenset(re.findall(r"\w+", fold(text.text)))
    words |= {word.removesuffix("s") for word in words}
    suspects = [
        name for name in known.official if any(len(signal - words) <= len(signal) // 3 for signal in name.signals)
    ]
    rest = masked(text.text, language, known) if suspects else ""
    for name in suspects:
        mine = name.forms[language]
        for found in name.patterns[language].finditer(text.text):
            if not _as_written(found[0], mine, name.plurals.get(language, mine)):
                yield text.told(f"{found[0]!r} is not how the name is written. Write: {mine}.")
        wrong = next((hit[0] for pattern in name.foreign[language] if (hit := pattern.search(rest))), "")
        if wrong or (wrong := _nearly(name, language, rest)):
            best = name.short.get(language, mine) if wrong.removesuffix("s").isupper() else mine
            yield text.told(f"{wrong!r} is not the official name in this language. Write: {best}.")


def _as_written(found: str, *forms: str) -> bool:
    """True when only the first letter differs, as at the start of a sentence or for a body of that kind in general."""
    told = " ".join(found.replace("'", "’").split())
    return any(told[1:] == form[1:] for form in forms)


def _nearly(name: Name, language: str, rest: str) -> str:
    """What stands in `rest` and is almost the name, or an empty text."""
    telling, form = name.telling[language], name.forms[language]
    here = frozenset(_long(rest))
    if len(telling) < 3 or len(telling - here) > 1 or _long(form)[0] not in here:
        return ""  # without its first word it is the thing in general: "Francophone communities"
    met = fuzz.partial_ratio_alignment(fold(form), fold(rest), score_cutoff=_NEARLY)
    if met is None or met.dest_end - met.dest_start < len(form) - 4:
        return ""  # what is much shorter than the name is something else
    return fold(rest)[met.dest_start : met.dest_end].strip()
