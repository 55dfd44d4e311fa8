"""What the bot may ask of a database: one synchronous transaction per update. Domain objects, never rows.

Both SQLite and PostgreSQL keep this contract (tests/bot/storage/). It knows no SQL and no Telegram.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Any, Protocol

from bot.storage.sharing_port import Sharing
from bot.storage.upkeep_port import Owed as Owed
from bot.storage.upkeep_port import Upkeep
from workflows.actions import ReplyTo
from workflows.outcomes import Title
from workflows.project import Change, Project
from workflows.screens import Spot


class StoreFault(Exception):
    """The database said no for a reason that may pass: unreachable, locked, full. Nothing was kept."""


class ProjectBusy(StoreFault):
    """Somebody else changed the project between load and save; the update is taken again."""


@dataclass(frozen=True)
class Person:
    """What is kept about a person: Telegram id as text, confirmed language, whether the bot reaches them."""

    id: str
    language: str | None = None
    reachable: bool = True


@dataclass(frozen=True)
class Place:
    """Where a person stands in a chat: the open project, the spot, the message that shows the card."""

    chat: int
    person: str
    project: str | None = None
    spot: Spot = field(default_factory=Spot)
    message: int | None = None


@dataclass(frozen=True)
class Sent:
    """Proof that an owed reply went out (or became needless: `message` None), with what its card asked."""

    owed: int
    chat: int
    person: str
    message: int | None = None
    card: bool = False
    asked: ReplyTo | None = None
    project: str | None = None


@dataclass(frozen=True)
class Upload:
    """A file that Telegram holds now: `key` is a digest of what it was built from, `file` Telegram's id of it."""

    key: str
    project: str
    file: str


class Transaction(Sharing, Upkeep, Protocol):
    """One transaction. Everything is kept together at its end, or nothing when it raises."""

    def claim(self, update_id: int, now: dt.datetime) -> bool:
        """True once per update id; False for a duplicate."""

    def part(self) -> AbstractContextManager[None]:
        """A part of the transaction: what fails inside the block is undone alone, and rises."""

    @property
    def open(self) -> bool:
        """Whether the transaction still stands: a database may give it up by itself, as when its disk is full."""

    def settle(self, sent: Iterable[Sent]) -> None:
        """Forget the owed replies that went out and remember the current card (places.message, cards).

        A card that went out takes along the older cards still owed to the same person in the same chat.
        """

    def person(self, person: str) -> Person | None:
        """The person, or None at first contact."""

    def save_person(self, person: Person) -> None:
        """Write the person, new or known."""

    def place(self, chat: int, person: str) -> Place | None:
        """Where this person stands in this chat, locked until the transaction ends."""

    def save_place(self, place: Place, now: dt.datetime | None = None) -> None:
        """Write where the person stands, and that they were there `now`. A `message` of None leaves the known one."""

    def titles(self, person: str) -> tuple[Title, ...]:
        """The projects this person has a seat in, newest first."""

    def seated(self, project: str, person: str) -> tuple[Project, str] | None:
        """The project as `project` gives it, and the role of this person's seat (workflows/roles.py)."""

    def project(self, project: str, person: str) -> Project | None:
        """The project, locked until the transaction ends, if this person has a seat in it; None otherwise."""

    def create_project(self, project: Project, person: str, role: str, now: dt.datetime) -> None:
        """Store a new project with this person's seat."""

    def save_project(self, project: Project, loaded_revision: int, now: dt.datetime) -> None:
        """Write the project; `ProjectBusy` when its stored revision is no longer `loaded_revision`."""

    def append_history(self, project: str, changes: Sequence[Change]) -> None:
        """Append what changed, one row a change, a record at a time."""

    def history(self, project: str) -> tuple[Change, ...]:
        """What changed, oldest first."""

    def keep_snapshot(self, project: str, number: int, data: dict[str, Any]) -> None:
        """Keep the answers of a saved version (workflows/past.py) under a number that is new for this project."""

    def drop_snapshot(self, project: str, number: int) -> None:
        """Forget the answers of a version, at once and for good; nothing happens when there are none."""

    def snapshots(self, project: str, number: int | None = None) -> dict[int, Project]:
        """The projects of the saved versions by number, oldest first: of one, or of all."""

    def keep_uploads(self, uploads: Iterable[Upload], now: dt.datetime) -> None:
        """Remember files that were sent; one of a project that was erased meanwhile is not remembered."""

    def uploads(self, keys: Sequence[str]) -> dict[str, str]:
        """Telegram's ids of the files that were sent under these keys, by key; those that were not are left out."""

    def card(self, chat: int, message: int) -> ReplyTo | None:
        """What the card in this message asked, if it is still known."""

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
        """Write down a reply that will be sent after the commit, by this process unless it has to wait its turn.

        It counts as speaking of the project `about`; without one, of the project that is open at the person's place,
        so the place is saved first.
        """

    def owed(self, chat: int | None = None) -> tuple[Owed, ...]:
        """The replies still owed, oldest first: of one chat, or of all."""

    def erase_project(self, project: str) -> None:
        """Remove every row that speaks of it: answers, seats, history, places, cards, owed replies."""

    def erase_person(self, person: str) -> tuple[str, ...]:
        """Remove the person: seats, places, cards, owed replies, invitations, and every project that only they hold.

        In a shared project the name goes from its answers and its history. Returns the projects that were erased.
        """

    def migrated_chat(self, old: int, new: int) -> None:
        """A group became a supergroup: places and owed replies name the new chat.

        Its message ids count anew: cards are forgotten, replies go out as new messages. Who already stands in
        the new chat stays where they are there.
        """

    def purge_claims(self, before: dt.datetime) -> int:
        """Forget update ids claimed and files sent before this time; returns how many update ids."""


class Store(Protocol):
    """A database that is up to date."""

    def transaction(self) -> AbstractContextManager[Transaction]:
        """Open one transaction; it commits when the block ends well and rolls back otherwise."""

    def dispose(self) -> None:
        """Close every connection."""
