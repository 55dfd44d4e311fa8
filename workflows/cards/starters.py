"""Ready-made rows to start from: those of the question itself, and more of them by group."""

from __future__ import annotations

from workflows.context_advice import ordered
from workflows.phrases import Phrase, Words, phrase
from workflows.scene import Scene
from workflows.schema import Question
from workflows.screens import Button, Screen
from workflows.starters import Groups, Starter, own, taken

FIRST = "starters"
GROUPS = f"{FIRST}.groups"
"""What the spot's value says of this card; `starters.<group>` opens one group."""


def offered(scene: Scene, asked: Question) -> bool:
    """True when this list of rows has anything ready-made."""
    return bool(asked.starters or asked.starters_from or asked.path in scene.knowledge.starters)


def opened(scene: Scene, asked: Question) -> bool:
    """True when the spot stands on one of these cards; a place of another release does not."""
    groups = scene.knowledge.starters.get(asked.path)
    known = () if groups is None else (GROUPS, *(f"{FIRST}.{one}" for one in groups.under))
    return scene.spot.value in (FIRST, *known) and offered(scene, asked)


def starters(scene: Scene, asked: Question, title: Words) -> Screen:
    """The rows to take, the groups to choose from, or the rows of one group."""
    groups, mine = scene.knowledge.starters.get(asked.path), own(scene.knowledge.definitions, asked)
    within = scene.spot.value.removeprefix(f"{FIRST}.")
    if groups is not None and (scene.spot.value == GROUPS or not mine) and within not in groups.under:
        return _choice(scene, asked, groups, title)
    if groups is not None and within in groups.under:
        name = phrase("deck.starters.group", group=_group(groups, within))
        return _listed(scene, asked, title, name, groups.inside(within), groups.long, _more(scene, asked))
    more = _more(scene, asked) if groups is not None else ()
    if asked.starters_from == scene.knowledge.context.within:
        order = ordered(scene.knowledge.context, scene.the_project, tuple(one.id for one in mine))
        mine = tuple(sorted(mine, key=lambda one: order.index(one.id)))
    return _listed(scene, asked, title, phrase("interface.rows.starters"), mine, not asked.starters_from, more)


def _listed(
    scene: Scene, asked: Question, title: Words, about: Words, shown: tuple[Starter, ...], numbered: bool,
    more: tuple[Button, ...],
) -> Screen:  # fmt: skip
    """Ready-made rows: short ones are buttons themselves, long ones are read above and taken by number."""
    buttons = []
    for number, one in enumerate(shown, 1):
        there = taken(scene.knowledge.starters, scene.the_project, asked, one) is not None
        words = phrase("interface.buttons.starter", n=number) if numbered else Phrase(one.key)
        verb = "drop_starter" if there else "take_starter"
        buttons.append(scene.button(words, verb, asked.path, value=one.id, chosen=there))
    options, pages = scene.paged(tuple(buttons))
    body: list[Words] = [about]
    if numbered:
        body.extend(
            phrase("interface.question.starter", n=number, text=Phrase(one.key)) for number, one in enumerate(shown, 1)
        )
    return scene.screen(title, tuple(body), options, (*more, *_ways(scene, asked)), pages)


def _choice(scene: Scene, asked: Question, groups: Groups, title: Words) -> Screen:
    names = tuple(groups.under)
    if groups.within == scene.knowledge.context.within:
        names = ordered(scene.knowledge.context, scene.the_project, names)
    options, pages = scene.paged(
        tuple(scene.button(_group(groups, name), "starters", asked.path, value=name) for name in names)
    )
    return scene.screen(title, (phrase("deck.starters.groups"),), options, _ways(scene, asked), pages)


def _group(groups: Groups, name: str) -> Phrase:
    return Phrase(f"lists.{groups.within}.{name}")


def _more(scene: Scene, asked: Question) -> tuple[Button, ...]:
    return (scene.button(Phrase("deck.buttons.groups"), "starters", asked.path, value="groups"),)


def _ways(scene: Scene, asked: Question) -> tuple[Button, ...]:
    done = (scene.button("done", "done", asked.path),) if scene.the_project.records(asked.path) else ()
    return (scene.button("back", "list", asked.path), *done, scene.button("home", "home"))
