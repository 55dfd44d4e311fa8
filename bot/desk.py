"""Where updates are taken: one hop into a worker thread and one transaction each, with its retry and its
apology.

It also keeps what was learnt while speaking until the next transaction writes it. It must not know how
updates arrive, and it sends nothing.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Protocol, TypeVar

from bot import errors, notes, unit_of_work
from bot.guidance import Guide
from bot.incoming import Arrival, Incoming
from bot.looking_back import past_of
from bot.notes import Note, Uploaded
from bot.presenter import Language
from bot.storage.port import Owed, Place, ProjectBusy, Store, StoreFault, Upload
from bot.unit_of_work import Handled, Tools
from workflows.past import Past
from workflows.project import Project
from workflows.screens import Screen

log = logging.getLogger(__name__)

CLAIMS_KEPT = dt.timedelta(hours=48)
PURGE_EVERY = dt.timedelta(hours=1)

T = TypeVar("T")


class ThreadedStore(Store, Protocol):
    """A store that says how many threads may each hold a transaction: one on SQLite."""

    @property
    def threads(self) -> int: ...


class Desk:
    """Takes updates for one bot. `username` is set once Telegram told it; `on_screen` hears of
    every committed card.
    """

    def __init__(
        self,
        store: ThreadedStore,
        guide: Guide,
        clock: Callable[[], dt.datetime],
        new_id: Callable[[], str],
        on_screen: Callable[[int, Screen, Language], None] = lambda *_: None,
    ) -> None:
        self.username = ""
        self._store = store
        self._guide = guide
        self._clock = clock
        self._new_id = new_id
        self._on_screen = on_screen
        self._threads = ThreadPoolExecutor(store.threads, thread_name_prefix="store")
        self._notes: list[Note] = []
        self._flushing = asyncio.Lock()
        self._purged: dt.datetime | None = None

    async def handle(self, arrival: Arrival) -> Handled:
        """Take one update; what is returned was committed. Raises `StoreFault`: then nothing was
        kept, try again.
        """
        async with self._flushing:  # a flush under way may be writing where this chat's card stands
            learnt = self._taken(arrival.chat)
        try:
            handled = await self._twice(arrival, learnt)
        except StoreFault:
            self._notes[:0] = learnt
            raise
        except Exception as error:  # noqa: BLE001 - the one catch-all: nobody is stuck behind a defect
            self._notes[:0] = learnt
            handled = await self._give_up(arrival, error)
        if handled.screen is not None:
            self._on_screen(arrival.chat, handled.screen, handled.language)
        return handled

    async def _twice(self, arrival: Arrival, learnt: list[Note]) -> Handled:
        try:
            return await self._hop(self._take, arrival, learnt)
        except ProjectBusy:  # somebody else was faster: once more, over what they left
            return await self._hop(self._take, arrival, learnt)

    def _take(self, arrival: Arrival, learnt: list[Note]) -> Handled:
        with self._store.transaction() as tx:
            notes.write(tx, learnt)
            return unit_of_work.take(tx, arrival, self._tools())

    async def _give_up(self, arrival: Arrival, error: Exception) -> Handled:
        """Record the update as handled under a reference number, and owe an apology where somebody waits."""
        reference = errors.record(error, "An update", update=arrival.update_id)
        try:
            return await self._hop(self._apologise, arrival, reference)
        except StoreFault:
            raise
        except Exception as again:  # noqa: BLE001 - even without words the update must not come back for ever
            errors.record(again, "An apology", update=arrival.update_id)
            return Handled()

    def _apologise(self, arrival: Arrival, reference: str) -> Handled:
        if not isinstance(arrival, Incoming):
            return Handled()
        with self._store.transaction() as tx:
            return unit_of_work.apologise(tx, arrival, errors.apology(reference), self._tools())

    def _tools(self) -> Tools:
        return Tools(self._guide, self._clock(), self._new_id, self.username)

    # --- what delivery tells and asks ---

    def note(self, note: Note) -> None:
        """Remember what was learnt while speaking; the next transaction of that chat or the next
        flush writes it.
        """
        self._notes.append(note)

    @property
    def unwritten(self) -> bool:
        """Whether a flush has anything to write."""
        return bool(self._notes)

    async def flush(self) -> None:
        """Write what was learnt, and forget old update ids now and then. What cannot be written
        yet is kept.
        """
        async with self._flushing:
            learnt, self._notes = self._notes, []
            try:
                await self._hop(self._write, learnt)
            except StoreFault as fault:
                self._notes[:0] = learnt
                log.warning("The database did not answer; what was sent will be written later: %s", fault)
            except Exception as error:  # noqa: BLE001 - a note that cannot be written must not block the others
                errors.record(error, "Writing what was sent")

    def _write(self, learnt: list[Note]) -> None:
        now = self._clock()
        with self._store.transaction() as tx:
            notes.write(tx, learnt)
            if self._purged is None or now - self._purged >= PURGE_EVERY:
                tx.purge_claims(now - CLAIMS_KEPT)
        self._purged = now if self._purged is None or now - self._purged >= PURGE_EVERY else self._purged

    async def owed(self) -> tuple[Owed, ...]:
        """Everything that is still owed to anybody, oldest first. Raises `StoreFault`."""
        return await self._hop(self._all_owed)

    def _all_owed(self) -> tuple[Owed, ...]:
        with self._store.transaction() as tx:
            return tx.owed()

    async def place(self, chat: int, person: str) -> Place | None:
        """Where this person stands in this chat. Raises `StoreFault`."""
        return await self._hop(self._place, chat, person)

    def _place(self, chat: int, person: str) -> Place | None:
        with self._store.transaction() as tx:
            return tx.place(chat, person)

    async def project(self, project: str, person: str) -> Project | None:
        """The project as it stands, if this person has a seat in it. Raises `StoreFault`."""
        return await self._hop(self._load, project, person)

    def _load(self, project: str, person: str) -> Project | None:
        with self._store.transaction() as tx:
            return tx.project(project, person)

    async def uploads(self, keys: Sequence[str]) -> dict[str, str]:
        """Telegram's ids of the files that were sent under these keys. Raises `StoreFault`."""
        return await self._hop(self._load_uploads, keys)

    def _load_uploads(self, keys: Sequence[str]) -> dict[str, str]:
        with self._store.transaction() as tx:
            return tx.uploads(keys)

    def note_uploads(self, chat: int, files: tuple[Upload, ...]) -> None:
        """Remember what Telegram holds now; losing it costs one more upload."""
        self.note(Uploaded(chat, files, self._clock()))

    async def past(self, project: Project, since: int, every: bool) -> Past:
        """What came before the project (bot/looking_back.py). Raises `StoreFault`."""
        return await self._hop(self._load_past, project, since, every)

    def _load_past(self, project: Project, since: int, every: bool) -> Past:
        with self._store.transaction() as tx:
            return past_of(tx, project, since, every)

    def close(self) -> None:
        """Let go of the worker threads; call after the last await."""
        self._threads.shutdown()

    def _taken(self, chat: int) -> list[Note]:
        """Take out the notes of this chat; those of other chats wait for theirs, or for a flush."""
        taken = [note for note in self._notes if chat in notes.chats(note)]
        self._notes = [note for note in self._notes if chat not in notes.chats(note)]
        return taken

    async def _hop(self, work: Callable[..., T], *given: object) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._threads, work, *given)
