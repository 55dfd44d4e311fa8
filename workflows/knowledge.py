"""Everything that is read once at start-up and then only looked at: definitions, words, codes, machines, resources,
templates.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from workflows.catalogue import Catalogue, load_catalogue
from workflows.codes import Codes
from workflows.journey import Machines
from workflows.loader import codes_of, load_definitions
from workflows.schema import Definitions
from workflows.search import Search
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


def load_knowledge(definitions_folder: Path = DEFINITIONS, content_folder: Path = CONTENT) -> Knowledge:
    """Read it all; raises a Fault that names file, line, id and the mend."""
    from workflows.drafts import load_templates

    definitions = load_definitions(definitions_folder)
    book = load_words(content_folder)
    catalogue = load_catalogue(definitions_folder / "resources.yml", tuple(step.id for step in definitions.steps))
    more = (*(resource.id for resource in catalogue.resources), *(f"theme.{theme}" for theme in catalogue.themes))
    return Knowledge(
        definitions=definitions,
        book=book,
        codes=codes_of(definitions, more),
        machines=Machines(definitions),
        catalogue=catalogue,
        search=Search(catalogue, book),
        templates=load_templates(content_folder),
    )
