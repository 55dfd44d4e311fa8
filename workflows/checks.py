"""What `lip-guide check` looks at: definitions, words and templates as a whole. Each fault is one line: file, line, id,
the mend.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from workflows import typography
from workflows.catalogue import Catalogue
from workflows.errors import Fault
from workflows.knowledge import CONTENT, DEFINITIONS, load_knowledge
from workflows.schema import Definitions, Question
from workflows.template_check import check_templates
from workflows.wording import LANGUAGES, PLACEHOLDER, Leaf, Phrasebook

_FREE = ("keywords.", "documents.", "interface.", "glossary.", "topics.")
"""Keys that no definition asks for one by one; their twins in the other language are still compared."""
_OPTIONAL = (".why", ".example", ".note", ".meaning", ".short")
_UNMATCHED = ("keywords.",)  # words by which typed answers are recognised: each language has its own


def check(definitions: Path = DEFINITIONS, content: Path = CONTENT) -> list[str]:
    """Every fault found, as `file:line: id: what is wrong and how to mend it`; empty when all is well."""
    try:
        known = load_knowledge(definitions, content)
    except Fault as fault:
        return [str(fault)]
    except ValueError as collision:
        return [f"{definitions}:1: {collision}"]
    found = [*_parity(known.book), *_complete(known.definitions, known.catalogue, known.book), *_french(known.book)]
    return [*found, *check_templates(known.templates)]


def _parity(book: Phrasebook) -> Iterator[str]:
    """The same keys, placeholders and plural shapes in both languages."""
    for here, there in (("en", "fr"), ("fr", "en")):
        for key in book.words[here]:
            if key not in book.words[there]:
                yield _told(book, here, key, f"has no words in '{there}'. Write them under the same key.")
    for key, leaf in book.words["en"].items():
        other = book.words["fr"].get(key)
        if other is None or key.startswith(_UNMATCHED):
            continue
        if isinstance(leaf, dict) != isinstance(other, dict):
            yield _told(book, "fr", key, "is a plural in one language only. Make both a plural or neither.")
        missing = _placeholders(leaf) ^ _placeholders(other)
        if missing:
            yield _told(
                book, "fr", key, f"{{{sorted(missing)[0]}}} stands in one language only. Use the same placeholders."
            )


def _placeholders(leaf: Leaf) -> set[str]:
    """The placeholders of a text or of all plural forms; {n} may be left out of a form."""
    texts = leaf.values() if isinstance(leaf, dict) else (leaf,)
    return {name for text in texts for name in PLACEHOLDER.findall(text)} - ({"n"} if isinstance(leaf, dict) else set())


def _complete(definitions: Definitions, catalogue: Catalogue, book: Phrasebook) -> Iterator[str]:
    """Every id of the definitions has its words, and no word is left over."""
    wanted = dict(_wanted(definitions, catalogue))
    for key, name in wanted.items():
        for language in LANGUAGES:
            if not book.has(key, language):
                yield f"content/{language}:1: {name}: has no words. Write '{key}'."
    for key in book.words["en"]:
        if key in wanted or key.startswith(_FREE):
            continue
        if not (
            key.endswith(_OPTIONAL) and any(f"{key.rpartition('.')[0]}.{part}" in wanted for part in ("ask", "title"))
        ):
            yield _told(book, "en", key, "belongs to no definition. Remove it, or correct its key.")


def _wanted(definitions: Definitions, catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    for step in definitions.steps:
        yield f"{step.words}.title", step.id
        yield f"{step.words}.about", step.id
        for gap in step.gaps:
            yield gap.words, gap.id
    for name, options in definitions.lists.items():
        if name != "core_sectors":
            yield from ((f"lists.{name}.{option}", f"{name}.{option}") for option in options)
    for question in definitions.everything():
        yield from ((key, question.path) for key in _words_of(question))
    for resource in catalogue.resources:
        yield f"{resource.words}.title", resource.id
        yield f"{resource.words}.summary", resource.id
    for group in definitions.groups:
        yield f"interface.groups.{group}.title", group
    for document in definitions.documents:
        yield f"interface.documents.{document}.title", document


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


def _french(book: Phrasebook) -> Iterator[str]:
    for key, leaf in book.words["fr"].items():
        if key.startswith(_UNMATCHED) or key == "interface.welcome.greeting":
            continue
        for text in leaf.values() if isinstance(leaf, dict) else (leaf,):
            for rule in typography.faults(text):
                yield _told(book, "fr", key, f"{rule}. Correct the text.")


def _told(book: Phrasebook, language: str, key: str, problem: str) -> str:
    file, line = book.places[language].get(key, (f"content/{language}", 1))
    return f"{file}:{line}: {key}: {problem}"
