"""Progress, seen from home and from every step: the expected results by span of years with what the answers show of
each, and the indicators with their figures, the partnership's own apart from context.
"""

from __future__ import annotations

from workflows.evidence import Shown, shown
from workflows.indicators import SUPPORT
from workflows.measures import CHANGES, INDICATORS, VALUES, apart, readings
from workflows.phrases import Lines, Literal, Param, Phrase, Words, phrase
from workflows.project import Record
from workflows.scene import Scene
from workflows.screens import PAGE_SIZE, Button, Screen
from workflows.telling import shortened, told_text

HORIZONS = ("immediate", "intermediate", "ultimate", SUPPORT)
VIEWS = (*HORIZONS, "indicators")
"""What the card can be narrowed to; the spot's value, empty for all results."""
_SURVEY = "implementation.survey_month"
_FIGURE = 60
_LONGEST = 4
"""Indicators told under one result before the rest are only counted."""


def progress(scene: Scene) -> Screen:
    """All results at a glance, one span of years, or the indicators."""
    if scene.spot.value == "indicators":
        return _indicators(scene)
    return _horizon(scene) if scene.spot.value in HORIZONS else _overview(scene)


def way_in(scene: Scene) -> Button:
    """The button that leads here from home and from every step."""
    return scene.button(phrase("measuring.buttons.progress"), "progress")


def indicator_words(scene: Scene, row: Record) -> tuple[Param, ...]:
    """What is known of an indicator: its starting point, latest value and target, as the items of a list."""
    items: list[Param] = []
    if start := row.values.get("baseline"):
        items.append(_figure("baseline", start, row.values.get("baseline_year")))
    if told := readings(row, scene.the_project.records(VALUES)):
        items.append(_figure("latest", told[-1].value, told[-1].year))
    if target := row.values.get("target"):
        items.append(phrase("measuring.pieces.target", value=Literal(shortened(str(target), _FIGURE))))
    return tuple(items) or (phrase("measuring.pieces.nothing"),)


def _figure(name: str, value: object, year: object) -> Phrase:
    told = Literal(shortened(str(value), _FIGURE))
    if year:
        return phrase(f"measuring.pieces.{name}_year", value=told, year=Literal(str(year)))
    return phrase(f"measuring.pieces.{name}", value=told)


def _overview(scene: Scene) -> Screen:
    found = shown(scene.the_project, scene.knowledge.definitions, scene.knowledge.library)
    body: list[Words] = [phrase("measuring.about")]
    for horizon in HORIZONS:
        own = [one for one in found if one.result.horizon == horizon]
        told = sum(one.measured for one in own)
        name = Phrase(f"measuring.horizons.{horizon}")
        lines: list[Words] = [phrase("measuring.line", name=name, n=told, total=len(own))]
        if told < len(own):
            missing = (Phrase(one.result.words) for one in own if not one.measured)
            lines += [phrase("measuring.missing"), *(phrase("measuring.missing_one", name=name) for name in missing)]
        body.append(Lines(tuple(lines)))
    body.append(Lines((*_followed(scene), *_logged(scene))))
    options = (
        *(scene.button(Phrase(f"measuring.horizons.{view}"), "progress", view) for view in VIEWS),
        *_notes(scene),
    )
    return scene.screen(phrase("measuring.title"), tuple(body), options, _ways(scene))


def _followed(scene: Scene) -> tuple[Words, ...]:
    rows = scene.the_project.records(INDICATORS)
    if not rows:
        return (phrase("measuring.none_followed"),)
    own, context = apart(rows)
    lines: list[Words] = [phrase("measuring.followed", n=len(own), context=len(context))]
    unstarted = sum(not row.values.get("baseline") for row in own)
    unread = sum(not readings(row, scene.the_project.records(VALUES)) for row in own)
    lines += [phrase("measuring.without_start", n=unstarted)] if unstarted else []
    lines += [phrase("measuring.without_value", n=unread)] if unread else []
    return tuple(lines)


def _logged(scene: Scene) -> tuple[Words, ...]:
    month = scene.the_project.value(_SURVEY)
    survey = (
        phrase("measuring.survey", month=Phrase(f"lists.months.{month}")) if month else phrase("measuring.no_survey")
    )
    return (phrase("measuring.changes", n=len(scene.the_project.records(CHANGES))), survey)


def _horizon(scene: Scene) -> Screen:
    view = scene.spot.value
    found = shown(scene.the_project, scene.knowledge.definitions, scene.knowledge.library)
    body: list[Words] = [phrase(f"measuring.abouts.{view}")]
    body.extend(_result(scene, one) for one in found if one.result.horizon == view)
    options = (scene.button(phrase("measuring.buttons.overview"), "progress"), *_notes(scene))
    return scene.screen(_title(view), tuple(body), options, _ways(scene))


def _result(scene: Scene, one: Shown) -> Lines:
    """One result: its facts in one line, then its indicators, context last and marked."""
    name = Phrase(one.result.words)
    lines: list[Words] = []
    if one.facts:
        lines.append(phrase("measuring.result", name=name, items=one.facts))
    elif one.measured:
        lines.append(phrase("measuring.result", name=name, items=(_counted(one),)))
    else:
        lines.append(phrase("measuring.result_silent", name=name))
    marked = [(row, "indicator") for row in one.own] + [(row, "indicator_context") for row in one.context]
    for row, key in marked[:_LONGEST]:
        lines.append(phrase(f"measuring.{key}", name=_name(scene, row), items=indicator_words(scene, row)))
    if len(marked) > _LONGEST:
        lines.append(phrase("measuring.more", n=len(marked) - _LONGEST))
    return Lines(tuple(lines))


def _counted(one: Shown) -> Phrase:
    return phrase("measuring.facts.indicators", n=len(one.own) + len(one.context))


def _indicators(scene: Scene) -> Screen:
    own, context = apart(scene.the_project.records(INDICATORS))
    rows = (*own, *context)
    buttons = tuple(
        scene.button(phrase("measuring.buttons.open", n=number), "row", INDICATORS, row.id)
        for number, row in enumerate(rows, 1)
    )
    options, pages = scene.paged(buttons)
    first = min(scene.spot.page, max(0, (len(rows) - 1) // PAGE_SIZE)) * PAGE_SIZE
    body: list[Words] = [phrase("measuring.abouts.indicators" if rows else "measuring.none_followed")]
    for key, group in (("own_heading", own), ("context_heading", context)):
        numbered = [(n, row) for n, row in enumerate(rows, 1) if row in group and first < n <= first + PAGE_SIZE]
        lines = [
            phrase("measuring.numbered", n=n, name=_name(scene, row), items=indicator_words(scene, row))
            for n, row in numbered
        ]
        if lines:
            body.append(Lines((phrase(f"measuring.{key}"), *lines)))
    navigation = (
        scene.button(phrase("measuring.buttons.choose_indicators"), "ask", INDICATORS),
        scene.button(phrase("measuring.buttons.overview"), "progress"),
        *_ways(scene),
    )
    return scene.screen(_title("indicators"), tuple(body), options, navigation, pages, columns=2)


def _title(view: str) -> Phrase:
    return phrase("measuring.view_title", view=Phrase(f"measuring.horizons.{view}"))


def _name(scene: Scene, row: Record) -> Words:
    asked = scene.knowledge.definitions.question(INDICATORS).field("indicator")
    return told_text(asked, row.values.get("indicator", ""))


def _notes(scene: Scene) -> tuple[Button, ...]:
    return (
        scene.button(phrase("measuring.buttons.log_value"), "ask", VALUES),
        scene.button(phrase("measuring.buttons.log_change"), "ask", CHANGES),
    )


def _ways(scene: Scene) -> tuple[Button, ...]:
    return (scene.button("back", "back"), scene.button("home", "home"))
