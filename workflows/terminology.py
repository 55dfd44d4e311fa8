"""The terms of the field in both languages, and where they occur in a text. It knows no question, no card and no
document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from workflows.cleaning import fold
from workflows.languages import LANGUAGES
from workflows.wording import Phrasebook

_WORDS = re.compile(r"[^\W_]+")
_ASIDE = re.compile(r"\([^)]*\)")

Tokens = tuple[str, ...]


@dataclass(frozen=True)
class Term:
    """One term: its name and its short form per language, and whether its meaning is written down.

    An everyday word ("meeting") has a note instead: its own card shows it, but no question offers it for that.
    """

    id: str
    names: Mapping[str, str]
    shorts: Mapping[str, str]
    explained: bool
    noted: bool = False

    def variants(self, language: str) -> tuple[str, ...]:
        """The name without what stands in brackets, each of two forms by itself ("nouvelle arrivante", "nouvel
        arrivant").
        """
        plain = _ASIDE.sub("", self.names[language]).removeprefix("to ")
        return tuple(part.strip() for part in plain.split(", ") if part.strip())


class Occurrences:
    """Finds terms in texts; built once from all of them."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self._starts = {language: _index(terms, language) for language in LANGUAGES}

    def within(self, text: str, language: str) -> Iterator[tuple[int, str]]:
        """(place, id) of each term in a text; at one place the longest wins, and a short form keeps its capitals."""
        spelled = _WORDS.findall(text)
        plain = [_form(word, language) for word in spelled]
        starts, at = self._starts[language], 0
        while at < len(spelled):
            found = next(
                (
                    (len(tokens), name)
                    for key in (plain[at], spelled[at], spelled[at].removesuffix("s"))
                    for tokens, name in starts.get(key, ())
                    if tokens == (key,) or tokens == tuple(plain[at : at + len(tokens)])
                ),
                None,
            )
            if found and not (found[0] == 1 and at and spelled[at - 1].isdigit()):  # "90 minutes" is no paper
                yield at, found[1]
                at += found[0]
            else:
                at += 1


def terms_of(book: Phrasebook) -> Iterator[Term]:
    """Every term of content/*/glossary.yml that both languages name, in the order of the file."""
    for key, _ in book.under("glossary", LANGUAGES[0]):
        base, _, part = key.rpartition(".")
        if part == "term":
            names = {language: str(book.words[language].get(key, "")) for language in LANGUAGES}
            shorts = {language: str(book.words[language].get(f"{base}.short", "")) for language in LANGUAGES}
            if all(names.values()):
                yield Term(
                    base.partition(".")[2],
                    names,
                    {k: v for k, v in shorts.items() if v},
                    explained=book.has(f"{base}.meaning"),
                    noted=book.has(f"{base}.note"),
                )


@lru_cache(maxsize=4)
def _known(book: Phrasebook) -> tuple[Mapping[str, Term], Occurrences]:
    terms = tuple(terms_of(book))
    return {term.id: term for term in terms}, Occurrences(terms)


def explained_in(
    book: Phrasebook, text: str, language: str, more: Set[str] = frozenset(), less: Set[str] = frozenset()
) -> tuple[Term, ...]:
    """The terms of a text whose meaning is written down, each once, in alphabetical order of this language; `more` ids
    are told in any case, `less` never.
    """
    terms, occurrences = _known(book)
    used = {name for _, name in occurrences.within(text, language) if terms[name].explained}
    found = (used | more) - less
    return tuple(sorted((terms[name] for name in found), key=lambda term: (fold(term.names[language]), term.id)))


def _index(terms: Sequence[Term], language: str) -> dict[str, list[tuple[Tokens, str]]]:
    """First word → the terms that begin with it, the longest ones first."""
    starts: dict[str, list[tuple[Tokens, str]]] = {}
    for term in terms:
        for variant in term.variants(language):
            tokens = _tokens(variant, language)
            if tokens:
                starts.setdefault(tokens[0], []).append((tokens, term.id))
        if short := term.shorts.get(language):
            starts.setdefault(short, []).append(((short,), term.id))
    for found in starts.values():
        found.sort(key=lambda item: -len(item[0]))
    return starts


def _tokens(text: str, language: str) -> Tokens:
    return tuple(_form(word, language) for word in _WORDS.findall(text))


@lru_cache(maxsize=8192)
def _form(word: str, language: str) -> str:
    """A word as it is looked for; a document says the same few thousand words again and again."""
    return _singular(fold(word), language)


def _singular(word: str, language: str) -> str:
    """A rough singular, the same for a term and for a text: enough to find "action plans" and « plans d’action »."""
    if len(word) < 4 or word.endswith("ss"):
        return word
    if language == "en" and word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-1] if word[-1] == "s" or (language == "fr" and word[-1] == "x") else word
