"""Action in, outcome out: the one door to this room. It sends nothing, stores nothing, awaits nothing and knows no
clock.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from workflows.actions import Action, Command, Edit, Import, Other, Picture, Press, Say
from workflows.knowledge import Knowledge
from workflows.moves import answering, arrival, bringing, correcting, finding, letterhead, looking, reading, sharing
from workflows.outcomes import Outcome, Visit
from workflows.phrases import phrase
from workflows.pictures import LARGEST_FILE
from workflows.project import Project
from workflows.roles import EDITOR, READER, may, writes
from workflows.screens import Spot
from workflows.standing import makes_sense, standing
from workflows.turn import Turn
from workflows.verbs import COMMANDS, ELSEWHERE, ON_A_FIELD, ON_A_QUESTION, SAYING, WITH_WORDS, WITHOUT_PROJECT, Move


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
    return _other(turn, action)


def wants(spot: Spot, picture: Picture) -> bool:
    """True where this picture would be looked at, so that it is worth fetching."""
    return spot.screen == "letterhead" and picture.size <= LARGEST_FILE


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
    if spot.screen in SAYING:
        return SAYING[spot.screen](turn, said)
    if spot.screen == "consent":
        return turn.show(spot, phrase("interface.consent.first"))
    if spot.screen == "letterhead" and (told := letterhead.say(turn, said)):
        return told
    return _look_up(turn, said)


def _look_up(turn: Turn, said: Say) -> Outcome:
    """A text that answers nothing: a term while the glossary is open, else something to find in the resources."""
    if turn.spot.screen in reading.IN_THE_GLOSSARY:
        return reading.look_up(turn, said.text)
    return finding.search(turn, said.text)


def _other(turn: Turn, other: Picture | Other) -> Outcome:
    if isinstance(other, Picture) and turn.spot.screen == "letterhead":
        return letterhead.picture(turn, other)
    return turn.show(turn.spot, phrase(f"interface.other.{other.kind}"))
