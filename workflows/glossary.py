"""The terms of the field in both languages: by letter, by a typed word, and those that occur in a question's words.

Built once at start-up from content/*/glossary.yml. It knows no card and no project; nothing that is looked up is kept.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz

from workflows.cleaning import fold
from workflows.languages import LANGUAGES
from workflows.schema import Definitions, Question
from workflows.wording import Phrasebook

MOST = 8
_CLOSE = 80  # rapidfuzz's percentage for "the same word, mistyped"
_LONGEST = 120  # characters of a typed text that are looked at
_LETTERS = re.compile(r"[a-z]-[a-z]")
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


class Glossary:
    """Every term, in the order of the file; `in` asks for an id."""

    def __init__(self, book: Phrasebook, definitions: Definitions) -> None:
        self._terms = {term.id: term for term in _terms(book)}
        self._ordered = {
            language: sorted(self._terms.values(), key=lambda term: (fold(term.names[language]), term.id))
            for language in LANGUAGES
        }
        self._starts = {language: self._index(language) for language in LANGUAGES}
        self._asked = {
            (question.path, language): self._of_question(book, question, language)
            for question in definitions.everything()
            if not question.parent
            for language in LANGUAGES
        }

    def __contains__(self, name: str) -> bool:
        return name in self._terms

    def __getitem__(self, name: str) -> Term:
        return self._terms[name]

    def __iter__(self) -> Iterator[Term]:
        return iter(self._terms.values())

    def __len__(self) -> int:
        return len(self._terms)

    def letters(self, language: str) -> tuple[str, ...]:
        """The alphabet in at most eight spans ("a-c"), each with about as many terms as the next."""
        share = len(self._terms) / MOST
        counted = Counter(_initial(term, language) for term in self._ordered[language])
        spans: list[str] = []
        first, last, held = "", "", 0
        for letter, count in counted.items():
            if held and held + count - share > share - held and len(spans) < MOST - 1:
                spans.append(f"{first}-{last}")
                first, held = "", 0
            first, last, held = first or letter, letter, held + count
        return (*spans, f"{first}-{last}") if first else ()

    def between(self, span: str, language: str) -> tuple[Term, ...]:
        """The terms whose first letter lies in a span, in alphabetical order."""
        return tuple(term for term in self._ordered[language] if span[0] <= _initial(term, language) <= span[-1])

    def find(self, text: str, language: str) -> tuple[str, ...]:
        """The ids of the terms that a typed text means, in either language, best first, at most eight."""
        typed = fold(text[:_LONGEST]).strip(" ?!.")
        if not any(sign.isalnum() for sign in typed):
            return ()
        named = {name for there in LANGUAGES for _, name in self._occurring(text[:_LONGEST], there)}
        scores = []
        for term in self._terms.values():
            score = max(_likeness(typed, term, there) + (there == language) for there in LANGUAGES)
            score = max(score, 85.0 if term.id in named else 0.0)
            if score >= _CLOSE:
                scores.append((-score, len(term.names[language]), term.id))
        return tuple(name for _, _, name in sorted(scores)[:MOST])

    def in_question(self, path: str, language: str) -> tuple[str, ...]:
        """The ids of the terms that the question's words hold in this language, at most eight; none for a group."""
        return self._asked.get((path, language), ())

    def _index(self, language: str) -> dict[str, list[tuple[Tokens, str]]]:
        """First word → the terms that begin with it, the longest ones first."""
        starts: dict[str, list[tuple[Tokens, str]]] = {}
        for term in self._terms.values():
            for variant in term.variants(language):
                tokens = _tokens(variant, language)
                if tokens:
                    starts.setdefault(tokens[0], []).append((tokens, term.id))
            if short := term.shorts.get(language):
                starts.setdefault(short, []).append(((short,), term.id))
        for found in starts.values():
            found.sort(key=lambda item: -len(item[0]))
        return starts

    def _occurring(self, text: str, language: str) -> Iterator[tuple[int, str]]:
        """(place, id) of each term in a text; at one place the longest wins, and a short form keeps its capitals."""
        spelled = _WORDS.findall(text)
        plain = [_singular(fold(word), language) for word in spelled]
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

    def _of_question(self, book: Phrasebook, question: Question, language: str) -> tuple[str, ...]:
        weights: dict[str, float] = {}
        for weight, text in _spoken(book, question, language):
            for _, name in self._occurring(text, language):
                term = self._terms[name]
                if term.explained or term.shorts or " " in term.names[language]:  # an everyday word explains nothing
                    weights[name] = max(weights.get(name, 0.0), weight + (0.5 if term.explained else 0.0))
        return tuple(sorted(weights, key=lambda name: -weights[name])[:MOST])


def is_span(text: str) -> bool:
    """True when `text` is two letters that can bound a part of the alphabet."""
    return bool(_LETTERS.fullmatch(text)) and text[0] <= text[-1]


def _terms(book: Phrasebook) -> Iterator[Term]:
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


def _spoken(book: Phrasebook, question: Question, language: str) -> Iterator[tuple[float, str]]:
    """The texts of a question with their weight: what is asked counts more than why, and an example least."""
    weights = {"label": 3.0, "ask": 3.0, "why": 2.0, "example": 1.0}
    keys = [(weight, f"{question.words}.{part}") for part, weight in weights.items()]
    keys += [(2.5, question.option_key(option)) for option in question.options]
    keys += [(2.5, f"{part.words}.{name}") for part in question.fields for name in ("label", "ask")]
    for weight, key in keys:
        text = book.words[language].get(key)
        if isinstance(text, str):
            yield weight, text


def _likeness(typed: str, term: Term, language: str) -> float:
    """How well a typed text names this term, in hundredths."""
    best = 0.0
    for variant in (*term.variants(language), term.shorts.get(language, "")):
        name = fold(variant)
        if not name:
            continue
        if typed == name:
            return 100.0
        if len(typed) > 1 and name.startswith(typed):
            best = max(best, 94.0)
        elif len(typed) > 2 and f" {typed}" in name:
            best = max(best, 90.0)
        elif len(typed) > 3:
            alike = fuzz.ratio(typed, name)
            best = max(best, alike if alike < _CLOSE else _CLOSE + (alike - _CLOSE) / 4)
    return best


def _initial(term: Term, language: str) -> str:
    return fold(term.names[language])[0]


def _tokens(text: str, language: str) -> Tokens:
    return tuple(_singular(fold(word), language) for word in _WORDS.findall(text))


def _singular(word: str, language: str) -> str:
    """A rough singular, the same for a term and for a text: enough to find "action plans" and « plans d’action »."""
    if len(word) < 4 or word.endswith("ss"):
        return word
    if language == "en" and word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-1] if word[-1] == "s" or (language == "fr" and word[-1] == "x") else word
