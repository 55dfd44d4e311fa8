"""A project → the fields of its annual action plan in one language. It knows neither the template nor a file format."""

from __future__ import annotations

import datetime as dt

from workflows.phrases import Phrase
from workflows.project import Project, Record
from workflows.schema import Definitions
from workflows.wording import Phrasebook

from .cover import adopted, names, points_count, points_of
from .francophone_rows import french_plan
from .open_checks import is_parked, objectives_of
from .open_points import open_marks
from .plan_checks import checks_of
from .plan_fields import Action, ActionBand, ActionPlan, Consultation, Lines, Priority, Risk
from .plan_means import means_of, sources_of
from .plan_measures import changes, measure_bands, rhythm
from .plan_year import year_in_figures
from .quarters import quarter_view, status_of
from .speech import NONE, Said, Speech
from .visible import ACTIONS, PRIORITIES, Band, Visible, bands

DOCUMENT = "action-plan"
_OBJECTIVES = "research_strategy.objectives"
_STATUSES = ("not_started", "on_track", "at_risk", "done", "dropped", "none")


def action_plan(
    project: Project, definitions: Definitions, book: Phrasebook, language: str, today: dt.date, version: str
) -> ActionPlan:
    """The annual action plan of a project as `language` writes it; ContentFault when a word is missing.

    Its fiscal year is the one answered, or else the project's open cycle. What was not answered is a mark.
    """
    speech = Speech(Visible(definitions, project), book, language)
    marks = open_marks(definitions, project, DOCUMENT)
    told = bands(speech.view)
    name, other_name, missing_name = names(speech)
    points = points_of(speech, DOCUMENT, version)
    adoption = "action_plan.adopted_on"
    first = first_year(speech.view)
    quarters = quarter_view(speech, first)
    return ActionPlan(
        name=name,
        other_name=other_name,
        missing_name=missing_name,
        years=plan_years(speech),
        fiscal_year=speech.say("plan.fiscal_year", first=str(first), last=str(first + 1)),
        version=version,
        date=speech.shown(today),
        adopted_on=speech.answer(adoption) or speech.open(adoption),
        adopted=adopted(speech, adoption, today),
        vision=speech.typed("terms_of_reference.vision"),
        priorities=tuple(_priority(speech, band, band.priority) for band in told if band.priority),
        priorities_open=speech.open(PRIORITIES) if PRIORITIES in marks else None,
        year=year_in_figures(speech, told, first),
        means=means_of(speech, told),
        sources=sources_of(speech),
        bands=tuple(_band(speech, band) for band in told if band.actions),
        actions_open=speech.open(ACTIONS) if ACTIONS in marks else None,
        charts=quarters.figures,
        quarters=quarters.rows,
        status_key=tuple(speech.say(f"plan.status.{status}") for status in _STATUSES),
        evidence=_evidence(speech, told),
        consultations=tuple(_consultation(speech, row) for row in speech.view.rows("research_strategy.consultations")),
        alignment=tuple(_aligned(speech, row) for row in speech.view.rows("research_strategy.alignment")),
        french=french_plan(speech),
        risks=_risks(speech, told),
        measures=measure_bands(speech),
        changes=changes(speech),
        rhythm=rhythm(speech),
        points=points,
        points_count=points_count(speech, len(points)),
        checks=checks_of(speech) if version else (),
    )


def first_year(view: Visible) -> int:
    """The year in which the plan's fiscal year begins: the one answered, or the project's open cycle."""
    return int(view.value("action_plan.fiscal_year") or view.project.cycle)


def plan_years(speech: Speech) -> str:
    """The plan's fiscal year in short."""
    first = first_year(speech.view)
    return speech.say("plan.years", first=str(first), last=str(first + 1))


def _priority(speech: Speech, band: Band, row: Record) -> Priority:
    objectives = tuple(_objective(speech, objective) for objective in objectives_of(speech.view, row))

    def needed(text: str, mark: str) -> Said:
        return text or (NONE if is_parked(row) else speech.open(mark))

    if is_parked(row):
        this_year = speech.say("plan.parked")
    elif band.actions:
        this_year = speech.say("plan.actions_count", n=len(band.actions))
    else:
        this_year = speech.say("plan.no_action")
    return Priority(
        title=speech.say("plan.numbered", number=str(band.number), title=speech.title(row, PRIORITIES)),
        result=needed(speech.cell(f"{PRIORITIES}.result", row), "result"),
        outcomes=needed(speech.cell(f"{PRIORITIES}.outcomes", row), "priority_outcomes"),
        objectives=objectives or (needed("", "objective"),),
        this_year=this_year,
    )


def _objective(speech: Speech, row: Record) -> str:
    objective, target = (speech.cell(f"{_OBJECTIVES}.{name}", row) for name in ("objective", "target"))
    return speech.say("plan.objective_target", objective=objective, target=target) if target else objective


def _band(speech: Speech, band: Band) -> ActionBand:
    title = speech.say("plan.rest")
    if band.priority:
        priority = speech.title(band.priority, PRIORITIES)
        title = speech.say("plan.band", number=str(band.number), title=priority)
    return ActionBand(title, tuple(_action(speech, number, row) for number, row in band.actions))


def _action(speech: Speech, number: str, row: Record) -> Action:
    def cell(name: str) -> str:
        return speech.cell(f"{ACTIONS}.{name}", row)

    def needed(name: str) -> Said:
        return cell(name) or speech.open(name)

    output, partners = cell("output"), cell("partners")
    aim = speech.view.linked(_OBJECTIVES, row.values.get("objective"))
    product = (speech.say("plan.product", output=output),) if output else ()
    serves = (_objective_line(speech, aim),) if aim else ()
    helpers = (speech.say("plan.partners", names=partners),) if partners else ()
    return Action(
        number=number,
        action=(cell("action") or NONE, *serves, *product),
        lead=(needed("lead"), *helpers),
        when=_period(speech, cell("start"), cell("end")),
        means=_filled(needed("funder"), cell("means")),
        indicator=_filled(needed("indicator"), _target(speech, cell("baseline"), cell("target"))),
        outcomes=speech.cell(f"{ACTIONS}.outcomes", row) or speech.open("outcomes"),
        check=_filled(_service(speech, row), speech.cell(f"{ACTIONS}.lenses", row)),
        status=_status(speech, row),
    )


def _objective_line(speech: Speech, row: Record) -> str:
    objective = speech.cell(f"{_OBJECTIVES}.objective", row)
    return speech.book.text(Phrase("documents.action_plan.objective", {"objective": objective}), speech.language)


def _filled(*texts: Said) -> Lines:
    return tuple(text for text in texts if text)


def _period(speech: Speech, start: str, end: str) -> Said:
    if not end:
        return speech.open("end")
    return speech.say("plan.period", start=start, end=end) if start and start != end else end


def _target(speech: Speech, baseline: str, target: str) -> str:
    if baseline and target:
        return speech.say("plan.target", baseline=baseline, target=target)
    if target:
        return speech.say("plan.target_only", target=target)
    return speech.say("plan.baseline_only", baseline=baseline) if baseline else ""


def _service(speech: Speech, row: Record) -> Said:
    """Direct or indirect in one word: a LIP plans, convenes and coordinates, and serves no newcomer itself."""
    service = row.values.get("service")
    if service == "indirect":
        return speech.say("plan.indirect")
    return speech.open("direct" if service == "direct" else "unsure")


def _status(speech: Speech, row: Record) -> Lines:
    status, note = status_of(speech, row)
    return _filled(status or NONE, note)


def _evidence(speech: Speech, told: tuple[Band, ...]) -> tuple[str, ...]:
    lines = []
    for band in told:
        evidence = speech.cell(f"{PRIORITIES}.evidence", band.priority) if band.priority else ""
        if band.priority and evidence:
            title = speech.title(band.priority, PRIORITIES)
            lines.append(speech.say("plan.evidence", title=title, evidence=evidence))
    return tuple(lines)


def _consultation(speech: Speech, row: Record) -> Consultation:
    path = "research_strategy.consultations"
    audience, method, month = (speech.cell(f"{path}.{name}", row) or NONE for name in ("audience", "method", "month"))
    people = row.values.get("people")
    return Consultation(audience, method, month, NONE if people is None else speech.say("plan.people", n=people))


def _aligned(speech: Speech, row: Record) -> str:
    plan, owner = (speech.cell(f"research_strategy.alignment.{name}", row) for name in ("plan", "owner"))
    return speech.say("plan.owned", plan=plan, owner=owner) if owner else plan


def _risks(speech: Speech, told: tuple[Band, ...]) -> tuple[Risk, ...]:
    path = "action_plan.risks"
    lines = [
        Risk(*(speech.cell(f"{path}.{name}", row) or NONE for name in ("risk", "likelihood", "response")))
        for row in speech.view.rows(path)
    ]
    for band in told:
        for number, row in band.actions:
            if risk := speech.cell(f"{ACTIONS}.risk", row):
                lines.append(Risk(speech.say("plan.action_risk", number=number, risk=risk), NONE, NONE))
    return tuple(lines)
