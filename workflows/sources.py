"""Where advice comes from: the sources of definitions/sources.yml, each with its year. Their titles are in content/; a
copy on a document-sharing site is never listed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from workflows.errors import DefinitionFault
from workflows.schema import Definitions
from workflows.yaml_files import YamlFile, read_yaml

_KEYS = frozenset({"id", "year", "seen", "resource"})


@dataclass(frozen=True)
class Source:
    """One source. `year` is the publisher's date; a page without one has the year in which it was `seen`.

    `resource` is the id of the resource under which the guide shows it, or an empty text.
    """

    id: str
    year: str = ""
    seen: str = ""
    resource: str = ""

    @property
    def words(self) -> str:
        """The key under which its title stands."""
        return f"sources.{self.id}"


def load_sources(path: Path, definitions: Definitions, resources: frozenset[str]) -> Mapping[str, Source]:
    """The sources at `path` by id; raises DefinitionFault for an unknown key or resource, for a source without any
    year, and for a rule whose source is not among them.
    """
    file = read_yaml(path)
    if not isinstance(file.data, dict) or not isinstance(file.data.get("sources"), list):
        raise DefinitionFault(str(path), 1, "sources", "there is no list of sources.", "Write 'sources:' and a list.")
    found: dict[str, Source] = {}
    for number, raw in enumerate(file.data["sources"]):
        source = _source(raw, file, number, resources)
        if source.id in found:
            line = file.line("sources", number)
            raise DefinitionFault(str(path), line, source.id, "this source stands twice.", "Keep one of the two.")
        found[source.id] = source
    for gap in (gap for step in definitions.steps for gap in step.gaps):
        for name in gap.sources:
            if name not in found:
                mend = "Add it, or correct the gap."
                raise DefinitionFault(str(path), 1, gap.path, f"there is no source '{name}'.", mend)
    return found


def _source(raw: dict[str, object], file: YamlFile, number: int, resources: frozenset[str]) -> Source:
    name = str(raw.get("id", "?"))

    def refuse(problem: str, mend: str) -> DefinitionFault:
        return DefinitionFault(str(file.path), file.line("sources", number), name, problem, mend)

    if "id" not in raw:
        raise refuse("this source has no id.", "Give it one.")
    if unknown := set(raw) - _KEYS:
        raise refuse(f"nobody reads the key '{sorted(unknown)[0]}'.", f"Use: {', '.join(sorted(_KEYS))}.")
    if not raw.get("year") and not raw.get("seen"):
        raise refuse("it has no year.", "Add its year, or the year in which it was seen.")
    if "resource" in raw and raw["resource"] not in resources:
        raise refuse(f"there is no resource '{raw['resource']}'.", "Add it to resources.yml, or leave it out.")
    return Source(name, str(raw.get("year", "")), str(raw.get("seen", "")), str(raw.get("resource", "")))
