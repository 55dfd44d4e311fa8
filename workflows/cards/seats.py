"""The seat grid of the 18 sectors, one sector with whom to ask, and the letter that invites it."""

from __future__ import annotations

from workflows.cards.background import ways_on
from workflows.letters import letter_to
from workflows.phrases import Lines, Literal, Param, Phrase, Words, phrase
from workflows.project import Record
from workflows.scene import Scene, label
from workflows.schema import Question
from workflows.screens import PAGE_SIZE, Button, Screen
from workflows.seats import MEMBERS, Sector, grid
from workflows.telling import shortened, told_name, told_number, told_row
from workflows.wording import LANGUAGES

_PLANS = "council.sector_plans"
_NAMED = 3


def seats(scene: Scene) -> Screen:
    """Eight sectors a page, core ones first: who sits there and in which state, or nobody yet."""
    found = grid(scene.knowledge.definitions, scene.the_project)
    core = [one for one in found if one.core]
    options, pages = scene.paged(
        tuple(scene.button(_name(one.id), "sector", one.id, chosen=one.filled) for one in found)
    )
    page = min(scene.spot.page, (len(found) - 1) // PAGE_SIZE)
    shown = found[page * PAGE_SIZE : (page + 1) * PAGE_SIZE]
    summary = phrase(
        "deck.seats.summary", n=sum(one.filled for one in found), total=len(found), core=len(core),
        filled=sum(one.filled for one in core),
    )  # fmt: skip
    lines = tuple(
        phrase(f"deck.seats.{'line_core' if one.core else 'line'}", sector=_name(one.id), who=_who(scene, one))
        for one in shown
    )
    title = Phrase("background.cards.seat_grid.title")
    card = scene.knowledge.background.cards["seat_grid"]
    return scene.screen(title, (summary, Lines(lines)), options, ways_on(scene, card), pages)


def sector(scene: Scene) -> Screen:
    """Whom to ask and why, who sits there already, and the invitations: one to copy, one as a letter, per language."""
    name = scene.spot.value
    here = next(one for one in grid(scene.knowledge.definitions, scene.the_project) if one.id == name)
    body: list[Words] = [
        phrase("deck.seats.who", text=Phrase(f"seats.who.{name}")),
        phrase("deck.seats.why", text=Phrase(f"seats.why.{name}")),
        phrase("deck.seats.here", who=_who(scene, here)),
        *_plan(scene, name),
        phrase("deck.seats.copy_hint"),
    ]
    own_first = sorted(LANGUAGES, key=lambda language: language != scene.language)
    copies = tuple(Button(Phrase(f"deck.buttons.copy_{one}"), copy=_invitation(scene, name, one)) for one in own_first)
    letters = tuple(scene.button(Phrase(f"deck.buttons.letter_{one}"), "letter", name, value=one) for one in own_first)
    every = scene.button(phrase("interface.documents.invitations.title"), "document", "invitations")
    navigation = (_grid(scene), scene.button(label(_members(scene)), "ask", MEMBERS), *_back(scene))
    return scene.screen(_name(name), tuple(body), (*copies, *letters, every), navigation)


def letter(scene: Scene) -> Screen:
    """The letter to one sector in one language, as text that can be copied."""
    name, _, language = scene.spot.value.partition(".")
    told = tuple(Literal(scene.knowledge.book.text(words, language)) for words in _letter(scene, name, language))
    title = phrase("deck.letter.title", sector=_name(name))
    navigation = (scene.button(Phrase("deck.buttons.to_sector"), "sector", name), _grid(scene), *_back(scene))
    return scene.screen(title, (phrase("deck.letter.about"), *told), (), navigation)


def _letter(scene: Scene, name: str, language: str) -> list[Words]:
    """The paragraphs of the letter and its signature."""
    project, called = scene.the_project, _partnership(scene, language)
    paragraphs = letter_to(scene.knowledge.definitions, project, name, called, scene.visit.now.date())
    told = [sentence for paragraph in paragraphs for sentence in paragraph]
    if convener := project.value("profile.convener"):
        told.append(phrase("deck.letter.signature", name=called, convener=Literal(str(convener))))
    else:
        told.append(phrase("deck.letter.signature_open", name=called))
    return told


def _invitation(scene: Scene, name: str, language: str) -> Literal:
    words = phrase(f"seats.short.{name}", name=_partnership(scene, language))
    return Literal(scene.knowledge.book.text(words, language))


def _partnership(scene: Scene, language: str) -> Words:
    """The partnership's name in this language, or the one that it has."""
    path = scene.knowledge.definitions.names[language]
    return told_name(str(scene.the_project.value(path) or scene.the_project.title()), 120)


def _who(scene: Scene, here: Sector) -> Param:
    if not here.members:
        return phrase("deck.seats.nobody")
    told: list[Param] = [_member(scene, row) for row in here.members[:_NAMED]]
    if len(here.members) > _NAMED:
        told.append(phrase("interface.value.more", n=len(here.members) - _NAMED))
    return tuple(told)


def _member(scene: Scene, row: Record) -> Words:
    asked = _members(scene)
    told = told_row(scene.knowledge.definitions, scene.the_project, asked, row)
    name = Literal(shortened(scene.knowledge.book.text(told, scene.language), 60))
    state = row.values.get("state")
    if not state:
        return phrase("deck.seats.named", name=name)
    return phrase("deck.seats.member", name=name, state=Phrase(asked.field("state").option_key(state)))


def _plan(scene: Scene, name: str) -> tuple[Words, ...]:
    """Who asks this sector, where that was planned."""
    row = next((one for one in scene.the_project.records(_PLANS) if one.values.get("sector") == name), None)
    if row is None or not row.values.get("who_asks"):
        return ()
    who = Literal(str(row.values["who_asks"]))
    if not row.values.get("by_when"):
        return (phrase("deck.seats.plan", name=who),)
    month = told_number(scene.knowledge.definitions.question(f"{_PLANS}.by_when"), row.values["by_when"])
    return (phrase("deck.seats.plan_month", name=who, month=month),)


def _members(scene: Scene) -> Question:
    return scene.knowledge.definitions.question(MEMBERS)


def _name(sector_id: str) -> Phrase:
    return Phrase(f"lists.council_sectors.{sector_id}")


def _grid(scene: Scene) -> Button:
    card = scene.knowledge.background.cards["seat_grid"]
    return scene.button(Phrase("deck.buttons.grid"), "know", card.target)


def _back(scene: Scene) -> tuple[Button, ...]:
    return (scene.button("back", "back"), scene.button("home", "home"))
