"""Lists of rows: the list with its pages and pasting, one row with its fields, and one field being asked."""

from __future__ import annotations

from workflows.cards import glossary, starters, wordings
from workflows.cards.background import advice, ways_from
from workflows.cards.questions import explained, title
from workflows.cards.suggestions import indicator_title, ways_to
from workflows.interview import is_told
from workflows.measures import INDICATORS
from workflows.phrases import Lines, Literal, Phrase, Words, phrase
from workflows.project import Record
from workflows.scene import Scene, label
from workflows.schema import TYPED_KINDS, Question
from workflows.screens import Button, Screen
from workflows.telling import links_of, shortened, told_option, told_row, told_value


def rows(scene: Scene) -> Screen:
    """The rows so far as buttons, eight a page; a text adds rows, one a line."""
    asked = scene.question()
    if starters.opened(scene, asked):
        return starters.starters(scene, asked, title(scene))
    known = scene.the_project.records(asked.path)
    body: list[Words] = [Phrase(f"{asked.words}.ask"), *explained(scene, asked), *advice(scene, asked)]
    if known:
        body.append(phrase("interface.rows.so_far", n=len(known)))
    elif scene.given(asked.path).state == "not_sure":
        body.append(phrase("interface.question.not_sure"))
    names = tuple(label(part) for part in asked.fields if part.asked)
    body.append(phrase("interface.rows.paste", fields=names) if len(names) > 1 else phrase("interface.rows.paste_one"))
    options, pages = scene.paged(
        tuple(
            scene.button(_row_label(scene, asked, number, row), "row", asked.path, row.id)
            for number, row in enumerate(known, 1)
        )
    )
    return scene.screen(title(scene), tuple(body), options, _ways_on(scene, asked, bool(known)), pages)


def _row_label(scene: Scene, asked: Question, number: int, row: Record) -> Words:
    key = "interface.rows.line" if is_told(asked, row) else "interface.rows.line_open"
    return phrase(key, number=number, title=_called(scene, asked, row))


def _called(scene: Scene, asked: Question, row: Record) -> Words:
    if asked.path == INDICATORS:
        return indicator_title(asked, row)
    return told_row(scene.knowledge.definitions, scene.the_project, asked, row)


def _ways_on(scene: Scene, asked: Question, some: bool) -> tuple[Button, ...]:
    buttons = [scene.button("add", "add", asked.path)]
    if starters.offered(scene, asked):
        buttons.append(scene.button("starters", "starters", asked.path))
    buttons.extend((*ways_to(scene, asked.fields[0]), *ways_from(scene, asked)))
    for side in ("why", "example"):
        if scene.spot.value != side:
            buttons.append(scene.button(side, side, asked.path))
    buttons.extend(glossary.way_in(scene, asked.path))
    buttons.append(scene.button("resources", "for_step", asked.step))
    buttons.append(scene.button("back", "back", asked.path))
    if some:
        buttons.append(scene.button("done", "done", asked.path))
    else:
        buttons.append(scene.button("skip", "skip", asked.path))
        buttons.append(scene.button("not_sure", "unsure", asked.path))
    if not scene.spot.changing and not scene.spot.path:
        buttons.append(scene.button("review", "review", asked.step))
    buttons.append(scene.button("home", "home"))
    return tuple(buttons)


def row(scene: Scene) -> Screen:
    """One row: every field with its value, each with a way to change it; order and removal."""
    asked, project = scene.question(), scene.the_project
    record = project.record(asked.path, scene.spot.record)
    if record is None:
        return rows(scene)
    lines = []
    fields = []
    for part in asked.fields:
        told = told_value(scene.knowledge.definitions, project, part, record.values.get(part.id))
        lines.append(phrase("interface.rows.field", name=label(part), value=told))
        fields.append(scene.button(label(part), "field", part.path, record.id))
    options, pages = scene.paged(tuple(fields))
    place = project.records(asked.path).index(record)
    navigation = [
        *((scene.button("up", "up", asked.path, record.id),) if place else ()),
        *(
            (scene.button("down", "down", asked.path, record.id),)
            if place < len(project.records(asked.path)) - 1
            else ()
        ),
        scene.button("remove", "drop", asked.path, record.id),
        scene.button("to_list", "list", asked.path),
        scene.button("home", "home"),
    ]
    name = phrase("interface.rows.line", number=place + 1, title=_called(scene, asked, record))
    return scene.screen(name, (Lines(tuple(lines)),), options, tuple(navigation), pages, columns=2)


def field(scene: Scene) -> Screen:
    """One field of one row, asked like a question."""
    asked = scene.question()
    part = asked.field(scene.spot.field)
    record = scene.the_project.record(asked.path, scene.spot.record) or Record("")
    value = record.values.get(part.id)
    body: list[Words] = [Phrase(f"{part.words}.ask")]
    if value not in (None, "", []):
        body.append(
            phrase(
                "interface.question.given",
                value=told_value(scene.knowledge.definitions, scene.the_project, part, value),
            )
        )
    if part.kind in TYPED_KINDS:
        body.append(phrase(f"interface.hints.{part.kind}", n=part.longest))
    elif part.kind == "choices":
        body.append(phrase("interface.hints.choices"))
    options, pages = scene.paged((*ways_to(scene, part, record.id), *_field_choices(scene, part, value)))
    if part.kind == "link" and not options:
        body.append(phrase("interface.rows.nothing_to_link"))
    told = _called(scene, asked, record)
    named = told if any(record.values.get(one.id) for one in asked.fields) else phrase("interface.rows.new")
    heading = phrase("interface.rows.field_title", title=named, name=label(part))
    navigation = [scene.button("back", "back", part.path, record.id)]
    if part.kind == "choices" and value:
        navigation.append(scene.button("done", "done", part.path, record.id))
    else:
        navigation.append(scene.button("keep" if value not in (None, "", []) else "skip", "skip", part.path, record.id))
    if value not in (None, "", []) and not part.required:
        navigation.append(scene.button("empty", "empty", part.path, record.id))
    navigation.extend((*wordings.way_in(scene, part, record.id), *ways_from(scene, part)))
    navigation.extend((scene.button("to_list", "list", asked.path), scene.button("home", "home")))
    return scene.screen(heading, tuple(body), options, tuple(navigation), pages)


def _field_choices(scene: Scene, part: Question, value: object) -> tuple[Button, ...]:
    record = scene.spot.record
    if part.kind == "link":
        links = links_of(scene.knowledge.definitions, scene.knowledge.book, scene.the_project, part, scene.language)
        return tuple(
            scene.button(Literal(shortened(name, 60)), "set", part.path, record, value=other, chosen=other == value)
            for other, name in links
        )
    if part.kind == "choices":
        chosen = value if isinstance(value, list) else []
        return tuple(
            scene.button(
                Phrase(part.option_key(o)), "off" if o in chosen else "on", part.path, record, o, chosen=o in chosen
            )
            for o in part.options
        )
    if part.kind in ("choice", "scale"):
        return tuple(
            scene.button(
                told_option(part, o) if part.kind == "choice" else Phrase(part.option_key(o)), "set", part.path, record,
                value=o, chosen=o == value,
            )
            for o in part.options
        )  # fmt: skip
    return ()
