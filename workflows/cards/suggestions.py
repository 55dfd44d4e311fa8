"""Suggested indicators for one row: the theme of its priority first, then the table's own, context apart. One tap takes
one; typed words do as well.
"""

from __future__ import annotations

from workflows.indicators import Place
from workflows.measures import CONTEXT, is_context
from workflows.phrases import Lines, Phrase, Words, phrase
from workflows.project import Record
from workflows.scene import Scene, label
from workflows.schema import Question
from workflows.screens import PAGE_SIZE, Button, Screen
from workflows.suggesting import Suggestion, suggested
from workflows.telling import shortened, told_row, told_title


def ways_to(scene: Scene, part: Question, record: str = "") -> tuple[Button, ...]:
    """The button that opens the suggestions of a field; none where no indicator is asked."""
    if scene.knowledge.library.place(part.path) is None:
        return ()
    return (scene.button(phrase("measuring.buttons.suggestions"), "suggest", part.path, record),)


def indicator_title(asked: Question, row: Record) -> Words:
    """How a followed indicator is called in its list: context says so first."""
    title = told_title(asked, row)
    return phrase("measuring.context_mark", title=title) if is_context(row) else title


def suggestions(scene: Scene) -> Screen:
    """Eight suggestions a page with their level and source, and a button each."""
    asked = scene.question()
    part = asked.field(scene.spot.field)
    place = scene.knowledge.library.place(part.path)
    assert place is not None, part.path
    record = scene.the_project.record(asked.path, scene.spot.record)
    found = suggested(scene.knowledge.library, scene.knowledge.definitions, scene.the_project, place, record)
    options, pages = scene.paged(
        tuple(
            scene.button(
                phrase("measuring.buttons.take", n=number), "take", part.path, scene.spot.record, value=one.value,
                chosen=record is not None and record.values.get(part.id) == one.fills[part.id],
            )
            for number, one in enumerate(found, 1)
        )
    )  # fmt: skip
    first = min(scene.spot.page, max(0, (len(found) - 1) // PAGE_SIZE)) * PAGE_SIZE
    listed = list(enumerate(found, 1))[first : first + PAGE_SIZE]
    body: list[Words] = [phrase("measuring.suggestions.body"), _order(place)]
    near = tuple(_line(n, one, place) for n, one in listed if one.level != CONTEXT)
    context = tuple(_line(n, one, place) for n, one in listed if one.level == CONTEXT)
    if near:
        body.append(Lines(near))
    if context:
        body.append(Lines((phrase("measuring.context_heading"), *context)))
    if not found:
        body.append(phrase("measuring.suggestions.none"))
    navigation = (scene.button("back", "own", part.path, scene.spot.record), scene.button("home", "home"))
    title = phrase("measuring.suggestions.title", title=_called(scene, asked))
    return scene.screen(title, tuple(body), options, navigation, pages, columns=2)


def _order(place: Place) -> Phrase:
    return phrase("measuring.suggestions.followed" if CONTEXT in place.levels else "measuring.suggestions.action")


def _called(scene: Scene, asked: Question) -> Words:
    record = scene.the_project.record(asked.path, scene.spot.record)
    if record is None:
        return label(asked)
    told = told_row(scene.knowledge.definitions, scene.the_project, asked, record)
    return phrase("interface.value.text", text=shortened(scene.knowledge.book.text(told, scene.language), 60))


def _line(number: int, one: Suggestion, place: Place) -> Phrase:
    if not one.level:
        return phrase("measuring.suggestions.plan", n=number, name=one.title)
    level = Phrase(f"lists.indicator_levels.{one.level}")
    if one.source is None or "source" not in place.fills:
        return phrase("measuring.suggestions.plain", n=number, name=one.title, level=level)
    return phrase("measuring.suggestions.line", n=number, name=one.title, level=level, source=one.source)
