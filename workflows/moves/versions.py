"""Saving the project under a name, looking at a saved version, at what changed since, and removing it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from workflows import adoption, versions
from workflows.actions import Press, Say
from workflows.errors import AnswerRefused
from workflows.moves.arrival import refused
from workflows.outcomes import DraftAsked, Outcome, VersionDropped, VersionKept
from workflows.past import snapshot
from workflows.phrases import Literal, Words, phrase
from workflows.turn import Turn

DOCUMENT = "changes"


def show_all(turn: Turn, *_: object) -> Outcome:
    """The saved versions."""
    return turn.side(versions.VERSIONS)


def ask_name(turn: Turn, _: Press) -> Outcome:
    """Ask for the name of a new version."""
    return turn.side(versions.NAMING)


def say_name(turn: Turn, said: Say) -> Outcome:
    """The typed name saves the project as it stands. The same name again, with nothing changed since, saves nothing."""
    project = turn.the_project
    again = versions.named(project, said.text)
    if again is not None and again.revision == project.revision:
        return turn.side(versions.VERSION, str(again.number), _saved(again.name))
    try:
        name = versions.read_name(project, said.text)
    except AnswerRefused as refusal:
        return turn.show(turn.spot, refused(refusal))
    data = snapshot(project)
    at = turn.visit.now.isoformat(timespec="seconds")
    kept = versions.add(project, name, turn.visit.person, at)
    turn.effects.append(VersionKept(kept.number, data))
    return turn.side(versions.VERSION, str(kept.number), _saved(kept.name))


def show(turn: Turn, press: Press) -> Outcome:
    """One version."""
    return _side(turn, press, versions.VERSION)


def changed(turn: Turn, press: Press) -> Outcome:
    """What changed since a version; to compare takes as long as to draft."""
    if not turn.visit.allows("file"):
        return turn.show(turn.spot, phrase("people.limits.file"))
    return _side(turn, press, versions.CHANGED)


def draft(turn: Turn, press: Press) -> Outcome:
    """Ask the bot for the document of what changed since; it comes above the card."""
    if versions.find(turn.the_project, press.record) is None:
        return _side(turn, press, versions.CHANGED)
    if not turn.visit.allows("file"):
        return turn.show(turn.spot, phrase("people.limits.file"))
    language, _, kind = press.value.partition(".")
    turn.effects.append(DraftAsked(DOCUMENT, language, kind, int(press.record)))
    turn.fresh = True
    return _side(turn, press, versions.CHANGED, phrase("interface.notices.drafted"))


def drop(turn: Turn, press: Press) -> Outcome:
    """Ask once more, then remove a version for good; an adopted one only when it is no longer marked."""
    kept = versions.find(turn.the_project, press.record)
    if kept is not None and kept.adopted:
        return _side(turn, press, versions.VERSION, phrase("versions.adopted.stays"))
    if kept is None or not press.value:
        return _side(turn, press, versions.VERSION, drop=True)
    turn.the_project.versions.remove(kept)
    turn.effects.append(VersionDropped(kept.number))
    return turn.side(versions.VERSIONS, "", phrase("versions.dropped", name=Literal(kept.name)))


def adopt(turn: Turn, press: Press) -> Outcome:
    """Mark a version as the text that the council adopted on the day that was answered, or take the last mark back."""
    project, kept = turn.the_project, versions.find(turn.the_project, press.record)
    if kept is None:
        return _side(turn, press, versions.VERSION)
    if press.value:
        if adoption.is_last(project, kept):
            adoption.mark(project, kept, None)
        return _side(turn, press, versions.VERSION)
    day = adoption.offered_day(turn.definitions, project, kept, turn.visit.now.date())
    if day is None:
        return _side(turn, press, versions.VERSION)
    adoption.mark(project, kept, day)
    number = adoption.adopted_texts(project)[-1].number
    return _side(turn, press, versions.VERSION, phrase("versions.adopted.marked", number=number))


def draft_adopted(turn: Turn, press: Press) -> Outcome:
    """Ask the bot for the adopted text of a version, as it was kept."""
    kept = versions.find(turn.the_project, press.record)
    if kept is None or not kept.adopted:
        return _side(turn, press, versions.VERSION)
    if not turn.visit.allows("file"):
        return turn.show(turn.spot, phrase("people.limits.file"))
    language, _, kind = press.value.partition(".")
    turn.effects.append(DraftAsked(adoption.TERMS, language, kind, kept.number))
    turn.fresh = True
    return _side(turn, press, versions.VERSION, phrase("interface.notices.drafted"))


def _side(turn: Turn, press: Press, screen: str, *notice: Words, drop: bool = False) -> Outcome:
    """A card of one version; the list with a notice when it is no longer kept."""
    if versions.find(turn.the_project, press.record) is None:
        return turn.side(versions.VERSIONS, "", phrase("versions.gone"))
    return turn.side(screen, f"{press.record}.drop" if drop else press.record, *notice)


def _saved(name: str) -> Words:
    return phrase("versions.saved", name=Literal(name))


MOVES: Mapping[str, Callable[[Turn, Press], Outcome]] = {
    "versions": show_all,
    "name_version": ask_name,
    "version": show,
    "changed": changed,
    "draft_since": draft,
    "drop_version": drop,
    "adopt_version": adopt,
    "draft_adopted": draft_adopted,
}
"""Its verbs, for the engine."""
