"""What an owed reply holds, as values and as the plain JSON of its payload: a rendered card, or an order for
a file.

A card is kept as it was rendered, so that it can be sent after a restart by any release.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final

from bot.presenter import Message
from workflows.actions import ReplyTo

CARD: Final = "card"
FILES: Final = "files"


@dataclass(frozen=True)
class Card:
    """Messages ready to send, the keyboard on the last; what they ask; `kept` is False for a card
    to forget.
    """

    messages: tuple[Message, ...]
    asked: ReplyTo | None = None
    project: str | None = None
    kept: bool = True
    needed: bool = False

    def to_data(self) -> dict[str, Any]:
        """The payload; `from_data` gives the same card back."""
        return {
            "messages": [message.to_data() for message in self.messages],
            "asked": asdict(self.asked) if self.asked else None,
            "project": self.project,
            "kept": self.kept,
            "needed": self.needed,
        }

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Card:
        """The card of a payload."""
        return cls(
            messages=tuple(Message.from_data(message) for message in data["messages"]),
            asked=ReplyTo(**data["asked"]) if data["asked"] else None,
            project=data["project"],
            kept=data["kept"],
            needed=data["needed"],
        )


@dataclass(frozen=True)
class Order:
    """A file to build: a document in its language and format, or the export (an empty `document`)."""

    project: str
    reader: str
    today: dt.date
    document: str = ""
    language: str = ""
    format: str = ""
    since: int = 0  # the saved version that a document compares with (0: the newest one), or that holds its text

    def to_data(self) -> dict[str, Any]:
        """The payload; `from_data` gives the same order back."""
        return {**asdict(self), "today": self.today.isoformat()}

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Order:
        """The order of a payload."""
        return cls(**{**data, "today": dt.date.fromisoformat(data["today"])})
