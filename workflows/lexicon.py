"""Text → what it speaks of: stems of both languages, and ideas that several words share (the glossary's terms, their
synonyms and acronyms). It knows no resource, and no word of its own: small words and synonyms are in content/.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import snowballstemmer

from workflows.cleaning import fold
from workflows.languages import KNOWN, LANGUAGES
from workflows.wording import Phrasebook

_LONGEST = 7  # words of a phrase


def split(text: str) -> list[str]:
    """The words of a text: folded, without punctuation, elided articles apart."""
    return "".join(sign if sign.isalnum() else " " for sign in fold(text)).split()


def phrases(told: str) -> list[str]:
    """The phrases of an entry of content/…/search.yml."""
    return [phrase.strip() for phrase in told.split(";") if phrase.strip()]


class Stems:
    """Stems of both languages; each word of our own texts is stemmed once."""

    def __init__(self) -> None:
        self.learning = True  # while our own texts are read; words that people type are never remembered
        self._known: dict[str, dict[str, str]] = {language: {} for language in LANGUAGES}

    def of(self, words: Iterable[str], language: str) -> tuple[str, ...]:
        """The stem of each word."""
        known = self._known[language]
        stemmer = snowballstemmer.stemmer(KNOWN[language].stemmer)  # it has a state, and several threads may ask
        told = []
        for word in words:
            stem = known.get(word)
            if stem is None:
                stem = str(stemmer.stemWord(word))
                if self.learning:
                    known[word] = stem
            told.append(stem)
        return tuple(told)


@dataclass
class PhraseTable:
    """Phrases of one language by their stems; finds the longest ones in a text."""

    stems: Stems
    language: str
    names: dict[tuple[str, ...], set[str]] = field(default_factory=dict)

    def add(self, phrase: str, name: str) -> None:
        """Let `phrase` mean `name`."""
        key = self.stems.of(split(phrase), self.language)
        if 0 < len(key) <= _LONGEST:
            self.names.setdefault(key, set()).add(name)

    def spans(self, told: tuple[str, ...]) -> Iterator[tuple[int, int, frozenset[str]]]:
        """(first word, word after the last, names) of the longest phrases among the stems of a text, left to right and
        none inside another.
        """
        at = 0
        while at < len(told):
            for end in range(min(len(told), at + _LONGEST), at, -1):
                if found := self.names.get(told[at:end]):
                    yield at, end, frozenset(found)
                    at = end
                    break
            else:
                at += 1


class Lexicon:
    """What words mean to the search: built once from the words of both languages."""

    def __init__(self, book: Phrasebook) -> None:
        self.stems = Stems()
        self.small = {language: frozenset(split(_entry(book, "search.small", language))) for language in LANGUAGES}
        self.ideas = {language: PhraseTable(self.stems, language) for language in LANGUAGES}
        self.spelled: set[str] = set()
        for language in LANGUAGES:
            for key, told in book.under("search.concepts", language):
                for phrase in phrases(str(told)):
                    self._mean(language, phrase, key.rpartition(".")[2])
            for key, term in book.under("glossary", language):
                if key.endswith((".term", ".short")):
                    self._mean(language, str(term), key.split(".")[1])

    def _mean(self, language: str, phrase: str, idea: str) -> None:
        self.ideas[language].add(phrase, idea)
        self.spelled.update(word for word in split(phrase) if self.says(word, language))

    def tokens(self, text: str, language: str) -> list[str]:
        """What a text of our own speaks of: `en:stem` or `fr:stem` for a word, `#name` for an idea."""
        words = split(text)
        said = [word for word in words if self.says(word, language)]
        self.spelled.update(said)
        found = [f"{language}:{stem}" for stem in self.stems.of(said, language)]
        spans = self.ideas[language].spans(self.stems.of(words, language))
        found += [f"#{name}" for _, _, names in spans for name in sorted(names)]
        return found

    def says(self, word: str, language: str) -> bool:
        """True for a word that is worth looking up in a text of this language."""
        return word not in self.small[language] and (len(word) > 1 or word.isdigit())

    def language_of(self, words: list[str], reader: str) -> str:
        """The language that a text seems to be in, by its small words; the reader's own when they do not tell."""
        met = {language: sum(word in self.small[language] for word in words) for language in LANGUAGES}
        return max(LANGUAGES, key=lambda language: (met[language], language == reader))


def _entry(book: Phrasebook, key: str, language: str) -> str:
    return str(book.words[language].get(key, ""))
