"""What is good to know beside the work: the cards of a step, one card, and the ways to them."""

from __future__ import annotations

from workflows.background import Card
from workflows.context_advice import hints
from workflows.phrases import Lines, Phrase, Words, phrase
from workflows.scene import Scene, step_title
from workflows.schema import Question, Step
from workflows.screens import Button, Screen


def to_know(scene: Scene) -> Screen:
    """Every card of a step that fits the answers so far."""
    found = scene.knowledge.background.of_step(scene.spot.value, scene.the_project)
    options, pages = scene.paged(tuple(_button(scene, card) for card in found))
    title = phrase("deck.to_know.title", step=step_title(scene.spot.value))
    return scene.screen(title, (phrase("deck.to_know.body", n=len(found)),), options, _back(scene), pages)


def background(scene: Scene) -> Screen:
    """One card: its paragraphs, its source with the year, and the resources that say more."""
    card = card_of(scene)
    body = tuple(phrase(f"{card.words}.parts.{part}", n=number) for part, number in card.parts)
    found = (scene.knowledge.catalogue.get(name) for name in card.resources)
    options = tuple(scene.button(Phrase(f"{one.words}.title"), "resource", one.id) for one in found if one is not None)
    return scene.screen(Phrase(f"{card.words}.title"), (*body, source(card)), options, ways_on(scene, card))


def card_of(scene: Scene) -> Card:
    """The card that the spot names."""
    card = scene.knowledge.background.get(scene.spot.value)
    assert card is not None, "a spot with another value does not stand"
    return card


def source(card: Card) -> Phrase:
    """Where a card comes from, with the year."""
    return phrase("deck.source", items=tuple(Phrase(f"background.sources.{one}") for one in card.sources))


def ways_on(scene: Scene, card: Card) -> tuple[Button, ...]:
    """The other cards of its step, then Back and Home."""
    more = scene.button(Phrase("deck.buttons.more_of_step"), "to_know", card.steps[0])
    return (more, *_back(scene))


def ways_into(scene: Scene, step: Step) -> tuple[Button, ...]:
    """From the card of a step to what is good to know there."""
    if not scene.knowledge.background.of_step(step.id, scene.the_project):
        return ()
    return (scene.button(Phrase("deck.buttons.good_to_know"), "to_know", step.id),)


def ways_from(scene: Scene, asked: Question) -> tuple[Button, ...]:
    """From a question or a field to the cards that stand beside it."""
    return tuple(_button(scene, card) for card in scene.knowledge.background.at(asked.path))


def advice(scene: Scene, asked: Question) -> tuple[Words, ...]:
    """What the answers on local context mean for this question."""
    found = hints(scene.knowledge.context, scene.the_project, asked.path)
    if not found:
        return ()
    lines = tuple(phrase("deck.hint", text=Phrase(one.words)) for one in found)
    return (Lines((phrase("deck.hints"), *lines)),)


def _button(scene: Scene, card: Card) -> Button:
    return scene.button(Phrase(f"{card.words}.button"), "know", card.target)


def _back(scene: Scene) -> tuple[Button, ...]:
    return (scene.button("back", "back"), scene.button("home", "home"))
