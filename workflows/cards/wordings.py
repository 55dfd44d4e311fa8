"""English and French in step: the list of texts that lack a wording, and one text with both of its wordings."""

from __future__ import annotations

from workflows.languages import OFFICIAL
from workflows.parity import TypedText, found, lacking, where
from workflows.phrases import Lines, Literal, Phrase, Words, phrase
from workflows.scene import Scene, label
from workflows.schema import Question
from workflows.screens import PAGE_SIZE, Button, Screen
from workflows.telling import shortened

LIST = "list"
"""The value of a spot on the card of one text that was opened from the list."""
SAYS = (*OFFICIAL, "same", "fits", "back", "next", "open", LIST)
"""What a press about a text's wordings can say."""


def parity(scene: Scene) -> Screen:
    """The texts that need a wording or a second look, eight a page, and the sheet that lists them all."""
    project, definitions = scene.the_project, scene.knowledge.definitions
    texts = lacking(definitions, project)
    options, pages = scene.paged(
        tuple(
            scene.button(
                phrase("parity.option", number=number, name=label(text.question)), "wording", text.question.path,
                text.record, LIST,
            )
            for number, text in enumerate(texts, 1)
        )
    )  # fmt: skip
    first = texts.index(_of(texts, options[0])) if options else 0
    shown = enumerate(texts[first : first + PAGE_SIZE], first + 1)
    body: list[Words] = [phrase("parity.about")]
    body.append(phrase("parity.count", n=len(texts)) if texts else phrase("parity.none"))
    if texts:
        body.append(Lines(tuple(_line(scene, number, text) for number, text in shown)))
    navigation = (
        scene.button(phrase("parity.sheet"), "document", "parity"),
        scene.button("drafts", "drafts"),
        scene.button("home", "home"),
    )
    return scene.screen(phrase("parity.title"), tuple(body), options, navigation, pages, columns=2)


def wording(scene: Scene) -> Screen:
    """One text in each language that has it; a text that is sent becomes its other wording."""
    asked = scene.question()
    part = asked.field(scene.spot.field) if scene.spot.field else asked
    text = found(scene.knowledge.definitions, scene.the_project, part.path, scene.spot.record)
    if text is None:
        return parity(scene)
    told, language = text.told, text.told.language
    body: list[Words] = [_said(language or "unknown", told.latest)]
    options: list[Button] = []
    if told.again:
        body.append(_said(f"again_{told.again}", told.by[told.again]))
        options.append(_press(scene, part, "fits"))
    elif told.other in told.by:
        body.append(_said(told.other, told.by[told.other]))
    if language:
        body.append(phrase(f"parity.send.{told.other}", n=part.longest))
    else:
        body.append(phrase("parity.which"))
    swaps = told.other in told.by
    options.extend(_press(scene, part, one, swaps) for one in OFFICIAL if one != language)
    if told.by.get(told.other) != told.latest:
        options.append(_press(scene, part, "same"))
    listed = scene.spot.value == LIST
    navigation = (
        _press(scene, part, "back"),
        *((_press(scene, part, "next"),) if listed else ()),
        scene.button("home", "home"),
    )
    title = phrase("parity.card", where=where(scene.knowledge.definitions, text))
    return scene.screen(title, tuple(body), tuple(options), navigation)


def way_in(scene: Scene, part: Question, record: str = "") -> tuple[Button, ...]:
    """The button of a question or field whose typed text has, or may have, another wording."""
    text = found(scene.knowledge.definitions, scene.the_project, part.path, record) if scene.project else None
    if text is None:
        return ()
    lacks = text.told.lacks and not text.told.again and text.told.other
    words = phrase(f"parity.buttons.{f'add_{text.told.other}' if lacks else 'open'}")
    return (scene.button(words, "wording", part.path, record, "open"),)


def way_to_list(scene: Scene) -> Button:
    """The button of the drafts card: how many texts are not in step."""
    count = len(lacking(scene.knowledge.definitions, scene.the_project))
    return scene.button(phrase("parity.in_step") if not count else phrase("parity.button", n=count), "parity")


def _press(scene: Scene, part: Question, value: str, swaps: bool = False) -> Button:
    label = Phrase(f"parity.buttons.swap_{value}") if swaps else Phrase(f"parity.buttons.{value}")
    return scene.button(label, "wording", part.path, scene.spot.record, value)


def _said(how: str, text: str) -> Words:
    return phrase(f"parity.text.{how}", text=Literal(text))


def _line(scene: Scene, number: int, text: TypedText) -> Words:
    told = text.told
    state = f"again_{told.again}" if told.again else told.language or "unknown"
    return phrase(
        "parity.line", number=number, where=where(scene.knowledge.definitions, text),
        text=Literal(shortened(told.latest, 90)), state=phrase(f"parity.states.{state}"),
    )  # fmt: skip


def _of(texts: tuple[TypedText, ...], button: Button) -> TypedText:
    press = button.press
    assert press is not None
    return next(one for one in texts if (one.question.path, one.record) == (press.target, press.record))
