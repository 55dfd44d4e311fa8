"""The rows of a settlement strategy: the community, its needs, assets and gaps, who was heard. It fills no document."""

from __future__ import annotations

from workflows.phrases import Param, Phrase
from workflows.plan_rules import needs_unanswered
from workflows.project import Record

from .open_checks import missing_sectors, nobody_without_services
from .speech import CLAUSES, NONE, Said, Speech
from .strategy_fields import Asset, AssetBand, Characteristic, Hearing, KeyFigure, Lines, Need, ServiceGap
from .visible import MEMBERS

NEEDS, ASSETS, GAPS = (f"research_strategy.{name}" for name in ("needs", "assets", "service_gaps"))
CONSULTATIONS, _CHARACTERISTICS = "research_strategy.consultations", "research_strategy.characteristics"
_OWN = "settlement_strategy"
_SERVICES, _FIGURES, _TABLES = "profile.services", "research_strategy.key_figures", "profile.existing_tables"


def _cells(speech: Speech, path: str, row: Record, *names: str) -> list[str]:
    return [speech.cell(f"{path}.{name}", row) or NONE for name in names]


def population(speech: Speech) -> Said:
    """The residents with the year in which they were counted, or the mark of it."""
    count, year = speech.view.value("profile.population"), speech.view.value("profile.population_year")
    if count is None:
        return speech.open("profile.population")
    return speech.of(_OWN, "dated", value=speech.shown(count), year=str(year)) if year else speech.shown(count)


def people(speech: Speech, path: str) -> Said:
    """A number of people as this language writes it, or its mark."""
    count = speech.view.value(path)
    return speech.open(path) if count is None else speech.shown(count)


def groups(speech: Speech) -> Said:
    """The groups that grow as a list of this language, or their mark."""
    told = speech.view.value("profile.newcomer_groups")
    if told is None:
        return speech.open("profile.newcomer_groups")
    return speech.shown(tuple(Phrase(f"{CLAUSES}.newcomer_groups.{group}") for group in told))


def tables(speech: Speech) -> str:
    """The tables that already meet, or a dash."""
    rows = [row for row in speech.view.rows(_TABLES) if row.values.get("active") != "no"]
    return speech.shown(speech.listed(speech.title(row, _TABLES) for row in rows)) if rows else NONE


def key_figures(speech: Speech) -> tuple[KeyFigure, ...]:
    """The key figures with their year and source."""
    told = []
    for row in speech.view.rows(_FIGURES):
        figure, value, source = _cells(speech, _FIGURES, row, "figure", "value", "source")
        year = speech.cell(f"{_FIGURES}.year", row)
        told.append(KeyFigure(figure, speech.of(_OWN, "dated", value=value, year=year) if year else value, source))
    return tuple(told)


def characteristics(speech: Speech) -> tuple[Characteristic, ...]:
    """The characteristics that were scored, the lowest first and those without a score last."""
    rows = sorted(speech.view.rows(_CHARACTERISTICS), key=lambda row: int(row.values.get("rating") or 9))
    told = []
    for row in rows:
        name, note = _cells(speech, _CHARACTERISTICS, row, "characteristic", "note")
        told.append(Characteristic(name, str(row.values.get("rating") or NONE), note))
    return tuple(told)


def needs(speech: Speech) -> tuple[Need, ...]:
    """The needs, the strongest first and those of unknown strength last."""
    rows = sorted(speech.view.rows(NEEDS), key=lambda row: -int(row.values.get("strength") or 0))
    told = []
    for row in rows:
        need, theme, group = _cells(speech, NEEDS, row, "need", "theme", "group")
        proof = [text for text in (speech.cell(f"{NEEDS}.evidence", row), _strength(speech, row)) if text]
        told.append(Need(need, theme, group, tuple(proof) or (NONE,)))
    return tuple(told)


def _strength(speech: Speech, row: Record) -> str:
    strength = row.values.get("strength")
    return speech.of(_OWN, "strength", strength=str(strength)) if strength else ""


def asset_bands(speech: Speech) -> tuple[AssetBand, ...]:
    """What the community has, then the services that exist; none while neither was told."""
    told = (
        ("assets", ASSETS, ("asset", "organization", "languages")),
        ("services", _SERVICES, ("service", "organization", "languages")),
    )
    found = []
    for name, path, columns in told:
        rows = tuple(Asset(*_cells(speech, path, row, *columns)) for row in speech.view.rows(path))
        if rows:
            found.append(AssetBand(speech.of(_OWN, f"assets.{name}"), rows))
    return tuple(found)


def gaps(speech: Speech) -> tuple[ServiceGap, ...]:
    """The gaps in services."""
    columns = ("gap", "stage", "group", "could_close_it")
    return tuple(ServiceGap(*_cells(speech, GAPS, row, *columns)) for row in speech.view.rows(GAPS))


def unanswered(speech: Speech) -> tuple[str, ...]:
    """The needs whose theme no asset and no action meets."""
    found = needs_unanswered(speech.view.project, {}, speech.view.definitions.lists)
    if not isinstance(found, tuple):
        return ()
    return tuple(speech.cell(f"{NEEDS}.need", row) for row in speech.view.rows(NEEDS) if row.id in found)


def hearings(speech: Speech) -> tuple[Hearing, ...]:
    """The consultations, a row each."""
    told = []
    for row in speech.view.rows(CONSULTATIONS):
        audience, method, month, non_users = _cells(
            speech, CONSULTATIONS, row, "audience", "method", "month", "non_users"
        )
        if languages := speech.cell(f"{CONSULTATIONS}.languages", row):
            audience = speech.of(_OWN, "in_languages", audience=audience, languages=languages)
        count = row.values.get("people")
        told.append(Hearing(audience, method, month, NONE if count is None else speech.shown(count), non_users))
    return tuple(told)


def heard(speech: Speech) -> str | None:
    """How many people were heard in how many consultations; None while no number was told."""
    rows = speech.view.rows(CONSULTATIONS)
    total = sum(int(row.values.get("people") or 0) for row in rows)
    if not total:
        return None
    count = speech.of(_OWN, "consultations", n=len(rows))
    return speech.of(_OWN, "heard", n=total, consultations=count)


def unheard(speech: Speech) -> Lines:
    """Who was not heard: people who use no services, sectors without a seat."""
    told: list[Said] = [speech.open("non_users")] if nobody_without_services(speech.view) else []
    if sectors := missing_sectors(speech.view):
        names = tuple(speech.say(f"sectors.{sector}") for sector in sectors)
        told.append(speech.of(_OWN, "sectors", n=len(names), items=speech.listed(names)))
    return tuple(told)


def partners(speech: Speech) -> Said:
    """The organizations at the table, those only thought of or invited left out, or their mark."""
    rows = [row for row in speech.view.seated() if row.values.get("state") not in ("idea", "invited")]
    names = dict.fromkeys(speech.cell(f"{MEMBERS}.organization", row) or speech.title(row, MEMBERS) for row in rows)
    if not rows:
        return speech.open(MEMBERS) if speech.view.missing(MEMBERS) else NONE
    return speech.shown(speech.listed(names))


def aligned(speech: Speech) -> tuple[str, ...]:
    """The other plans that were taken into account, with who holds them."""
    told = []
    for row in speech.view.rows("research_strategy.alignment"):
        plan, owner = (speech.cell(f"research_strategy.alignment.{name}", row) for name in ("plan", "owner"))
        told.append(speech.say("plan.owned", plan=plan, owner=owner) if owner else plan)
    return tuple(told)


def questions(speech: Speech) -> tuple[str, ...]:
    """What the research wanted to learn, each with its method and who looked after it where that was told."""
    path = "research_strategy.research_questions"
    told = []
    for row in speech.view.rows(path):
        asked = speech.cell(f"{path}.question", row)
        more = [text for name in ("method", "owner") if (text := speech.cell(f"{path}.{name}", row))]
        told.append(speech.of(_OWN, "asked", question=asked, more="; ".join(more)) if more else asked)
    return tuple(told)


def glance(speech: Speech) -> tuple[str, ...]:
    """The strategy in figures: what was found, who was heard, what is wanted; nothing of what there is none of."""
    counted: list[tuple[str, str]] = [("needs", NEEDS), ("assets", ASSETS), ("gaps", GAPS)]
    counted += [(name, f"research_strategy.{name}") for name in ("priorities", "objectives")]
    found: list[Param] = []
    for name, path in counted:
        if count := len(speech.view.rows(path)):
            found.append(Phrase(f"documents.{_OWN}.counts.{name}", {"n": count}))
    lines = [speech.of(_OWN, "glance", items=tuple(found))] if found else []
    return (*lines, *([told] if (told := heard(speech)) else []))
