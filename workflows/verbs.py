"""Which move a verb, a command or a typed text means: the tables by which the engine finds its way. They do nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from workflows.actions import Press, Say
from workflows.moves import (
    advising,
    answering,
    arrival,
    background,
    finding,
    francophone,
    letterhead,
    listing,
    looking,
    measuring,
    reading,
    sharing,
    typing_rows,
    versions,
    wordings,
)
from workflows.outcomes import Outcome
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
    "wording": wordings.wording,
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
    "wording": wordings.wording,
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
    "parity": wordings.parity,
    "readiness": reading.readiness,
    "draft": looking.draft,
    "export": looking.export,
    **letterhead.MOVES,
    **versions.MOVES,
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
    "draft": looking.draft_named,
    "glossary": reading.look_up,
    "resources": finding.search,
    "start": sharing.start,
}
"""Commands that do more when words follow them."""


SAYING: Mapping[str, Callable[[Turn, Say], Outcome]] = {
    **dict.fromkeys(("question", "noted_date"), answering.say),
    **dict.fromkeys(("field", "suggested"), typing_rows.say_field),
    "rows": typing_rows.say_rows,
    "naming_version": versions.say_name,
    "reason": advising.say_reason,
    "wording": wordings.say,
}
"""What a typed text means on the cards that ask for one."""

VERBS = frozenset({*WITHOUT_PROJECT, *ON_A_QUESTION, *ON_A_FIELD, *ELSEWHERE, "recommended"})
"""Every verb that a button may carry; the last one belongs to a group of rules."""
