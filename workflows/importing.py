"""An exported partnership read back: every value is checked as if it were typed, and nothing else is taken over.

Its past comes along (import_past.py). Message numbers, other people's numbers and undo belong to where it came from:
they stay behind. It knows no chat and no store.
"""

from __future__ import annotations

import datetime as dt
import io
import json
import re
import zipfile
import zlib
from collections.abc import Mapping
from typing import Any, Final

from workflows.cards.advice import REASON
from workflows.cleaning import clean, has_words
from workflows.import_past import brought
from workflows.import_shapes import author, items, mapping, number, one_of, record, refuse, time
from workflows.import_values import is_value
from workflows.journey import STEP_STATES
from workflows.knowledge import Knowledge
from workflows.languages import LANGUAGES
from workflows.letterhead import LONGEST_LINE, PARTS, fits_colour, logo_of
from workflows.past import Past
from workflows.project import EXPORT_VERSION, Answer, Letterhead, Project, Record, SetAside
from workflows.ready_made import ReadyMade, is_ready_made, ready_made
from workflows.schema import Definitions, Question

LARGEST_FILE: Final = 10 * 1024 * 1024
"""Bytes of a file that is looked at: an exported zip holds the documents too."""
LARGEST_JSON: Final = 16 * 1024 * 1024
"""Bytes of its JSON: forty saved versions of a large partnership, and a history of several thousand changes."""
MOST_PARTS: Final = 500_000
"""Commas and brackets in it: what is read takes up to a hundred times their number in memory."""
_STATES: Final = ("open", "not_sure", "given", "recommended", "look_again")
_SOURCE: Final = re.compile(r"[a-z_]{0,20}(:[a-z0-9_.]{1,60})?")
_PRINT: Final = re.compile(r"[0-9a-f]{1,64}")


def imported(known: Knowledge, data: bytes, name: str, person: str, now: dt.datetime) -> tuple[Project, Past]:
    """The project of an exported file (JSON, or the zip around it), with the new id `name`, and its past.

    What `person` gave stays theirs, the rest is nobody's. Raises AnswerRefused with one clear sentence.
    """
    told = _read(data)
    if "export_version" not in told or not isinstance(told.get("answers"), dict):
        refuse("not_ours")
    if told["export_version"] not in range(1, EXPORT_VERSION + 1):
        refuse("version")
    ready = ready_made(known.definitions, known.starters, known.library)

    def read(part: Mapping[str, Any]) -> Project:
        return _project(known.definitions, ready, part, name, person, now)

    project = read(told)
    return project, brought(known.definitions, told, project, read, person)


def _project(
    definitions: Definitions, ready: ReadyMade, told: Mapping[str, Any], name: str, person: str, now: dt.datetime
) -> Project:
    if told.get("definitions") != definitions.version:
        refuse("version")
    steps = [step.id for step in definitions.steps]
    project = Project(
        id=name,
        cycle=number(told.get("cycle"), 2000, 2100),
        state=one_of(told.get("state"), steps),
        definitions=definitions.version,
        steps={one_of(step, steps): one_of(at, STEP_STATES) for step, at in mapping(told.get("steps")).items()},
        last_record=number(told.get("last_record")),
        revision=number(told.get("revision")),
        created=time(told.get("created"), now.isoformat(timespec="seconds")),
    )
    for path, given in mapping(told.get("answers")).items():
        if not definitions.has(path) or definitions.question(path).parent:
            refuse("damaged")
        project.answers[path] = _answer(definitions.question(path), ready, mapping(given), person)
    ids = [int(row.id[1:]) for path in project.answers for row in _rows(project, definitions, path)]
    project.last_record = max((project.last_record, *ids))  # rows that only a version has keep their numbers too
    naming = {question.path for question in definitions.everything() if question.names_people}
    project.consented = [one_of(path, naming) for path in items(told.get("consented"))]
    project.letterhead = _letterhead(mapping(told.get("letterhead")))
    for path, kept in mapping(told.get("set_aside")).items():
        project.set_aside[path] = _set_aside(definitions, path, mapping(kept), person)
    return project


def _read(data: bytes) -> dict[str, Any]:
    """The JSON object of the file, whichever of both it is."""
    if data[:2] == b"PK":
        data = _unpacked(data)
    if len(data) > LARGEST_JSON or sum(map(data.count, (b",", b"[", b"{"))) > MOST_PARTS:
        refuse("too_large")
    try:
        told = json.loads(data.decode("utf-8-sig"), parse_constant=lambda _: refuse("damaged"))
    except (ValueError, RecursionError):
        refuse("not_ours")
    return told if isinstance(told, dict) else refuse("not_ours")


def _unpacked(data: bytes) -> bytes:
    """The one JSON file of a zip, never unpacked further than it may be long."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = [one for one in archive.infolist() if one.filename.endswith(".json")]
            if len(names) != 1:
                refuse("not_ours")
            with archive.open(names[0]) as file:
                return file.read(LARGEST_JSON + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, ValueError, OSError):
        refuse("not_ours")


def _answer(question: Question, ready: ReadyMade, given: Mapping[str, Any], person: str) -> Answer:
    state = one_of(given.get("state", "open"), _STATES)
    value = given.get("value")
    if question.kind == "records" and value is not None:
        value = _records(question, ready, value)
    elif value is not None and not is_value(question, value):
        refuse("damaged")
    wording = _wording(question, given.get("wording"))
    source = given.get("source", "")
    if not isinstance(source, str) or not _SOURCE.fullmatch(source):
        refuse("damaged")
    return Answer(
        state=state if value is not None or state in ("open", "not_sure") else "open",
        value=value,
        wording=wording,
        again=one_of(given.get("again", ""), ("", *wording)),
        revision=number(given.get("revision", 0)),
        by=author(given, person),
        at=time(given.get("at"), ""),
        source=source,
    )


def _records(question: Question, ready: ReadyMade, told: object) -> list[Record]:
    rows: list[Record] = []
    for row in (mapping(one) for one in items(told)):
        name, values = record(row.get("id")), mapping(row.get("values"))
        if any(name == one.id for one in rows):
            refuse("damaged")
        fields = {part.id: part for part in question.fields}
        for field, value in values.items():
            if field not in fields or not (
                value is None or is_value(fields[field], value) or is_ready_made(ready, fields[field].path, value)
            ):
                refuse("damaged")
        wording = {field: _wording(fields.get(field), told) for field, told in mapping(row.get("wording")).items()}
        again = {field: one_of(told, wording.get(field, ())) for field, told in mapping(row.get("again")).items()}
        rows.append(Record(name, dict(values), number(row.get("revision", 0)), wording=wording, again=again))
    if question.at_most is not None and len(rows) > question.at_most:
        refuse("damaged")
    return rows


def _wording(question: Question | None, given: object) -> dict[str, str]:
    told = mapping(given)
    if question is None or any(one not in LANGUAGES or not is_value(question, text) for one, text in told.items()):
        refuse("damaged")
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
        refuse("damaged")
    return kept


def _rows(project: Project, definitions: Definitions, path: str) -> list[Record]:
    return project.records(path) if definitions.question(path).kind == "records" else []


def _set_aside(definitions: Definitions, path: str, kept: Mapping[str, Any], person: str) -> SetAside:
    reason, print_of = kept.get("reason"), kept.get("fingerprint")
    if not definitions.has_gap(path) or not isinstance(reason, str) or not isinstance(print_of, str):
        refuse("damaged")
    if clean(reason) != reason or not has_words(reason) or len(reason) > REASON or not _PRINT.fullmatch(print_of):
        refuse("damaged")
    return SetAside(reason, print_of, author(kept, person), time(kept.get("at"), ""))
