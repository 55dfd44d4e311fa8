"""Free text → the resources that fit, in the reader's words. Stems (snowball) and forgiven typos (rapidfuzz); nothing
is stored.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

import snowballstemmer
from rapidfuzz import fuzz, process

from workflows.catalogue import Catalogue
from workflows.cleaning import fold
from workflows.wording import LANGUAGES, Phrasebook

_STEMMERS = {"en": "english", "fr": "french"}
_LEAST = 0.35  # of the question's weight: below it nothing is offered, rather than something that does not fit
_CLOSE = 80  # rapidfuzz's percentage for "the same word, mistyped"
_SMALL_WORDS = """
a about an and are at be by can do does for from have how i in is it of on or our should the there to us
we what when where which who why with you your au aux avec ce ces cette comment dans de des du elle en
est et faut il je la le les leur mais mon ne nos notre nous on ou par pas peut plus pour que quel quelle
quels qui quoi sa ses son sont sur ta un une vos votre vous y d l s n qu
"""
_SMALL = frozenset(_SMALL_WORDS.split())


class Search:
    """An index of titles, summaries, notes, publishers, themes and glossary terms, built once at start-up."""

    def __init__(self, catalogue: Catalogue, book: Phrasebook) -> None:
        self._stem = {language: snowballstemmer.stemmer(name) for language, name in _STEMMERS.items()}
        self._weights: dict[str, dict[str, float]] = {}
        self._spelled: dict[str, str] = {}  # every known word as it is spelled → its stem
        for resource in catalogue.resources:
            words: dict[str, float] = {}
            for language in LANGUAGES:
                texts = (
                    (str(book.words[language].get(f"{resource.words}.title", "")), 3.0),
                    (str(book.words[language].get(f"{resource.words}.summary", "")), 1.0),
                    (resource.publisher.get(language, ""), 1.0),
                    (" ".join(str(book.words[language].get(f"topics.themes.{t}", "")) for t in resource.themes), 1.5),
                )
                for text, weight in texts:
                    for word, stem in zip(_words(text), self._stems(text, language), strict=True):
                        words[stem] = max(words.get(stem, 0.0), weight)
                        self._spelled[word] = stem
            self._weights[resource.id] = words
        spread = Counter(stem for words in self._weights.values() for stem in words)
        self._rare = {stem: math.log(1 + len(self._weights) / seen) for stem, seen in spread.items()}
        self._vocabulary = list(self._spelled)

    def find(self, text: str, language: str, most: int = 8) -> list[tuple[str, float]]:
        """(resource id, score) best first, at most `most`; empty when nothing fits."""
        stems = self._understood(text[:300], language)
        if not stems:
            return []
        asked = sum(self._rare.get(stem, 4.0) for stem in stems)
        scores = []
        for name, words in self._weights.items():
            met = [stem for stem in stems if stem in words]
            share = sum(self._rare[stem] for stem in met) / asked
            if met and share >= _LEAST:
                scores.append((name, share * (1 + sum(words[stem] for stem in met) / (3 * len(met)))))
        return sorted(scores, key=lambda item: (-item[1], item[0]))[:most]

    def _stems(self, text: str, language: str) -> list[str]:
        stems: list[str] = self._stem[language].stemWords(_words(text))
        return stems

    def _understood(self, text: str, language: str) -> Sequence[str]:
        """The stems of a question; a mistyped word is taken for the known one that it is closest to."""
        stems = []
        for word, stem in zip(_words(text), self._stems(text, language), strict=True):
            if stem not in self._rare and len(word) >= 4 and word.isalpha():
                close = process.extractOne(word, self._vocabulary, scorer=fuzz.ratio, score_cutoff=_CLOSE)
                stem = self._spelled[close[0]] if close else stem
            stems.append(stem)
        return list(dict.fromkeys(stems))


def _words(text: str) -> list[str]:
    """The words of a text that say something, folded."""
    words = "".join(sign if sign.isalnum() else " " for sign in fold(text)).split()
    return [word for word in words if word not in _SMALL and len(word) > 1]
