"""What tests of drafts share: the shipped knowledge, a project on the short path, and ways to look into a document."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from typing import Any

from workflows.documents import Document, Mark
from workflows.documents.blocks import Bullets, Clauses, Container, Heading, Inline, Item, Row, Table
from workflows.documents.contexts import KINDS
from workflows.drafts import Templates, build, load_templates
from workflows.knowledge import CONTENT, DEFINITIONS
from workflows.loader import load_definitions
from workflows.project import Answer, Project, Record
from workflows.schema import Definitions
from workflows.wording import Phrasebook, load_words

TODAY = dt.date(2026, 11, 22)
DOCUMENTS = tuple(name for name, kind in KINDS.items() if kind.points)
"""The documents that list what they leave open."""
LANGUAGES = ("en", "fr")


@dataclass(frozen=True)
class Shipped:
    """The definitions, words and templates that the product ships."""

    definitions: Definitions
    book: Phrasebook
    templates: Templates


@cache
def shipped() -> Shipped:
    """Read once for all tests."""
    return Shipped(load_definitions(DEFINITIONS), load_words(CONTENT), load_templates(CONTENT))


def built(project: Project, document: str = "terms-of-reference", language: str = "en") -> Document:
    """The draft of a project as blocks, on TODAY."""
    known = shipped()
    return build(known.definitions, known.book, known.templates, project, document, language, TODAY)


def short_path() -> Project:
    """A project that answered the short path to the terms of reference and nothing else."""
    project = Project("short", 2026, revision=9)
    give(project, "profile.name_en", "Kenora Local Immigration Partnership")
    give(project, "profile.catchment", [{"place": "Kenora"}])
    give(project, "council.holder_state", "candidate")
    members = (("Ada", "City", "government"), ("Bo", "Library", "libraries"), ("Cy", "Agency", "settlement_providers"))
    give(project, "council.members", [{"person": p, "organization": o, "sectors": [s]} for p, o, s in members])
    give(project, "terms_of_reference.mandate", {"starter": "planning"})
    give(project, "council.bodies", list(shipped().definitions.question("council.bodies").usual))
    give(project, "terms_of_reference.languages", ["english", "french", "interpretation_on_request"])
    for rule in shipped().definitions.members_of("rules"):
        give(project, rule.path, rule.recommended, "recommended")
    return project


def give(project: Project, path: str, value: Any, state: str = "given") -> None:
    """Answers a question; rows are dictionaries and get ids made of the question's name and their place."""
    if isinstance(value, list) and value and isinstance(value[0], dict):
        value = [Record(f"{path.rpartition('.')[2]}{place}", row) for place, row in enumerate(value, 1)]
    project.answers[path] = Answer(state, value)


def inlines(value: Any) -> Iterator[Inline]:
    """Every inline of a document, in reading order."""
    if isinstance(value, tuple):
        for part in value:
            yield from inlines(part)
    elif isinstance(value, Inline):
        yield value
    elif is_dataclass(value):
        for part in fields(value):
            yield from inlines(getattr(value, part.name))


def marks(document: Document, kind: str) -> list[str]:
    """The texts of all marks of a kind."""
    return [inline.text for inline in inlines(document.blocks) if isinstance(inline, Mark) and inline.kind == kind]


def text(document: Document) -> str:
    """Everything that a document says, block after block."""
    return "\n".join(str(inline) for inline in inlines(document.blocks))


def shape(value: Any) -> Any:
    """A document without its words: kinds of blocks, levels, and how many rows, cells and items there are."""
    match value:
        case tuple():
            return tuple(shape(part) for part in value)
        case Heading(level=level, label=label):
            return ("heading", level, label)
        case Container(kind=kind, blocks=blocks):
            return (kind, shape(blocks))
        case Clauses(items=items) | Bullets(items=items):
            return (type(value).__name__, shape(items))
        case Item(children=children, label=label):
            return ("item", label, shape(children))
        case Table(widths=widths, rows=rows):
            return ("table", widths, shape(rows))
        case Row(cells=cells, band=band):
            return ("row", len(cells), band)
        case _:
            return type(value).__name__
