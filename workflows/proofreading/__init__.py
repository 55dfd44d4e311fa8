"""Reading what somebody wrote as an editor would: terms, names, language, length of sentences, dead words, addresses,
and what fits in Telegram. Each finding is one line with file, line and the mend. It changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from workflows import typography
from workflows.knowledge import Knowledge
from workflows.proofreading.addresses import addresses
from workflows.proofreading.examples import examples
from workflows.proofreading.leftovers import leftovers
from workflows.proofreading.lengths import card_lengths, lengths
from workflows.proofreading.names import Names, load_names, names
from workflows.proofreading.publishers import publishers
from workflows.proofreading.sentences import sentences
from workflows.proofreading.sources import read_sources
from workflows.proofreading.terms import Terms, load_terms, terms
from workflows.proofreading.texts import BOTH, Text, printed, spoken
from workflows.proofreading.usage import dead_keys, missing_keys


def proofread(known: Knowledge, definitions: Path) -> list[str]:
    """Every fault of the words and templates of `known`; the word lists are read from the folder `definitions`.

    Raises DefinitionFault when names.yml, terms.yml or resources.yml cannot be read.
    """
    official, rules = load_names(definitions / "names.yml"), load_terms(definitions / "terms.yml")
    found: dict[str, None] = {}
    for text in (*spoken(known.book), *printed(known.templates)):
        found.update(dict.fromkeys(_faults(text, official, rules)))
    for text in publishers(definitions / "resources.yml"):
        found.update(dict.fromkeys(names(text, official)))
    sources = read_sources()
    return [
        *found,
        *lengths(known.book),
        *addresses(definitions / "resources.yml", known.book),
        *dead_keys(known.book, known.definitions, definitions, sources),
        *missing_keys(known.book, sources),
    ]


def measure(known: Knowledge) -> list[str]:
    """Every card that is too long with sample answers, and every example that the guide would not take.

    Raises ContentFault when a card lacks a word.
    """
    return [*card_lengths(known), *examples(known)]


def _faults(text: Text, official: Names, rules: Terms) -> Iterator[str]:
    if text.key in BOTH:
        return
    if text.language == "fr":
        yield from (text.told(f"{rule}. Correct the text.") for rule in typography.faults(text.text))
    yield from names(text, official)
    yield from terms(text, rules, official)
    yield from leftovers(text, rules, official)
    yield from sentences(text)
