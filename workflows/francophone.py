"""What the francophone cards know: networks, welcoming communities, the lens of each step, and the model that fits.

Facts come from definitions/francophone.yml, each with its year; their words are in content/. It draws nothing.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workflows.errors import DefinitionFault
from workflows.languages import LANGUAGES
from workflows.project import Project
from workflows.schema import Definitions
from workflows.yaml_files import YamlFile, read_yaml

SMALL_CENTRE = 30_000
"""IRCC's page on new partnerships (about 2019): a small centre has fewer people; two or more may form a zone."""


@dataclass(frozen=True)
class Network:
    """A francophone immigration network. `name` is empty when only general knowledge speaks of it: ask the FCFA.

    `year` is that of the page where it was seen, 0 when that page has no date.
    """

    id: str
    province: str
    name: str = ""
    year: int = 0


@dataclass(frozen=True)
class Welcoming:
    """A welcoming francophone community: its names, the year of its list, and the spellings it is recognised by."""

    province: str
    names: Mapping[str, str]
    year: int
    match: frozenset[str]


@dataclass(frozen=True)
class ShortCard:
    """One short card: the questions that offer it and the resources that say more."""

    id: str
    about: tuple[str, ...]
    resources: tuple[str, ...]

    @property
    def target(self) -> str:
        """The id that a button names."""
        return f"francophone.{self.id}"


@dataclass(frozen=True)
class Francophone:
    """All that definitions/francophone.yml says. `lens` has the questions of each step, `lens_cards` its cards."""

    networks: tuple[Network, ...]
    welcoming: tuple[Welcoming, ...]
    lens: Mapping[str, tuple[str, ...]]
    lens_cards: Mapping[str, tuple[str, ...]]
    cards: Mapping[str, ShortCard]

    def about(self, path: str) -> tuple[ShortCard, ...]:
        """The short cards that the question at `path` offers."""
        return tuple(card for card in self.cards.values() if path in card.about)

    def networks_of(self, province: str) -> tuple[Network, ...]:
        """The networks of a province or territory."""
        return tuple(network for network in self.networks if network.province == province)

    def welcoming_places(self, project: Project) -> tuple[Welcoming, ...]:
        """The welcoming communities that a place of the project seems to be: same spelling, same province if known."""
        province = project.value("profile.province")
        places = [project.value("profile.place"), *(row.values.get("place") for row in _rows(project))]
        told = {_folded(str(place)) for place in places if place}
        return tuple(one for one in self.welcoming if one.match & told and province in (None, one.province))


def suggested_model(project: Project) -> tuple[str, str]:
    """The model of lists.rif_models that fits the answers so far, and why (a key of francophone.reasons); or two ""."""
    path, place = project.value("profile.francophone_path"), project.value("profile.rif_place")
    hosts = path in ("starts", "both")
    if place == "leads_the_table":
        return ("francophone_led" if hosts else "two_chairs"), "leads"
    if place == "francophone_committee":
        return "standing_committee", "committee"
    if place in ("seat_at_the_table", "works_in_parallel"):
        return "cross_seats", "seats"
    if hosts and project.value("profile.welcoming_community") == "yes":
        return "no_new_structure", "welcoming"
    if path == "seat":
        return "standing_committee", "lone_seat"
    if hosts and len(_rows(project)) > 1 and (project.value("profile.population") or SMALL_CENTRE) < SMALL_CENTRE:
        return "francophone_led", "small_centres"
    if project.value("profile.province") == "new_brunswick":
        return "two_chairs", "bilingual"
    return "", ""


def load_francophone(path: Path, definitions: Definitions, resources: frozenset[str]) -> Francophone:
    """Read `path`; raises DefinitionFault for the first id that names nothing."""
    file = read_yaml(path)
    data: dict[str, Any] = file.data
    cards = {raw["id"]: ShortCard(raw["id"], tuple(raw["about"]), tuple(raw["resources"])) for raw in data["cards"]}
    told = Francophone(
        networks=tuple(
            Network(raw["id"], raw["province"], raw.get("name", ""), raw.get("year", 0)) for raw in data["networks"]
        ),
        welcoming=tuple(_welcoming(raw) for raw in data["welcoming"]),
        lens={step: tuple(paths) for step, paths in data["lens"].items()},
        lens_cards={step: tuple(names) for step, names in data["lens_cards"].items()},
        cards=cards,
    )
    for number, card in enumerate(cards.values()):
        for name in (*(one for one in card.about if not definitions.has(one)), *(set(card.resources) - resources)):
            raise _fault(file, name, "cards", number)
    for step, paths in told.lens.items():
        for name in (path for path in paths if not definitions.has(path)):
            raise _fault(file, name, "lens", step)
        for name in set(told.lens_cards[step]) - set(cards):
            raise _fault(file, name, "lens_cards", step)
    for key in ("networks", "welcoming"):
        for number, raw in enumerate(data[key]):
            if raw["province"] not in definitions.lists["provinces"]:
                raise _fault(file, raw["province"], key, number)
    return told


def _welcoming(raw: dict[str, Any]) -> Welcoming:
    names = {language: raw.get(f"name_{language}", raw["name"]) for language in LANGUAGES}
    return Welcoming(raw["province"], names, raw["year"], frozenset(_folded(one) for one in raw["match"]))


def _rows(project: Project) -> list[Any]:
    return project.records("profile.catchment")


def _folded(text: str) -> str:
    """Without accents, capitals, hyphens and doubled spaces, so that a phone's spelling is recognised."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    return " ".join(plain.casefold().replace("-", " ").replace("–", " ").split())


def _fault(file: YamlFile, name: str, *at: str | int) -> DefinitionFault:
    return DefinitionFault(str(file.path), file.line(*at), name, "names nothing.", "Correct the name.")
