"""Everything that is read once at start-up and then only looked at: definitions, words, codes, machines, resources,
templates.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path

from workflows.advice import Judgement, lists_of
from workflows.background import Background, load_background
from workflows.catalogue import Catalogue, load_catalogue
from workflows.codes import Codes
from workflows.comparisons import Comparisons
from workflows.context_advice import Context, load_context
from workflows.facts import Fact, load_facts
from workflows.francophone import Francophone, load_francophone
from workflows.glossary import Glossary
from workflows.indicators import Library, load_library
from workflows.journey import Machines
from workflows.loader import codes_of, load_definitions
from workflows.readiness import Rules, load_rules
from workflows.schema import Definitions
from workflows.search import Search
from workflows.sources import load_sources
from workflows.starters import Starters, load_starters
from workflows.wording import Phrasebook, load_words

DEFINITIONS = Path(str(files("workflows"))) / "definitions"
CONTENT = Path(str(files("workflows"))).parent / "content"


@dataclass(frozen=True)
class Knowledge:
    """The product's knowledge, shared by everyone and never changed."""

    definitions: Definitions
    book: Phrasebook
    codes: Codes
    machines: Machines
    catalogue: Catalogue
    search: Search
    templates: Mapping[tuple[str, str], str]
    francophone: Francophone
    glossary: Glossary
    facts: tuple[Fact, ...]
    readiness: Rules
    background: Background
    context: Context
    starters: Starters
    library: Library
    judgement: Judgement
    comparisons: Comparisons = field(default_factory=Comparisons)


def load_knowledge(definitions_folder: Path = DEFINITIONS, content_folder: Path = CONTENT) -> Knowledge:
    """Read it all; raises a Fault that names file, line, id and the mend."""
    from workflows.drafts import load_templates

    definitions = load_definitions(definitions_folder)
    book = load_words(content_folder)
    catalogue = load_catalogue(definitions_folder / "resources.yml", tuple(step.id for step in definitions.steps))
    more = (*(resource.id for resource in catalogue.resources), *(f"theme.{theme}" for theme in catalogue.themes))
    francophone = load_francophone(
        definitions_folder / "francophone.yml", definitions, frozenset(item.id for item in catalogue.resources)
    )
    more = (*more, *(card.target for card in francophone.cards.values()))
    shown = frozenset(item.id for item in catalogue.resources)
    sources = load_sources(definitions_folder / "sources.yml", definitions, shown)
    library = load_library(definitions_folder, definitions)
    more = (*more, *(indicator.id for indicator in library.indicators))
    background = load_background(definitions_folder / "background.yml", definitions, shown)
    starters = load_starters(definitions_folder / "starters.yml", definitions)
    more = (*more, *(card.target for card in background.cards.values()))
    more = (*more, *(one.id for groups in starters.values() for one in groups.all()))
    glossary = Glossary(book, definitions)
    more = (*more, *(f"term.{term.id}" for term in glossary))
    return Knowledge(
        definitions=definitions,
        book=book,
        codes=codes_of(definitions, more),
        machines=Machines(definitions),
        glossary=glossary,
        facts=load_facts(definitions_folder / "facts.yml", tuple(step.id for step in definitions.steps)),
        readiness=load_rules(definitions_folder / "readiness.yml"),
        catalogue=catalogue,
        search=Search(catalogue, book, tuple(step.id for step in definitions.steps)),
        templates=load_templates(content_folder),
        francophone=francophone,
        background=background,
        context=load_context(definitions_folder / "context.yml", definitions),
        starters=starters,
        library=library,
        judgement=Judgement(definitions, lists_of(definitions, book), sources),
    )
