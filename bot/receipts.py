"""Whether an update was taken, told by a positive mark and never by the absence of an error.

`Application.process_update` swallows what its handlers raise, so an intake opens a receipt before it and
reads the mark after it. An update without a mark stays unconfirmed and comes again.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Final

from telegram import Update

from bot import errors
from bot.metrics import FAILED, POSTPONED, TAKEN
from bot.storage.port import StoreFault

Process = Callable[[Update], Awaitable[bool]]
"""Takes an update to its commit; True when it may be confirmed."""


@dataclass(frozen=True)
class Receipt:
    """What became of an update. `answer` is a call of the Bot API that may travel in the webhook's own response."""

    outcome: str
    answer: dict[str, Any] | None = None

    @property
    def taken(self) -> bool:
        """Whether it may be confirmed."""
        return self.outcome != POSTPONED


_UNMARKED: Final = Receipt(POSTPONED)


class Receipts:
    """The marks of the updates that are being processed."""

    def __init__(self) -> None:
        self._marks: dict[int, Receipt] = {}

    async def process(self, application: Any, update: Update) -> Receipt:
        """Let the application process the update; the receipt tells whether it was marked as taken."""
        self._marks[update.update_id] = _UNMARKED
        try:
            await application.process_update(update)
        finally:
            receipt = self._marks.pop(update.update_id, _UNMARKED)
        return receipt

    def mark(self, update_id: int, outcome: str = TAKEN, answer: dict[str, Any] | None = None) -> None:
        """This update was taken: it was committed, or it asks for nothing."""
        if update_id in self._marks:
            self._marks[update_id] = Receipt(outcome, answer)

    def on_error(self, update: object, error: Exception | None) -> None:
        """A handler raised: a fault of the database may pass, anything else would fail again and
        is given up.
        """
        if isinstance(update, Update) and error is not None and not isinstance(error, StoreFault):
            errors.record(error, "A handler", update=update.update_id)
            self.mark(update.update_id, FAILED)
