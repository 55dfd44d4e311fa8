"""One transaction of the port, in SQL: domain objects in and out. sql.py begins and commits."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import fields
from typing import Any

from sqlalchemy import Connection

from bot.storage import erasure, statements
from bot.storage.engines import storage_faults
from bot.storage.port import Owed, Person, Place, ProjectBusy, Sent, Upload
from bot.storage.prepared import Prepared
from bot.storage.sharing import Sharing
from bot.storage.statements import Upserts
from bot.storage.upkeep import Upkeep
from bot.storage.upkeep_port import LEASE
from workflows.actions import ReplyTo
from workflows.outcomes import Title
from workflows.project import Change, Project
from workflows.screens import Spot

_SPOT_FIELDS = frozenset(field.name for field in fields(Spot))


class SqlTransaction(Sharing, Upkeep):
    """Keeps `port.Transaction` on an open connection. `erased` tells that something was erased for good."""

    def __init__(self, connection: Connection, prepared: Prepared, upserts: Upserts, worker: str) -> None:
        super().__init__(connection, worker)
        self._run = prepared.on(connection)
        self._upserts = upserts
        self.erased = False
        self.open = True

    @contextmanager
    def part(self) -> Iterator[None]:
        """What fails inside the block is undone alone, and rises; a passing fault of the database as `StoreFault`."""
        self._run.say("SAVEPOINT part")
        try:
            with storage_faults(self._connection.engine):
                yield
        except BaseException:
            self.open = False  # until it is known to stand
            self._run.say("ROLLBACK TO part")
            self.open = True
            raise
        self._run.say("RELEASE part")

    def claim(self, update_id: int, now: dt.datetime) -> bool:
        """True once per update id; False for a duplicate."""
        return self._run.count(self._upserts.claim, {"id": update_id, "claimed_at": now}) == 1

    def purge_claims(self, before: dt.datetime) -> int:
        """Forget update ids claimed and files sent before this time; returns how many update ids."""
        self._run.count(statements.PURGE_UPLOADS, {"before": before})
        return self._run.count(statements.PURGE_CLAIMS, {"before": before})

    def person(self, person: str) -> Person | None:
        """The person, or None at first contact."""
        row = self._run.row(statements.PERSON, {"person": person})
        return None if row is None else Person(person, *row)

    def save_person(self, person: Person) -> None:
        """Write the person, new or known."""
        values = {"id": person.id, "language": person.language, "reachable": person.reachable}
        self._run.count(self._upserts.person, values)

    def place(self, chat: int, person: str) -> Place | None:
        """Where this person stands in this chat, locked. What only another release knows of a spot is left out."""
        row = self._run.row(statements.PLACE, {"chat": chat, "person": person})
        if row is None:
            return None
        project, message, told = row
        spot = Spot(**{name: value for name, value in told.items() if name in _SPOT_FIELDS})
        return Place(chat, person, project, spot, message)

    def save_place(self, place: Place, now: dt.datetime | None = None) -> None:
        """Write where the person stands, and that they were there `now`. A `message` of None leaves the known one."""
        values = {
            "chat": place.chat,
            "person": place.person,
            "project": place.project,
            "message": place.message,
            "spot": vars(place.spot),
            "seen_at": now,
        }
        self._run.count(self._upserts.place, values)

    def titles(self, person: str) -> tuple[Title, ...]:
        """The projects this person has a seat in, newest first."""
        return tuple(Title(*row) for row in self._run.rows(statements.TITLES, {"person": person}))

    def seated(self, project: str, person: str) -> tuple[Project, str] | None:
        """The project, locked until the transaction ends, and the role of this person's seat; None without one."""
        row = self._run.row(statements.PROJECT, {"project": project, "person": person})
        return None if row is None else (Project.from_data(row[0]), row[1])

    def project(self, project: str, person: str) -> Project | None:
        """The project, locked until the transaction ends, if this person has a seat in it; None otherwise."""
        found = self.seated(project, person)
        return found and found[0]

    def create_project(self, project: Project, person: str, role: str, now: dt.datetime) -> None:
        """Store a new project with this person's seat."""
        values = {"id": project.id, "created_at": now, **_written(project, now)}
        self._run.count(statements.CREATE_PROJECT, values)
        seat = {"person": person, "project": project.id, "role": role, "since": now, "label": None}
        self._run.count(statements.CREATE_SEAT, seat)

    def save_project(self, project: Project, loaded_revision: int, now: dt.datetime) -> None:
        """Write the project; `ProjectBusy` when its stored revision is no longer `loaded_revision`."""
        values = {"of_project": project.id, "loaded_revision": loaded_revision, **_written(project, now)}
        if self._run.count(statements.SAVE_PROJECT, values) != 1:
            raise ProjectBusy("the project was changed or erased since it was loaded")

    def append_history(self, project: str, changes: Sequence[Change]) -> None:
        """Append what changed, one row a change, a record at a time."""
        if changes:
            rows = [{"project": project, **vars(change)} for change in changes]
            self._run.each(statements.APPEND_HISTORY, rows)

    def history(self, project: str) -> tuple[Change, ...]:
        """What changed, oldest first."""
        return tuple(Change(*row) for row in self._run.rows(statements.HISTORY, {"project": project}))

    def keep_snapshot(self, project: str, number: int, data: dict[str, Any]) -> None:
        """Keep the answers of a saved version."""
        values = {"project": project, "number": number, "answers": data}
        self._run.count(statements.KEEP_SNAPSHOT, values)

    def drop_snapshot(self, project: str, number: int) -> None:
        """Forget the answers of a version; nothing happens when there are none."""
        self._run.count(statements.DROP_SNAPSHOT, {"of_project": project, "of_number": number})
        self.erased = True

    def snapshots(self, project: str, number: int | None = None) -> dict[int, Project]:
        """The projects of the saved versions by number: of one, or of all."""
        if number is None:
            rows = self._run.rows(statements.SNAPSHOTS, {"project": project})
        else:
            rows = self._run.rows(statements.SNAPSHOT, {"project": project, "number": number})
        return {number: Project.from_data(answers) for number, answers in rows}

    def keep_uploads(self, uploads: Iterable[Upload], now: dt.datetime) -> None:
        """Remember files that were sent, unless their project was erased meanwhile."""
        rows = [{"key": one.key, "project": one.project, "sent_at": now, "file": one.file} for one in uploads]
        if rows:
            self._run.each(self._upserts.upload, rows)

    def uploads(self, keys: Sequence[str]) -> dict[str, str]:
        """Telegram's ids of the files that were sent under these keys, by key."""
        rows = self._connection.execute(statements.UPLOADS, {"keys": list(keys)})
        return {row.key: row.file for row in rows}

    def card(self, chat: int, message: int) -> ReplyTo | None:
        """What the card in this message asked, if it is still known."""
        row = self._run.row(statements.CARD, {"chat": chat, "message": message})
        return None if row is None else ReplyTo(*row)

    def owe(
        self,
        chat: int,
        person: str,
        kind: str,
        payload: dict[str, Any],
        edit: int | None,
        now: dt.datetime,
        about: str | None = None,
    ) -> Owed:
        """Write down a reply to send after the commit, by this process unless it has to wait its turn.

        It speaks of the project `about`, or of the one that is open at the saved place.
        """
        told = {"chat": chat, "person": person, "kind": kind, "payload": payload, "edit": edit, "owed_at": now}
        ours = {"taken_until": now + LEASE, "worker": self._worker}
        place = {"about": about, "in_chat": chat, "of_person": person}
        row = self._run.row(statements.OWE, {**told, **ours, **place})
        assert row is not None, "an insert always returns its key"
        return Owed(row[0], chat, person, kind, payload, edit, row[1] is not None)

    def owed(self, chat: int | None = None) -> tuple[Owed, ...]:
        """The replies still owed, oldest first: of one chat, or of all."""
        if chat is None:
            return tuple(Owed(*row) for row in self._run.rows(statements.OWED, {}))
        return tuple(Owed(*row) for row in self._run.rows(statements.OWED_TO_CHAT, {"chat": chat}))

    def settle(self, sent: Iterable[Sent]) -> None:
        """Forget the replies that went out, with older cards of the place; remember the current card."""
        proofs = sorted(sent, key=lambda proof: proof.owed)
        if not proofs:
            return
        self._run.each(statements.SETTLE, [_settled(proof) for proof in proofs])
        shown = [proof for proof in proofs if proof.card and proof.message is not None]
        if not shown:
            return
        places = [{"in_chat": s.chat, "of_person": s.person, "shown": s.message} for s in shown]
        self._run.each(statements.CURRENT_MESSAGE, places)
        last = {(proof.chat, proof.message): proof for proof in shown}.values()
        asked = [_asked(proof, proof.asked) for proof in last if proof.asked is not None]
        silent = [{"chat": proof.chat, "message": proof.message} for proof in last if proof.asked is None]
        if asked:
            self._run.each(self._upserts.card, asked)
        if silent:  # the message was edited: what it once asked is no longer to be seen
            self._run.each(statements.FORGET_CARD, silent)

    def erase_project(self, project: str) -> None:
        """Remove every row that speaks of the project."""
        erasure.erase_project(self._connection, project)
        self.erased = True

    def erase_person(self, person: str) -> tuple[str, ...]:
        """Remove the person and every project that only they hold, whose ids are returned; blank the name elsewhere."""
        self.erased = True
        return erasure.erase_person(self._connection, person)

    def remove_seat(self, project: str, person: str) -> None:
        """Take the seat away; the name goes from the project with it."""
        self.erased = True
        erasure.remove_seat(self._connection, project, person)

    def migrated_chat(self, old: int, new: int) -> None:
        """A group became a supergroup: places and owed replies move. Message ids count anew: cards go."""
        for statement in statements.MIGRATED_CHAT:
            self._connection.execute(statement, {"old_chat": old, "new_chat": new})


def _written(project: Project, now: dt.datetime) -> dict[str, Any]:
    return {
        "revision": project.revision,
        "title": project.title(),
        "answers": project.parts(),  # engines.py writes JSON with orjson, which knows dataclasses
        "changed_at": now,
    }


def _settled(proof: Sent) -> dict[str, Any]:
    newer = proof.owed if proof.card and proof.message is not None else 0
    return {"owed": proof.owed, "chat": proof.chat, "person": proof.person, "newer": newer}


def _asked(proof: Sent, asked: ReplyTo) -> dict[str, Any]:
    about = {"chat": proof.chat, "message": proof.message, "person": proof.person, "project": proof.project}
    return {**about, **vars(asked)}
