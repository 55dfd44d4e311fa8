"""Free text → the resources that fit, in the reader's words: ideas and stems of both languages, forgiven typos, and
nothing where nothing fits. Ranking and its figures: docs/decisions/0014 and docs/search.md. Nothing is stored.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from workflows.catalogue import Catalogue, Resource
from workflows.languages import LANGUAGES
from workflows.lexicon import Lexicon, phrases, split
from workflows.nearest import Nearest
from workflows.personal import Personal
from workflows.wording import Phrasebook

LONGEST, MOST_WORDS = 300, 20
"""Signs and words of a text that are looked at: a question is shorter, and a pasted page would ask for everything."""

_NOT_AT_HOME = frozenset({
    "asylum_claimant", "childcare", "claim", "client", "goal", "grant", "interpretation", "internship",
    "labour_shortage", "mandate", "meeting", "mentoring", "mobility", "organization", "permanent_resident",
    "retention", "status", "timeline", "vision", "volunteer",
})  # fmt: skip
_AT_HOME = frozenset({
    "lip", "zip", "rif", "ircc", "fcfa", "council", "holder", "agreement", "tor", "quorum", "working_group",
    "strategy", "action_plan", "outcome", "output", "indicator", "logic_model", "needs", "welcoming", "newcomers",
    "refugees", "francophone", "official_languages", "language_clause", "part_vii", "active_offer", "referral",
    "settlement", "inclusion", "coalition", "indigenous", "collective_impact", "racism", "small_centre", "by_and_for",
    "conflict", "chair", "term", "amend", "adopt", "recruit",
})  # fmt: skip
"""Ideas that show that a question is about the work of a partnership, beside the terms of the glossary without those
of everyday life: then a word that nobody knows matters less.
"""

_COVERED, _COVERED_AT_HOME = 0.62, 0.15  # of what was asked, by weight, a resource must speak of at least
_LEAST, _LEAST_AT_HOME = 0.32, 0.2  # the least score that is an answer
_TITLE, _TERMS, _SAYS, _AROUND = 3.0, 3.0, 1.5, 1.0  # how much a word counts by where it stands
_SATURATION = 1.2
_OTHER_LANGUAGE, _SYNONYM, _INSIDE, _MISTYPED = 0.9, 0.8, 0.6, 0.85
_UNKNOWN = 1.25  # a word that no resource knows weighs more than the rarest one that some do
_BY_PASSAGE = 0.5  # how much the one best sentence counts against the whole


@dataclass(frozen=True)
class _Asked:
    """One idea of a question: the tokens that would meet it with how well they do, and what it weighs."""

    tokens: tuple[tuple[str, float], ...]
    weight: float


class Search:
    """An index of titles, summaries, what each resource says and what people ask about it, built once at start-up."""

    def __init__(self, catalogue: Catalogue, book: Phrasebook, steps: tuple[str, ...] = ()) -> None:
        self._lexicon = Lexicon(book)
        self._nearest = Nearest(steps, self._lexicon, book)
        self._personal = Personal(book, self._lexicon.stems)
        self._postings: dict[str, dict[int, float]] = defaultdict(dict)  # token → resource → how much it speaks of it
        self._passages: dict[str, list[int]] = defaultdict(list)  # token → sentences that hold it
        self._ids = [resource.id for resource in catalogue.resources]
        self._owner: list[int] = []
        held: list[frozenset[str]] = []
        for number, resource in enumerate(catalogue.resources):
            counted: dict[str, float] = defaultdict(float)
            for text, language, weight in _texts(resource, book):
                tokens = self._lexicon.tokens(text, language)
                for token in tokens:
                    counted[token] += weight
                self._owner.append(number)
                held.append(frozenset(tokens))
            for token, weight in counted.items():
                self._postings[token][number] = weight / (weight + _SATURATION)
        self._rare = {token: math.log(1 + len(self._ids) / len(found)) for token, found in self._postings.items()}
        terms = {key.split(".")[1] for key, _ in book.under("glossary", LANGUAGES[0])}
        self._at_home = frozenset(f"#{name}" for name in (terms - _NOT_AT_HOME) | _AT_HOME)
        self._unknown = _UNKNOWN * math.log(1 + len(self._ids))
        self._mass = []
        for sentence, tokens_held in enumerate(held):
            self._mass.append(sum(self._rare[token] for token in tokens_held) or 1.0)
            for token in tokens_held:
                self._passages[token].append(sentence)
        self._alike: dict[tuple[str, int], list[str]] = defaultdict(list)  # by first letter and length
        for word in sorted(self._lexicon.spelled):
            self._alike[word[0], len(word)].append(word)
        self._spelled = frozenset(self._lexicon.spelled)
        self._lexicon.stems.learning = False

    def is_personal(self, text: str) -> bool:
        """True for a question about one person's own life: no resource answers it."""
        return self._personal.asks(text[:LONGEST])

    def nearest_step(self, text: str) -> str:
        """The step whose own words are nearest to a text that no resource fits, or an empty text."""
        return self._nearest.step(text[:LONGEST])

    def find(self, text: str, language: str, most: int = 8) -> list[tuple[str, float]]:
        """(resource id, score) best first, at most `most`; empty when nothing fits. `language` is the reader's."""
        if self.is_personal(text):
            return []
        asked = list(self._asked(text[:LONGEST], language))
        total = sum(one.weight for one in asked)
        at_home = any(token in self._at_home for one in asked for token, _ in one.tokens)
        least_covered, least = (_COVERED_AT_HOME, _LEAST_AT_HOME) if at_home else (_COVERED, _LEAST)
        if not total:
            return []
        whole: dict[int, float] = defaultdict(float)
        covered: dict[int, float] = defaultdict(float)
        sentences: dict[int, float] = defaultdict(float)
        shared: dict[int, float] = defaultdict(float)
        for one in asked:
            best: dict[int, float] = {}
            said: dict[int, float] = {}
            for token, well in one.tokens:
                for number, much in self._postings.get(token, {}).items():
                    best[number] = max(best.get(number, 0.0), well * much)
                for sentence in self._passages.get(token, ()):
                    said[sentence] = max(said.get(sentence, 0.0), well)
                    shared[sentence] += self._rare[token]
            for number, much in best.items():
                whole[number] += one.weight * much
                covered[number] += one.weight * (1.0 if much > 0.3 else much)
            for sentence, well in said.items():
                sentences[sentence] += one.weight * well
        close: dict[int, float] = defaultdict(float)
        for sentence, met in sentences.items():
            fit = met / total * min(1.0, shared[sentence] / self._mass[sentence]) ** 0.5
            owner = self._owner[sentence]
            close[owner] = max(close[owner], fit)
        scores = [
            (self._ids[number], round((1 - _BY_PASSAGE) * much / total + _BY_PASSAGE * close[number], 4))
            for number, much in whole.items()
            if covered[number] / total >= least_covered
        ]
        fitting = [(name, score) for name, score in scores if score >= least]
        return sorted(fitting, key=lambda item: (-item[1], item[0]))[:most]

    def _asked(self, text: str, language: str) -> Iterator[_Asked]:
        """The ideas of a question, each once. Small words say nothing unless they belong to a phrase."""
        words = split(text)[:MOST_WORDS]
        spoken = self._lexicon.language_of(words, language)
        words, slips = self._corrected(words, spoken)
        spans: dict[int, tuple[int, set[str]]] = {}
        stems = {other: self._lexicon.stems.of(words, other) for other in LANGUAGES}
        for other, table in self._lexicon.ideas.items():
            for start, end, met in table.spans(stems[other]):
                longest, known = spans.get(start, (0, set()))
                if end > longest:
                    spans[start] = (end, set(met))
                elif end == longest:
                    known.update(met)
        seen: set[frozenset[str]] = set()
        at = 0
        while at < len(words):
            end, names = spans.get(at, (at + 1, set()))
            inner = [number for number in range(at, end) if self._lexicon.says(words[number], spoken)]
            whole = end - at > 1
            tokens = {f"#{name}": 1.0 if whole else _SYNONYM for name in names}
            for number in inner:
                for other in LANGUAGES:
                    stem = f"{other}:{stems[other][number]}"
                    well = (1.0 if other == spoken else _OTHER_LANGUAGE) * (_INSIDE if whole else 1.0)
                    tokens[stem] = max(tokens.get(stem, 0.0), well)
            known_ones = {token: well for token, well in tokens.items() if token in self._rare}
            told = frozenset(known_ones) or frozenset(words[at:end])
            if (names or inner) and told not in seen:
                seen.add(told)
                slip = _MISTYPED if any(number in slips for number in range(at, end)) else 1.0
                weight = max((self._rare[token] for token in known_ones), default=self._unknown)
                yield _Asked(tuple((token, well * slip) for token, well in known_ones.items()), weight)
            at = end

    def _corrected(self, words: list[str], language: str) -> tuple[list[str], set[int]]:
        """The words with typing slips mended, and which ones those were."""
        mended, slips = [], set()
        for number, word in enumerate(words):
            if self._lexicon.says(word, language) and not self._knows(word) and len(word) > 4 and word.isalpha():
                close = self._closest(word)
                if close:
                    slips.add(number)
                    word = close
            mended.append(word)
        return mended, slips

    def _knows(self, word: str) -> bool:
        if word in self._spelled:
            return True
        return any(f"{one}:{self._lexicon.stems.of((word,), one)[0]}" in self._rare for one in LANGUAGES)

    def _closest(self, word: str) -> str:
        slips = 1 if len(word) < 9 else 2
        lengths = range(max(5, len(word) - slips), len(word) + slips + 1)
        near = [known for length in lengths for known in self._alike.get((word[0], length), ())]
        close = process.extract(word, near, scorer=OSA.distance, score_cutoff=slips)
        # Of several as close, the one with the same letters: a letter is left out or doubled more often than replaced.
        return max(close, key=lambda one: (-one[1], fuzz.ratio(word, one[0])))[0] if close else ""


def _texts(resource: Resource, book: Phrasebook) -> Iterator[tuple[str, str, float]]:
    """(text, language, weight) of everything that is said of a resource."""
    for language in LANGUAGES:
        words = book.words[language]
        yield str(words.get(f"{resource.words}.title", "")), language, _TITLE
        for phrase in phrases(str(words.get(f"search.terms.{resource.id}", ""))):
            yield phrase, language, _TERMS
        yield str(words.get(f"answers.{resource.id}", "")), language, _SAYS
        yield str(words.get(f"{resource.words}.summary", "")), language, _SAYS
        around = [resource.publisher.get(language, ""), resource.year]
        around += [str(words.get(f"topics.themes.{theme}", "")) for theme in resource.themes]
        yield " ".join(around), language, _AROUND
        yield str(words.get(f"topics.kinds.{resource.kind}", "")), language, _SAYS
