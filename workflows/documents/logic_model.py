"""A project → its logic model: from means to the change in the community, grouped by priority, as one figure and as a
list that says the same in full. It knows no template; its words stand in content/<language>/documents/logic_model.yml.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from workflows.phrases import Param, Phrase
from workflows.project import Record

from .blocks import Bullets, Figure, Item, Text
from .drawing import one_line
from .logic_drawing import Band as Drawn
from .logic_drawing import draw_logic_model
from .measures import HIGHEST, HIGHEST_LANDSCAPE, PORTRAIT
from .open_checks import objectives_of
from .speech import Speech
from .visible import ACTIONS, PRIORITIES, Band, bands

LOGIC_WORDS = "documents.logic_model"
COLUMNS = ("means", "actions", "outputs", "immediate", "intermediate", "ultimate")
"""Means, actions and outputs are the partnership's; the three horizons of outcomes follow."""

_DOING = 3
_OBJECTIVES = "research_strategy.objectives"


@dataclass(frozen=True)
class LogicModel:
    """The drawing, and every text on it in full: a bullet for each priority, a line below it for each column."""

    figure: Figure
    outline: Bullets


def logic_model(speech: Speech, width: float = PORTRAIT) -> LogicModel | None:
    """The logic model of a project as the document's language says it, for a page whose text is `width` points wide.

    One page holds the drawing. None while the project has neither a priority nor an action.
    """
    told = bands(speech.view)
    if not told:
        return None
    rows = tuple(_band(speech, band) for band in told)
    heads = [_say(speech, f"columns.{column}") for column in COLUMNS]
    highest = HIGHEST_LANDSCAPE if width > PORTRAIT else HIGHEST
    # A line of text above the drawing shares its page.
    svg = draw_logic_model(heads, _DOING, rows, width, highest - 20)
    return LogicModel(Figure(svg, _say(speech, "alt", n=len(rows))), _outline(speech, heads, rows))


def _say(speech: Speech, key: str, **params: Param) -> str:
    return speech.book.text(Phrase(f"{LOGIC_WORDS}.{key}", params), speech.language)


def _band(speech: Speech, band: Band) -> Drawn:
    actions = [row for _, row in band.actions]

    def cells(*names: str) -> tuple[str, ...]:
        return _once(speech.cell(f"{ACTIONS}.{name}", row) for row in actions for name in names)

    priority = band.priority
    title, result = speech.say("plan.rest"), ""
    outcomes: list[str] = []
    objectives: tuple[Record, ...] = ()
    if priority:
        title = speech.say("plan.band", number=str(band.number), title=speech.title(priority, PRIORITIES))
        result = speech.cell(f"{PRIORITIES}.result", priority)
        objectives = objectives_of(speech.view, priority)
        outcomes = [*_as_list(priority.values.get("outcomes"))]
    # An outcome that only an action names is the community's all the same.
    outcomes += [one for row in (*objectives, *actions) for one in _as_list(row.values.get("outcomes"))]
    question = speech.view.definitions.question(f"{PRIORITIES}.outcomes")
    change = tuple(speech.option(question, one) for one in question.options if one in outcomes)
    return Drawn(
        title,
        (
            cells("funder", "means"),
            cells("action"),
            cells("output"),
            _at(speech, objectives, "immediate"),
            _once((result, *_at(speech, objectives, "intermediate"))),
            (*_at(speech, objectives, "ultimate"), *change),
        ),
    )


def _at(speech: Speech, objectives: Iterable[Record], horizon: str) -> tuple[str, ...]:
    """The objectives of one horizon with their targets; one without a horizon is of the strategy's end."""
    told = []
    for row in objectives:
        if (row.values.get("horizon") or "intermediate") == horizon:
            objective, target = (speech.cell(f"{_OBJECTIVES}.{name}", row) for name in ("objective", "target"))
            told.append(
                speech.say("plan.objective_target", objective=objective, target=target) if target else objective
            )
    return _once(told)


def _outline(speech: Speech, heads: list[str], rows: tuple[Drawn, ...]) -> Bullets:
    items = []
    for row in rows:
        lines = tuple(
            Item((Text(_say(speech, "line", column=head, items="; ".join(map(_ended, column)))),))
            for head, column in zip(heads, row.columns, strict=True)
            if column
        )
        items.append(Item((Text(one_line(row.title), bold=True),), (Bullets(lines),) if lines else ()))
    return Bullets(tuple(items))


def _ended(text: str) -> str:
    """A text as one of several in a line: on one line, without its full stop."""
    return one_line(text).removesuffix(".")


def _once(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in map(one_line, texts) if text))


def _as_list(value: object) -> list[str]:
    return list(value) if isinstance(value, list) else []
