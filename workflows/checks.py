"""What `lip-guide check` looks at: definitions, words and templates as a whole. Each fault is one line: file, line, id,
the mend.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

from workflows.actions import LISTED_COMMANDS
from workflows.cards.drafts import formats
from workflows.catalogue import Catalogue
from workflows.errors import Fault
from workflows.indicators import Library
from workflows.knowledge import CONTENT, DEFINITIONS, Knowledge, load_knowledge
from workflows.languages import FALLBACK, LANGUAGES
from workflows.proofreading import measure, proofread
from workflows.readiness import WORDS as READINESS_WORDS
from workflows.schema import Definitions, Question
from workflows.template_check import check_templates
from workflows.wording import PLACEHOLDER, Leaf, Phrasebook

_FREE = (
    "keywords.", "advice.card.", "documents.", "gallery.", "interface.", "glossary.", "topics.", "francophone.",
    "glossary_cards.", "then_and_now.", "readiness.", "measuring.", "deck.", "seats.", "background.", "context.",
    "starters.", "search.", "finding.", "letterhead.", "parity.", "versions.", "people.",
)  # fmt: skip
"""Keys that no definition asks for one by one; their twins in the other language are still compared."""
_OPTIONAL = (".why", ".example", ".note", ".meaning", ".short")
_UNMATCHED = ("keywords.", "search.")  # words by which typed answers are recognised: each language has its own


def check(definitions: Path = DEFINITIONS, content: Path = CONTENT, cards: bool = True) -> list[str]:
    """Every fault found, as `file:line: id: what is wrong and how to mend it`; empty when all is well.

    Without `cards` no card is drawn to be measured, which takes about half of the time.
    """
    try:
        known = load_knowledge(definitions, content)
    except Fault as fault:
        return [str(fault)]
    except ValueError as collision:
        return [f"{definitions}:1: {collision}"]
    found = [*_parity(known.book), *_complete(known.definitions, known.catalogue, known.library, known.book)]
    found += [*_named_besides(known), *check_templates(known.templates)]
    try:
        found += proofread(known, definitions)
        return found or (measure(known) if cards else [])  # they can be drawn only when every word is there
    except Fault as fault:
        return [*found, str(fault)]


def _parity(book: Phrasebook) -> Iterator[str]:
    """The same keys, placeholders and plural shapes in every language."""
    for here, there in permutations(LANGUAGES, 2):
        for key in book.words[here]:
            if key not in book.words[there]:
                yield _told(book, here, key, f"has no words in '{there}'. Write them under the same key.")
    for key, leaf in book.words[FALLBACK].items():
        for language in LANGUAGES[1:]:
            other = book.words[language].get(key)
            if other is None or key.startswith(_UNMATCHED):
                continue
            if isinstance(leaf, dict) != isinstance(other, dict):
                yield _told(book, language, key, "is a plural in one language only. Make both a plural or neither.")
            missing = _placeholders(leaf) ^ _placeholders(other)
            if missing:
                problem = f"{{{sorted(missing)[0]}}} stands in one language only. Use the same placeholders."
                yield _told(book, language, key, problem)


def _placeholders(leaf: Leaf) -> set[str]:
    """The placeholders of a text or of all plural forms; {n} may be left out of a form."""
    texts = leaf.values() if isinstance(leaf, dict) else (leaf,)
    return {name for text in texts for name in PLACEHOLDER.findall(text)} - ({"n"} if isinstance(leaf, dict) else set())


def _complete(definitions: Definitions, catalogue: Catalogue, library: Library, book: Phrasebook) -> Iterator[str]:
    """Every id of the definitions has its words, and no word is left over."""
    for language in LANGUAGES:
        if language not in LISTED_COMMANDS:
            yield f"workflows/actions.py:1: {language}: has no commands. List them in LISTED_COMMANDS."
    wanted = dict(_wanted(definitions, catalogue, library))
    for key, name in wanted.items():
        for language in LANGUAGES:
            if not book.has(key, language):
                yield f"content/{language}:1: {name}: has no words. Write '{key}'."
    for key in book.words[FALLBACK]:
        if key in wanted or key.startswith(_FREE):
            continue
        if not (
            key.endswith(_OPTIONAL) and any(f"{key.rpartition('.')[0]}.{part}" in wanted for part in ("ask", "title"))
        ):
            yield _told(book, FALLBACK, key, "belongs to no definition. Remove it, or correct its key.")


def _named_besides(known: Knowledge) -> Iterator[str]:
    """The words of facts, of their sources, and of what the gate before the first step can say."""
    wanted = [(f"{fact.words}.{part}", fact.id) for fact in known.facts for part in ("title", "then", "now")]
    sources = {name for fact in known.facts for name in fact.sources if known.catalogue.get(name) is None}
    wanted += [(f"then_and_now.sources.{name}", name) for name in sorted(sources)]
    wanted += [(f"readiness.{key}", key) for key in READINESS_WORDS]
    wanted += [*known.background.words(), *((hint.words, hint.id) for hint in known.context.hints)]
    wanted += [(one.key, one.id) for groups in known.starters.values() for one in groups.all()]
    sectors = known.definitions.lists["council_sectors"]
    wanted += [(f"seats.{part}.{one}", one) for one in sectors for part in ("who", "why", "short", "letters")]
    for key, name in wanted:
        for language in LANGUAGES:
            if not known.book.has(key, language):
                yield f"content/{language}:1: {name}: has no words. Write '{key}'."


def _wanted(definitions: Definitions, catalogue: Catalogue, library: Library) -> Iterator[tuple[str, str]]:
    for step in definitions.steps:
        yield f"{step.words}.title", step.id
        yield f"{step.words}.about", step.id
        for gap in step.gaps:
            yield from ((f"{gap.words}.{word}", gap.id) for word in ("title", "what", "why", "do"))
            yield from ((f"sources.{source}.title", source) for source in gap.sources)
    for name, options in definitions.lists.items():
        if name != "core_sectors":
            yield from ((f"lists.{name}.{option}", f"{name}.{option}") for option in options)
    for question in definitions.everything():
        yield from ((key, question.path) for key in _words_of(question))
    for resource in catalogue.resources:
        yield f"{resource.words}.title", resource.id
        yield f"{resource.words}.summary", resource.id
        yield f"answers.{resource.id}", resource.id
        yield f"search.terms.{resource.id}", resource.id
    yield from ((indicator.words, indicator.id) for indicator in library.indicators)
    yield from ((f"indicators.sources.{source}", source) for source in library.sources)
    yield from ((result.words, result.id) for result in library.results)
    for group in definitions.groups:
        yield f"interface.groups.{group}.title", group
    for document in definitions.documents:
        yield f"interface.documents.{document}.title", document
    for document in definitions.quick:
        yield from ((f"interface.documents.{document}.{word}", document) for word in ("quick", "make", "ready"))
    offered = sorted({kind for document in definitions.documents for kind in formats(document)})
    for language in LANGUAGES:
        yield f"interface.language.{language}", language
        yield from ((f"deck.buttons.{form}_{language}", language) for form in ("copy", "letter"))
        yield from ((f"interface.formats.{language}_{kind}", language) for kind in offered)
        yield f"interface.formats.all_{language}", language


def _words_of(question: Question) -> Iterator[str]:
    yield f"{question.words}.label"
    yield f"{question.words}.ask"
    if not question.list_name:
        yield from (question.option_key(option) for option in question.options)
    yield from (f"{question.words}.starters.{starter}" for starter in question.starters)
    if question.kind == "scale":
        yield f"{question.words}.poles.left"
        yield f"{question.words}.poles.right"
    if question.kind == "number" and not (question.year or question.percent or question.parent):
        yield f"{question.words}.unit"


def _told(book: Phrasebook, language: str, key: str, problem: str) -> str:
    file, line = book.places[language].get(key, (f"content/{language}", 1))
    return f"{file}:{line}: {key}: {problem}"
