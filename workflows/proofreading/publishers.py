"""The publishers of the resources as texts: the only names that stand in a definition."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from workflows.proofreading.texts import Text
from workflows.yaml_files import read_yaml


def publishers(path: Path) -> Iterator[Text]:
    """Each publisher that is written per language; one that is the same in both is a name of its own."""
    file = read_yaml(path)
    for number, raw in enumerate(file.data["resources"]):
        if isinstance(raw["publisher"], dict):
            line = file.line("resources", number, "publisher")
            for language, name in raw["publisher"].items():
                yield Text(str(path), line, str(raw["id"]), str(language), str(name))
