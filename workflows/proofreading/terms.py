"""Terms that the glossary and the style guides reject (definitions/terms.yml), found in the words of one language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from workflows.errors import DefinitionFault
from workflows.proofreading.names import Names, masked
from workflows.proofreading.texts import Text
from workflows.yaml_files import YamlFile, read_yaml


@dataclass(frozen=True)
class Rejected:
    """One form that is not written, as a pattern, and what is written instead."""

    pattern: re.Pattern[str]
    write: str


@dataclass(frozen=True)
class Forms:
    """The rejected forms of one language; `any` matches where one of them may stand: most texts are searched once."""

    forms: tuple[Rejected, ...]
    any: re.Pattern[str]


@dataclass(frozen=True)
class Terms:
    """The rejected forms and, per language, the small words that betray a text of the other one."""

    rejected: Mapping[str, Forms]
    leftovers: Mapping[str, frozenset[str]]


def load_terms(path: Path) -> Terms:
    """The lists of terms.yml; DefinitionFault for a key that nobody reads or a form without its better one."""
    file = read_yaml(path)
    data = file.data if isinstance(file.data, dict) else {}
    for key in ("rejected", "leftovers"):
        if not isinstance(data.get(key), dict):
            raise _fault(file, key, "is missing.", f"Write '{key}:' with a list for each language.", key)
    rejected = {}
    for language, listed in data["rejected"].items():
        forms = tuple(one for n, raw in enumerate(listed) for one in _rejected(file, raw, language, n))
        rejected[language] = Forms(forms, re.compile("|".join(one.pattern.pattern for one in forms), re.IGNORECASE))
    return Terms(rejected, {language: frozenset(str(words).split()) for language, words in data["leftovers"].items()})


def _rejected(file: YamlFile, raw: object, language: str, number: int) -> Iterator[Rejected]:
    at = ("rejected", language, number)
    if (
        not isinstance(raw, dict)
        or not raw.get("avoid")
        or not raw.get("write")
        or set(raw) - {"avoid", "write", "exactly"}
    ):
        raise _fault(file, language, "a form needs 'avoid' and 'write'.", "Write {avoid: […], write: …}.", *at)
    for form in raw["avoid"]:
        words = re.escape(str(form)).replace(r"\*", r"\w*").replace(r"\ ", r"[\s\u00a0]+").replace("’", "['’]")
        flags = re.NOFLAG if raw.get("exactly") else re.IGNORECASE
        yield Rejected(re.compile(rf"(?<![\w-]){words}(?![\w-])", flags), str(raw["write"]))


def _fault(file: YamlFile, name: str, problem: str, mend: str, *at: str | int) -> DefinitionFault:
    return DefinitionFault(str(file.path), file.line(*at), name, problem, mend)


def terms(text: Text, rules: Terms, known: Names) -> Iterator[str]:
    """A fault for each rejected form in `text`; official names are left alone."""
    rejected = rules.rejected.get(text.language)
    if rejected is None or not rejected.any.search(text.text):
        return
    told = masked(text.text, text.language, known)
    for one in rejected.forms:
        found = one.pattern.search(told)
        if found:
            yield text.told(f"{found[0]!r} is a rejected form. Write: {one.write}.")
