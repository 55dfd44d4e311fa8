"""The step that a text points at, by the words of its title and of its questions: what to offer when nothing fits."""

from __future__ import annotations

import math
from collections import Counter, defaultdict

from workflows.languages import LANGUAGES
from workflows.lexicon import Lexicon, split
from workflows.wording import Phrasebook


class Nearest:
    """An index of the steps' own words, built once at start-up. The first step (the profile) has no resources."""

    def __init__(self, steps: tuple[str, ...], lexicon: Lexicon, book: Phrasebook) -> None:
        self._lexicon = lexicon
        self._steps = steps[1:]
        held: dict[str, set[str]] = defaultdict(set)
        for step in self._steps:
            for language in LANGUAGES:
                for key, told in book.under(f"steps.{step}", language):
                    if key.endswith((".title", ".label", ".ask")):
                        held[step].update(self._tokens(str(told), language))
        spread = Counter(token for tokens in held.values() for token in tokens)
        self._weights = {
            step: {token: math.log((1 + len(self._steps)) / spread[token]) for token in tokens}
            for step, tokens in held.items()
        }

    def step(self, text: str) -> str:
        """The id of the nearest step, or an empty text when no word points anywhere."""
        tokens = {token for language in LANGUAGES for token in self._tokens(text, language)}
        scores = {step: sum(known.get(token, 0.0) for token in tokens) for step, known in self._weights.items()}
        best = max(self._steps, key=lambda step: scores.get(step, 0.0), default="")
        return best if scores.get(best, 0.0) > 0 else ""

    def _tokens(self, text: str, language: str) -> set[str]:
        said = [word for word in split(text) if self._lexicon.says(word, language)]
        return {f"{language}:{stem}" for stem in self._lexicon.stems.of(said, language)}
