"""Which indicators are suggested to a row: those of its priority's theme, then the partnership's own, then context.

Where indicators are followed, those that the plan names in its own words are offered too, with the starting point and
the target told there, so that no fact is asked twice. It writes nothing (moves/measuring.py does) and holds no word.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from workflows.indicators import Indicator, Library, Place
from workflows.measures import CONTEXT, library_id
from workflows.phrases import Phrase, Words
from workflows.project import Project, Record
from workflows.schema import Definitions
from workflows.telling import told_text

PRIORITIES = "research_strategy.priorities"
INDICATOR = "indicator"
"""The field of an action that names its indicator."""


@dataclass(frozen=True)
class Suggestion:
    """One suggestion: `value` is the id of an indicator, or of the action that names it (then it has no `level`).

    `fills` are the values that taking it writes; `offers` are those that it writes only where the row has none.
    """

    value: str
    title: Words
    fills: Mapping[str, Any]
    offers: Mapping[str, Any] = field(default_factory=dict)
    level: str = ""
    source: Words | None = None


def suggested(
    library: Library, definitions: Definitions, project: Project, place: Place, row: Record | None
) -> tuple[Suggestion, ...]:
    """What is suggested for `row` (None while it does not exist); nothing that another row already follows."""
    path, _, name = place.path.rpartition(".")
    others = [one.values.get(name) for one in project.records(path) if row is None or one.id != row.id]
    themes = _themes(library, project, place, row)
    near = [one for one in _fitting(library, place, themes) if one.level != CONTEXT]
    shared = [one for one in _fitting(library, place, (library.shared_theme,)) if one.level != CONTEXT]
    context = [one for one in _fitting(library, place, themes) if one.level == CONTEXT]
    plan = _plan(project, place)
    own = (_of_plan(definitions, one, place) for one in plan if library.get(library_id(one.values[INDICATOR])) is None)
    before = (_of_library(one, place, plan) for one in dict.fromkeys((*near, *shared)))
    found = (*before, *own, *(_of_library(one, place, plan) for one in dict.fromkeys(context)))
    unique = definitions.question(path).unique_by == (name,)
    return tuple(one for one in found if not (unique and one.fills[name] in others))


def found_by(
    library: Library, definitions: Definitions, project: Project, place: Place, value: str
) -> Suggestion | None:
    """The suggestion that a button named, whatever is suggested now; None when it belongs to no such place."""
    known, plan = library.get(value), _plan(project, place)
    if known is not None:
        return _of_library(known, place, plan) if known.level in place.levels else None
    return next((_of_plan(definitions, one, place) for one in plan if one.id == value), None)


def _themes(library: Library, project: Project, place: Place, row: Record | None) -> tuple[str, ...]:
    """The theme of the row's priority; without one those of all; without any, the table's own and then all."""
    priorities = project.records(PRIORITIES)
    link = row.values.get(place.priority) if row is not None and place.priority else None
    own = [one.values.get("theme") for one in priorities if one.id == link]
    told = [theme for theme in own if theme] or [one.values["theme"] for one in priorities if one.values.get("theme")]
    every = dict.fromkeys((library.shared_theme, *(one.themes[0] for one in library.indicators)))
    return tuple(told) or tuple(every)


def _fitting(library: Library, place: Place, themes: tuple[str, ...]) -> list[Indicator]:
    """The indicators of these themes that may be suggested there, theme by theme; a theme's very own come first."""
    found: list[Indicator] = []
    for theme in themes:
        fitting = [one for one in library.indicators if theme in one.themes and one.level in place.levels]
        found += [one for one in fitting if one.themes[0] == theme]
        found += [one for one in fitting if one.themes[0] != theme]
    return found


def _plan(project: Project, place: Place) -> tuple[Record, ...]:
    """The actions of the plan that name an indicator, the first of each."""
    rows = project.records(place.plan) if place.plan else []
    return tuple({str(row.values[INDICATOR]): row for row in reversed(rows) if row.values.get(INDICATOR)}.values())[
        ::-1
    ]


def _offers(row: Record) -> dict[str, Any]:
    """The starting point and the target that an action told: they need not be asked again."""
    return {key: row.values[key] for key in ("baseline", "target") if row.values.get(key)}


def _of_library(one: Indicator, place: Place, plan: tuple[Record, ...]) -> Suggestion:
    given: Mapping[str, Any] = {"level": one.level, "source": {"label": one.source_words}}
    label = {"label": one.words}
    fills = {place.path.rpartition(".")[2]: label, **{name: given[what] for name, what in place.fills.items()}}
    offers = next((_offers(row) for row in plan if row.values[INDICATOR] == label), {})
    return Suggestion(one.id, Phrase(one.words), fills, offers, one.level, Phrase(one.source_words))


def _of_plan(definitions: Definitions, row: Record, place: Place) -> Suggestion:
    """An indicator in somebody's own words, as an action of the plan names it."""
    asked, value = definitions.question(f"{place.plan}.{INDICATOR}"), row.values[INDICATOR]
    return Suggestion(row.id, told_text(asked, value), {place.path.rpartition(".")[2]: value}, _offers(row))
