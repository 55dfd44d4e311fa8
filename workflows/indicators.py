"""The indicator library and the expected results: facts from definitions/indicators.yml and definitions/results.yml.

Their words are in content/. It knows no project: what is suggested where is for suggesting.py, what the answers show
for evidence.py.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from workflows.errors import DefinitionFault
from workflows.evidence import FACTS
from workflows.schema import Definitions, Result
from workflows.yaml_files import YamlFile, read_yaml

Lists = Mapping[str, tuple[str, ...]]
SUPPORT = "support"
"""What runs under all three horizons of the expected results."""


@dataclass(frozen=True)
class Indicator:
    """One sign of change. `themes` are those under which it is suggested, its own first; `result` is what it speaks of.

    `level` is one of lists.indicator_levels, `source` one of the library's kinds of source.
    """

    id: str
    themes: tuple[str, ...]
    level: str
    source: str
    result: str

    @property
    def words(self) -> str:
        """The key of its name; it stands in saved answers as {"label": key}."""
        return f"indicators.names.{self.id}"

    @property
    def source_words(self) -> str:
        """The key of its source."""
        return f"indicators.sources.{self.source}"


@dataclass(frozen=True)
class Place:
    """A field that asks for an indicator, with the levels that may be suggested there.

    `path` is the field; `priority` the field of the same row that links to a priority, or empty; `fills` maps fields
    of the row to what taking a suggestion gives them besides (`level`, `source`); `plan` is the list of actions whose
    own indicators are offered again, or empty.
    """

    path: str
    levels: tuple[str, ...]
    priority: str = ""
    fills: Mapping[str, str] = field(default_factory=dict)
    plan: str = ""


@dataclass(frozen=True)
class Library:
    """Every indicator in the order of the file, where each is asked, the kinds of source and the expected results."""

    indicators: tuple[Indicator, ...]
    places: tuple[Place, ...]
    sources: tuple[str, ...]
    shared_theme: str
    results: tuple[Result, ...]

    @cached_property
    def _known(self) -> dict[str, Indicator]:
        return {one.id: one for one in self.indicators}

    def get(self, name: str) -> Indicator | None:
        """The indicator with this id."""
        return self._known.get(name)

    def place(self, path: str) -> Place | None:
        """What is said of the field at `path`; None when no indicator is asked there."""
        return next((place for place in self.places if place.path == path), None)


def load_library(folder: Path, definitions: Definitions) -> Library:
    """The library in `folder`; raises DefinitionFault for an unknown key, id or list entry and for a repeated id."""
    file, results = _mapping(folder / "indicators.yml"), load_results(folder, definitions.lists)
    shared = str(file.data.get("shared_theme", ""))
    sources = tuple(map(str, _list(file, "sources")))
    themes = (*definitions.lists.get("themes", ()), shared)
    indicators: list[Indicator] = []
    for n, raw in enumerate(_list(file, "indicators")):
        one = _indicator(file, n, raw)
        allowed = {
            "theme": (one.themes, themes), "level": ((one.level,), definitions.lists.get("indicator_levels", ())),
            "source": ((one.source,), sources), "result": ((one.result,), tuple(result.id for result in results)),
        }  # fmt: skip
        for key, (told, known) in allowed.items():
            for value in told:
                if value not in known:
                    mend = f"Use one of: {', '.join(known)}."
                    raise _fault(file, one.id, f"there is no {key} '{value}'.", mend, "indicators", n)
        if any(one.id == other.id for other in indicators):
            raise _fault(file, one.id, "this indicator id stands twice.", "Keep one of the two.", "indicators", n)
        indicators.append(one)
    places = tuple(_place(file, n, raw, definitions) for n, raw in enumerate(_list(file, "places")))
    return Library(tuple(indicators), places, sources, shared, results)


def load_results(folder: Path, lists: Lists) -> tuple[Result, ...]:
    """The expected results in `folder`, in their order; raises DefinitionFault as `load_library` does."""
    file = _mapping(folder / "results.yml")
    return tuple(_result(file, n, raw, lists) for n, raw in enumerate(_list(file, "results")))


def _indicator(file: YamlFile, n: int, raw: Any) -> Indicator:
    told = _keys(file, n, raw, "indicators", ("id", "theme", "level", "source", "result"), ("also",))
    themes = (str(told["theme"]), *map(str, told.get("also", ())))
    return Indicator(str(told["id"]), themes, str(told["level"]), str(told["source"]), str(told["result"]))


def _result(file: YamlFile, n: int, raw: Any, lists: Lists) -> Result:
    told = _keys(file, n, raw, "results", ("id", "horizon", "facts"), ())
    horizons = (*lists.get("horizons", ()), SUPPORT)
    if told["horizon"] not in horizons:
        problem = f"there is no horizon '{told['horizon']}'."
        raise _fault(file, str(told["id"]), problem, f"Use one of: {', '.join(horizons)}.", "results", n)
    for name in told["facts"]:
        if name not in FACTS:
            problem = f"there is no fact '{name}'."
            raise _fault(file, str(told["id"]), problem, "Write it in workflows/evidence.py.", "results", n)
    return Result(str(told["id"]), str(told["horizon"]), tuple(told["facts"]))


def _place(file: YamlFile, n: int, raw: Any, definitions: Definitions) -> Place:
    told = _keys(file, n, raw, "places", ("field", "levels"), ("priority", "fills", "plan"))
    path = str(told["field"])
    row = path.rpartition(".")[0]
    named = [path, *(f"{row}.{name}" for name in told.get("fills", ()))]
    named += [f"{row}.{told['priority']}"] if "priority" in told else []
    named += [str(told["plan"])] if "plan" in told else []
    for name in named:
        if not definitions.has(name):
            raise _fault(file, path, f"there is no question '{name}'.", "Correct the name.", "places", n)
    levels = tuple(map(str, told["levels"]))
    for level in levels:
        if level not in definitions.lists.get("indicator_levels", ()):
            raise _fault(file, path, f"there is no level '{level}'.", "Use one of lists.indicator_levels.", "places", n)
    return Place(path, levels, str(told.get("priority", "")), dict(told.get("fills", {})), str(told.get("plan", "")))


def _keys(file: YamlFile, n: int, raw: Any, at: str, needed: tuple[str, ...], free: tuple[str, ...]) -> dict[str, Any]:
    """The entry, which must hold every key of `needed` and may hold those of `free`."""
    told: dict[str, Any] = raw if isinstance(raw, dict) else {}
    name = str(told.get("id") or told.get("field") or at)
    for key in needed:
        if key not in told:
            raise _fault(file, name, f"the key '{key}' is missing.", f"Add '{key}'.", at, n)
    for key in told:
        if key not in (*needed, *free):
            raise _fault(file, name, f"unknown key '{key}'.", f"Use one of: {', '.join((*needed, *free))}.", at, n)
    return told


def _mapping(path: Path) -> YamlFile:
    file = read_yaml(path)
    if not isinstance(file.data, dict):
        raise _fault(file, path.name, "holds no 'key: value' at its top.", "Put the file back as it was.")
    return file


def _list(file: YamlFile, key: str) -> list[Any]:
    found = file.data.get(key)
    if not isinstance(found, list):
        raise _fault(file, key, "is missing or is no list.", f"Write '{key}:' and its entries.", key)
    return found


def _fault(file: YamlFile, name: str, problem: str, mend: str, *at: str | int) -> DefinitionFault:
    return DefinitionFault(str(file.path), file.line(*at), name, problem, mend)
