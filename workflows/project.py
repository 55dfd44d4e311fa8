"""One community's partnership: its answers, the state of its steps, its fiscal year; to and from plain data.

It is the model of the journey machine (`eq=False`: transitions finds models by equality). It knows no storage and no
clock.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

EXPORT_VERSION = 2
"""Since 2 an export also holds the saved versions and the history (workflows/past.py)."""

Value = Any  # what JSON can hold: str, int, float, list[str]; a records answer holds list[dict]


@dataclass
class Answer:
    """One answer. `state` is one of open, not_sure, given, recommended, look_again; `value` is None unless something
    was said.

    `wording` holds the same typed text per language, where a person gave it, `again` the language whose wording is to
    be looked at again (workflows/two_wordings.py); `message` is the id of the typed message, `messages` that of the
    other wording by language; `source` says how it came: typed, pressed, pasted, starter:<id>, recommended. `parts` has
    [message, start, end] for each message of a text that Telegram cut into several.
    """

    state: str = "open"
    value: Value = None
    wording: dict[str, str] = field(default_factory=dict)
    revision: int = 0
    by: str = ""
    at: str = ""
    source: str = ""
    message: int = 0
    parts: list[list[int]] = field(default_factory=list)
    again: str = ""
    messages: dict[str, int] = field(default_factory=dict)


@dataclass
class Record:
    """One row of a records answer, with a short id that never changes: order, links and history survive edits.

    `wording` and `again` are those of an answer for each typed field; `messages` has the message of a field, of the
    whole row (`*`), and of a field's other wording (`field.language`).
    """

    id: str
    values: dict[str, Value] = field(default_factory=dict)
    revision: int = 0
    messages: dict[str, int] = field(default_factory=dict)
    wording: dict[str, dict[str, str]] = field(default_factory=dict)
    again: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Letterhead:
    """The look of the drafts: an accent as `#rrggbb`, a contact line, a logo (PNG or JPEG) in base64; empty: none."""

    accent: str = ""
    line: str = ""
    logo: str = ""


@dataclass(frozen=True)
class SetAside:
    """A gap that the table set aside: why, who said so and when (ISO 8601), and the typed message.

    `fingerprint` is that of the facts it was said of (workflows/advice.py); when they change, the gap comes back.
    """

    reason: str
    fingerprint: str
    by: str = ""
    at: str = ""
    message: int = 0


@dataclass(frozen=True)
class Change:
    """What one action changed: a question's answer or one record of it, or what was set aside (`gap.<step>.<id>`),
    before and after as plain data. Undo and "what changed" read it.
    """

    question: str
    record: str
    before: Any
    after: Any
    by: str
    at: str


@dataclass(frozen=True)
class Version:
    """A saved version: its number, which is never used again, its name as typed, who saved it and when (ISO 8601), and
    the project's revision at that time. The answers of then are kept apart (workflows/past.py).

    `adopted` is the day on which the council adopted its terms of reference (ISO 8601), empty for every other version.
    """

    number: int
    name: str
    by: str
    at: str
    revision: int
    adopted: str = ""


@dataclass(eq=False)
class Project:
    """A partnership. `state` is the recommended step; `steps` the state of each step; `cycle` the year in which the
    fiscal year begins.
    """

    id: str
    cycle: int
    state: str = "profile"
    definitions: int = 1
    steps: dict[str, str] = field(default_factory=dict)
    answers: dict[str, Answer] = field(default_factory=dict)
    last_record: int = 0
    revision: int = 0
    created: str = ""
    last_changes: list[Change] = field(default_factory=list)  # what the last action changed, for undo
    consented: list[str] = field(default_factory=list)  # questions that name people, for which consent was given
    set_aside: dict[str, SetAside] = field(default_factory=dict)  # by the path of the gap
    letterhead: Letterhead = field(default_factory=Letterhead)
    versions: list[Version] = field(default_factory=list)  # saved by name, oldest first
    last_version: int = 0

    def title(self) -> str:
        """The partnership's name as it was first typed, or an empty text."""
        for path in ("profile.name_en", "profile.name_fr"):
            answer = self.answers.get(path)
            if answer is not None and answer.value:
                return str(answer.value)
        return ""

    def value(self, path: str) -> Value:
        """The value of the answer at `path`, or None when nothing was said."""
        answer = self.answers.get(path)
        return None if answer is None or answer.state in ("open", "not_sure") else answer.value

    def records(self, path: str) -> list[Record]:
        """The rows of a records answer in their order; the list is the project's own."""
        answer = self.answers.get(path)
        if answer is None or answer.value is None:
            return []
        rows: list[Record] = answer.value
        return rows

    def record(self, path: str, record_id: str) -> Record | None:
        """The row with this id, or None when it has gone."""
        return next((row for row in self.records(path) if row.id == record_id), None)

    def shape(self) -> tuple[object, ...]:
        """What tells that the project was changed, without comparing every answer."""
        kept = tuple(self.versions)
        return self.revision, dict(self.steps), self.state, self.cycle, tuple(self.consented), kept

    def parts(self) -> dict[str, Any]:
        """The fields as they are, for a writer of JSON that writes out dataclasses by itself as `to_data` does."""
        data = {name: getattr(self, name) for name in _FIELDS}  # dataclasses.asdict costs ten times as much
        data["export_version"] = EXPORT_VERSION
        return data

    def to_data(self) -> dict[str, Any]:
        """Plain data for JSON; `from_data` gives the same project back."""
        data = self.parts()
        data["answers"] = {path: answer_data(answer) for path, answer in self.answers.items()}
        data["last_changes"] = [dict(vars(change)) for change in self.last_changes]
        data["set_aside"] = {path: dict(vars(kept)) for path, kept in self.set_aside.items()}
        data["versions"] = [dict(vars(version)) for version in self.versions]
        data["letterhead"] = dict(vars(self.letterhead))
        return data

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Project:
        """The project that `to_data` wrote, this release or an older one; what an export holds besides is left out."""
        told = {key: value for key, value in data.items() if key not in _BESIDE}
        answers = {path: Answer(**given) for path, given in told.pop("answers", {}).items()}
        for answer in answers.values():
            if isinstance(answer.value, list) and answer.value and isinstance(answer.value[0], dict):
                answer.value = [Record(**row) for row in answer.value]
        changes = [Change(**change) for change in told.pop("last_changes", [])]
        kept = {path: SetAside(**given) for path, given in told.pop("set_aside", {}).items()}
        versions = [Version(**given) for given in told.pop("versions", [])]
        letterhead = Letterhead(**told.pop("letterhead", {}))
        return cls(
            **told, answers=answers, last_changes=changes, set_aside=kept, versions=versions, letterhead=letterhead
        )


_FIELDS = tuple(part.name for part in fields(Project))
_BESIDE = frozenset({"export_version", "snapshots", "history"})


def answer_data(answer: Answer) -> dict[str, Any]:
    """An answer as plain data; its rows, if it has any, are written out too."""
    data = dict(vars(answer))
    if isinstance(answer.value, list):
        data["value"] = [dict(vars(row)) if isinstance(row, Record) else row for row in answer.value]
    return data


def fiscal_year(today: dt.date) -> int:
    """The year in which the fiscal year of `today` began: it runs from 1 April to 31 March."""
    return today.year if today.month >= 4 else today.year - 1
