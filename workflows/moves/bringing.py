"""A file that somebody sends: an exported partnership becomes a new one of theirs, with its saved versions and what
changed since; any other is refused kindly.
"""

from __future__ import annotations

from dataclasses import replace

from workflows.actions import Import
from workflows.errors import AnswerRefused
from workflows.importing import LARGEST_FILE, imported
from workflows.moves.arrival import refused
from workflows.outcomes import Outcome, ProjectCreated
from workflows.phrases import phrase
from workflows.roles import COORDINATOR
from workflows.screens import Spot
from workflows.telling import told_name
from workflows.turn import Turn


def bring(turn: Turn, sent: Import) -> Outcome:
    """Make a project of an exported one; the one that was open stays as it is."""
    if sent.size > LARGEST_FILE:
        return turn.show(turn.spot, phrase("people.import.too_large"))
    if sent.data is None:
        return turn.show(turn.spot, phrase("people.import.not_fetched"))
    if not turn.visit.allows("import"):
        return turn.show(turn.spot, phrase("people.limits.import"))
    visit = turn.visit
    try:
        project, past = imported(turn.knowledge, sent.data, visit.new_id(), visit.person, visit.now)
    except AnswerRefused as refusal:
        return turn.show(turn.spot, refused(refusal))
    turn.visit = replace(visit, role=COORDINATOR)
    turn.open(project)
    turn.effects.append(ProjectCreated(project, past))
    versions = (phrase("people.import.versions", n=len(past.kept)),) if past.kept else ()
    return turn.show(Spot(screen="home"), phrase("people.import.done", name=told_name(project.title())), *versions)
