"""The generated review of a step, its gaps, and the card that shows a group of recommended rules in full."""

from __future__ import annotations

from workflows.gaps import Gap, find
from workflows.interview import asked_now, is_answered
from workflows.phrases import Lines, Param, Phrase, Words, phrase
from workflows.scene import Scene, label, step_title
from workflows.schema import Question
from workflows.screens import PAGE_SIZE, Button, Screen
from workflows.telling import shortened, told_title, told_value

_LONGEST_ITEMS = 12
_VALUE = 300


def review(scene: Scene) -> Screen:
    """Every answer of the step with a way to change it, eight a page; what is missing; confirm on every page."""
    step, project = scene.step(), scene.the_project
    questions = asked_now(step, project)
    last = max(0, (len(questions) - 1) // PAGE_SIZE)
    page = min(scene.spot.page, last)
    shown = questions[page * PAGE_SIZE : (page + 1) * PAGE_SIZE]
    _, pages = scene.paged(tuple(scene.button("home", "home") for _ in questions))
    body: list[Words] = [phrase("interface.review.page", page=page + 1, pages=last + 1)]
    body.append(Lines(tuple(_line(scene, question) for question in shown)))
    if page == last:
        found = find(project, step.gaps, scene.knowledge.definitions.lists)
        body.append(phrase("interface.review.gaps", n=len(found)))
        body.extend(gap_words(scene, gap) for gap in found)
    options = tuple(scene.button(label(question), "change", question.path) for question in shown)
    navigation = []
    if project.steps.get(step.id) != "confirmed":
        navigation.append(scene.button("confirm", "confirm", step.id))
    if project.last_changes:
        navigation.append(scene.button("undo", "undo"))
    navigation.extend(
        (scene.button("drafts", "drafts"), scene.button("to_step", "step", step.id), scene.button("home", "home"))
    )
    return scene.screen(
        phrase("interface.review.title", step=step_title(step.id)),
        tuple(body),
        options,
        tuple(navigation),
        pages,
        columns=2,
    )


def _line(scene: Scene, question: Question) -> Phrase:
    answer = scene.given(question.path)
    if answer.state == "not_sure":
        value: Words = phrase("interface.value.not_sure")
    elif not is_answered(question, scene.the_project):
        value = phrase("interface.value.nothing")
    else:
        value = told_value(scene.knowledge.definitions, scene.the_project, question, answer.value)
        if question.kind == "long_text":
            value = phrase(
                "interface.value.text", text=shortened(scene.knowledge.book.text(value, scene.language), _VALUE)
            )
    key = "line_recommended" if answer.state == "recommended" else "line"
    return phrase(f"interface.review.{key}", name=label(question), value=value)


def gap_words(scene: Scene, gap: Gap) -> Phrase:
    """A gap's sentence with what it names."""
    items: tuple[Param, ...] = ()
    if gap.list_name:
        items = tuple(Phrase(f"lists.{gap.list_name}.{option}") for option in gap.items)
    elif gap.rows:
        asked = scene.knowledge.definitions.question(gap.rows)
        rows = (scene.the_project.record(gap.rows, record) for record in gap.items)
        items = tuple(told_title(asked, row) for row in rows if row is not None)
    if len(items) > _LONGEST_ITEMS:
        items = (*items[:_LONGEST_ITEMS], phrase("interface.value.more", n=len(items) - _LONGEST_ITEMS))
    return phrase("interface.review.gap", text=phrase(gap.words, n=len(gap.items), items=items))


def group(scene: Scene) -> Screen:
    """The recommended rules in full; one tap takes those that are still open, one by one is always possible."""
    name = scene.spot.question.removeprefix("group.")
    members = scene.knowledge.definitions.members_of(name)
    half = (len(members) + 1) // 2
    body: list[Words] = [phrase(f"interface.groups.{name}.about", n=len(members))]
    for part in (members[:half], members[half:]):
        body.append(Lines(tuple(_rule(scene, question) for question in part)))
    options = (
        scene.button("take_recommended", "recommended", f"group.{name}"),
        scene.button("one_by_one", "ask", members[0].path),
    )
    return scene.screen(Phrase(f"interface.groups.{name}.title"), tuple(body), options, _group_ways(scene, name))


def _group_ways(scene: Scene, name: str) -> tuple[Button, ...]:
    return (scene.button("skip", "skip", f"group.{name}"), scene.button("home", "home"))


def _rule(scene: Scene, question: Question) -> Phrase:
    answer = scene.given(question.path)
    given = is_answered(question, scene.the_project) and answer.state != "not_sure"
    value = answer.value if given else question.recommended
    told = told_value(scene.knowledge.definitions, scene.the_project, question, value)
    return phrase("interface.groups.line", name=label(question), value=told)
