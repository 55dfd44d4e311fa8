"""One question on one card: the question, the answer so far, why and an example on request, and the ways on."""

from __future__ import annotations

from workflows.cards import background, glossary, wordings
from workflows.cards.francophone import ways_from
from workflows.interview import is_answered
from workflows.phrases import Phrase, Words, phrase
from workflows.project import Answer
from workflows.scene import Scene, label, step_title
from workflows.schema import TYPED_KINDS, Question
from workflows.screens import Button, Screen
from workflows.telling import told_option, told_value


def title(scene: Scene) -> Phrase:
    """The step and the question's short name."""
    question = scene.question()
    return phrase("interface.question.title", step=step_title(question.step), question=label(question))


def question(scene: Scene) -> Screen:
    """A question of a simple kind. The answer so far is shown; a choice is marked; typed kinds say what to send."""
    asked = scene.question()
    answer = scene.given(asked.path)
    body: list[Words] = [Phrase(f"{asked.words}.ask"), *explained(scene, asked), *background.advice(scene, asked)]
    body.extend(so_far(scene, asked, answer))
    body.extend(
        phrase("interface.question.starter", n=number, text=Phrase(f"{asked.words}.starters.{starter}"))
        for number, starter in enumerate(asked.starters, 1)
    )
    if asked.kind in TYPED_KINDS:
        body.append(phrase(f"interface.hints.{asked.kind}", n=asked.longest))
    elif asked.kind == "choices":
        if asked.usual and not answer.value:
            usual = tuple(Phrase(asked.option_key(option)) for option in asked.usual)
            body.append(phrase("interface.question.usual", value=usual))
        body.append(phrase("interface.hints.choices"))
    options, pages = scene.paged(choices(scene, asked, answer))
    return scene.screen(title(scene), tuple(body), options, ways_on(scene, asked), pages)


def explained(scene: Scene, asked: Question) -> tuple[Words, ...]:
    """Why we ask, or an example, when that was pressed."""
    key = f"{asked.words}.{scene.spot.value}"
    if scene.spot.value not in ("why", "example") or not scene.knowledge.book.has(key):
        return ()
    return (phrase(f"interface.question.{scene.spot.value}", text=Phrase(key)),)


def so_far(scene: Scene, asked: Question, answer: Answer) -> tuple[Words, ...]:
    """The answer as it stands."""
    if answer.state == "not_sure":
        return (phrase("interface.question.not_sure"),)
    if not is_answered(asked, scene.the_project):
        return ()
    told = told_value(scene.knowledge.definitions, scene.the_project, asked, answer.value)
    key = "recommended" if answer.state == "recommended" else "given"
    return (phrase(f"interface.question.{key}", value=told),)


def choices(scene: Scene, asked: Question, answer: Answer) -> tuple[Button, ...]:
    """The options, or the starters of a text."""
    if asked.kind in ("choice", "scale"):
        return tuple(
            scene.button(_option(asked, option), "set", asked.path, value=option, chosen=answer.value == option)
            for option in asked.options
        )
    if asked.kind == "choices":
        chosen = answer.value or []
        usual = () if chosen or not asked.usual else (scene.button("usual", "usual", asked.path),)
        return usual + tuple(
            scene.button(
                Phrase(asked.option_key(option)), "off" if option in chosen else "on", asked.path,
                value=option, chosen=option in chosen,
            )
            for option in asked.options
        )  # fmt: skip
    return tuple(
        scene.button(phrase("interface.buttons.starter", n=number), "starter", asked.path, value=starter)
        for number, starter in enumerate(asked.starters, 1)
    )


def _option(asked: Question, option: str) -> Words:
    return told_option(asked, option) if asked.kind != "scale" else Phrase(asked.option_key(option))


def ways_on(scene: Scene, asked: Question) -> tuple[Button, ...]:
    """Why, Example, Resources; then Back, Skip, Not sure yet, Done and Home, always last."""
    buttons = []
    for side in ("why", "example"):
        if scene.spot.value != side and scene.knowledge.book.has(f"{asked.words}.{side}"):
            buttons.append(scene.button(side, side, asked.path))
    buttons.extend(wordings.way_in(scene, asked))
    buttons.extend((*glossary.way_in(scene, asked.path), *ways_from(scene, asked), *background.ways_from(scene, asked)))
    buttons.append(scene.button("resources", "for_step", asked.step))
    buttons.append(scene.button("back", "back", asked.path))
    if asked.kind == "choices" and scene.given(asked.path).value:
        buttons.append(scene.button("done", "done", asked.path))
    else:
        buttons.append(scene.button("keep" if is_answered(asked, scene.the_project) else "skip", "skip", asked.path))
    buttons.append(scene.button("not_sure", "unsure", asked.path))
    if not scene.spot.changing and not scene.spot.path:
        buttons.append(scene.button("review", "review", asked.step))
    buttons.append(scene.button("home", "home"))
    return tuple(buttons)


def noted_date(scene: Scene) -> Screen:
    """A typed date shown back in words; when day and month could be exchanged, the other reading is one tap away."""
    asked = scene.question()
    answer = scene.given(asked.path)
    told = told_value(scene.knowledge.definitions, scene.the_project, asked, answer.value)
    options = [scene.button("yes_right", "done", asked.path)]
    for other in filter(None, scene.spot.value.split(",")):
        words = told_value(scene.knowledge.definitions, scene.the_project, asked, other)
        options.append(scene.button(phrase("interface.buttons.rather", value=words), "set", asked.path, value=other))
    body = (phrase("interface.question.understood", value=told), phrase("interface.question.send_again"))
    return scene.screen(title(scene), body, tuple(options), (scene.button("home", "home"),))


def consent(scene: Scene) -> Screen:
    """Before the first name of another person: may they be named here?"""
    asked = scene.question()
    options = (
        scene.button("consent_given", "consent", asked.path, value="names"),
        scene.button("consent_organizations", "consent", asked.path, value="organizations"),
    )
    body = (phrase("interface.consent.body"),)
    return scene.screen(
        phrase("interface.consent.title"),
        body,
        options,
        (scene.button("back", "back", asked.path), scene.button("home", "home")),
    )
