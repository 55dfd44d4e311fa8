"""What the six dimensions of local context change later: hints beside questions, and which ready-made rows come first.

The rules are in definitions/context.yml, the sentences in content/<language>/context.yml, and docs/context.md says
where each shows and why. It only reads answers; a project without answers on its context gets no advice.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workflows.errors import DefinitionFault
from workflows.project import Project
from workflows.schema import Definitions
from workflows.yaml_files import YamlFile, read_yaml

LEANINGS = ("left", "right")
MOST_HINTS = 3
"""At most so many hints on one card, so that the question stays in sight."""


@dataclass(frozen=True)
class Hint:
    """A sentence for the questions in `at`, said when the answer to `dimension` leans to one side."""

    id: str
    dimension: str
    leaning: str
    at: tuple[str, ...]

    @property
    def words(self) -> str:
        """The key of its sentence."""
        return f"context.hints.{self.id}"


@dataclass(frozen=True)
class Order:
    """Groups of ready-made rows that come first when the answer to `dimension` leans to one side."""

    dimension: str
    leaning: str
    first: tuple[str, ...]


@dataclass(frozen=True)
class Context:
    """Everything that definitions/context.yml says. `within` is the list whose options are put in order."""

    hints: tuple[Hint, ...]
    orders: tuple[Order, ...]
    within: str


def leaning(project: Project, dimension: str) -> str:
    """Which pole the answer leans to: 1 and 2 are `left`, 4 and 5 `right`; 3 and no answer are an empty text."""
    value = str(project.value(dimension) or "")
    return "left" if value in ("1", "2") else "right" if value in ("4", "5") else ""


def hints(context: Context, project: Project, path: str) -> tuple[Hint, ...]:
    """What a community like this may want to know at the question `path`: at most three, in the order of the file."""
    said = (one for one in context.hints if path in one.at and leaning(project, one.dimension) == one.leaning)
    return tuple(said)[:MOST_HINTS]


def ordered(context: Context, project: Project, options: tuple[str, ...]) -> tuple[str, ...]:
    """`options` with those first that fit the local context; the others stay in their order."""
    wanted = [name for one in context.orders if leaning(project, one.dimension) == one.leaning for name in one.first]
    first = [name for name in dict.fromkeys(wanted) if name in options]
    return (*first, *(name for name in options if name not in first))


def load_context(path: Path, definitions: Definitions) -> Context:
    """Read `path`; raises DefinitionFault for a repeated id, an unknown leaning, or an id that names nothing."""
    file = read_yaml(path)
    data: dict[str, Any] = file.data
    within = str(data["within"]).removeprefix("lists.")
    told = tuple(Hint(raw["id"], *_side(file, definitions, raw, "hints", n), tuple(raw["at"])) for n, raw in
                 enumerate(data["hints"]))  # fmt: skip
    orders = tuple(Order(*_side(file, definitions, raw, "orders", n), tuple(raw["first"])) for n, raw in
                   enumerate(data["orders"]))  # fmt: skip
    for number, hint in enumerate(told):
        for name in (one for one in hint.at if not definitions.has(one)):
            raise _fault(file, name, "hints", number)
        if sum(hint.id == other.id for other in told) > 1:
            raise _fault(file, hint.id, "hints", number)
    for number, order in enumerate(orders):
        for name in set(order.first) - set(definitions.lists.get(within, ())):
            raise _fault(file, name, "orders", number)
    return Context(told, orders, within)


def _side(file: YamlFile, definitions: Definitions, raw: Mapping[str, Any], key: str, number: int) -> tuple[str, str]:
    """The dimension and the side that a rule speaks of: `when: {profile.context_scale: left}`."""
    dimension, side = next(iter(raw["when"].items()))
    if not definitions.has(dimension) or definitions.question(dimension).kind != "scale" or side not in LEANINGS:
        raise _fault(file, f"{dimension}: {side}", key, number)
    return dimension, side


def _fault(file: YamlFile, name: str, *at: str | int) -> DefinitionFault:
    return DefinitionFault(str(file.path), file.line(*at), name, "names nothing, or stands twice.", "Correct the name.")
