"""What a settlement strategy wants to change: its priorities with reasons and objectives, and outcomes by horizon.

The expected results are those of the federal presentation of 2013 (definitions/results.yml); what the answers show of
them comes from evidence.py, and what shows nothing is said to be not measured yet.
"""

from __future__ import annotations

from workflows.evidence import FACTS
from workflows.phrases import Phrase
from workflows.project import Record
from workflows.schema import Result

from .open_checks import is_parked, objectives_of
from .speech import NONE, Said, Speech
from .strategy_fields import HorizonBand, Lines, Objective, Outcome, StrategyPriority
from .visible import PRIORITIES

_OWN = "settlement_strategy"
_OBJECTIVES = "research_strategy.objectives"


def priorities(speech: Speech) -> tuple[StrategyPriority, ...]:
    """The priorities in their order."""
    return tuple(_priority(speech, row) for row in speech.view.rows(PRIORITIES))


def _priority(speech: Speech, row: Record) -> StrategyPriority:
    parked = is_parked(row)

    def needed(name: str, mark: str) -> Said | None:
        return speech.cell(f"{PRIORITIES}.{name}", row) or (None if parked else speech.open(mark))

    objectives = tuple(_objective(speech, one, parked) for one in objectives_of(speech.view, row))
    return StrategyPriority(
        title=speech.title(row, PRIORITIES),
        parked=parked,
        result=needed("result", "result"),
        reason=needed("evidence", "reason"),
        outcomes=needed("outcomes", "priority_outcomes"),
        table=None if parked else speech.cell(f"{PRIORITIES}.group", row) or None,
        objectives=objectives,
        objectives_open=None if objectives or parked else speech.open("objective"),
    )


def _objective(speech: Speech, row: Record, parked: bool) -> Objective:
    def cell(name: str) -> str:
        return speech.cell(f"{_OBJECTIVES}.{name}", row)

    def measured(name: str) -> Said:
        return cell(name) or (NONE if parked else speech.open(f"objective_{name}"))

    return Objective(
        objective=cell("objective") or NONE,
        horizon=cell("horizon") or NONE,
        baseline=measured("baseline"),
        target=measured("target"),
        source=cell("source") or NONE,
    )


def horizon_bands(speech: Speech) -> tuple[HorizonBand, ...]:
    """Every horizon in its order, then what runs under all of them, each with its objectives and expected results."""
    results = speech.view.definitions.results
    return tuple(
        HorizonBand(speech.of(_OWN, f"horizons.{horizon}"), _outcomes(speech, horizon, results))
        for horizon in dict.fromkeys(result.horizon for result in results)
    )


def _outcomes(speech: Speech, horizon: str, results: tuple[Result, ...]) -> tuple[Outcome, ...]:
    rows = [row for row in speech.view.rows(_OBJECTIVES) if row.values.get("horizon") == horizon]
    wanted = tuple(speech.cell(f"{_OBJECTIVES}.objective", row) for row in rows)
    own = (Outcome(speech.of(_OWN, "own_objectives"), wanted),) if wanted else ()
    return (*own, *(_outcome(speech, result) for result in results if result.horizon == horizon))


def _outcome(speech: Speech, result: Result) -> Outcome:
    view = speech.view
    facts = (FACTS[name](view.project, view.definitions) for name in result.facts)
    shown: Lines = tuple(speech.shown(fact) for fact in facts if fact is not None)
    return Outcome(speech.shown(Phrase(result.words)), shown or (speech.of(_OWN, "not_measured"),))
