"""What is missing, as named pure rules. A gap informs and never blocks; its sentence stands in content/."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from workflows.predicates import PREDICATES
from workflows.project import Project

Found = tuple[str, ...] | None
"""What a rule found: None when there is no gap; otherwise the ids of what it speaks of: options, rows or questions
(possibly none).
"""


@dataclass(frozen=True)
class Gap:
    """One gap: the key of its sentence and what it found. `items` are options of `list_name`, or rows of `rows`."""

    id: str
    words: str
    items: tuple[str, ...]
    list_name: str = ""
    rows: str = ""


Lists = Mapping[str, tuple[str, ...]]
Settings = Mapping[str, Any]
Rule = Callable[[Project, Settings, Lists], Found]


def _parts(field_path: str) -> tuple[str, str]:
    question, _, field = field_path.rpartition(".")
    return question, field


def unanswered(project: Project, settings: Settings, _: Lists) -> Found:
    """Nothing was answered yet."""
    return () if project.value(settings["question"]) in (None, "", []) else None


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
    question, field = _parts(settings["field"])
    rows = project.records(question)
    if not rows:
        return None
    chosen = {option for row in rows for option in _as_list(row.values.get(field))}
    wanted = lists[str(settings["options_from"]).removeprefix("lists.")]
    missing = tuple(option for option in wanted if option not in chosen and option not in settings.get("except", ()))
    return missing or None


def field_left_empty(project: Project, settings: Settings, _: Lists) -> Found:
    """Rows in which a field was left empty."""
    question, field = _parts(settings["field"])
    rows = project.records(question)
    return tuple(row.id for row in rows if row.values.get(field) in (None, "", [])) or None


def no_record_with(project: Project, settings: Settings, _: Lists) -> Found:
    """Rows exist and none has one of the values; silent while there is no row."""
    question, field = _parts(settings["field"])
    rows = project.records(question)
    if not rows or any(row.values.get(field) in settings["values"] for row in rows):
        return None
    return tuple(row.id for row in rows)


def record_with(project: Project, settings: Settings, _: Lists) -> Found:
    """Rows that have one of the values."""
    question, field = _parts(settings["field"])
    return tuple(row.id for row in project.records(question) if row.values.get(field) in settings["values"]) or None


def records_not_linked(project: Project, settings: Settings, _: Lists) -> Found:
    """Rows of one list that no row of another points at; silent while the other list is empty."""
    question, field = _parts(settings["field"])
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
        record_with, records_not_linked, recommended_not_decided, predicate,
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
}
"""The settings that each rule needs; `except` is free to be given besides."""


def find(project: Project, rules: tuple[Any, ...], lists: Lists) -> tuple[Gap, ...]:
    """The gaps of these rules (schema.GapRule), in their order."""
    gaps = []
    for rule in rules:
        items = RULES[rule.rule](project, rule.settings, lists)
        if items is not None:
            list_name = str(rule.settings.get("options_from", "")).removeprefix("lists.")
            rows = rule.settings.get("records") or rule.settings.get("field", "").rpartition(".")[0]
            gaps.append(Gap(rule.id, rule.words, items, list_name, "" if list_name else rows))
    return tuple(gaps)


def _as_list(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]
