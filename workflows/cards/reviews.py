"""The generated review of a step, its gaps, and the card that shows a group of recommended rules in full."""

from __future__ import annotations

from workflows.cards import readiness
from workflows.cards.advice import page_lines, rule_buttons
from workflows.interview import asked_now, is_answered
from workflows.phrases import Lines, Phrase, Words, phrase
from workflows.scene import Scene, label, step_title
from workflows.schema import Question
from workflows.screens import PAGE_SIZE, Button, Screen
from workflows.telling import shortened, told_value

_VALUE = 300


def review(scene: Scene) -> Screen:
    """Every answer of the step with a way to change it, eight a page; then what is missing, one line and one button a
    rule, what was set aside at the end; confirm on every page.
    """
    step, project = scene.step(), scene.the_project
    questions, found = asked_now(step, project), scene.knowledge.judgement.of_step(project, step.id)
    own, more = (max(1, -(-len(questions) // PAGE_SIZE)), -(-len(found) // PAGE_SIZE))
    _, pages = scene.paged((scene.button("home", "home"),) * ((own + more) * PAGE_SIZE))
    page = min(scene.spot.page, own + more - 1)
    points = sum(one.set_aside is None for one in found)
    if page < own:
        shown = questions[page * PAGE_SIZE : (page + 1) * PAGE_SIZE]
        body: tuple[Words, ...] = (
            phrase("interface.review.page", page=page + 1, pages=own + more),
            Lines(tuple(_line(scene, question) for question in shown)),
        )
        options = tuple(scene.button(label(question), "change", question.path) for question in shown)
        if page == own - 1 and not found:
            body = (*body, phrase("interface.review.gaps", n=0))
    else:
        body = (phrase("interface.review.gaps", n=points), *page_lines(scene, found, page - own))
        options = rule_buttons(scene, found, "")[(page - own) * PAGE_SIZE : (page - own + 1) * PAGE_SIZE]
    navigation = []
    if found and page < own:
        navigation.append(scene.button(phrase("advice.card.points", n=points), "page", value=str(own)))
    if project.steps.get(step.id) != "confirmed":
        navigation.append(scene.button("confirm", "confirm", step.id))
    if project.last_changes:
        navigation.append(scene.button("undo", "undo"))
    navigation.extend(readiness.way_in(scene, step.id))
    navigation.extend(
        (scene.button("drafts", "drafts"), scene.button("to_step", "step", step.id), scene.button("home", "home"))
    )
    return scene.screen(
        phrase("interface.review.title", step=step_title(step.id)), body, options, tuple(navigation), pages,
        columns=2 if page < own else 1,
    )  # fmt: skip


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
