"""The journey as two small synchronous machines, generated from the map and shared by all projects.

*Journey* (model: `Project`): its state is the recommended step. *Step* (model: one step of one project): untouched,
asking,
reviewing, confirmed, look_again. Guards are pure and see who acts; there is no work in callbacks. Where someone stands
is
not a state, and no step is a gate.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from transitions import Machine
from transitions.extensions import GraphMachine

from workflows.project import Project
from workflows.schema import Definitions

STEP_STATES = ("untouched", "asking", "reviewing", "confirmed", "look_again")
STEP_MOVES: Sequence[tuple[str, list[str], str]] = (
    ("touch", ["untouched"], "asking"),
    ("review", ["untouched", "asking", "look_again"], "reviewing"),
    ("correct", ["reviewing"], "asking"),
    ("confirm", ["reviewing"], "confirmed"),
    ("doubt", ["confirmed"], "look_again"),
)


class StepModel:
    """One step of one project while it moves; its state is written back into `project.steps`."""

    state: str

    def __init__(self, project: Project, step: str, answered: bool) -> None:
        self.project, self.step, self.answered = project, step, answered
        self.state = project.steps.get(step, "untouched")

    def something_said(self) -> bool:
        """Guard of `confirm`: a step without a single answer cannot be confirmed."""
        return self.answered


class Machines:
    """Both machines, built once. `may` asks without moving; `step` and `journey` move and return the new state."""

    def __init__(self, definitions: Definitions) -> None:
        self._order = [step.id for step in definitions.steps]
        self._step = Machine(**step_settings(), model=None)
        self._ways = {(state, trigger) for trigger, sources, _ in STEP_MOVES for state in sources}
        self._journey = Machine(**journey_settings(self._order), model=None)

    def may(self, project: Project, step: str, trigger: str, answered: bool = True) -> bool:
        """True when `trigger` would move this step now."""
        model = StepModel(project, step, answered)
        self._step.add_model(model, initial=model.state)
        try:
            return bool(model.may_trigger(trigger))  # type: ignore[attr-defined]
        finally:
            self._step.remove_model(model)

    def move(self, project: Project, step: str, trigger: str, answered: bool = True) -> bool:
        """Move a step by `trigger`; False (and nothing changed) when it may not."""
        if (project.steps.get(step, "untouched"), trigger) not in self._ways:
            return False  # without a model: most answers leave the state of their step as it is
        model = StepModel(project, step, answered)
        self._step.add_model(model, initial=model.state)
        try:
            if not model.may_trigger(trigger):  # type: ignore[attr-defined]
                return False
            model.trigger(trigger)  # type: ignore[attr-defined]
        finally:
            self._step.remove_model(model)
        project.steps[step] = model.state
        return True

    def advance(self, project: Project) -> str:
        """Let the recommended step go to the first later one that is not confirmed; returns it."""
        if project.steps.get(project.state) != "confirmed":
            return project.state
        self._journey.add_model(project, initial=project.state)
        try:
            while project.steps.get(project.state) == "confirmed" and project.may_trigger("advance"):  # type: ignore[attr-defined]
                project.trigger("advance")  # type: ignore[attr-defined]
        finally:
            self._journey.remove_model(project)
        return project.state


def step_settings() -> dict[str, Any]:
    """The states and moves of the step machine, as plain data."""
    moves = [
        {
            "trigger": trigger,
            "source": sources,
            "dest": goal,
            **({"conditions": "something_said"} if trigger == "confirm" else {}),
        }
        for trigger, sources, goal in STEP_MOVES
    ]
    return {"states": list(STEP_STATES), "transitions": moves, "initial": "untouched", "auto_transitions": False}


def journey_settings(order: Sequence[str]) -> dict[str, Any]:
    """The states and moves of the journey machine, from the ordered steps."""
    moves = [{"trigger": "advance", "source": a, "dest": b} for a, b in pairwise(order)]
    moves.append({"trigger": "start_next_year", "source": order[-1], "dest": order[-2]})
    moves.append({"trigger": "renew_strategy", "source": order[-1], "dest": order[-3]})
    return {"states": list(order), "transitions": moves, "initial": order[0], "auto_transitions": False}


def diagrams(definitions: Definitions) -> dict[str, str]:
    """Both machines as mermaid text, drawn by the live ones: {"journey": …, "step": …}."""
    order = [step.id for step in definitions.steps]
    drawn = {}
    for name, settings in (("journey", journey_settings(order)), ("step", step_settings())):
        plain = {**settings, "transitions": [dict(move) for move in settings["transitions"]]}
        for move in plain["transitions"]:
            move.pop("conditions", None)
        machine = GraphMachine(**plain, graph_engine="mermaid", show_conditions=False, title=f"title: {name}")
        drawn[name] = str(machine.get_graph().source).strip() + "\n"
    return drawn
