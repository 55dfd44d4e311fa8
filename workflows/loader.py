"""Definition files → `Definitions`. Every mistake is refused with file, line, id and the mend, before the start."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from workflows.codes import Codes
from workflows.errors import DefinitionFault
from workflows.gaps import NEEDS, RULES
from workflows.indicators import load_results
from workflows.languages import LANGUAGES
from workflows.predicates import PREDICATES
from workflows.references import check_references
from workflows.schema import ALL, KINDS, SIMPLE_KINDS, Definitions, GapRule, Question, ShortPath, Step
from workflows.yaml_files import YamlFile, read_yaml

_QUESTION_KEYS = frozenset({
    "id", "kind", "options", "options_from", "to", "required", "asked", "essential", "names_people", "year", "percent",
    "decimals", "at_least", "at_most", "longest", "group", "recommended", "usual", "starters", "starters_from",
    "starter_fills", "unique_by", "fields", "ask_when", "proper", "web_address",
})  # fmt: skip

_BESIDES = frozenset({"id", "rule", "mend", "sources", "facts", "core"})
"""Keys that every gap may have, whatever its rule needs."""


def load_definitions(folder: Path) -> Definitions:
    """Read journey.yml, lists.yml and one file per step from `folder`; raises DefinitionFault at the first mistake."""
    lists_file = _mapping(folder / "lists.yml")
    lists: dict[str, tuple[str, ...]] = {}
    for name, items in lists_file.data.items():
        if not isinstance(items, list) or len(set(map(str, items))) != len(items):
            raise _fault(lists_file, name, "is no list, or holds an id twice.", "Write [id, id, …], each once.", name)
        lists[name] = tuple(map(str, items))
    journey = _mapping(folder / "journey.yml")
    shapes = {"version": int, "names": dict, **dict.fromkeys(("steps", "short_paths", "groups", "documents"), list)}
    for key, kind in shapes.items():
        if not isinstance(journey.data.get(key), kind):
            raise _fault(journey, key, "is missing or malformed.", f"Write '{key}:' as in the other releases.", key)
    for number, entry in enumerate(journey.data["steps"]):
        if not isinstance(entry, dict) or not {"id", "file"} <= set(entry):
            name = str(entry.get("id", "steps")) if isinstance(entry, dict) else "steps"
            raise _fault(journey, name, "needs an id and a file.", "Write {id: …, file: …}.", "steps", number)
    for language in LANGUAGES:
        if language not in journey.data["names"]:
            mend = "Name the question that holds the partnership's name in this language."
            raise _fault(journey, language, f"'names' says nothing for '{language}'.", mend, "names")
    step_ids = frozenset(entry["id"] for entry in journey.data["steps"])
    steps = tuple(_step(entry, _mapping(folder / entry["file"]), lists, step_ids) for entry in journey.data["steps"])
    definitions = Definitions(
        version=journey.data["version"],
        steps=steps,
        lists=lists,
        names=dict(journey.data["names"]),
        short_paths=tuple(ShortPath(path["document"], tuple(path["stops"])) for path in journey.data["short_paths"]),
        groups={group["id"]: group["step"] for group in journey.data["groups"]},
        documents=tuple(map(str, journey.data["documents"])),
        results=load_results(folder, lists),
    )
    check_references(definitions, journey, folder)
    return definitions


def _mapping(path: Path) -> YamlFile:
    """The file, which must hold keys and values at its top."""
    file = read_yaml(path)
    if not isinstance(file.data, dict):
        raise _fault(file, path.name, "holds no 'key: value' at its top.", "Put the file back as it was.")
    return file


def codes_of(definitions: Definitions, more: tuple[str, ...] = ()) -> Codes:
    """The codes of every id that a button may name; ValueError when two collide."""
    names = {*definitions.documents, ALL, *definitions.groups, *definitions.lists, *more}
    names.update(step.id for step in definitions.steps)
    for question in definitions.everything():
        names.update((question.path, *question.options, *question.starters))
    names.update(f"group.{group}" for group in definitions.groups)
    names.update(f"gap.{gap.step}.{gap.id}" for step in definitions.steps for gap in step.gaps)
    return Codes(sorted(names))


def _step(entry: dict[str, Any], file: YamlFile, lists: dict[str, tuple[str, ...]], step_ids: frozenset[str]) -> Step:
    step = entry["id"]
    if file.data.get("step") != step:
        problem = f"the file says step '{file.data.get('step')}'."
        raise _fault(file, step, problem, f"Write 'step: {step}' at its top.", "step")
    for key in file.data:
        if key not in ("step", "questions", "gaps"):
            raise _fault(file, f"{step}.{key}", "nobody reads this key.", "Write step, questions or gaps.", key)
    questions: list[Question] = []
    for number, raw in enumerate(file.data.get("questions", [])):
        question = _question(raw, step, "", file, lists, ("questions", number), step_ids)
        if any(question.id == other.id for other in questions):
            mend = "Give it an id of its own."
            raise _fault(file, question.path, "this question id stands twice.", mend, "questions", number)
        questions.append(question)
    listed = enumerate(file.data.get("gaps", []))
    gaps = tuple(_gap(raw, step, file, number, lists, step_ids) for number, raw in listed)
    return Step(step, tuple(questions), gaps, tuple(entry.get("documents", ())))


def _question(
    raw: dict[str, Any],
    step: str,
    parent: str,
    file: YamlFile,
    lists: dict[str, tuple[str, ...]],
    at: tuple[str | int, ...],
    step_ids: frozenset[str],
) -> Question:
    name = str(raw.get("id", "?"))
    path = f"{parent or step}.{name}"

    def refuse(problem: str, mend: str) -> DefinitionFault:
        return _fault(file, path, problem, mend, *at)

    if "id" not in raw or not name.replace("_", "").isalnum() or name != name.lower():
        raise refuse(
            "the id is missing or is not snake_case.", "Give it an id of small letters, digits and underscores."
        )
    unknown = set(raw) - _QUESTION_KEYS
    if unknown:
        raise refuse(f"unknown key '{sorted(unknown)[0]}'.", f"Use one of: {', '.join(sorted(_QUESTION_KEYS))}.")
    kind = raw.get("kind")
    if kind not in (SIMPLE_KINDS if parent else KINDS):
        raise refuse(f"unknown kind '{kind}'.", f"Use one of: {', '.join(SIMPLE_KINDS if parent else KINDS)}.")
    list_name, options = "", tuple(map(str, raw.get("options", ())))
    if "options_from" in raw:
        list_name = str(raw["options_from"]).removeprefix("lists.")
        if list_name not in lists:
            raise refuse(f"there is no list '{list_name}'.", "Add it to lists.yml or correct the name.")
        options = lists[list_name]
    if kind in ("choice", "choices", "scale") and not options:
        raise refuse("a choice needs options.", "Add options or options_from.")
    if kind in ("text", "long_text") and not raw.get("longest"):
        raise refuse("a text needs its longest length.", "Add 'longest: <characters>'.")
    if raw.get("web_address") and kind != "text":
        raise refuse("only a text is a web address.", "Make it 'kind: text', or leave 'web_address' out.")
    if kind == "link" and "to" not in raw:
        raise refuse("a link needs the records it points at.", "Add 'to: <step>.<question>'.")
    fields = tuple(
        _question(part, step, path, file, lists, (*at, "fields", n), step_ids)
        for n, part in enumerate(raw.get("fields", ()))
    )
    if kind == "records" and not fields:
        raise refuse("records need fields.", "Add 'fields'.")
    for part in fields:
        if sum(part.id == other.id for other in fields) > 1:
            raise _fault(file, part.path, "this field id stands twice.", "Give it an id of its own.", *at)
    for key in ("at_least", "at_most", "longest", "decimals"):
        if not isinstance(raw.get(key, 0), int | float):
            raise refuse(f"'{key}' is no number.", "Write it without quotation marks.")
    starters_from = str(raw.get("starters_from", "")).removeprefix("lists.")
    if starters_from and starters_from not in lists:
        raise refuse(f"there is no list '{starters_from}'.", "Add it to lists.yml or correct the name.")
    for filled in raw.get("starter_fills", {}):
        if filled not in [part.id for part in fields]:
            raise refuse(f"the starters fill '{filled}', which is no field.", "Name one of its fields.")
    for chosen in _as_tuple(raw.get("recommended")) + _as_tuple(raw.get("usual")):
        if options and chosen not in options:
            raise refuse(f"'{chosen}' is not one of its options.", "Choose one of its options.")
    required = bool(raw.get("required", True))
    return Question(
        id=name, path=path, step=step, kind=str(kind), parent=parent, options=options, list_name=list_name,
        to=str(raw.get("to", "")),
        required=required, asked=bool(raw.get("asked", required)),
        essential=bool(raw.get("essential", False)), names_people=bool(raw.get("names_people", False)),
        year=bool(raw.get("year", False)), percent=bool(raw.get("percent", False)),
        web_address=bool(raw.get("web_address", False)), decimals=int(raw.get("decimals", 0)),
        at_least=raw.get("at_least"), at_most=raw.get("at_most"), longest=int(raw.get("longest", 0)),
        group=str(raw.get("group", "")), recommended=raw.get("recommended"), usual=_as_tuple(raw.get("usual")),
        starters=_as_tuple(raw.get("starters")), starters_from=starters_from,
        starter_fills=dict(raw.get("starter_fills", {})), unique_by=_as_tuple(raw.get("unique_by")), fields=fields,
        condition=_condition(raw.get("ask_when"), step, step_ids), proper=bool(raw.get("proper", False)),
    )  # fmt: skip


def _condition(raw: dict[str, Any] | None, step: str, step_ids: frozenset[str]) -> dict[str, Any] | None:
    """`ask_when` with full paths: {answered: path}, {predicate: name} or {path: (values, …)}."""
    if raw is None:
        return None
    told: dict[str, Any] = {}
    for name, value in raw.items():
        if name == "predicate":
            told[name] = value
        elif name == "answered":
            told[name] = _full(step, value, step_ids)
        else:
            told[_full(step, name, step_ids)] = _as_tuple(value)
    return told


def _gap(
    raw: dict[str, Any], step: str, file: YamlFile, number: int, lists: dict[str, tuple[str, ...]], ids: frozenset[str]
) -> GapRule:
    name = f"{step}.{raw.get('id', '?')}"

    def refuse(problem: str, mend: str) -> DefinitionFault:
        return _fault(file, name, problem, mend, "gaps", number)

    if "id" not in raw:
        raise refuse("this gap has no id.", "Give it one.")
    if raw.get("rule") not in RULES:
        raise refuse(f"unknown gap rule '{raw.get('rule')}'.", f"Use one of: {', '.join(sorted(RULES))}.")
    settings = {key: value for key, value in raw.items() if key not in _BESIDES}
    needed = NEEDS[raw["rule"]]
    for key in needed:
        if key not in settings:
            raise refuse(f"the rule '{raw['rule']}' needs '{key}'.", f"Add '{key}'.")
    for key in settings:
        if key not in (*needed, "except", "only"):
            raise refuse(
                f"the rule '{raw['rule']}' does not read '{key}'.", f"Write: {', '.join(needed) or 'nothing'}."
            )
    if str(settings.get("options_from", "lists.")).removeprefix("lists.") not in ("", *lists):
        raise refuse(f"there is no list '{settings['options_from']}'.", "Add it to lists.yml or correct the name.")
    if settings.get("predicate") not in (None, *PREDICATES):
        mend = "Write it in workflows/predicates.py with its test, or correct the name."
        raise refuse(f"there is no predicate '{settings['predicate']}'.", mend)
    settings.update({key: _full(step, raw[key], ids) for key in ("question", "field", "records") if key in raw})
    speaks_of = settings.get("question") or settings.get("records") or settings.get("field", "").rpartition(".")[0]
    mend = str(raw.get("mend", speaks_of))
    if not mend:
        raise refuse("nothing says which question settles it.", "Add 'mend: <step>.<question>'.")
    return GapRule(
        raw["id"], step, raw["rule"], settings,
        mend=mend if mend.startswith("group.") else _full(step, mend, ids), sources=_as_tuple(raw.get("sources")),
        facts=tuple(_full(step, path, ids) for path in _as_tuple(raw.get("facts"))), core=bool(raw.get("core", False)),
    )  # fmt: skip


def _full(step: str, name: str, step_ids: frozenset[str]) -> str:
    """`name` as a full path: without a step in front it belongs to the step that says it."""
    return name if name.split(".")[0] in step_ids else f"{step}.{name}"


def _as_tuple(value: Any) -> tuple[Any, ...]:
    if value is None:
        return ()
    return tuple(value) if isinstance(value, list) else (value,)


def _fault(file: YamlFile, name: str, problem: str, mend: str, *at: str | int) -> DefinitionFault:
    return DefinitionFault(str(file.path), file.line(*at), name, problem, mend)
