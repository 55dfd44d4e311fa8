"""The guide's own texts as answers hold them: which starters and indicators can be taken in which field of a row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Set
from typing import Any

from workflows.indicators import Library
from workflows.project import Project
from workflows.schema import Definitions
from workflows.starters import Starters, own, values

ReadyMade = Mapping[str, Set[tuple[str, str]]]
"""By the path of a field, what it may hold: ("starter", id) or ("label", key)."""


def ready_made(definitions: Definitions, starters: Starters, library: Library) -> ReadyMade:
    """Everything that a row can be made of, or a field be filled with, by one press."""
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for asked in (question for question in definitions.everything() if question.kind == "records"):
        grouped = starters[asked.path].all() if asked.path in starters else ()
        for starter in (*own(definitions, asked), *grouped):
            for name, value in values(starters, Project("", 0), asked, starter).items():
                if isinstance(value, dict):
                    found[asked.field(name).path] |= value.items()
    for place in library.places:
        row = place.path.rpartition(".")[0]
        for one in library.indicators:
            found[place.path].add(("label", one.words))
            for name in (name for name, what in place.fills.items() if what == "source"):
                found[f"{row}.{name}"].add(("label", one.source_words))
    return found


def is_ready_made(known: ReadyMade, path: str, value: Any) -> bool:
    """True for one of the guide's own texts that the field at `path` may hold."""
    if not isinstance(value, dict) or len(value) != 1:
        return False
    told = next(iter(value.items()))
    return isinstance(told[1], str) and told in known.get(path, frozenset())
