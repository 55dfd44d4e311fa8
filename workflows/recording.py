"""Writing answers down: every write raises the revisions, touches the step's state and leaves a `Change`, so that it
can be undone.

It judges no value (answers.py does) and shows nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from workflows.interview import is_answered
from workflows.journey import Machines
from workflows.project import Answer, Change, Project, Record, SetAside, answer_data
from workflows.schema import Definitions, Question
from workflows.two_wordings import Wordings, of_answer, of_field


@dataclass
class Pen:
    """Writes into one project for one action of one person; `changes` is what it wrote, in order.

    `language` is the one that the person types in: it is noted with every typed text.
    """

    definitions: Definitions
    machines: Machines
    project: Project
    by: str
    at: str
    changes: list[Change] = field(default_factory=list)
    language: str = ""

    def answer(
        self,
        path: str,
        value: Any,
        state: str = "given",
        source: str = "pressed",
        message: int = 0,
        parts: Sequence[Sequence[int]] = (),
        language: str = "",
    ) -> None:
        """Give a value (or a state such as not_sure) to a question that is not a list of rows.

        A text is noted as typed in `language`, or else in the person's own; its other wording is kept.
        """
        old = self.project.answers.get(path)
        if old is not None and (old.value, old.state) == (value, state) and old.message == message:
            return
        told = self._typed(self.definitions.question(path), value, of_answer(old), language)
        new = Answer(
            state=state, value=value, wording=dict(told.by) if told else {}, revision=(old.revision if old else 0) + 1,
            by=self.by, at=self.at, source=source, message=message, parts=[list(part) for part in parts],
            again=told.again if told else "", messages=dict(old.messages) if old and told else {},
        )  # fmt: skip
        self.project.answers[path] = new
        self._wrote(path, "", answer_data(old) if old else None, answer_data(new))

    def reword(self, path: str, told: Wordings, message: int = 0) -> None:
        """Keep what was said of a text's two wordings; `message` gave the other one (0: none did)."""
        old = self.project.answers[path]
        if of_answer(old) == told:
            return
        new = replace(
            old, value=told.latest, wording=dict(told.by), again=told.again, messages=dict(old.messages),
            revision=old.revision + 1, by=self.by, at=self.at,
        )  # fmt: skip
        if told.latest != old.value:
            new.message, new.parts = message, []
        elif message:
            new.messages[told.other] = message
        self.project.answers[path] = new
        self._wrote(path, "", answer_data(old), answer_data(new))

    def reword_field(self, path: str, record: str, name: str, told: Wordings, message: int = 0) -> None:
        """The same for one field of a row."""
        row = self.project.record(path, record)
        if row is None or of_field(row, name) == told:
            return
        before = self._told(path, row)
        if message:
            place = name if told.latest != row.values[name] else f"{name}.{told.other}"
            row.messages = {**row.messages, place: message}
        row.values = {**row.values, name: told.latest}
        self._word(row, name, told)
        row.revision += 1
        self._rows(path, "typed")
        self._wrote(path, record, before, self._told(path, row))

    def _typed(self, question: Question, value: Any, before: Wordings | None, language: str = "") -> Wordings | None:
        """The wordings of a text that was typed over another one; None for what is no typed text."""
        if question.kind not in ("text", "long_text") or not isinstance(value, str):
            return None
        return (before or Wordings("")).typed(value, language or self.language)

    def _word(self, row: Record, name: str, told: Wordings | None) -> None:
        """Put the wordings of one field into a row; None takes them out."""
        kept = {field: by for field, by in row.wording.items() if field != name}
        row.wording = {**kept, name: dict(told.by)} if told and told.by else kept
        again = {field: language for field, language in row.again.items() if field != name}
        row.again = {**again, name: told.again} if told and told.again else again

    def add_row(
        self, path: str, values: Mapping[str, Any], source: str = "typed", messages: Mapping[str, int] | None = None
    ) -> Record:
        """Append a row with a new id; the row is the project's own."""
        answer = self._rows(path, source)
        self.project.last_record += 1
        row = Record(f"r{self.project.last_record}", dict(values), 1, dict(messages or {}))
        for part in self.definitions.question(path).fields:
            self._word(row, part.id, self._typed(part, values.get(part.id), None))
        answer.value.append(row)
        self._wrote(path, row.id, None, self._told(path, row))
        return row

    def change_row(self, path: str, record: str, name: str, value: Any, message: int = 0, language: str = "") -> None:
        """Give one field of a row a value; None empties it. A text is noted as `answer` does."""
        row = self.project.record(path, record)
        if row is None or row.values.get(name) == value:
            return
        before = self._told(path, row)
        for part in self.definitions.question(path).fields:
            if part.id == name:
                self._word(row, name, self._typed(part, value, of_field(row, name), language))
        row.values = (
            {**row.values, name: value} if value is not None else {k: v for k, v in row.values.items() if k != name}
        )
        row.messages = {**row.messages, name: message}
        row.revision += 1
        self._rows(path, "typed")
        self._wrote(path, record, before, self._told(path, row))

    def drop_row(self, path: str, record: str) -> None:
        """Remove a row; links that point at it become a gap, never a fault."""
        row = self.project.record(path, record)
        if row is None:
            return
        before = self._told(path, row)
        self.project.records(path).remove(row)
        self._wrote(path, record, before, None)

    def move_row(self, path: str, record: str, to: int) -> None:
        """Put a row at place `to` (0 is the first)."""
        rows, row = self.project.records(path), self.project.record(path, record)
        if row is None or not 0 <= to < len(rows) or rows[to] is row:
            return
        before = self._told(path, row)
        rows.remove(row)
        rows.insert(to, row)
        self._wrote(path, record, before, self._told(path, row))

    def set_aside(self, path: str, reason: str, fingerprint: str, message: int = 0) -> None:
        """Set the gap at `path` aside for this reason, as long as its facts stay those of the fingerprint."""
        self._keep_aside(path, SetAside(reason, fingerprint, self.by, self.at, message))

    def take_up(self, path: str) -> None:
        """Take up again what was set aside; nothing happens when it was not."""
        if path in self.project.set_aside:
            self._keep_aside(path, None)

    def _keep_aside(self, path: str, kept: SetAside | None) -> None:
        before = self.project.set_aside.pop(path, None)
        if kept is not None:
            self.project.set_aside[path] = kept
        was, now = (None if one is None else dict(vars(one)) for one in (before, kept))
        self.project.revision += 1
        self.changes.append(Change(path, "", was, now, self.by, self.at))

    def undo(self) -> tuple[Change, ...]:
        """Take back what the last action changed, newest first; returns what was taken back."""
        undone = tuple(reversed(self.project.last_changes))
        for change in undone:
            if change.question.startswith("gap."):
                self._keep_aside(change.question, None if change.before is None else SetAside(**change.before))
                continue
            if change.record:
                self._restore_row(change)
            elif change.before is None:
                revision = self.project.answers[change.question].revision
                self.project.answers[change.question] = Answer(revision=revision + 1, by=self.by, at=self.at)
            else:
                revision = self.project.answers[change.question].revision
                self.project.answers[change.question] = replace(Answer(**change.before), revision=revision + 1)
            self._wrote(change.question, change.record, change.after, change.before)
        self.project.last_changes = []
        return undone

    def finish(self) -> tuple[Change, ...]:
        """Remember this action's changes for undo; call it once, after the last write, unless it was an undo."""
        if self.changes:
            self.project.last_changes = list(self.changes)
        return tuple(self.changes)

    def _rows(self, path: str, source: str) -> Answer:
        answer = self.project.answers.get(path)
        if answer is None or not isinstance(answer.value, list):
            before, revision = (answer_data(answer), answer.revision) if answer else (None, 0)
            answer = self.project.answers[path] = Answer(state="given", value=[], revision=revision)
            self._wrote(path, "", before, answer_data(answer))  # so that undo brings "not sure yet" back
        answer.state, answer.by, answer.at, answer.source = "given", self.by, self.at, source
        answer.revision += 1
        return answer

    def _told(self, path: str, row: Record) -> dict[str, Any]:
        return {**vars(row), "place": self.project.records(path).index(row)}

    def _restore_row(self, change: Change) -> None:
        rows = self._rows(change.question, "undo").value
        rows[:] = [row for row in rows if row.id != change.record]
        if change.before is not None:
            told = {name: value for name, value in change.before.items() if name != "place"}
            rows.insert(change.before["place"], Record(**told))

    def _wrote(self, path: str, record: str, before: Any, after: Any) -> None:
        self.project.revision += 1
        self.changes.append(Change(path, record, before, after, self.by, self.at))
        step = self.definitions.question(path).step
        if not self.machines.move(self.project, step, "touch"):
            self.machines.move(self.project, step, "doubt")

    def confirm(self, step: str) -> bool:
        """Confirm a step, a human act; the recommended step advances. False when nothing was said in it yet."""
        said = any(is_answered(question, self.project) for question in self.definitions.step(step).questions)
        self.machines.move(self.project, step, "review", said)
        if not self.machines.move(self.project, step, "confirm", said):
            return False
        self.project.revision += 1
        self.machines.advance(self.project)
        return True
