"""The year of an action plan in a few sentences: how many actions, who leads, what is due first, what was reported.

Its words stand in content/<language>/documents/action_plan.yml.
"""

from __future__ import annotations

from collections import Counter

from workflows.cleaning import fold
from workflows.findings import within_year
from workflows.phrases import Param, Phrase

from .quarters import state_of
from .speech import Speech
from .visible import Band


def year_in_figures(speech: Speech, told: tuple[Band, ...], year: int) -> tuple[str, ...]:
    """The sentences, none for a plan without an action; `year` is the one in which its fiscal year begins."""
    actions = [action for band in told for action in band.actions]
    if not actions:
        return ()

    def say(key: str, **params: Param) -> str:
        return speech.book.text(Phrase(f"documents.action_plan.year.{key}", params), speech.language)

    lines = [say("actions", n=len(actions))]
    if leads := {_organization(str(lead)) for _, row in actions if (lead := row.values.get("lead"))}:
        lines.append(say("leads", n=len(leads)))
    early = [number for number, row in actions if _by_june(row.values.get("end"), year)]
    if early:
        lines.append(say("first_quarter", n=len(early), items=speech.listed(early)))
    if states := Counter(state for _, row in actions if (state := state_of(speech, row))):
        items = tuple(Phrase(f"measuring.statuses.{state}", {"n": count}) for state, count in states.items())
        lines.append(say("reported", items=items))
    return tuple(lines)


def _organization(lead: str) -> str:
    """What stands before the first comma: a department or a person of the same organization does not count again."""
    return fold(lead.partition(",")[0])


def _by_june(month: object, year: int) -> bool:
    return isinstance(month, str) and within_year(month, year, last="06")
