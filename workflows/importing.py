"""An exported partnership read back: every value is checked as if it were typed, and nothing else is taken over.

Message numbers, other people's numbers, saved versions, history and undo belong to where it came from: they stay
behind. It knows no chat and no store.
"""

from __future__ import annotations

import datetime as dt
import io
import json
import re
import zipfile
import zlib
from collections.abc import Mapping
from typing import Any, Final, NoReturn

from workflows.cards.advice import REASON
from workflows.cleaning import clean, has_words
from workflows.errors import AnswerRefused
from workflows.import_values import is_value
from workflows.journey import STEP_STATES
from workflows.languages import LANGUAGES
from workflows.letterhead import LONGEST_LINE, PARTS, fits_colour, logo_of
from workflows.project import EXPORT_VERSION, Answer, Letterhead, Project, Record, SetAside
from workflows.schema import Definitions, Question

LARGEST_FILE: Final = 10 * 1024 * 1024
"""Bytes of a file that is looked at: an exported zip holds the documents too."""
LARGEST_JSON: Final = 2 * 1024 * 1024
_STATES: Final = ("open", "not_sure", "given", "recommended", "look_again")
_SOURCE: Final = re.compile(r"[a-z_]{0,20}(:[a-z0-9_.]{1,60})?")
_RECORD: Final = re.compile(r"r[1-9]\d{0,8}")
_MOST: Final = 10**9  # no revision comes near


def imported(definitions: Definitions, data: bytes, name: str, person: str, now: dt.datetime) -> Project:
    """The project of an exported file (JSON, or the zip around it), with the new id `name`.

    Answers that `person` gave stay theirs, the others are nobody's. Raises AnswerRefused with one clear sentence.
    """
    told = _read(data)
    if "export_version" not in told or not isinstance(told.get("answers"), dict):
        _refuse("not_ours")
    if told["export_version"] not in range(1, EXPORT_VERSION + 1) or told.get("definitions") != definitions.version:
        _refuse("version")
    steps = [step.id for step in definitions.steps]
    project = Project(
        id=name,
        cycle=_number(told.get("cycle"), 2000, 2100),
        state=_one_of(told.get("state"), steps),
        definitions=definitions.version,
        steps={_one_of(step, steps): _one_of(at, STEP_STATES) for step, at in _mapping(told.get("steps")).items()},
        last_record=_number(told.get("last_record")),
        revision=_number(told.get("revision")),
        created=_time(told.get("created"), now.isoformat(timespec="seconds")),
    )
    for path, given in told["answers"].items():
        if not definitions.has(path) or definitions.question(path).parent:
            _refuse("damaged")
        project.answers[path] = _answer(definitions.question(path), _mapping(given), person)
    ids = [int(row.id[1:]) for path in project.answers for row in _rows(project, definitions, path)]
    project.last_record = max(ids, default=project.last_record)
    naming = {question.path for question in definitions.everything() if question.names_people}
    project.consented = [_one_of(path, naming) for path in _list(told.get("consented"))]
    project.letterhead = _letterhead(_mapping(told.get("letterhead")))
    for path, kept in _mapping(told.get("set_aside")).items():
        project.set_aside[path] = _set_aside(definitions, path, _mapping(kept), person)
    return project


def _read(data: bytes) -> dict[str, Any]:
    """The JSON object of the file, whichever of both it is."""
    if data[:2] == b"PK":
        data = _unpacked(data)
    if len(data) > LARGEST_JSON:
        _refuse("too_large")
    try:
        told = json.loads(data.decode("utf-8-sig"), parse_constant=lambda _: _refuse("damaged"))
    except (ValueError, RecursionError):
        _refuse("not_ours")
    return told if isinstance(told, dict) else _refuse("not_ours")


def _unpacked(data: bytes) -> bytes:
    """The one JSON file of a zip, never unpacked further than it may be long."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = [one for one in archive.infolist() if one.filename.endswith(".json")]
            if len(names) != 1:
                _refuse("not_ours")
            with archive.open(names[0]) as file:
                return file.read(LARGEST_JSON + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, ValueError, OSError):
        _refuse("not_ours")


def _answer(question: Question, given: Mapping[str, Any], person: str) -> Answer:
    state = _one_of(given.get("state", "open"), _STATES)
    value = given.get("value")
    if question.kind == "records" and value is not None:
        value = _records(question, value)
    elif value is not None and not is_value(question, value):
        _refuse("damaged")
    wording = _wording(question, given.get("wording"))
    source = given.get("source", "")
    if not isinstance(source, str) or not _SOURCE.fullmatch(source):
        _refuse("damaged")
    return Answer(
        state=state if value is not None or state in ("open", "not_sure") else "open",
        value=value,
        wording=wording,
        again=_one_of(given.get("again", ""), ("", *wording)),
        revision=_number(given.get("revision", 0)),
        by=person if given.get("by") == person else "",
        at=_time(given.get("at"), ""),
        source=source,
    )


def _records(question: Question, told: object) -> list[Record]:
    rows: list[Record] = []
    for row in (_mapping(one) for one in _list(told)):
        name, values = row.get("id"), _mapping(row.get("values"))
        if not isinstance(name, str) or not _RECORD.fullmatch(name) or any(name == one.id for one in rows):
            _refuse("damaged")
        fields = {part.id: part for part in question.fields}
        for field, value in values.items():
            if field not in fields or (value is not None and not is_value(fields[field], value)):
                _refuse("damaged")
        wording = {field: _wording(fields.get(field), told) for field, told in _mapping(row.get("wording")).items()}
        again = {field: _one_of(told, wording.get(field, ())) for field, told in _mapping(row.get("again")).items()}
        rows.append(Record(name, dict(values), _number(row.get("revision", 0)), wording=wording, again=again))
    if question.at_most is not None and len(rows) > question.at_most:
        _refuse("damaged")
    return rows


def _wording(question: Question | None, given: object) -> dict[str, str]:
    told = _mapping(given)
    if question is None or any(one not in LANGUAGES or not is_value(question, text) for one, text in told.items()):
        _refuse("damaged")
    return dict(told)


def _letterhead(given: Mapping[str, Any]) -> Letterhead:
    kept = Letterhead(**{part: str(given.get(part) or "") for part in PARTS})
    sound = not kept.accent or fits_colour(kept.accent)
    if (
        not sound
        or len(kept.line) > LONGEST_LINE
        or clean(kept.line) != kept.line
        or (kept.logo and not logo_of(kept.logo))
    ):
        _refuse("damaged")
    return kept


def _rows(project: Project, definitions: Definitions, path: str) -> list[Record]:
    return project.records(path) if definitions.question(path).kind == "records" else []


def _set_aside(definitions: Definitions, path: str, kept: Mapping[str, Any], person: str) -> SetAside:
    reason, print_of = kept.get("reason"), kept.get("fingerprint")
    if not definitions.has_gap(path) or not isinstance(reason, str) or not isinstance(print_of, str):
        _refuse("damaged")
    if clean(reason) != reason or not has_words(reason) or len(reason) > REASON or len(print_of) > 200:
        _refuse("damaged")
    return SetAside(reason, print_of, person if kept.get("by") == person else "", _time(kept.get("at"), ""))


def _mapping(told: object) -> Mapping[str, Any]:
    if told is None:
        return {}
    return told if isinstance(told, dict) else _refuse("damaged")


def _list(told: object) -> list[Any]:
    if told is None:
        return []
    return told if isinstance(told, list) else _refuse("damaged")


def _one_of(told: object, known: Any) -> str:
    return told if isinstance(told, str) and told in known else _refuse("damaged")


def _number(told: object, least: int = 0, most: int = _MOST) -> int:
    whole = isinstance(told, int) and not isinstance(told, bool)
    return told if whole and isinstance(told, int) and least <= told <= most else _refuse("damaged")


def _time(told: object, otherwise: str) -> str:
    if not isinstance(told, str) or not told:
        return otherwise
    try:
        return dt.datetime.fromisoformat(told).isoformat(timespec="seconds")
    except ValueError:
        _refuse("damaged")


def _refuse(why: str) -> NoReturn:
    raise AnswerRefused(f"people.import.{why}")
