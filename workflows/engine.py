"""Action in, outcome out: the one door to this room. It sends nothing, stores nothing, awaits nothing and knows no
clock.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from workflows.actions import Action, Command, Edit, Import, Press, Say
from workflows.knowledge import Knowledge
from workflows.moves import (
    advising,
    answering,
    arrival,
    background,
    bringing,
    correcting,
    finding,
    francophone,
    listing,
    looking,
    measuring,
    reading,
    sharing,
    typing_rows,
)
from workflows.outcomes import Outcome, Visit
from workflows.phrases import phrase
from workflows.project import Project
from workflows.roles import EDITOR, READER, may, writes
from workflows.screens import Spot
from workflows.standing import makes_sense, standing
from workflows.turn import Turn

Move = Callable[[Turn, Press], Outcome]

WITHOUT_PROJECT: Mapping[str, Move] = {
    "language": arrival.language,
    "open_project": arrival.open_project,
    "new_project": arrival.new_project,
    "projects": lambda turn, _: arrival.projects(turn),
    "begin": looking.begin,
    "help": looking.help_card,
    "privacy": looking.privacy,
    "settings": looking.settings,
    "resources": looking.resources,
    "for_step": looking.listed,
    "theme": looking.listed,
    "resource": looking.resource,
    "facts": reading.facts,
    "glossary": reading.glossary,
    "letters": reading.letters,
    "term": reading.term,
    "forget": looking.forget,
    "erase": looking.erase,
    "join": sharing.join,
    "page": looking.page,
    "home": looking.home,
}
"""Verbs that need no open project."""

ON_A_QUESTION: Mapping[str, Move] = {
    "ask": looking.ask,
    "change": looking.change,
    "list": listing.show_list,
    "set": answering.set_option,
    "on": answering.switch,
    "off": answering.switch,
    "usual": answering.take_usual,
    "starter": answering.take_starter,
    "done": answering.done,
    "skip": answering.skip,
    "unsure": answering.unsure,
    "terms": reading.terms,
    "why": answering.explain,
    "example": answering.explain,
    "consent": answering.consent,
    "starters": listing.starters,
    "take_starter": listing.take_starter_row,
    "drop_starter": listing.drop_starter_row,
    "add": listing.add,
    "row": listing.open_row,
    "drop": listing.drop,
    "up": listing.move,
    "down": listing.move,
    "back": answering.back,
}
"""Verbs whose target is a question."""

ON_A_FIELD: Mapping[str, Move] = {
    "field": listing.open_field,
    "suggest": measuring.suggest,
    "own": measuring.own,
    "take": measuring.take,
    "set": listing.field_press,
    "on": listing.field_press,
    "off": listing.field_press,
    "done": listing.field_done,
    "skip": listing.field_done,
    "empty": listing.field_empty,
    "back": listing.field_back,
}
"""Verbs whose target is a field of a row."""

ELSEWHERE: Mapping[str, Move] = {
    "step": looking.step,
    "review": looking.review,
    "to_know": background.to_know,
    "know": background.know,
    "sector": background.sector,
    "letter": background.letter,
    "lens": francophone.lens,
    "francophone": francophone.card,
    "confirm": looking.confirm,
    "quick": looking.quick,
    "progress": measuring.progress,
    "drafts": looking.drafts,
    "document": looking.document,
    "readiness": reading.readiness,
    "draft": looking.draft,
    "export": looking.export,
    "undo": looking.undo,
    "advice": advising.advice,
    "rule": advising.rule,
    "rules": advising.rules,
    "aside": advising.ask_reason,
    "take_up": advising.take_up,
    "points": advising.points,
    **sharing.VERBS,
    "back": looking.back,
}
"""Verbs whose target is a step, a document, or nothing."""

COMMANDS: Mapping[str, Callable[[Turn], Outcome]] = {
    "start": arrival.start,
    "home": looking.home,
    "help": looking.help_card,
    "language": looking.settings,
    "draft": looking.drafts,
    "resources": looking.resources,
    "glossary": reading.glossary,
    "privacy": looking.privacy,
    "projects": arrival.projects,
    "people": sharing.people,
    "export": looking.export,
    "forget": looking.forget,
    "undo": looking.undo,
}

WITH_WORDS: Mapping[str, Callable[[Turn, str], Outcome]] = {
    "glossary": reading.look_up,
    "resources": finding.search,
    "start": sharing.start,
}
"""Commands that do more when words follow them."""


def apply(knowledge: Knowledge, project: Project | None, visit: Visit, action: Action) -> Outcome:
    """Carry out `action`. The given project is changed in place; the outcome says what to show, keep and do besides."""
    turn = Turn(
        knowledge,
        replace(visit, spot=arrival.beyond_greeting(visit, standing(knowledge, project, visit.spot))),
        project,
        fresh=not isinstance(action, Press),
    )
    if not visit.private:
        return turn.show(Spot(screen="private_only"))
    if visit.language is None and not arrival.arriving(action):
        return turn.show(arrival.greeting(visit.spot))
    if project is not None and not may(visit.role, action, turn.spot.screen):
        notice = phrase(f"people.notices.not_for.{EDITOR if writes(visit.role) else READER}")
        return turn.show(turn.spot, notice, toast=notice)
    if isinstance(action, Command):
        told = WITH_WORDS.get(action.name) if action.text else None
        return told(turn, action.text) if told else COMMANDS[action.name](turn)
    if isinstance(action, Press):
        return _press(turn, action)
    if isinstance(action, Say):
        return _say(turn, action)
    if isinstance(action, Edit):
        return correcting.edit(turn, action) if turn.project else turn.home()
    if isinstance(action, Import):
        return bringing.bring(turn, action)
    return turn.show(turn.spot, phrase(f"interface.other.{action.kind}"))


def show(knowledge: Knowledge, project: Project | None, visit: Visit) -> Outcome:
    """The current card once more; nothing changes."""
    spot = arrival.beyond_greeting(visit, standing(knowledge, project, visit.spot))
    if visit.language is None:
        spot = arrival.greeting(visit.spot)
    return Turn(knowledge, visit, project).show(spot if visit.private else Spot(screen="private_only"))


def _press(turn: Turn, press: Press) -> Outcome:
    definitions = turn.definitions
    if not makes_sense(turn.knowledge, turn.project, press):
        return turn.show(turn.spot, phrase("interface.notices.old_button"))
    if press.verb in WITHOUT_PROJECT:
        return WITHOUT_PROJECT[press.verb](turn, press)
    if turn.project is None:
        return turn.back() if press.verb == "back" and turn.spot.behind else turn.home()
    if press.target.startswith("group."):
        moves: Mapping[str, Move] = {"recommended": answering.take_group, "skip": answering.skip, "back": looking.home}
    elif definitions.has(press.target):
        moves = ON_A_FIELD if definitions.question(press.target).parent else ON_A_QUESTION
    else:
        moves = ELSEWHERE
    move = moves.get(press.verb)
    if move is None:
        return turn.show(turn.spot, phrase("interface.notices.old_button"))
    return move(turn, press)


def _say(turn: Turn, said: Say) -> Outcome:
    spot = turn.spot
    if spot.screen == "naming":
        return arrival.name_project(turn, said)
    if spot.screen == "label" and turn.project is not None:
        return sharing.say_label(turn, said)
    if turn.project is None:
        return _look_up(turn, said)
    if said.reply_to is not None and turn.definitions.has(said.reply_to.question):
        return correcting.reply(turn, said, said.reply_to)
    if spot.heard_full and (said.late or said.message == spot.heard + 1):
        return correcting.continued(turn, said)
    if said.late:
        return correcting.too_early(turn, said)
    if spot.screen in ("question", "noted_date"):
        return answering.say(turn, said)
    if spot.screen == "rows":
        return typing_rows.say_rows(turn, said)
    if spot.screen in ("field", "suggested"):
        return typing_rows.say_field(turn, said)
    if spot.screen == "consent":
        return turn.show(spot, phrase("interface.consent.first"))
    if spot.screen == "reason":
        return advising.say_reason(turn, said)
    return _look_up(turn, said)


def _look_up(turn: Turn, said: Say) -> Outcome:
    """A text that answers nothing: a term while the glossary is open, else something to find in the resources."""
    if turn.spot.screen in reading.IN_THE_GLOSSARY:
        return reading.look_up(turn, said.text)
    return finding.search(turn, said.text)
