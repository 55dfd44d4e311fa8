"""The letterhead of the drafts: what it is now, and one card for each of its three parts."""

from __future__ import annotations

from workflows.letterhead import COLOURS, LONGEST_LINE, logo_of
from workflows.phrases import Literal, Phrase, Words, phrase
from workflows.scene import Scene
from workflows.screens import Button, Screen


def letterhead(scene: Scene) -> Screen:
    """The three parts as they are, or the part that the spot names."""
    part, _, offered = scene.spot.value.partition(".")
    if part:
        return _part(scene, part, offered)
    kept = scene.the_project.letterhead
    accent: Words = phrase("letterhead.accent_is", colour=_named(kept.accent)) if kept.accent else _none("accent")
    line: Words = phrase("letterhead.line_is", line=Literal(kept.line)) if kept.line else _none("line")
    logo: Words = Phrase("letterhead.logo_is") if logo_of(kept.logo) else _none("logo")
    options = tuple(
        scene.button(Phrase(f"letterhead.buttons.{name}"), "letterhead", value=name)
        for name in ("logo", "accent", "line")
    )
    body = (Phrase("letterhead.body"), logo, accent, line)
    navigation = (scene.button("drafts", "drafts"), scene.button("back", "back"), scene.button("home", "home"))
    return scene.screen(Phrase("letterhead.title"), body, options, navigation, columns=3)


def _part(scene: Scene, part: str, offered: str) -> Screen:
    options: tuple[Button, ...] = ()
    if offered:
        take = phrase("letterhead.buttons.take", colour=offered)
        others = scene.button(Phrase("letterhead.buttons.other_colours"), "letterhead", value="accent")
        options = (scene.button(take, "accent", value=offered), others)
    elif part == "accent":
        chosen = scene.the_project.letterhead.accent
        options = tuple(
            scene.button(Phrase(f"letterhead.colours.{name}"), "accent", value=colour, chosen=colour == chosen)
            for name, colour in COLOURS.items()
        )
    navigation = [scene.button(Phrase("letterhead.title"), "letterhead"), scene.button("home", "home")]
    if getattr(scene.the_project.letterhead, part):
        navigation.insert(0, scene.button("remove", "plain", value=part))
    body = (phrase(f"letterhead.ask.{part}", most=LONGEST_LINE),)
    return scene.screen(Phrase(f"letterhead.titles.{part}"), body, options, tuple(navigation), columns=2)


def _none(part: str) -> Phrase:
    return Phrase(f"letterhead.none.{part}")


def _named(colour: str) -> Words:
    name = next((name for name, known in COLOURS.items() if known == colour), None)
    return Phrase(f"letterhead.colours.{name}") if name else Literal(colour)
