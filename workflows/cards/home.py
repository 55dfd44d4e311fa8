"""The home card with the five steps, and the card of one step."""

from __future__ import annotations

from workflows.cards import background, facts, readiness
from workflows.cards.francophone import at_step, ways_into
from workflows.cards.progress import way_in
from workflows.interview import asked_now, is_answered, next_question, next_stop, progress
from workflows.phrases import Lines, Phrase, Words, phrase
from workflows.scene import Scene, label, step_title
from workflows.schema import Step
from workflows.screens import Button, Screen
from workflows.telling import told_name


def state_words(scene: Scene, step: Step) -> Phrase:
    """The state of a step in words, with how far it is."""
    state = scene.the_project.steps.get(step.id, "untouched")
    far = progress(step, scene.the_project)
    return phrase(f"interface.states.{state}", n=far.answered, total=far.total)


def home(scene: Scene) -> Screen:
    """The steps with their state, what comes next, and the ways to drafts, resources and settings."""
    project, definitions = scene.the_project, scene.knowledge.definitions
    lines: list[Words] = []
    steps = []
    for number, step in enumerate(definitions.steps):
        name, state = step_title(step.id), state_words(scene, step)
        kind = "line" if number else "profile"  # the profile stands before the five steps and has no number
        lines.append(phrase(f"interface.home.{kind}", number=number, step=name, state=state))
        steps.append(
            scene.button(phrase("interface.home.button", number=number, step=name) if number else name, "step", step.id)
        )
    options = (*_quick(scene), *steps)
    points = sum(one.set_aside is None for one in scene.knowledge.judgement.of_project(project))
    navigation = (
        scene.button(phrase("advice.card.points", n=points), "advice"),
        way_in(scene),
        scene.button("drafts", "drafts"),
        scene.button("resources", "resources"),
        scene.button("settings", "settings"),
    )
    following = phrase("interface.home.next", step=step_title(project.state))
    body = (phrase("interface.home.steps"), Lines(tuple(lines)), following)
    return scene.screen(told_name(project.title()), body, options[:8], navigation)


def _quick(scene: Scene) -> tuple[Button, ...]:
    """The short path that is still open, as the first button: the terms of reference before the action plan."""
    for document in scene.knowledge.definitions.quick:
        if next_stop(scene.knowledge.definitions, scene.the_project, document):
            return (scene.button(phrase(f"interface.documents.{document}.quick"), "quick", document),)
    return ()


def step(scene: Scene) -> Screen:
    """What a step gives, how far it is, and the ways into it."""
    here = scene.step()
    project = scene.the_project
    following = next_question(here, project)
    options = []
    if following is not None:
        options.append(
            scene.button(phrase("interface.step.continue", question=label(following)), "ask", following.path)
        )
    else:
        first = asked_now(here, project)[0]
        options.append(
            scene.button("review", "review", here.id)
            if is_answered(first, project)
            else scene.button("start", "ask", first.path)
        )
    if following is not None:
        options.append(scene.button("review", "review", here.id))
    options.extend((*ways_into(scene, here), *background.ways_into(scene, here)))
    options.extend((*readiness.way_in(scene, here.id), *facts.way_in(scene, here.id)))
    options.append(scene.button("resources", "for_step", here.id))
    body = (Phrase(f"{here.words}.about"), state_words(scene, here), *at_step(scene, here))
    return scene.screen(
        step_title(here.id),
        body,
        tuple(options),
        (way_in(scene), scene.button("drafts", "drafts"), scene.button("home", "home")),
    )
