"""The glossary: the alphabet in spans, terms by letter or by a typed word, those of a question, and one term in both
languages.
"""

from __future__ import annotations

from workflows.languages import LANGUAGES
from workflows.phrases import Lines, Literal, Phrase, Words, phrase
from workflows.scene import Scene
from workflows.screens import Button, Screen
from workflows.terminology import Term


def glossary(scene: Scene) -> Screen:
    """The way in: a word may be typed, or a part of the alphabet opened."""
    known = scene.knowledge.glossary
    options = tuple(scene.button(_span(span), "letters", value=span) for span in known.letters(scene.language))
    body = (phrase("glossary_cards.about", n=len(known)),)
    title = phrase("glossary_cards.title")
    return scene.screen(title, body, options, _ways(scene, menu=False), columns=2)


def letters(scene: Scene) -> Screen:
    """The terms of one part of the alphabet, eight a page."""
    span = scene.spot.value
    terms = scene.knowledge.glossary.between(span, scene.language)
    options, pages = scene.paged(tuple(_button(scene, term) for term in terms))
    title = phrase("glossary_cards.letters", letters=_span(span))
    body = (phrase("glossary_cards.count", n=len(terms)),)
    return scene.screen(title, body, options, _ways(scene), pages)


def matches(scene: Scene) -> Screen:
    """What a typed word found. The place keeps the ids of the terms, never what was typed."""
    known = scene.knowledge.glossary
    terms = tuple(known[name] for name in scene.spot.value.split(",") if name in known)
    body = phrase("glossary_cards.found", n=len(terms)) if terms else phrase("glossary_cards.nothing_found")
    options = tuple(_button(scene, term) for term in terms)
    return scene.screen(phrase("glossary_cards.title"), (body,), options, _ways(scene))


def terms(scene: Scene) -> Screen:
    """The terms that stand in a question's words."""
    known, path = scene.knowledge.glossary, scene.spot.value
    found = tuple(known[name] for name in known.in_question(path, scene.language))
    name = Phrase(f"{scene.knowledge.definitions.question(path).words}.label")
    title = phrase("glossary_cards.of_question", question=name)
    options = tuple(_button(scene, term) for term in found)
    return scene.screen(title, (phrase("glossary_cards.in_question", n=len(found)),), options, _ways(scene))


def term(scene: Scene) -> Screen:
    """One term: name, short form and meaning in both languages, the reader's first."""
    item = scene.knowledge.glossary[scene.spot.value]
    order = sorted(LANGUAGES, key=lambda language: language != scene.language)
    body = tuple(_side(scene, item, language) for language in order)
    from_question = scene.spot.question if _terms_of(scene, scene.spot.question) else ""
    more = (scene.button(phrase("glossary_cards.back_to_terms"), "terms", from_question),) if from_question else ()
    return scene.screen(Phrase(f"glossary.{item.id}.term"), body, (), (*more, *_ways(scene)))


def way_in(scene: Scene, path: str) -> tuple[Button, ...]:
    """The button of a question's card, where its words hold terms."""
    if not _terms_of(scene, path):
        return ()
    return (scene.button(phrase("glossary_cards.button"), "terms", path),)


def _terms_of(scene: Scene, path: str) -> tuple[str, ...]:
    return scene.knowledge.glossary.in_question(path, scene.language)


def _side(scene: Scene, item: Term, language: str) -> Words:
    """One language's side, which does not change with the reader's."""
    book, short = scene.knowledge.book, item.shorts.get(language)
    named = phrase(f"interface.language.{language}")
    name = Literal(item.names[language])
    head = (
        phrase("glossary_cards.side_short", language=named, term=name, short=Literal(short))
        if short and short != item.names[language]
        else phrase("glossary_cards.side", language=named, term=name)
    )
    told = "meaning" if item.explained else "note"
    if not (item.explained or item.noted):
        return head
    return Lines((head, Literal(book.text(Phrase(f"glossary.{item.id}.{told}"), language))))


def _button(scene: Scene, item: Term) -> Button:
    name, short = Phrase(f"glossary.{item.id}.term"), item.shorts.get(scene.language)
    label = phrase("glossary_cards.named", term=name, short=Literal(short)) if short else name
    return scene.button(label, "term", f"term.{item.id}")


def _span(span: str) -> Words:
    first, last = Literal(span[0].upper()), Literal(span[-1].upper())
    return first if first == last else phrase("glossary_cards.span", first=first, last=last)


def _ways(scene: Scene, menu: bool = True) -> tuple[Button, ...]:
    buttons = [scene.button(phrase("glossary_cards.menu"), "glossary")] if menu else []
    buttons.append(scene.button("back", "back"))
    if scene.project is not None:
        buttons.append(scene.button("home", "home"))
    return tuple(buttons)
