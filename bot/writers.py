"""The worker threads before the database: one hop and one transaction for an update, or for all that wait together.

SQLite has one writer. What came while it was busy is done in one transaction with one commit, each piece undone alone
where it fails; nobody waits for somebody else to come. It must not know what the work is.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextvars import Context, copy_context
from dataclasses import dataclass
from typing import Any, Final, Protocol, TypeVar

from bot.storage.port import Store, Transaction

TOGETHER: Final = 16  # pieces of work in one transaction at most: the first of them waits for the last

T = TypeVar("T")
Work = Callable[[Transaction], T]


class ThreadedStore(Store, Protocol):
    """A store that says how many threads may each hold a transaction: one on SQLite."""

    @property
    def threads(self) -> int: ...


@dataclass(eq=False)
class _Piece:
    """Work that waits, the context to do it in, and what became of it."""

    work: Work[Any]
    context: Context
    done: asyncio.Future[Any]
    result: Any = None
    error: Exception | None = None


class Writers:
    """Does work in transactions, off the event loop."""

    def __init__(self, store: ThreadedStore) -> None:
        self._store = store
        self._threads = ThreadPoolExecutor(store.threads, thread_name_prefix="store")
        self._free = store.threads
        self._together = TOGETHER if store.threads == 1 else 1  # several projects' locks held at once could cross
        self._waiting: deque[_Piece] = deque()

    async def do(self, work: Work[T]) -> T:
        """The result of the work, committed. Raises what the work or the store raises: then nothing of it was kept."""
        piece = _Piece(work, copy_context(), asyncio.get_running_loop().create_future())
        self._waiting.append(piece)
        if self._free:
            self._begin()
        result: T = await piece.done
        return result

    def close(self) -> None:
        """Let go of the threads; call after the last await."""
        self._threads.shutdown()

    def _begin(self) -> None:
        pieces = [self._waiting.popleft() for _ in range(min(self._together, len(self._waiting)))]
        self._free -= 1
        loop = asyncio.get_running_loop()
        loop.run_in_executor(self._threads, self._transact, pieces).add_done_callback(lambda _: self._ended(pieces))

    def _ended(self, pieces: list[_Piece]) -> None:
        self._free += 1
        if self._waiting:
            self._begin()
        for piece in pieces:
            if piece.done.done():
                continue  # nobody waits for it any longer
            if piece.error is not None:
                piece.done.set_exception(piece.error)
            else:
                piece.done.set_result(piece.result)

    def _transact(self, pieces: list[_Piece]) -> None:
        try:
            with self._store.transaction() as tx:
                if len(pieces) == 1:
                    pieces[0].result = pieces[0].context.run(pieces[0].work, tx)
                    return
                for piece in pieces:
                    self._part(tx, piece)
        except Exception as error:  # noqa: BLE001 - it is raised to everybody whose work was not kept
            for piece in pieces:
                piece.error = piece.error or error

    @staticmethod
    def _part(tx: Transaction, piece: _Piece) -> None:
        try:
            with tx.part():
                piece.result = piece.context.run(piece.work, tx)
        except Exception as error:
            if not tx.open:
                raise  # the database gave up the whole transaction
            piece.error = error
