"""The keys that a card speaks with, those inside other phrases included."""

from __future__ import annotations

from collections.abc import Iterator

from workflows.phrases import Lines, Phrase, Words
from workflows.screens import Screen


def spoken_keys(screen: Screen, *besides: Words | None) -> frozenset[str]:
    """Every key of a card, and of what is said besides."""
    labels = (button.label for button in screen.buttons())
    return frozenset(_keys((*besides, screen.title, *screen.body, *labels)))


def _keys(words: object) -> Iterator[str]:
    if isinstance(words, Phrase):
        yield words.key
        for value in words.params.values():
            yield from _keys(value)
    elif isinstance(words, Lines):
        yield from _keys(words.items)
    elif isinstance(words, tuple):
        for one in words:
            yield from _keys(one)
