"""The first cards: greeting in both languages, what one gets and what is kept, the name of the partnership, the choice
of project.
"""

from __future__ import annotations

from dataclasses import replace

from workflows.actions import Press
from workflows.languages import own_first
from workflows.phrases import phrase
from workflows.scene import Scene
from workflows.screens import Button, Screen
from workflows.telling import told_name


def welcome(scene: Scene) -> Screen:
    """Both languages greet; the app's language stands first, and one tap confirms it."""
    options = tuple(
        scene.button(phrase(f"interface.language.{name}"), "language", value=name) for name in own_first(scene.language)
    )
    return scene.screen(phrase("interface.welcome.title"), (phrase("interface.welcome.greeting"),), options, columns=2)


def naming(scene: Scene) -> Screen:
    """Three lines on what one gets, how long it takes and what is kept; then the name is asked."""
    body = (
        phrase("interface.welcome.gets"),
        phrase("interface.welcome.time"),
        phrase("interface.welcome.kept"),
        phrase("interface.naming.ask"),
    )
    navigation = [scene.button("privacy", "privacy")]
    if scene.visit.projects:
        navigation.insert(0, scene.button("projects", "projects"))
    if scene.project is not None:
        navigation.append(scene.button("home", "home"))
    return scene.screen(phrase("interface.naming.title"), body, navigation=tuple(navigation))


def projects(scene: Scene) -> Screen:
    """The partnerships this person has a seat in, and a new one."""
    options, pages = scene.paged(
        tuple(
            Button(told_name(title.name, 60), _opening(scene, title.id), chosen=_is_open(scene, title.id))
            for title in scene.visit.projects
        )
    )
    navigation = (scene.button("new_project", "new_project"), *_home(scene))
    body = phrase("interface.projects.body", n=len(scene.visit.projects))
    return scene.screen(phrase("interface.projects.title"), (body,), options, navigation, pages)


def private_only(scene: Scene) -> Screen:
    """In a group: the work is done in the private chat, one tap away."""
    button = Button(phrase("interface.buttons.write_privately"), url="bot:")
    return scene.screen(phrase("interface.welcome.title"), (phrase("interface.private_only"),), (button,))


def _opening(scene: Scene, project: str) -> Press:
    return replace(scene.press("open_project"), project=project)


def _is_open(scene: Scene, project: str) -> bool:
    return scene.project is not None and scene.project.id == project


def _home(scene: Scene) -> tuple[Button, ...]:
    return (scene.button("back", "back"), scene.button("home", "home")) if scene.project else ()
