"""A tour past every card: what is met on arrival, every question before its answer, everything with the sample project,
refusals, and whatever else can be reached by pressing. One stop is one card; its name is the same in every language.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace

from workflows.actions import Action, Command, Other, Press, Say
from workflows.knowledge import Knowledge
from workflows.outcomes import Outcome
from workflows.phrases import Words
from workflows.roles import EDITOR
from workflows.schema import Question
from workflows.screens import FULL_MESSAGE, Screen, Spot
from workflows.showcase.company import accompanied, alone, spots
from workflows.showcase.sample import arrived, sampled
from workflows.showcase.visitor import Visitor

SECTIONS = ("arrival", "home", "steps", "drafts", "resources", "settings", "refusals", "more")
_SECTION_OF = {
    "welcome": "arrival", "naming": "arrival", "private_only": "arrival", "projects": "arrival", "forgotten": "arrival",
    "home": "home", "drafts": "drafts", "document": "drafts", "ready": "drafts", "parity": "drafts",
    "wording": "drafts", "versions": "drafts", "naming_version": "drafts", "version": "drafts", "changed": "drafts",
    "glossary": "resources", "letters": "resources", "matches": "resources", "terms": "resources", "term": "resources",
    "facts": "resources", "readiness": "steps", "resources": "resources", "theme": "resources",
    "resource": "resources", "found": "resources", "letterhead": "drafts",
    "people": "settings", "invite": "settings", "label": "settings", "invitation": "settings", "member": "settings",
    "leave": "settings", "invited": "arrival", "joined": "arrival",
    "language": "settings", "help": "settings", "privacy": "settings", "forget": "settings",
    "advice": "home", "rule": "steps", "reason": "steps",
    "step": "steps", "review": "steps", "question": "steps", "rows": "steps", "row": "steps", "field": "steps",
    "group": "steps", "consent": "steps", "noted_date": "steps",
}  # fmt: skip
"""Screens that are in no section here stand under "more"."""
_LISTS_OF_TERMS = frozenset({"glossary", "letters", "matches", "terms"})
"""What these list differs from language to language; one card of each is enough, since every term has its own."""
_CHANGING = frozenset({
    "set", "on", "off", "usual", "starter", "done", "skip", "unsure", "take_starter", "drop_starter", "add", "drop",
    "up", "down", "empty", "recommended", "confirm", "undo", "language", "open_project", "new_project", "begin",
    "erase", "draft", "draft_since", "draft_adopted", "export", "consent", "back", "unlabelled", "revoke", "role",
    "remove", "left", "join", "keep_project",
})  # fmt: skip
"""Verbs that answer or change something, or lead back: their cards are met elsewhere on the tour."""
_OTHERS = ("sticker", "photo", "voice", "file", "forwarded", "unknown_command", "old_button", "other")
_MISFITS = {"number": "many", "money": "lots", "month": "2027-13", "date": "2027-02-31", "choice": "?!x"}
"""What does not fit a question of this kind; no language has such words."""


@dataclass(frozen=True)
class Stop:
    """One card of the tour: its section, its name and its step (or an empty text), and what the engine gave of it.

    `project` is the id of the project that it was drawn for, empty before there is one.
    """

    section: str
    name: str
    step: str
    spot: Spot
    screen: Screen
    toast: Words | None
    project: str


def tour(knowledge: Knowledge, language: str) -> tuple[Stop, ...]:
    """Every stop once, in the order of the sections and steps, as somebody who reads `language` meets them."""
    stops: dict[str, Stop] = {}
    full = sampled(knowledge, language)
    for part in (_arriving, _asked, _met_with_nothing, _looked_up):
        for stop in part(knowledge, language):
            stops.setdefault(stop.name, stop)
    for stop in (*_short_ways(full), *_refused_in_rows(full), *_judged(full), *_in_company(full)):
        stops.setdefault(stop.name, stop)
    for stop in _reached(full, stops):
        stops.setdefault(stop.name, stop)
    steps = ("", *(step.id for step in knowledge.definitions.steps))
    order = sorted(stops.values(), key=lambda stop: (SECTIONS.index(stop.section), steps.index(stop.step)))
    return tuple(order)


def _arriving(knowledge: Knowledge, language: str) -> Iterator[Stop]:
    """From the first word to the first home, the group chat, and what follows an erasure."""
    visitor = Visitor(knowledge, language)
    yield _stop(visitor.do(Command("start")))
    yield _stop(visitor.press("language", value=language))
    visitor = arrived(knowledge, language)
    assert visitor.project is not None
    yield _stop(visitor.press("home"), "home/new")
    yield _stop(visitor.do(Command("projects")))
    yield _stop(visitor.try_out(Press("new_project")), "naming/another")
    yield _stop(visitor.try_out(Press("erase", value="me")))
    visitor.private = False
    yield _stop(visitor.do(Command("start")))


def _asked(knowledge: Knowledge, language: str) -> Iterator[Stop]:
    """Each question as it is first met, with its reason, its example and its ready-made lines opened."""
    visitor = arrived(knowledge, language)
    for step in knowledge.definitions.steps:
        for question in step.questions:
            met = visitor.press("ask", question.path)
            if met.spot.screen == "consent":
                yield _stop(met)
                met = visitor.press("consent", question.path, "names")
            yield _stop(met, f"{_named(met.spot)}/first")
            yield from _sides(visitor, met)
            if question.kind == "date":
                yield _stop(visitor.try_out(Say("04/05/2027", 1)))
            visitor.at(Spot(screen="home"))


def _sides(visitor: Visitor, met: Outcome) -> Iterator[Stop]:
    for press in _presses(met.screen):
        if press.verb in ("why", "example", "starters"):
            yield _stop(visitor.try_out(press))


def _short_ways(visitor: Visitor) -> Iterator[Stop]:
    """The end of each short path."""
    for document in visitor.knowledge.definitions.quick:
        yield _stop(visitor.try_out(Press("quick", document)))


def _met_with_nothing(knowledge: Knowledge, language: str) -> Iterator[Stop]:
    """The cards that take several answers at once, and what is said when something cannot be taken."""
    visitor = arrived(knowledge, language)
    for group, step in knowledge.definitions.groups.items():
        yield _stop(visitor.look(Spot(screen="group", step=step, question=f"group.{group}")))
    visitor.press("home")
    for kind in _OTHERS:
        yield _refusal(visitor, f"other/{kind}", Other(kind))
    yield replace(_stop(visitor.try_out(Say("xqzw", 1)), "nothing"), section="resources")
    yield replace(_stop(visitor.try_out(Say("conseil council", 1)), "found"), section="resources")
    yield replace(_stop(visitor.look(Spot(screen="personal", behind="home")), "personal"), section="resources")
    for kind, question in _one_of_each(knowledge).items():
        visitor.press("ask", question.path)
        if visitor.spot.screen == "consent":
            yield _refusal(visitor, "consent/typed", Say("x", 1))
            visitor.press("consent", question.path, "names")
        yield _refusal(visitor, f"{kind}/empty", Say("…", 1))
        yield _refusal(visitor, f"{kind}/too_long", Say("a " * (FULL_MESSAGE // 2), 1))
        yield _refusal(visitor, f"{kind}/misfit", Say(_MISFITS.get(kind, "; ; x"), 1))
        if question.at_most is not None and kind != "records":
            yield _refusal(visitor, f"{kind}/out_of_range", Say(f"{int(question.at_most) + 1}", 1))
        visitor.at(Spot(screen="home"))


def _refused_in_rows(visitor: Visitor) -> Iterator[Stop]:
    """What is said when a field of a row cannot take something: one of each kind."""
    assert visitor.project is not None
    for kind, part in _one_of_each(visitor.knowledge, fields=True).items():
        row = visitor.project.records(part.parent)[0]
        visitor.press("row", part.parent, record=row.id)
        visitor.press("field", part.path, record=row.id)
        yield _refusal(visitor, f"field/{kind}/misfit", Say(_MISFITS.get(kind, "…"), 1))


def _looked_up(knowledge: Knowledge, language: str) -> Iterator[Stop]:
    """Every term of the glossary, and what a typed word finds there."""
    visitor = arrived(knowledge, language)
    for term in knowledge.glossary:
        yield _stop(visitor.try_out(Press("term", f"term.{term.id}")))
    visitor.press("glossary")
    yield _stop(visitor.try_out(Say("plan", 1)))
    yield _stop(visitor.try_out(Say("xqzw", 1)), "matches/nothing")


def _judged(visitor: Visitor) -> Iterator[Stop]:
    """Every rule, also one that finds nothing in the sample, and the card that asks why one is set aside."""
    visitor.press("home")
    for step in visitor.knowledge.definitions.steps:
        for gap in step.gaps:
            yield _stop(visitor.try_out(Press("rule", gap.path)))
            yield _stop(visitor.try_out(Press("aside", gap.path)))


def _in_company(visitor: Visitor) -> Iterator[Stop]:
    """The people of a project, as one of several and as the only one."""
    for company, name in ((accompanied, ""), (alone, "/alone")):
        visitor.company = company
        for told, spot in spots():
            yield _stop(visitor.look(spot), f"{told}{name}")
    visitor.company = accompanied
    visitor.at(Spot(screen="home"))
    yield _stop(visitor.try_out(Press("unlabelled", value=EDITOR)), "invitation/new")


def _refusal(visitor: Visitor, name: str, action: Action) -> Stop:
    return replace(_stop(visitor.try_out(action), f"refusal/{name}"), section="refusals", step="")


def _one_of_each(knowledge: Knowledge, fields: bool = False) -> dict[str, Question]:
    """One question, or one field of a list, of each kind; where numbers have a limit, one that has it."""
    found: dict[str, Question] = {}
    for question in knowledge.definitions.everything():
        if bool(question.parent) == fields:
            kept = found.setdefault(question.kind, question)
            if kept.at_most is None and question.at_most is not None:
                found[question.kind] = question
    return found


def _reached(visitor: Visitor, met: dict[str, Stop]) -> Iterator[Stop]:
    """Everything that somebody with a full project reaches by pressing, each card once: the nearest first."""
    home = visitor.do(Command("home"))
    seen, pressed = set(met) - {_named(home.spot)}, set[tuple[str, str, str, str]]()
    asked = (
        Press("ask", question.path) for question in visitor.knowledge.definitions.everything() if not question.parent
    )
    waiting = deque([_stop(home), *(_stop(visitor.try_out(press)) for press in asked)])
    while waiting:
        stop = waiting.popleft()
        if stop.name in seen:
            continue
        seen.add(stop.name)
        yield stop
        for press in _presses(stop.screen):
            turned = stop.name if press.verb == "page" else ""  # turns this card; every other press leads anywhere
            way = (press.verb, press.target, press.value, turned)
            if press.verb not in _CHANGING and way not in pressed:
                pressed.add(way)
                visitor.at(stop.spot)
                waiting.append(_stop(visitor.try_out(press)))


def _presses(screen: Screen) -> Iterator[Press]:
    return (button.press for button in screen.buttons() if button.press is not None)


def _named(spot: Spot) -> str:
    """The name of a card: its screen and what it speaks of, without what somebody typed and without a row's id."""
    if spot.screen in _LISTS_OF_TERMS or spot.screen == "reason":
        return spot.screen
    if spot.screen == "wording":  # which texts lack one depends on the examples of a language
        return "wording/field" if spot.field else "wording"
    if spot.screen == "rule":  # wherever it was opened from
        return f"rule/{spot.question}"
    about = "" if spot.screen == "term" else spot.question or spot.step
    page = f"page{spot.page + 1}" if spot.page else ""
    value = "" if spot.screen in ("found", "nothing", "noted_date") else spot.value
    return "/".join(filter(None, dict.fromkeys((spot.screen, about, spot.field, value, spot.path, page))))


def _stop(outcome: Outcome, name: str = "") -> Stop:
    spot, project = outcome.spot, outcome.project.id if outcome.project else ""
    step = spot.step if (section := _SECTION_OF.get(spot.screen, "more")) == "steps" else ""
    return Stop(section, name or _named(spot), step, spot, outcome.screen, outcome.toast, project)
