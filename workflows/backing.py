"""Where the guide itself takes what it says of a question: the sources of its rules and of the cards beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import islice

from workflows.background import Background
from workflows.phrases import Literal, Phrase, Words, phrase
from workflows.schema import Definitions, GapRule
from workflows.sources import Source

MOST = 3
"""Sources told of one question, those of the rules first."""
_OWN = "guide"  # a working rule of this guide: told only where nothing else is


def sources_of(
    definitions: Definitions, sources: Mapping[str, Source], background: Background
) -> Callable[[str], tuple[Words, ...]]:
    """What gives the sources of a question by its path, as they are cited; none for a question without any."""

    def found(path: str) -> tuple[Words, ...]:
        rules = [gap for step in definitions.steps for gap in step.gaps if path in _questions(gap)]
        names = dict.fromkeys(name for gap in rules for name in gap.sources)
        cited = [_cited(sources[name]) for name in names if name != _OWN]
        cards = dict.fromkeys(name for card in background.at(path) for name in card.sources)
        told = (*cited, *(Phrase(f"background.sources.{name}") for name in cards))
        own = (Phrase(f"{sources[_OWN].words}.title"),) if _OWN in names or definitions.question(path).group else ()
        return tuple(islice(told, MOST)) or own

    return found


def _questions(gap: GapRule) -> tuple[str, ...]:
    settings = (gap.settings.get(key) for key in ("question", "records"))
    return (gap.mend, *gap.facts, *(path for path in settings if isinstance(path, str)))


def _cited(source: Source) -> Words:
    name = "year" if source.year else "seen"
    return phrase(
        f"documents.evidence.sources.{name}",
        title=Phrase(f"{source.words}.title"),
        year=Literal(source.year or source.seen),
    )
