"""Whether an update was taken, told by a positive mark and never by the absence of an error.

`Application.process_update` swallows what its handlers raise, so an intake opens a receipt before it and
reads the mark after it. An update without a mark stays unconfirmed and comes again.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from telegram import Update

from bot import errors
from bot.storage.port import StoreFault

Process = Callable[[Update], Awaitable[bool]]
"""Takes an update to its commit; True when it may be confirmed."""


class Receipts:
    """The marks of the updates that are being processed."""

    def __init__(self) -> None:
        self._marks: dict[int, bool] = {}

    async def process(self, application: Any, update: Update) -> bool:
        """Let the application process the update; True when it was marked as taken."""
        self._marks[update.update_id] = False
        try:
            await application.process_update(update)
        finally:
            taken = self._marks.pop(update.update_id, False)
        return taken

    def mark(self, update_id: int) -> None:
        """This update was taken: it was committed, or it asks for nothing."""
        if update_id in self._marks:
            self._marks[update_id] = True

    def on_error(self, update: object, error: Exception | None) -> None:
        """A handler raised: a fault of the database may pass, anything else would fail again and
        is given up.
        """
        if isinstance(update, Update) and error is not None and not isinstance(error, StoreFault):
            errors.record(error, "A handler", update=update.update_id)
            self.mark(update.update_id)
