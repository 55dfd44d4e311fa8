"""What a plan's answers show besides its open points: the rules that the guide looks at, as a document says them."""

from __future__ import annotations

from workflows.advice import Advice, Judgement, lists_of
from workflows.gaps import Gap
from workflows.phrases import Param, Phrase
from workflows.project import Record

from .plan_fields import Check
from .speech import Speech
from .visible import bands

_STEPS = ("research_strategy", "action_plan", "implementation")
_MARKED = frozenset(  # the open points of the plan say the same
    {
        "no_priorities",
        "priorities_without_outcome",
        "priorities_without_objective",
        "no_actions",
        "actions_without_lead",
        "actions_without_end",
        "actions_without_funder",
        "actions_without_indicator",
        "actions_without_outcome",
        "direct_services",
        "service_unsure",
        "indicators_without_baseline",
    }
)
_MOST = 12


def checks_of(speech: Speech) -> tuple[Check, ...]:
    """What was found in the steps of the plan that were begun and what the table has not set aside, core ones first."""
    judgement = Judgement(speech.view.definitions, lists_of(speech.view.definitions, speech.book))
    found = [one for one in judgement.of_project(speech.view.project) if one.set_aside is None and _is_new(one)]
    numbers = _numbers(speech)
    return tuple(
        Check(n, _what(speech, one.gap, numbers), speech.book.text(Phrase(f"{one.rule.words}.do"), speech.language))
        for n, one in enumerate(found, 1)
    )


def _is_new(one: Advice) -> bool:
    _, step, name = one.rule.path.split(".")
    return step in _STEPS and name not in _MARKED


def _what(speech: Speech, gap: Gap, numbers: dict[str, str]) -> str:
    items = _items(speech, gap, numbers)
    if len(gap.items) > _MOST:
        items = (*items, Phrase("interface.value.more", {"n": len(gap.items) - _MOST}))
    params: dict[str, Param] = {"n": len(gap.items), "items": items, **dict(gap.numbers)}
    return speech.book.text(Phrase(f"{gap.words}.what", params), speech.language)


def _items(speech: Speech, gap: Gap, numbers: dict[str, str]) -> tuple[Param, ...]:
    """Actions and priorities by their numbers in the plan, other rows by their titles, options by their labels."""
    first = gap.items[:_MOST]
    if gap.list_name:
        return tuple(Phrase(f"lists.{gap.list_name}.{option}") for option in first)
    if not gap.rows:
        return ()
    rows = {row.id: row for row in speech.view.rows(gap.rows)}
    return speech.listed(_name(speech, rows[item], gap.rows, numbers) for item in first if item in rows)


def _name(speech: Speech, row: Record, path: str, numbers: dict[str, str]) -> str:
    """A row's number; that of what it points at, where that is its first field; or its title."""
    column = speech.view.definitions.question(path).fields[0]
    if column.kind == "link" and (target := row.values.get(column.id)):
        return numbers.get(target) or speech.cell(column.path, row)
    return numbers.get(row.id) or speech.title(row, path)


def _numbers(speech: Speech) -> dict[str, str]:
    """The number of each action and of each priority by the id of its row."""
    told = {}
    for band in bands(speech.view):
        told.update({row.id: number for number, row in band.actions})
        if band.priority:
            told[band.priority.id] = str(band.number)
    return told
