"""Dated rules, then and now: which years, which sources, beside which steps. Their sentences are in content/."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workflows.errors import DefinitionFault
from workflows.yaml_files import YamlFile, read_yaml

_KEYS = ("id", "year_then", "year_now", "steps", "sources")


@dataclass(frozen=True)
class Fact:
    """One rule that has changed. `sources` are ids of resources, or of words under `then_and_now.sources`."""

    id: str
    year_then: int
    year_now: int
    steps: tuple[str, ...]
    sources: tuple[str, ...]

    @property
    def words(self) -> str:
        """The key of its title, and of what was and is said."""
        return f"then_and_now.items.{self.id}"


def load_facts(path: Path, steps: Collection[str]) -> tuple[Fact, ...]:
    """The facts in the order of the file; raises DefinitionFault for a malformed fact, an unknown step, an id twice."""
    file = read_yaml(path)
    if not isinstance(file.data, dict) or not isinstance(file.data.get("facts"), list):
        raise DefinitionFault(str(path), 1, "facts", "holds no list of facts.", "Write 'facts:' and one line for each.")
    found: list[Fact] = []
    for number, raw in enumerate(file.data["facts"]):
        fact = _fact(file, number, raw, steps)
        if any(fact.id == other.id for other in found):
            raise _fault(file, number, fact.id, "this fact stands twice.", "Keep one of the two.")
        found.append(fact)
    return tuple(found)


def facts_for(facts: tuple[Fact, ...], step: str) -> tuple[Fact, ...]:
    """Those that a step should know; all of them when no step is named."""
    return tuple(fact for fact in facts if not step or step in fact.steps)


def _fact(file: YamlFile, number: int, raw: Any, steps: Collection[str]) -> Fact:
    if not isinstance(raw, dict) or set(raw) != set(_KEYS):
        name = str(raw.get("id", "?")) if isinstance(raw, dict) else "?"
        raise _fault(file, number, name, "has other keys than it should.", f"Write: {', '.join(_KEYS)}.")
    name = str(raw["id"])
    for step in raw["steps"]:
        if step not in steps:
            raise _fault(file, number, name, f"there is no step '{step}'.", f"Use one of: {', '.join(steps)}.")
    years = (raw["year_then"], raw["year_now"])
    if not all(isinstance(year, int) and 1990 <= year <= 2100 for year in years) or years[0] > years[1]:
        raise _fault(file, number, name, "its years are none, or the wrong way round.", "Write the older year first.")
    if not raw["steps"] or not raw["sources"]:
        raise _fault(file, number, name, "needs a step and a source.", "Add what is missing.")
    return Fact(name, *years, tuple(raw["steps"]), tuple(raw["sources"]))


def _fault(file: YamlFile, number: int, name: str, problem: str, mend: str) -> DefinitionFault:
    return DefinitionFault(str(file.path), file.line("facts", number), name, problem, mend)
