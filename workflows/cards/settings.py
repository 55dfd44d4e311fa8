"""Language, help, privacy, and forgetting: what is kept, how to take it along and how to erase it."""

from __future__ import annotations

from workflows.languages import LANGUAGES
from workflows.phrases import phrase
from workflows.roles import COORDINATOR, writes
from workflows.scene import Scene
from workflows.screens import Button, Screen
from workflows.telling import told_name


def language(scene: Scene) -> Screen:
    """The two languages side by side, each in its own name."""
    options = tuple(
        scene.button(phrase(f"interface.language.{name}"), "language", value=name, chosen=scene.visit.language == name)
        for name in LANGUAGES
    )
    people = (scene.button(phrase("people.buttons.people"), "people"),) if scene.project is not None else ()
    more = (*people, *(scene.button(name, name) for name in ("projects", "privacy", "help")))
    body = (phrase("interface.language.body"),)
    return scene.screen(phrase("interface.language.title"), body, (*options, *more), _back(scene), columns=2)


def help_card(scene: Scene) -> Screen:
    """What can be typed and tapped, from anywhere."""
    body = (phrase("interface.help.body"), phrase("interface.help.commands"), phrase("interface.help.loop"))
    glossary = scene.button(phrase("glossary_cards.menu"), "glossary")
    options = (scene.button("resources", "resources"), glossary, scene.button("privacy", "privacy"))
    return scene.screen(phrase("interface.help.title"), body, options, _back(scene), columns=2)


def privacy(scene: Scene) -> Screen:
    """What is kept, who sees it, how to take it along and how to erase it."""
    body = (phrase("interface.privacy.kept"), phrase("interface.privacy.rights"), phrase("interface.privacy.limits"))
    options = []
    if scene.project is not None and writes(scene.visit.role):
        options.append(scene.button("export", "export"))
    options.append(scene.button("forget", "forget"))
    return scene.screen(phrase("interface.privacy.title"), body, tuple(options), _back(scene), columns=2)


def forget(scene: Scene) -> Screen:
    """What would be erased; erasing needs its own button and is then immediate and complete."""
    options = []
    body = [phrase("interface.forget.body")]
    if scene.project is not None and scene.visit.role == COORDINATOR:
        name = told_name(scene.project.title())
        body.append(phrase("interface.forget.project", name=name))
        options.append(scene.button("forget_project", "erase", value="project"))
        ends = scene.visit.circle().ends
        if ends is None:
            options.append(scene.button(phrase("people.buttons.erase_later"), "erase", value="later"))
        else:
            body.append(phrase("people.card.ends", date=ends.astimezone(scene.visit.now.tzinfo).date()))
            options.append(scene.button(phrase("people.buttons.keep"), "keep_project"))
    elif scene.project is not None:
        options.append(scene.button(phrase("people.buttons.leave"), "leave"))
    body.append(phrase("people.forget.shared"))
    options.append(scene.button("forget_me", "erase", value="me"))
    return scene.screen(phrase("interface.forget.title"), tuple(body), tuple(options), _back(scene))


def forgotten(scene: Scene) -> Screen:
    """It is done; nothing is left here, and starting again is one tap away."""
    body = (phrase("interface.forget.done"),)
    return scene.screen(phrase("interface.forget.done_title"), body, (scene.button("start_again", "begin"),))


def _back(scene: Scene) -> tuple[Button, ...]:
    home = (scene.button("home", "home"),) if scene.project is not None else ()
    return (scene.button("back", "back"), *home)
