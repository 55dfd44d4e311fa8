"""The files that people asked for, built one at a time in a worker thread of their own, off the event loop.

It must not know how a file is sent.
"""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

from bot import errors
from bot.desk import Desk
from bot.guidance import File, Guide
from bot.metrics import FILE, Metrics
from bot.presenter import Language, Message, plain_message
from bot.replies import Order
from workflows.project import Project


class Files:
    """Builds drafts and exports."""

    def __init__(self, desk: Desk, guide: Guide, metrics: Metrics | None = None) -> None:
        self._desk = desk
        self._metrics = metrics or Metrics()
        self._guide = guide
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="files")

    async def build(self, order: Order, person: str) -> File | Message | None:
        """The file, from the project as it stands now; None when the person may no longer see the project.

        Where building fails, an apology with its reference. Raises `StoreFault`.
        """
        project = await self._desk.project(order.project, person)
        if project is None:
            return None
        try:
            return await asyncio.get_running_loop().run_in_executor(self._thread, self._built, order, project, person)
        except Exception as error:  # noqa: BLE001 - a file that cannot be built is told, with its reference
            reference = errors.record(error, "A file", project=order.project)
            return plain_message(self._guide.book.text(errors.apology(reference), self._reader(order)))

    def caption(self, built: File, order: Order) -> str:
        """The words below the file, in the language of the person who asked for it."""
        return self._guide.book.text(built.caption, self._reader(order))

    def _reader(self, order: Order) -> Language:
        return self._guide.language_of(order.reader)

    def _built(self, order: Order, project: Project, person: str) -> File:
        with self._metrics.timed(FILE):
            if not order.document:
                return self._guide.package(project, order.today, person)
            draft = self._guide.draft(project, order.document, order.language, order.format, order.today)
        self._metrics.draft_built(order.format)
        return draft

    def close(self) -> None:
        """Let go of the worker thread; call after the last await."""
        self._thread.shutdown()
