"""Where updates are taken: each in a transaction, off the event loop, with its retry and its apology.

It also keeps what was learnt while speaking until the next transaction writes it. It must not know how
updates arrive, and it sends nothing.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import TypeVar

from bot import errors, notes, unit_of_work
from bot.fairness import Allowances
from bot.guidance import Guide
from bot.incoming import Arrival, Incoming
from bot.looking_back import past_of
from bot.metrics import TRANSACTION, Metrics
from bot.notes import Note, Uploaded
from bot.presenter import Language
from bot.storage.port import Owed, Place, ProjectBusy, StoreFault, Transaction, Upload
from bot.tools import Tools, new_token
from bot.unit_of_work import Handled
from bot.writers import ThreadedStore, Writers
from workflows.past import Past
from workflows.project import Project
from workflows.screens import Screen

log = logging.getLogger(__name__)

CLAIMS_KEPT = dt.timedelta(hours=48)
PURGE_EVERY = dt.timedelta(hours=1)
REACHED_WITHIN = 3.0  # seconds

T = TypeVar("T")


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
        metrics: Metrics | None = None,
        new_token: Callable[[], str] = new_token,
    ) -> None:
        self.username = ""
        self.alone = store.threads == 1  # SQLite: hardly ever does another process send from here
        self._metrics = metrics or Metrics()
        self._guide = guide
        self._clock = clock
        self._new_id = new_id
        self._new_token = new_token
        self._allowances = Allowances(clock)
        self._on_screen = on_screen
        self._writers = Writers(store)
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
            return await self._writers.do(partial(self._take, arrival, learnt))
        except ProjectBusy:  # somebody else was faster: once more, over what they left
            return await self._writers.do(partial(self._take, arrival, learnt))

    def _take(self, arrival: Arrival, learnt: list[Note], tx: Transaction) -> Handled:
        with self._metrics.timed(TRANSACTION):
            notes.write(tx, learnt)
            return unit_of_work.take(tx, arrival, self._tools())

    async def _give_up(self, arrival: Arrival, error: Exception) -> Handled:
        """Record the update as handled under a reference number, and owe an apology where somebody waits."""
        reference = errors.record(error, "An update", update=arrival.update_id)
        try:
            handled = await self._writers.do(partial(self._apologise, arrival, reference))
            return replace(handled, failed=True)
        except StoreFault:
            raise
        except Exception as again:  # noqa: BLE001 - even without words the update must not come back for ever
            errors.record(again, "An apology", update=arrival.update_id)
            return Handled(failed=True)

    def _apologise(self, arrival: Arrival, reference: str, tx: Transaction) -> Handled:
        if not isinstance(arrival, Incoming):
            return Handled()
        return unit_of_work.apologise(tx, arrival, errors.apology(reference), self._tools())

    def _tools(self) -> Tools:
        more = (self._new_token, self._allowances.allows)
        return Tools(self._guide, self._clock(), self._new_id, self.username, *more)

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

    async def flush(self, release: bool = False) -> bool:
        """Write what was learnt, and forget old update ids now and then. False: the database did not
        answer, and it is kept. `release` leaves to other processes what is still owed.
        """
        async with self._flushing:
            learnt, self._notes = self._notes, []
            try:
                now = self._clock()
                purging = self._purged is None or now - self._purged >= PURGE_EVERY
                forgotten = now - CLAIMS_KEPT if purging else None
                await self._writers.do(partial(self._write, learnt, forgotten, release))
                self._purged = now if purging else self._purged
            except StoreFault as fault:
                self._notes[:0] = learnt
                log.warning("The database did not answer; what was sent will be written later: %s", fault)
                return False
            except Exception as error:  # noqa: BLE001 - a note that cannot be written must not block the others
                errors.record(error, "Writing what was sent")
        return True

    @staticmethod
    def _write(learnt: list[Note], forgotten: dt.datetime | None, release: bool, tx: Transaction) -> None:
        notes.write(tx, notes.in_order(learnt))
        if forgotten is not None:
            tx.purge_claims(forgotten)
            tx.purge_invitations(forgotten)
        if release:
            tx.release()

    def now(self) -> dt.datetime:
        """The time by the clock that was given."""
        return self._clock()

    async def work(self, work: Callable[[Transaction, Tools], T]) -> T:
        """The result of the work, done in one transaction and committed. Raises what it raises, and `StoreFault`."""
        return await self._writers.do(lambda tx: work(tx, self._tools()))

    async def take(self, everything: bool = False) -> tuple[Owed, ...]:
        """What is owed and what nobody sends, from now on ours; `everything` also takes what others hold.

        Raises `StoreFault`.
        """
        return await self._writers.do(lambda tx: tx.take(self._clock(), everything))

    async def renew(self, owed: Iterable[int]) -> frozenset[int]:
        """Hold these for longer; returns those that are still ours. Raises `StoreFault`."""
        return await self._writers.do(lambda tx: tx.renew(owed, self._clock()))

    async def place(self, chat: int, person: str) -> Place | None:
        """Where this person stands in this chat. Raises `StoreFault`."""
        return await self._writers.do(lambda tx: tx.place(chat, person))

    async def project(self, project: str, person: str) -> Project | None:
        """The project as it stands, if this person has a seat in it. Raises `StoreFault`."""
        return await self._writers.do(lambda tx: tx.project(project, person))

    async def reachable(self) -> bool:
        """Whether the database answers a question in time."""
        try:
            async with asyncio.timeout(REACHED_WITHIN):
                await self._writers.do(lambda tx: tx.person(""))
        except (StoreFault, TimeoutError):
            return False
        return True

    async def uploads(self, keys: Sequence[str]) -> dict[str, str]:
        """Telegram's ids of the files that were sent under these keys. Raises `StoreFault`."""
        return await self._writers.do(lambda tx: tx.uploads(keys))

    def note_uploads(self, chat: int, files: tuple[Upload, ...]) -> None:
        """Remember what Telegram holds now; losing it costs one more upload."""
        self.note(Uploaded(chat, files, self._clock()))

    async def past(self, project: Project, since: int, every: bool) -> Past:
        """What came before the project (bot/looking_back.py). Raises `StoreFault`."""
        return await self._writers.do(lambda tx: past_of(tx, project, since, every))

    def close(self) -> None:
        """Let go of the worker threads; call after the last await."""
        self._writers.close()

    def _taken(self, chat: int) -> list[Note]:
        """Take out the notes of this chat; those of other chats wait for theirs, or for a flush."""
        taken = [note for note in self._notes if chat in notes.chats(note)]
        self._notes = [note for note in self._notes if chat not in notes.chats(note)]
        return taken
