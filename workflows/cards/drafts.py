"""Drafts: which document, in which language and format; and the card at the end of a short path."""

from __future__ import annotations

from workflows.cards.wordings import way_to_list
from workflows.interview import next_stop
from workflows.languages import own_first
from workflows.phrases import Lines, Phrase, Words, phrase
from workflows.scene import Scene
from workflows.schema import ALL
from workflows.screens import Screen


def formats(document: str) -> tuple[str, ...]:
    """The formats in which the chat offers a document."""
    from workflows.documents.contexts import KINDS  # the writers load with the first draft, not with the first card

    return KINDS[document].formats


def drafts(scene: Scene) -> Screen:
    """The documents that can be drafted now, which is every one of them."""
    documents, own = scene.knowledge.definitions.documents, own_first(scene.language)
    lines = tuple(line for document in documents if (line := _state(scene, document)))
    options, pages = scene.paged(
        tuple(
            scene.button(Phrase(f"interface.documents.{document}.title"), "document", document)
            for document in documents
        )
    )
    return scene.screen(
        phrase("interface.drafts.title"),
        (phrase("interface.drafts.body"), Lines(lines)),
        options,
        (
            *(scene.button(phrase(f"interface.formats.all_{one}"), "draft", ALL, value=one) for one in own),
            scene.button(Phrase("versions.title"), "versions"),
            way_to_list(scene),
            scene.button(Phrase("letterhead.title"), "letterhead"),
            scene.button("back", "back"),
            scene.button("home", "home"),
        ),
        pages,
    )


def _state(scene: Scene, document: str) -> Words | None:
    """How many points a document leaves open; None for one that lists no points."""
    from workflows.documents.contexts import KINDS
    from workflows.drafts import open_points

    if not KINDS[document].points:
        return None
    points = open_points(scene.knowledge.definitions, scene.the_project, document)
    return phrase("interface.drafts.line", document=Phrase(f"interface.documents.{document}.title"), n=len(points))


def document(scene: Scene) -> Screen:
    """Language and format of one document: one tap for each way."""
    name = scene.spot.value
    options = tuple(
        scene.button(phrase(f"interface.formats.{language}_{kind}"), "draft", name, value=f"{language}.{kind}")
        for language in own_first(scene.language)
        for kind in formats(name)
    )
    every = scene.button(phrase("interface.formats.every", n=len(options)), "draft", name)
    navigation = (every, scene.button("other_document", "drafts"), scene.button("home", "home"))
    return scene.screen(
        Phrase(f"interface.documents.{name}.title"),
        (phrase("interface.drafts.choose"),),
        options,
        navigation,
        columns=len(formats(name)),
    )


def ready(scene: Scene) -> Screen:
    """A short path is walked: its draft is one tap away, and what would make it better comes next."""
    name = scene.spot.path or scene.spot.value
    definitions = scene.knowledge.definitions
    options = [scene.button(phrase(f"interface.documents.{name}.make"), "document", name)]
    for other in definitions.quick:
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
