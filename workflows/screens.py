"""Screens as values: phrases and buttons, and no word of any language. The bot's presenter turns one into a message."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace

from workflows.actions import Press
from workflows.phrases import Words

PAGE_SIZE = 8
FULL_MESSAGE = 4096
"""UTF-16 units that a Telegram message can hold; a longer text arrives as several."""
NEARLY_FULL = 4000
"""From here on a text was probably cut: some apps cut at a space or a line before the limit."""


@dataclass(frozen=True)
class Button:
    """A label and what pressing it means: a `press`, a `url` that Telegram opens, or a text that it lets the person
    `copy` (at most 256 characters). `chosen` is drawn with a check mark.
    """

    label: Words
    press: Press | None = None
    url: str | None = None
    chosen: bool = False
    copy: Words | None = None


@dataclass(frozen=True)
class Screen:
    """What one card shows. `body` are paragraphs; `options` at most eight; `pages` turn pages; `navigation` always
    comes last.
    """

    id: str
    title: Words | None = None
    body: tuple[Words, ...] = ()
    options: tuple[Button, ...] = ()
    pages: tuple[Button, ...] = ()
    navigation: tuple[Button, ...] = ()
    columns: int = 1

    def buttons(self) -> tuple[Button, ...]:
        """Every button in reading order."""
        return (*self.options, *self.pages, *self.navigation)


@dataclass(frozen=True)
class Spot:
    """Where someone stands in a chat: the screen, and what it speaks of. It belongs to the person, never to the
    project.
    """

    screen: str = "welcome"
    step: str = ""
    question: str = ""
    record: str = ""
    field: str = ""
    page: int = 0
    behind: str = ""  # the screen that a side screen (help, resources, a search) leads back to
    kept: str = ""  # what `value` was on that screen
    path: str = ""  # the document of the short path being walked, or ""
    value: str = ""  # what a side screen speaks of: a theme, a document, a search, a late text
    changing: bool = False  # the question was opened from a review or a list, and leads back there
    seen: int = 0  # the revision of the question, or of the row, when the card was drawn
    heard: int = 0  # the id of the last typed message that answered
    heard_full: bool = False  # that message was nearly as long as Telegram allows: its continuation follows
    heard_cut: bool = False  # exactly as long: it may have been cut in the middle of a word
    tail: str = ""  # the last line of such a message that was pasted into a list: it may have been cut
    tail_row: str = ""  # the row that this line made, if it made one

    def hearing(self, message: int, text: str) -> Spot:
        """The same spot, remembering the typed message that was just heard, and whether Telegram may have cut it."""
        units = len(text.encode("utf-16-le", "surrogatepass")) // 2
        full, cut = units >= NEARLY_FULL, units >= FULL_MESSAGE
        return replace(self, heard=message, heard_full=full, heard_cut=cut, tail="", tail_row="")

    def card(self) -> str:
        """A four-letter fingerprint of what the card speaks of; buttons carry it, so that an old card is recognised."""
        told = "|".join((self.screen, self.step, self.question, self.record, self.field))
        return hashlib.blake2s(told.encode(), digest_size=2).hexdigest()
