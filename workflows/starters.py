"""Ready-made rows: those of a question itself, and more of them in groups (the priorities within a theme, say).

The groups come from definitions/starters.yml; their words are in content/<language>/starters.yml. A row that was taken
keeps the key of its words, so that it reads well in every language until somebody edits it: keys never change.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workflows.errors import DefinitionFault
from workflows.project import Project, Record
from workflows.schema import Definitions, Question
from workflows.yaml_files import YamlFile, read_yaml


@dataclass(frozen=True)
class Starter:
    """One ready-made row: the id that a button names, the key of its words, and the group that it stands in."""

    id: str
    key: str
    group: str = ""


@dataclass(frozen=True)
class Groups:
    """The grouped starters of one question. `text` is the field that the words fill, `within` the list of the groups.

    `fills` is the field that takes the group's id ("" for none); `links` a field that takes the first row of the
    records it points at whose field of that name is the group (("priority", "theme"), or two ""). `long` texts are read
    on the card and taken by number.
    """

    name: str
    text: str
    within: str
    fills: str
    links: tuple[str, str]
    under: Mapping[str, tuple[str, ...]]
    long: bool = False

    def inside(self, group: str) -> tuple[Starter, ...]:
        """The starters of one group."""
        return tuple(Starter(one, f"starters.{self.name}.{one}", group) for one in self.under.get(group, ()))

    def all(self) -> Iterator[Starter]:
        """Every starter of every group."""
        for group in self.under:
            yield from self.inside(group)


Starters = Mapping[str, Groups]
"""The groups by the path of the question that offers them."""


def own(definitions: Definitions, asked: Question) -> tuple[Starter, ...]:
    """The starters that a list of rows has without groups."""
    if asked.starters_from:
        options = definitions.lists[asked.starters_from]
        return tuple(Starter(option, f"lists.{asked.starters_from}.{option}") for option in options)
    return tuple(Starter(starter, f"{asked.words}.starters.{starter}") for starter in asked.starters)


def find(definitions: Definitions, starters: Starters, asked: Question, name: str) -> Starter | None:
    """The starter of a question with this id, wherever it stands."""
    grouped = starters[asked.path].all() if asked.path in starters else ()
    return next((one for one in (*own(definitions, asked), *grouped) if one.id == name), None)


def known_starters(definitions: Definitions, starters: Starters, asked: Question, verb: str, value: str) -> bool:
    """True when a press of `verb` names ready-made rows of this question: one of them, all, or those of a group."""
    if asked.kind != "records":
        return False
    if verb != "starters":
        return find(definitions, starters, asked, value) is not None
    groups = starters.get(asked.path)
    if groups is None:
        return not value and bool(own(definitions, asked))
    return value in ("", "groups", *groups.under)


def taken(starters: Starters, project: Project, asked: Question, starter: Starter) -> Record | None:
    """The row that was made of this starter, if it is there."""
    text, wanted = _text(starters, asked, starter)
    return next((row for row in project.records(asked.path) if row.values.get(text) == wanted), None)


def values(starters: Starters, project: Project, asked: Question, starter: Starter) -> dict[str, Any]:
    """What the row of a starter holds, by field."""
    text, told = _text(starters, asked, starter)
    if not starter.group:
        fills: dict[str, Any] = {}
        for name, what in asked.starter_fills.items():
            value: Any = told if what in ("label", "text") else starter.id
            fills[name] = [value] if asked.field(name).kind == "choices" else value
        return fills
    groups = starters[asked.path]
    filled: dict[str, Any] = {text: told}
    if groups.fills:
        filled[groups.fills] = starter.group
    link, by = groups.links
    if link:
        rows = project.records(asked.field(link).to)
        fitting = next((row.id for row in rows if row.values.get(by) == starter.group), None)
        if fitting is not None:
            filled[link] = fitting
    return filled


def _text(starters: Starters, asked: Question, starter: Starter) -> tuple[str, dict[str, str]]:
    """The field that the words fill, and what stands in it."""
    if starter.group:
        return starters[asked.path].text, {"label": starter.key}
    first = next(iter(asked.starter_fills))
    return first, {"label": starter.key} if asked.starters_from else {"starter": starter.id}


def load_starters(path: Path, definitions: Definitions) -> Starters:
    """Read `path`; raises DefinitionFault for the first id that names nothing or stands twice in a question."""
    file = read_yaml(path)
    found: dict[str, Groups] = {}
    for place, raw in file.data.items():
        if not definitions.has(place):
            raise _fault(file, place, place)
        asked = definitions.question(place)
        groups = _groups(raw)
        parts = {part.id for part in asked.fields}
        for name in (groups.text, groups.fills, groups.links[0]):
            if name and name not in parts:
                raise _fault(file, name, place)
        for name in groups.under:
            if name not in definitions.lists.get(groups.within, ()):
                raise _fault(file, name, place, "under", name)
        ids = [one.id for one in (*own(definitions, asked), *groups.all())]
        for name in (one for one in ids if ids.count(one) > 1):
            raise _fault(file, name, place)
        found[place] = groups
    return found


def _groups(raw: dict[str, Any]) -> Groups:
    link = raw.get("links", {})
    return Groups(
        name=raw["words"],
        text=raw["text"],
        within=raw["within"].removeprefix("lists."),
        fills=raw.get("fills", ""),
        links=next(iter(link.items()), ("", "")),
        under={group: tuple(names) for group, names in raw["under"].items()},
        long=bool(raw.get("long", False)),
    )


def _fault(file: YamlFile, name: str, *at: str | int) -> DefinitionFault:
    return DefinitionFault(str(file.path), file.line(*at), name, "names nothing, or stands twice.", "Correct the name.")
