"""What an organizer may want to know beside a question: short dated cards, and questions to think about.

Which card stands at which step or question, and what it is made of, comes from definitions/background.yml; the words
are in content/. It draws nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workflows.errors import DefinitionFault
from workflows.project import Project
from workflows.schema import Definitions
from workflows.yaml_files import YamlFile, read_yaml

SCREENS = ("background", "seats", "reports", "reflection")
"""The screens that can draw a card: paragraphs, the seat grid, the calendar of reports, a question to think about."""
_KEYS = frozenset({"id", "screen", "steps", "at", "parts", "sources", "resources", "when"})


@dataclass(frozen=True)
class Card:
    """One card. `parts` are its paragraphs with the number that each may show (0: none); `when` says which answers
    make it worth offering on the card of a step. `at` names questions or fields, `steps` steps.
    """

    id: str
    screen: str
    steps: tuple[str, ...]
    at: tuple[str, ...]
    parts: tuple[tuple[str, int], ...]
    sources: tuple[str, ...]
    resources: tuple[str, ...]
    when: Mapping[str, tuple[str, ...]]

    @property
    def target(self) -> str:
        """The id that a button names."""
        return f"background.{self.id}"

    @property
    def words(self) -> str:
        """The key under which its words stand."""
        return f"background.cards.{self.id}"

    def offered(self, project: Project) -> bool:
        """True when the answers so far make this card worth a place among those of its step."""
        return all(project.value(path) in wanted for path, wanted in self.when.items())


@dataclass(frozen=True)
class Reflection:
    """A question to think about together, with the questions of the guide where an answer to it would be kept."""

    id: str
    asks: tuple[str, ...]

    @property
    def words(self) -> str:
        """The key under which its words stand."""
        return f"background.reflections.{self.id}"


@dataclass(frozen=True)
class Background:
    """Everything that definitions/background.yml says."""

    cards: Mapping[str, Card]
    reflections: tuple[Reflection, ...]

    def get(self, target: str) -> Card | None:
        """The card that a button names (`background.<id>`), or None."""
        return self.cards.get(target.removeprefix("background."))

    def of_step(self, step: str, project: Project) -> tuple[Card, ...]:
        """What is good to know at a step, in the order of the file."""
        return tuple(card for card in self.cards.values() if step in card.steps and card.offered(project))

    def at(self, path: str) -> tuple[Card, ...]:
        """The cards that stand beside a question or a field."""
        return tuple(card for card in self.cards.values() if path in card.at)

    def words(self) -> Iterator[tuple[str, str]]:
        """Every key that needs words, with the id that asks for it."""
        for card in self.cards.values():
            yield from ((f"{card.words}.{name}", card.id) for name in ("title", "button"))
            yield from ((f"{card.words}.parts.{part}", card.id) for part, _ in card.parts)
            yield from ((f"background.sources.{source}", card.id) for source in card.sources)
        for reflection in self.reflections:
            yield from ((f"{reflection.words}.{name}", reflection.id) for name in ("ask", "think"))


def load_background(path: Path, definitions: Definitions, resources: frozenset[str]) -> Background:
    """Read `path`; raises DefinitionFault for an unknown key, a repeated id, or an id that names nothing."""
    file = read_yaml(path)
    cards: dict[str, Card] = {}
    for number, raw in enumerate(file.data["cards"]):
        card = _card(file, raw, number)
        for name in (*_unknown(definitions, card.steps, (*card.at, *card.when)), *(set(card.resources) - resources)):
            raise _fault(file, name, "cards", number)
        if card.id in cards or card.screen not in SCREENS:
            raise _fault(file, card.id, "cards", number)
        cards[card.id] = card
    reflections = tuple(Reflection(raw["id"], tuple(raw["asks"])) for raw in file.data["reflections"])
    for number, reflection in enumerate(reflections):
        for name in _unknown(definitions, (), reflection.asks):
            raise _fault(file, name, "reflections", number)
    return Background(cards, reflections)


def _card(file: YamlFile, raw: dict[str, Any], number: int) -> Card:
    for key in set(raw) - _KEYS:
        raise _fault(file, key, "cards", number)
    parts = tuple((part, 0) if isinstance(part, str) else next(iter(part.items())) for part in raw.get("parts", ()))
    return Card(
        id=raw["id"],
        screen=raw.get("screen", "background"),
        steps=tuple(raw.get("steps", ())),
        at=tuple(raw.get("at", ())),
        parts=parts,
        sources=tuple(raw.get("sources", ())),
        resources=tuple(raw.get("resources", ())),
        when={name: tuple(values) for name, values in raw.get("when", {}).items()},
    )


def _unknown(definitions: Definitions, steps: tuple[str, ...], paths: tuple[str, ...]) -> list[str]:
    known = {step.id for step in definitions.steps}
    return [*(step for step in steps if step not in known), *(path for path in paths if not definitions.has(path))]


def _fault(file: YamlFile, name: str, *at: str | int) -> DefinitionFault:
    return DefinitionFault(str(file.path), file.line(*at), name, "names nothing, or stands twice.", "Correct the name.")
