"""Questions to think about together, one a card. Nothing is asked for: each shows where an answer could be kept."""

from __future__ import annotations

from workflows.background import Reflection
from workflows.cards.background import card_of, source, ways_on
from workflows.conditions import applies
from workflows.interview import is_answered
from workflows.phrases import Lines, Literal, Phrase, Words, phrase
from workflows.scene import Scene, label
from workflows.schema import Question
from workflows.screens import Button, Screen
from workflows.telling import shortened, told_value

_VALUE = 120


def reflection(scene: Scene) -> Screen:
    """One question, what to do with it, what the guide already knows of it, and the ways to keep an answer."""
    card, found = card_of(scene), scene.knowledge.background.reflections
    number = min(scene.spot.page, len(found) - 1)
    one = found[number]
    asked = _asked(scene, one)
    answered = sum(any(_said(scene, question) for question in _asked(scene, other)) for other in found)
    body: list[Words] = [Phrase(f"{one.words}.ask"), phrase("deck.reflection.think", text=Phrase(f"{one.words}.think"))]
    if asked:
        lines = tuple(_line(scene, question) for question in asked)
        body.append(Lines((phrase("deck.reflection.kept"), *lines)))
    else:
        body.append(phrase("deck.reflection.nothing_kept"))
    body.extend((phrase("deck.reflection.answered", n=answered, total=len(found)), source(card)))
    options = tuple(scene.button(label(question), "ask", question.path) for question in asked)
    title = phrase("deck.reflection.title", number=number + 1, total=len(found))
    return scene.screen(title, tuple(body), options, (*_turns(scene, number, len(found)), *ways_on(scene, card)))


def _turns(scene: Scene, number: int, total: int) -> tuple[Button, ...]:
    turns = []
    if number:
        turns.append(scene.button(Phrase("deck.buttons.previous_question"), "page", value=str(number - 1)))
    if number < total - 1:
        turns.append(scene.button(Phrase("deck.buttons.next_question"), "page", value=str(number + 1)))
    return tuple(turns)


def _asked(scene: Scene, one: Reflection) -> tuple[Question, ...]:
    """The questions of a reflection that are asked of this project."""
    found = (scene.knowledge.definitions.question(path) for path in one.asks)
    return tuple(question for question in found if applies(question, scene.the_project))


def _said(scene: Scene, question: Question) -> bool:
    if question.kind == "records":
        return bool(scene.the_project.records(question.path))
    return is_answered(question, scene.the_project)


def _line(scene: Scene, question: Question) -> Phrase:
    answer = scene.given(question.path)
    if answer.state == "not_sure":
        told: Words = phrase("interface.value.not_sure")
    else:
        told = told_value(scene.knowledge.definitions, scene.the_project, question, answer.value)
    value = Literal(shortened(scene.knowledge.book.text(told, scene.language), _VALUE))
    return phrase("deck.reflection.line", name=label(question), value=value)
