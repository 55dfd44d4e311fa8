"""Drafts: which document, in which language and format; and the card at the end of a short path."""

from __future__ import annotations

from workflows.interview import next_stop
from workflows.languages import own_first
from workflows.phrases import Phrase, Words, phrase
from workflows.scene import Scene
from workflows.screens import Screen

FORMATS = ("docx", "pdf")


def drafts(scene: Scene) -> Screen:
    """The documents that can be drafted now, which is every one of them."""
    documents = scene.knowledge.definitions.documents
    body: list[Words] = [phrase("interface.drafts.body")]
    body.extend(_state(scene, document) for document in documents)
    options = tuple(
        scene.button(Phrase(f"interface.documents.{document}.title"), "document", document) for document in documents
    )
    return scene.screen(
        phrase("interface.drafts.title"),
        tuple(body),
        options,
        (scene.button("back", "back"), scene.button("home", "home")),
    )


def _state(scene: Scene, document: str) -> Words:
    from workflows.drafts import open_points

    points = open_points(scene.knowledge.definitions, scene.the_project, document)
    return phrase("interface.drafts.line", document=Phrase(f"interface.documents.{document}.title"), n=len(points))


def document(scene: Scene) -> Screen:
    """Language and format of one document: four ways, one tap each."""
    name = scene.spot.value
    options = tuple(
        scene.button(phrase(f"interface.formats.{language}_{kind}"), "draft", name, value=f"{language}.{kind}")
        for language in own_first(scene.language)
        for kind in FORMATS
    )
    navigation = (scene.button("other_document", "drafts"), scene.button("home", "home"))
    return scene.screen(
        Phrase(f"interface.documents.{name}.title"),
        (phrase("interface.drafts.choose"),),
        options,
        navigation,
        columns=2,
    )


def ready(scene: Scene) -> Screen:
    """A short path is walked: its draft is one tap away, and what would make it better comes next."""
    name = scene.spot.path or scene.spot.value
    definitions = scene.knowledge.definitions
    options = [scene.button(phrase(f"interface.documents.{name}.make"), "document", name)]
    for other in definitions.documents:
        if other != name and (stop := next_stop(definitions, scene.the_project, other)):
            words = phrase(f"interface.documents.{other}.quick")
            options.append(scene.button(words, "quick", other, value=stop if not stop.startswith("group.") else ""))
            break
    options.append(scene.button("deeper", "step", scene.the_project.state))
    return scene.screen(
        phrase("interface.ready.title"),
        (phrase(f"interface.documents.{name}.ready"),),
        tuple(options),
        (scene.button("home", "home"),),
    )
