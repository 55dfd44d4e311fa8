"""The resources: facts from definitions/resources.yml, found by step or theme. Their words are in content/; searching
is elsewhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workflows.errors import DefinitionFault
from workflows.languages import FALLBACK, LANGUAGES, own_first
from workflows.yaml_files import read_yaml

_KEYS = frozenset({
    "id", "url_en", "url_fr", "original_url", "successor_url", "archive_url", "publisher", "year", "languages", "kind",
    "steps", "themes", "status", "deck", "known_as",
})  # fmt: skip


@dataclass(frozen=True)
class Resource:
    """One resource. `urls` maps a language to its address; `deck` marks the five of the federal presentation of 2013.

    `status` is live, moved, likely_dead or not_seen; a resource without any address is shown with its publisher alone.
    """

    id: str
    publisher: Mapping[str, str]
    year: str
    kind: str
    status: str
    steps: tuple[str, ...]
    themes: tuple[str, ...]
    languages: tuple[str, ...]
    urls: Mapping[str, str]
    original: str = ""
    successor: str = ""
    archive: str = ""
    deck: bool = False
    known_as: str = ""

    @property
    def public_id(self) -> str:
        """Its id on the command line, kept stable for whoever calls `lip-guide search`."""
        return self.known_as or self.id

    def url(self, language: str) -> str:
        """The best address for a reader of `language`, or an empty text."""
        return next((self.urls[one] for one in own_first(language) if one in self.urls), self.successor)

    @property
    def words(self) -> str:
        """The key of its title, summary and note."""
        return f"resources.{self.id}"


@dataclass(frozen=True)
class Help:
    """A place that helps one person with their own situation: its id and its address per language."""

    id: str
    urls: Mapping[str, str]

    def url(self, language: str) -> str:
        """Its address for a reader of `language`, or in a language that it has."""
        return self.urls.get(language) or next(iter(self.urls.values()))


@dataclass(frozen=True)
class Catalogue:
    """Every resource in the order of the file: the five of the presentation come first."""

    resources: tuple[Resource, ...]
    themes: tuple[str, ...]
    personal_help: tuple[Help, ...] = ()

    def get(self, name: str) -> Resource | None:
        """The resource with this id."""
        return next((resource for resource in self.resources if resource.id == name), None)

    def for_step(self, step: str) -> tuple[Resource, ...]:
        """What helps with this step; all of the presentation's five when it names none (the profile)."""
        found = tuple(resource for resource in self.resources if step in resource.steps)
        return found or tuple(resource for resource in self.resources if resource.deck)

    def for_theme(self, theme: str) -> tuple[Resource, ...]:
        """What speaks of this theme."""
        return tuple(resource for resource in self.resources if theme in resource.themes)


def load_catalogue(path: Path, steps: tuple[str, ...]) -> Catalogue:
    """The catalogue at `path`; raises DefinitionFault for an unknown key, step or a repeated id."""
    file = read_yaml(path)
    found: list[Resource] = []
    for n, raw in enumerate(file.data["resources"]):
        found.append(_resource(raw, str(path), file.line("resources", n), steps, {item.id for item in found}))
    themes = dict.fromkeys(theme for resource in found for theme in resource.themes)
    helping = tuple(
        Help(str(raw["id"]), {language: raw[f"url_{language}"] for language in LANGUAGES if f"url_{language}" in raw})
        for raw in file.data.get("personal_help", ())
    )
    return Catalogue(tuple(found), tuple(sorted(themes)), helping)


def _in_every_language(told: str | dict[str, str]) -> dict[str, str]:
    """A name by language: the same in all, or that of the first language where one has none of its own."""
    if isinstance(told, str):
        return dict.fromkeys(LANGUAGES, told)
    return {language: told.get(language, told[FALLBACK]) for language in LANGUAGES}


def _resource(raw: dict[str, Any], file: str, line: int, steps: tuple[str, ...], known: set[str]) -> Resource:
    name = str(raw.get("id", "?"))
    if name in known:
        raise DefinitionFault(file, line, name, "this resource id stands twice.", "Keep one of the two.")
    for key in ("publisher", "kind", "status", "steps", "themes", "languages"):
        if key not in raw:
            raise DefinitionFault(file, line, name, f"the key '{key}' is missing.", f"Add '{key}'.")
    for key in raw:
        if key not in _KEYS:
            raise DefinitionFault(file, line, name, f"unknown key '{key}'.", f"Use one of: {', '.join(sorted(_KEYS))}.")
    for step in raw["steps"]:
        if step not in steps:
            raise DefinitionFault(file, line, name, f"there is no step '{step}'.", f"Use one of: {', '.join(steps)}.")
    publisher = raw["publisher"]
    return Resource(
        id=name,
        publisher=_in_every_language(publisher),
        year=str(raw.get("year", "")),
        kind=raw["kind"],
        status=raw["status"],
        steps=tuple(raw["steps"]),
        themes=tuple(raw["themes"]),
        languages=tuple(raw["languages"]),
        urls={language: raw[f"url_{language}"] for language in LANGUAGES if raw.get(f"url_{language}")},
        original=raw.get("original_url", ""),
        successor=raw.get("successor_url", ""),
        archive=raw.get("archive_url", ""),
        deck=bool(raw.get("deck", False)),
        known_as=str(raw.get("known_as", "")),
    )
