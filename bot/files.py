"""The files that people asked for, built one at a time in a worker thread of their own, off the event loop.

What was sent before and has not changed is not built again: Telegram holds it. It must not know how a file is sent.
"""

from __future__ import annotations

import asyncio
import hashlib
import importlib.metadata
import json
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractAsyncContextManager, nullcontext
from dataclasses import dataclass, replace
from typing import TypeVar

from bot import errors
from bot.desk import Desk
from bot.guidance import File, Guide
from bot.metrics import FILE, Metrics
from bot.presenter import Language, Message, plain_message
from bot.replies import Order
from bot.storage.port import Upload
from workflows.past import Past
from workflows.phrases import Words, phrase
from workflows.project import Project

Busy = Callable[[], AbstractAsyncContextManager[None]]
T = TypeVar("T")
_RELEASE = importlib.metadata.version("lip-guide")


@dataclass(frozen=True)
class Piece:
    """One file of a parcel: its bytes with its name, or Telegram's id of the same file where it `known`s it.

    `key` is a digest of everything that the file is built from; an empty one is never remembered.
    """

    key: str = ""
    name: str = ""
    data: bytes = b""
    known: str = ""


@dataclass(frozen=True)
class Parcel:
    """What answers an order: one file or several, and what is said with them."""

    pieces: tuple[Piece, ...]
    caption: str

    @property
    def known(self) -> bool:
        """True when a piece relies on Telegram holding it still."""
        return any(piece.known for piece in self.pieces)


class Files:
    """Builds drafts and exports."""

    def __init__(self, desk: Desk, guide: Guide, metrics: Metrics | None = None) -> None:
        self._desk = desk
        self._metrics = metrics or Metrics()
        self._guide = guide
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="files")

    async def build(
        self, order: Order, person: str, busy: Busy = nullcontext, again: bool = False
    ) -> Parcel | Message | None:
        """The files, from the project as it stands now; None when the person may no longer see the project.

        `busy` is entered while something is built; `again` builds also what Telegram was thought to hold. Where
        building fails, an apology with its reference. Raises `StoreFault`.
        """
        project = await self._desk.project(order.project, person)
        if project is None:
            return None
        past, looks_back = Past(), not order.document or self._guide.looks_back(order.document)
        if looks_back or order.since:
            past = await self._desk.past(project, order.since, every=not order.document)
        if order.since and not looks_back:
            kept = self._guide.as_adopted(project, past)
            if kept is None:
                return plain_message(self._said(order, phrase("versions.gone")))
            project, past = kept, Past()
        try:
            if order.document:
                return await self._drafts(order, project, past, busy, again)
            async with busy():
                file = await self._run(self._exported, order, project, person, past)
            return Parcel((Piece("", file.name, file.data),), self._said(order, file.caption))
        except Exception as error:  # noqa: BLE001 - a file that cannot be built is told, with its reference
            reference = errors.record(error, "A file", project=order.project)
            return plain_message(self._guide.book.text(errors.apology(reference), self._reader(order)))

    def sent(self, chat: int, order: Order, parcel: Parcel, held: Sequence[str]) -> None:
        """Remember under which ids Telegram holds the pieces of a parcel that went out."""
        pairs = zip(parcel.pieces, held, strict=True)
        new = tuple(Upload(piece.key, order.project, file) for piece, file in pairs if piece.key and not piece.known)
        if new:
            self._desk.note_uploads(chat, new)

    async def _drafts(self, order: Order, project: Project, past: Past, busy: Busy, again: bool) -> Parcel:
        ways = self._guide.ways(order.document, order.language or order.reader, order.format)
        orders = [replace(order, language=language, format=kind) for language, kind in ways]
        keys = await self._run(self._keys, orders, project, past)
        held = {} if again else await self._desk.uploads(keys)
        missing = [one for one, key in zip(orders, keys, strict=True) if key not in held]
        files: dict[Order, File] = {}
        if missing:
            async with busy():
                files = await self._run(self._built, missing, project, past)
        pieces = tuple(
            Piece(key, known=held[key]) if key in held else Piece(key, files[one].name, files[one].data)
            for one, key in zip(orders, keys, strict=True)
        )
        told = self._guide.caption(project, order.document, orders[0].format, order.today)
        return Parcel(pieces, self._said(order, told))

    def _keys(self, orders: Sequence[Order], project: Project, past: Past) -> list[str]:
        """A digest for each order of everything that its file is built from, the words and the release included."""
        told = json.dumps([project.to_data(), past.to_data()], sort_keys=True)
        common = f"{_RELEASE} {self._guide.fingerprint} {told}"
        kinds = [(one.document, one.language, one.format, one.today.isoformat(), one.since) for one in orders]
        begun = hashlib.sha256(common.encode()).hexdigest()
        return [hashlib.sha256(f"{begun} {kind!r}".encode()).hexdigest() for kind in kinds]

    def _built(self, orders: Sequence[Order], project: Project, past: Past) -> dict[Order, File]:
        files = {}
        for one in orders:
            with self._metrics.timed(FILE):
                files[one] = self._guide.draft(project, one.document, one.language, one.format, one.today, past)
            self._metrics.draft_built(one.format)
        return files

    def _exported(self, order: Order, project: Project, person: str, past: Past) -> File:
        with self._metrics.timed(FILE):
            return self._guide.package(project, order.today, person, past)

    async def _run(self, work: Callable[..., T], *given: object) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._thread, work, *given)

    def _said(self, order: Order, words: Words) -> str:
        return self._guide.book.text(words, self._reader(order))

    def _reader(self, order: Order) -> Language:
        return self._guide.language_of(order.reader)

    def close(self) -> None:
        """Let go of the worker thread; call after the last await."""
        self._thread.shutdown()
