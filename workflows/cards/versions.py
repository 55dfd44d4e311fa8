"""Saved versions: their list, one of them, the name to type, and what changed since, as cards."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from workflows import adoption
from workflows.cards.drafts import formats
from workflows.languages import own_first
from workflows.phrases import Lines, Literal, Phrase, Words, phrase
from workflows.project import Version
from workflows.scene import Scene, label
from workflows.screens import Button, Screen
from workflows.telling import shortened
from workflows.versions import LONGEST, MOST, find

if TYPE_CHECKING:
    from workflows.documents.blocks import Mark

DOCUMENT = "changes"
_A_PAGE = 4
"""Changed clauses on one card."""
_NAME = 36
"""Characters of a version's name on a button, beside its date."""
_KEPT = 60
"""Characters of words that stayed; of more, only both ends are told."""
_SHOWN = 360


def versions(scene: Scene) -> Screen:
    """Every saved version, the newest first, and the way to save another."""
    kept = scene.the_project.versions
    numbers = {one.version.number: one.number for one in adoption.adopted_texts(scene.the_project)}
    labels = ((one, _short(one, numbers.get(one.number, ""))) for one in reversed(kept))
    buttons = (scene.button(words, "version", record=str(one.number)) for one, words in labels)
    options, pages = scene.paged(tuple(buttons))
    body = (phrase("versions.body"), phrase("versions.count", n=len(kept)) if kept else phrase("versions.none"))
    save = (scene.button(phrase("versions.save"), "name_version"),) if len(kept) < MOST else ()
    navigation = (*save, scene.button("drafts", "drafts"), scene.button("home", "home"))
    return scene.screen(phrase("versions.title"), body, options, navigation, pages)


def naming(scene: Scene) -> Screen:
    """The card that asks for the name of a new version."""
    body = (
        phrase("versions.ask"),
        phrase("versions.example", name=phrase("versions.sample")),
        phrase("interface.hints.text", n=LONGEST),
    )
    ways = (scene.button("back", "versions"), scene.button("home", "home"))
    return scene.screen(phrase("versions.save"), body, (), ways)


def version(scene: Scene) -> Screen:
    """One version: what is known of it, and what can be done with it; `drop` after its number asks once more."""
    number, _, dropping = scene.spot.value.partition(".")
    kept = _kept(scene, number)
    home = scene.button("home", "home")
    if dropping:
        sure = scene.button(phrase("versions.drop_sure"), "drop_version", record=number, value="sure")
        back = scene.button("back", "version", record=number)
        return scene.screen(Literal(kept.name), (phrase("versions.dropping"),), (sure,), (back, home))
    told, ways = _adoption(scene, kept)
    options = (
        *ways,
        scene.button(phrase("versions.what_changed"), "changed", record=number),
        *(() if kept.adopted else (scene.button(phrase("versions.drop"), "drop_version", record=number),)),
    )
    return scene.screen(
        Literal(kept.name), (_facts(scene, kept), *told), options, (scene.button("back", "versions"), home)
    )


def _facts(scene: Scene, kept: Version) -> Words:
    """Who saved it and when, and the numbers of drafts made then."""
    before, terms = f"0.{kept.revision}", adoption.number_then(scene.the_project, kept)
    key = "versions.facts" if terms == before else "versions.facts_since"
    return phrase(key, date=_day(kept), version=before, terms=terms, who=_who(scene, kept.by))


def _adoption(scene: Scene, kept: Version) -> tuple[tuple[Words, ...], tuple[Button, ...]]:
    """What is told of a version's adoption, and what can be done about it; nothing for one that is older than the last
    adopted text.
    """
    project, number = scene.the_project, str(kept.number)
    text = adoption.text_of(project, kept)
    if text is not None:
        ways = tuple(
            scene.button(phrase(f"interface.formats.{language}_{kind}"), "draft_adopted", record=number, value=way)
            for language in own_first(scene.language)
            for kind in formats(adoption.TERMS)
            for way in (f"{language}.{kind}",)
        )
        undo = scene.button(phrase("versions.adopted.take_back"), "adopt_version", record=number, value="not")
        last = (undo,) if adoption.is_last(project, kept) else ()
        return (phrase("versions.adopted.facts", number=text.number, date=text.day),), (*ways, *last)
    if not adoption.may_follow(project, kept):
        return (), ()
    definitions = scene.knowledge.definitions
    day = adoption.offered_day(definitions, project, kept, scene.visit.now.date())
    if day is None:
        question = definitions.question(adoption.ADOPTED_ON)
        ask = scene.button(label(question), "change", question.path)
        return (phrase("versions.adopted.how", question=label(question)),), (ask,)
    return (), (scene.button(phrase("versions.adopted.mark", date=day), "adopt_version", record=number),)


def changed(scene: Scene) -> Screen:
    """What changed since a version, a few clauses a page, in the reader's language; and the ways to have it whole."""
    number = scene.spot.value
    kept = _kept(scene, number)
    counts, told = _told(scene, int(number))
    last = max(0, (len(told) - 1) // _A_PAGE)
    page = min(scene.spot.page, last)
    body = (*counts, *told[page * _A_PAGE : (page + 1) * _A_PAGE])
    files = (
        (phrase(f"interface.formats.{language}_{kind}"), f"{language}.{kind}")
        for language in own_first(scene.language)
        for kind in formats(DOCUMENT)
    )
    options = tuple(scene.button(words, "draft_since", record=number, value=way) for words, way in files)
    ways = (scene.button("back", "version", record=number), scene.button("home", "home"))
    title = phrase("versions.since", name=Literal(kept.name))
    return scene.screen(title, body, options, ways, scene.turns(page, last), columns=2)


def _told(scene: Scene, number: int) -> tuple[tuple[Words, ...], tuple[Words, ...]]:
    """The sentences on all changes together, and one paragraph for each."""
    from workflows.comparing import look_of
    from workflows.documents.changes_context import count_of, marked, who
    from workflows.documents.speech import Speech
    from workflows.documents.visible import Visible

    known, project = scene.knowledge, scene.the_project
    past = scene.visit.past(number)
    look = look_of(known.definitions, known.book, known.templates, past, scene.visit.now.date(), lambda _: ())
    changes = known.comparisons.since(project, look, known.definitions.documents, scene.language)
    if not changes:
        return (phrase("documents.changes.nothing" if past.before else "versions.gone"),), ()
    speech = Speech(Visible(known.definitions, project), known.book, scene.language)
    lines = []
    for one in changes:
        place = one.change.place
        where = phrase("versions.where", section=Literal(place.section), label=Literal(place.label))
        head = phrase(
            "versions.line",
            kind=Phrase(f"documents.changes.kinds.{one.change.kind}"),
            document=Phrase(f"interface.documents.{one.document}.title"),
            where=where if place.label else Literal(place.section),
        )
        text, author = _excerpt(marked(speech, one.change)), who(speech, look, one.by, one.at)
        lines.append(Lines((head, Literal(text), Literal(author))))
    return (count_of(changes), phrase("versions.signs")), tuple(lines)


def _excerpt(runs: tuple[str | Mark, ...]) -> str:
    """The changed words with a little of what stands around them."""
    told = (_ends(run) if isinstance(run, str) else str(run) for run in runs)
    return shortened(" ".join(told), _SHOWN)


def _ends(text: str) -> str:
    if len(text) <= _KEPT:
        return text
    first, last = text[: _KEPT // 2].rpartition(" ")[0], text[-_KEPT // 2 :].partition(" ")[2]
    return f"{first} … {last}"


def _kept(scene: Scene, number: str) -> Version:
    kept = find(scene.the_project, number)
    assert kept is not None, "a spot whose version has gone does not stand"
    return kept


def _short(one: Version, number: str) -> Words:
    key = "versions.button_adopted" if number else "versions.button"
    return phrase(key, name=Literal(shortened(one.name, _NAME)), date=_day(one), number=number)


def _who(scene: Scene, by: str) -> Words:
    if not by:
        return phrase("versions.by_former")
    return phrase("versions.by_you" if by == scene.visit.person else "versions.by_other")


def _day(one: Version) -> dt.date:
    return dt.datetime.fromisoformat(one.at).date()
