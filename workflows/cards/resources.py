"""Resources: by step, by theme, one at a time with its address and state."""

from __future__ import annotations

from workflows.cards import facts
from workflows.catalogue import Resource
from workflows.phrases import Literal, Phrase, Words, phrase
from workflows.scene import Scene, step_title
from workflows.screens import Button, Screen


def resources(scene: Scene) -> Screen:
    """The menu: the steps first, then the themes."""
    steps = tuple(
        scene.button(step_title(step.id), "for_step", step.id) for step in scene.knowledge.definitions.steps[1:]
    )
    themes = tuple(
        scene.button(Phrase(f"topics.themes.{theme}"), "theme", f"theme.{theme}")
        for theme in scene.knowledge.catalogue.themes
    )
    options, pages = scene.paged((*steps, *themes))
    body = (phrase("interface.resources.body", n=len(scene.knowledge.catalogue.resources)),)
    return scene.screen(phrase("interface.resources.title"), body, options, ways(scene), pages)


def theme(scene: Scene) -> Screen:
    """The resources of one step or one theme."""
    name = scene.spot.value
    if name.startswith("theme."):
        found = scene.knowledge.catalogue.for_theme(name.removeprefix("theme."))
        title: Words = Phrase(f"topics.themes.{name.removeprefix('theme.')}")
    else:
        found = scene.knowledge.catalogue.for_step(name)
        title = phrase("interface.resources.for_step", step=step_title(name))
    options, pages = scene.paged(_buttons(scene, found))
    return scene.screen(
        title, (phrase("interface.resources.count", n=len(found)),), options, ways(scene, menu=True), pages
    )


def resource(scene: Scene) -> Screen:
    """One resource: what it helps with, who made it and when, its state, and its addresses."""
    item = scene.knowledge.catalogue.get(scene.spot.value)
    if item is None:
        return resources(scene)
    body: list[Words] = [Phrase(f"{item.words}.summary")]
    if scene.knowledge.book.has(f"{item.words}.note"):
        body.append(Phrase(f"{item.words}.note"))
    publisher = Literal(item.publisher[scene.language])
    facts = (
        phrase("interface.resources.facts", publisher=publisher, year=Literal(item.year))
        if item.year
        else phrase("interface.resources.facts_undated", publisher=publisher)
    )
    body.append(facts)
    body.append(
        phrase(
            "interface.resources.state",
            kind=Phrase(f"topics.kinds.{item.kind}"),
            state=Phrase(f"topics.statuses.{item.status}"),
        )
    )
    links = _links(scene, item)
    if not links:
        body.append(phrase("interface.resources.no_address"))
    if item.original:
        body.append(phrase("interface.resources.original", url=Literal(item.original)))
    return scene.screen(Phrase(f"{item.words}.title"), tuple(body), links, ways(scene, menu=True))


def _links(scene: Scene, item: Resource) -> tuple[Button, ...]:
    links = []
    if url := item.url(scene.language):
        links.append(Button(phrase("interface.buttons.open"), url=url))
    if item.successor and item.successor != url:
        links.append(Button(phrase("interface.buttons.successor"), url=item.successor))
    if item.archive:
        links.append(Button(phrase("interface.buttons.archive"), url=item.archive))
    return tuple(links)


def _buttons(scene: Scene, found: tuple[Resource, ...]) -> tuple[Button, ...]:
    return tuple(scene.button(Phrase(f"{item.words}.title"), "resource", item.id) for item in found)


def ways(scene: Scene, menu: bool = False) -> tuple[Button, ...]:
    """The buttons below a resource or a search: all resources, back, home."""
    here = (*facts.way_in(scene), scene.button(phrase("glossary_cards.menu"), "glossary"))
    buttons = [scene.button("all_resources", "resources")] if menu else [*here]
    if scene.project is not None:
        buttons.extend((scene.button("back", "back"), scene.button("home", "home")))
    else:
        buttons.append(scene.button("back", "back"))
    return tuple(buttons)
