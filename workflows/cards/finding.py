"""What a search answers: a short card of the resource that fits best, or that nothing fits with the nearest step, or
where a person finds help with their own situation.
"""

from __future__ import annotations

from workflows.cards.resources import ways
from workflows.catalogue import Resource
from workflows.phrases import Lines, Literal, Phrase, Words, phrase
from workflows.scene import Scene, step_title
from workflows.screens import Button, Screen


def found(scene: Scene) -> Screen:
    """The first resource says what it says, with its source and its link; the others stand below it."""
    catalogue = scene.knowledge.catalogue
    first, *others = (hit for hit in map(catalogue.get, scene.spot.value.split(",")) if hit)
    body: list[Words] = [Phrase(f"answers.{first.id}"), _source(scene, first)]
    url = first.url(scene.language)
    if not url:
        body.append(phrase("interface.resources.no_address"))
    if others:
        body.append(phrase("finding.found.more", n=len(others)))
    body.append(phrase("finding.found.not_kept"))
    options = [Button(phrase("interface.buttons.open"), url=url)] if url else []
    options.append(scene.button(phrase("finding.found.details"), "resource", first.id))
    options.extend(scene.button(Phrase(f"{other.words}.title"), "resource", other.id) for other in others)
    return scene.screen(Phrase(f"{first.words}.title"), tuple(body), tuple(options), ways(scene, menu=True))


def nothing(scene: Scene) -> Screen:
    """Nothing fits: the nearest step, and how to ask again."""
    step = step_title(scene.spot.value)
    body = (phrase("finding.nothing.body", step=step), phrase("finding.nothing.try"))
    nearest = scene.button(phrase("finding.nothing.step", step=step), "for_step", scene.spot.value)
    return scene.screen(phrase("finding.nothing.title"), body, (nearest,), ways(scene, menu=True))


def personal(scene: Scene) -> Screen:
    """A kind word, and where such help is found."""
    helping = scene.knowledge.catalogue.personal_help
    options = tuple(Button(phrase(f"finding.personal.links.{one.id}"), url=one.url(scene.language)) for one in helping)
    body = help_words(tuple(one.id for one in helping))
    return scene.screen(phrase("finding.personal.title"), body, options, ways(scene, menu=True))


def help_words(helping: tuple[str, ...]) -> tuple[Words, ...]:
    """The paragraphs of that card; `helping` are the places it names."""
    lines = tuple(phrase(f"finding.personal.lines.{one}") for one in helping)
    where = Lines((phrase("finding.personal.where"), *lines))
    return phrase("finding.personal.body"), where, phrase("finding.personal.danger")


def _source(scene: Scene, item: Resource) -> Words:
    publisher, state = Literal(item.publisher[scene.language]), Phrase(f"topics.statuses.{item.status}")
    if item.year:
        return phrase("finding.found.source", publisher=publisher, year=Literal(item.year), state=state)
    return phrase("finding.found.source_undated", publisher=publisher, state=state)
