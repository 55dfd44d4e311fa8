"""Then and now: rules of the federal presentation of 2013 beside what holds today, two a page, with their sources."""

from __future__ import annotations

from workflows.facts import Fact, facts_for
from workflows.phrases import Lines, Literal, Phrase, Words, phrase
from workflows.scene import Scene, step_title
from workflows.screens import Button, Screen

A_PAGE = 2


def facts(scene: Scene) -> Screen:
    """The facts of one step, or all of them; the resources among their sources are one tap away."""
    step = scene.spot.value
    known = facts_for(scene.knowledge.facts, step)
    last = max(0, (len(known) - 1) // A_PAGE)
    page = min(scene.spot.page, last)
    shown = known[page * A_PAGE : (page + 1) * A_PAGE]
    title = phrase("then_and_now.for_step", step=step_title(step)) if step else phrase("then_and_now.title")
    body: list[Words] = [] if page else [phrase("then_and_now.about")]
    body.extend(_told(scene, fact) for fact in shown)
    if last:
        body.append(phrase("then_and_now.page", page=page + 1, pages=last + 1))
    names = dict.fromkeys(name for fact in shown for name in fact.sources)
    options = tuple(
        scene.button(Phrase(f"{item.words}.title"), "resource", item.id)
        for item in map(scene.knowledge.catalogue.get, names)
        if item is not None
    )
    more = (scene.button(phrase("then_and_now.all"), "facts"),) if step else ()
    home = (scene.button("home", "home"),) if scene.project is not None else ()
    navigation = (*more, scene.button("back", "back"), *home)
    return scene.screen(title, tuple(body), options, navigation, scene.turns(page, last))


def way_in(scene: Scene, step: str = "") -> tuple[Button, ...]:
    """The button that leads here, where there is something to say."""
    if not facts_for(scene.knowledge.facts, step):
        return ()
    return (scene.button(phrase("then_and_now.button"), "facts", step),)


def source_words(scene: Scene, name: str) -> Words:
    """How a source is called: the title of the resource, or words of its own."""
    item = scene.knowledge.catalogue.get(name)
    return Phrase(f"then_and_now.sources.{name}") if item is None else Phrase(f"{item.words}.title")


def _told(scene: Scene, fact: Fact) -> Words:
    sources = tuple(source_words(scene, name) for name in fact.sources)
    return Lines(
        (
            phrase("then_and_now.name", title=Phrase(f"{fact.words}.title")),
            phrase("then_and_now.year", year=Literal(str(fact.year_then)), text=Phrase(f"{fact.words}.then")),
            phrase("then_and_now.year", year=Literal(str(fact.year_now)), text=Phrase(f"{fact.words}.now")),
            phrase("then_and_now.source", items=sources),
        )
    )
