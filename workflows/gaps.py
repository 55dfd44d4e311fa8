"""What is missing, as named pure rules. A gap informs and never blocks; its sentence stands in content/."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from workflows import council_rules, plan_rules
from workflows.findings import Finding, Found, Lists, Rule, Settings, as_list, is_empty, parts
from workflows.predicates import PREDICATES
from workflows.project import Project


@dataclass(frozen=True)
class Gap:
    """One gap: the key of its words and what it found. `items` are options of `list_name`, or rows of `rows`;
    `numbers` are figures that its words name.
    """

    id: str
    path: str
    words: str
    items: tuple[str, ...]
    list_name: str = ""
    rows: str = ""
    numbers: tuple[tuple[str, int], ...] = ()


def unanswered(project: Project, settings: Settings, _: Lists) -> Found:
    """Nothing was answered yet."""
    return () if is_empty(project.value(settings["question"])) else None


def answer_is(project: Project, settings: Settings, _: Lists) -> Found:
    """The answer is one of the values that deserve a word."""
    return () if project.value(settings["question"]) in settings["values"] else None


def fewer_than(project: Project, settings: Settings, _: Lists) -> Found:
    """A list holds fewer rows than it should."""
    rows = project.records(settings["question"])
    return tuple(row.id for row in rows) if len(rows) < settings["number"] else None


def more_than(project: Project, settings: Settings, _: Lists) -> Found:
    """A list holds more rows than a table can carry."""
    rows = project.records(settings["question"])
    return tuple(row.id for row in rows) if len(rows) > settings["number"] else None


def options_never_chosen(project: Project, settings: Settings, lists: Lists) -> Found:
    """Options of a closed list that no row chose; silent while the list is empty."""
    question, field = parts(settings["field"])
    rows = project.records(question)
    if not rows:
        return None
    chosen = {option for row in rows for option in as_list(row.values.get(field))}
    wanted = lists[str(settings["options_from"]).removeprefix("lists.")]
    missing = tuple(option for option in wanted if option not in chosen and option not in settings.get("except", ()))
    return missing or None


def field_left_empty(project: Project, settings: Settings, _: Lists) -> Found:
    """Rows in which a field was left empty."""
    question, field = parts(settings["field"])
    rows = project.records(question)
    return tuple(row.id for row in rows if is_empty(row.values.get(field))) or None


def no_record_with(project: Project, settings: Settings, _: Lists) -> Found:
    """Rows exist and none has one of the values; silent while there is no row."""
    question, field = parts(settings["field"])
    rows = project.records(question)
    if not rows or any(row.values.get(field) in settings["values"] for row in rows):
        return None
    return tuple(row.id for row in rows)


def record_with(project: Project, settings: Settings, _: Lists) -> Found:
    """Rows that have one of the values."""
    question, field = parts(settings["field"])
    return tuple(row.id for row in project.records(question) if row.values.get(field) in settings["values"]) or None


def records_not_linked(project: Project, settings: Settings, _: Lists) -> Found:
    """Rows of one list that no row of another points at; silent while the other list is empty."""
    question, field = parts(settings["field"])
    pointing = project.records(question)
    if not pointing:
        return None
    linked = {row.values.get(field) for row in pointing}
    return tuple(row.id for row in project.records(settings["records"]) if row.id not in linked) or None


def recommended_not_decided(project: Project, _settings: Settings, _: Lists) -> Found:
    """Recommended rules that the table has taken but not yet decided itself."""
    taken = tuple(path for path, answer in project.answers.items() if answer.state == "recommended")
    return taken or None


def predicate(project: Project, settings: Settings, _: Lists) -> Found:
    """A named predicate of workflows/predicates.py holds."""
    return () if PREDICATES[settings["predicate"]](project) else None


RULES: Mapping[str, Rule] = {
    rule.__name__: rule
    for rule in (
        unanswered, answer_is, fewer_than, more_than, options_never_chosen, field_left_empty, no_record_with,
        record_with, records_not_linked, recommended_not_decided, predicate, *council_rules.RULES, *plan_rules.RULES,
    )
}  # fmt: skip


NEEDS: Mapping[str, tuple[str, ...]] = {
    "unanswered": ("question",),
    "answer_is": ("question", "values"),
    "fewer_than": ("question", "number"),
    "more_than": ("question", "number"),
    "options_never_chosen": ("options_from", "field"),
    "field_left_empty": ("field",),
    "no_record_with": ("field", "values"),
    "record_with": ("field", "values"),
    "records_not_linked": ("records", "field"),
    "recommended_not_decided": (),
    "predicate": ("predicate",),
    **council_rules.NEEDS,
    **plan_rules.NEEDS,
}
"""The settings that each rule needs; `except` and `only` are free to be given besides."""


def find(project: Project, rules: tuple[Any, ...], lists: Lists) -> tuple[Gap, ...]:
    """The gaps of these rules (schema.GapRule), in their order."""
    gaps = []
    for rule in rules:
        found = RULES[rule.rule](project, rule.settings, lists)
        if found is not None:
            told = found if isinstance(found, Finding) else Finding(found)
            list_name = str(rule.settings.get("options_from", "")).removeprefix("lists.")
            rows = rule.settings.get("records") or rule.settings.get("field", "").rpartition(".")[0]
            named = "" if list_name else rows
            gaps.append(Gap(rule.id, rule.path, rule.words, told.items, list_name, named, told.numbers))
    return tuple(gaps)
