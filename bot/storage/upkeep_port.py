"""The part of the port that no update needs: who sends what is owed, what falls due, and tidying.

Both SQLite and PostgreSQL keep this contract (tests/bot/storage/). It knows no SQL and no Telegram.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final, Protocol

LEASE: Final = dt.timedelta(seconds=10)
"""How long a process that is not heard of keeps what it took to send."""
NOTICE: Final = "notice"
"""The kind of an owed message that nobody asked for: it goes after every reply of its chat."""


@dataclass(frozen=True)
class Owed:
    """A reply that was committed and not yet known to be sent; `kind` is `card`, `files` or `notice`, `payload` JSON.

    `edit` is the message to edit in place, or None for a new one; `id` grows with time: replies of one chat
    go out in this order, and a newer card makes an older owed one needless. `taken` is False when another
    process has something to say in that chat first.
    """

    id: int
    chat: int
    person: str
    kind: str
    payload: dict[str, Any]
    edit: int | None = None
    taken: bool = True


@dataclass(frozen=True)
class Due:
    """A reminder that fell due for a project; `payload` is what its kind remembers, as JSON."""

    id: int
    kind: str
    project: str
    due_at: dt.datetime
    payload: dict[str, Any]


class Upkeep(Protocol):
    """What a transaction offers besides the taking of updates."""

    # --- what is owed ---

    def take(self, now: dt.datetime, everything: bool = False) -> tuple[Owed, ...]:
        """Take what nobody sends, for `LEASE`: the chats' replies in order, notices where nothing else is owed.

        A chat belongs to one process at a time. `everything` also takes what others hold.
        """

    def renew(self, owed: Iterable[int], now: dt.datetime) -> frozenset[int]:
        """Hold these owed replies for another `LEASE`; those that are no longer ours are missing in the answer."""

    def release(self) -> None:
        """Let others send at once what this process still holds."""

    # --- tidying ---

    def purge_leftovers(self) -> int:
        """Remove rows that speak of a project or a person that is gone; returns how many."""

    # --- reminders ---

    def due(self, now: dt.datetime, kinds: Iterable[str]) -> Due | None:
        """The first reminder of these kinds that is due and that no other process has in hand, locked."""

    def plan(self, kind: str, project: str, at: dt.datetime, payload: dict[str, Any]) -> None:
        """Let a reminder fall due; one of this kind that is planned for the project already stays as it is."""

    def planned(self, kind: str, project: str) -> dt.datetime | None:
        """When the reminder of this kind falls due for the project; None when there is none."""

    def cancel(self, kind: str, project: str) -> None:
        """The reminder of this kind will not fall due."""

    def postpone(self, reminder: int, at: dt.datetime, payload: dict[str, Any]) -> None:
        """The reminder falls due again at this time, with this payload."""

    def done(self, reminder: int) -> None:
        """The reminder is over."""

    def late(self, now: dt.datetime) -> int:
        """How many reminders are due."""

    def last_used(self, project: str) -> dt.datetime | None:
        """When somebody last changed the project or had it open; None when it is gone."""

    def idle(self, kind: str, before: dt.datetime, most: int) -> tuple[str, ...]:
        """Projects that nobody used since, longest first, without a reminder of this kind."""

    def members(self, project: str) -> tuple[str, ...]:
        """The people with a seat in the project."""

    def leave_receipt(self, project: str, reason: str, now: dt.datetime) -> None:
        """Keep that the project was erased, when and why, and nothing of what it held."""

    def beat(self, name: str, now: dt.datetime) -> None:
        """Whoever has this name is alive."""

    def heartbeat(self, name: str) -> dt.datetime | None:
        """When whoever has this name was last alive, or None for never."""
