"""The buttons of a screen as rows of keys: options first, then pages in one row, then navigation, always
last.

It must not know what a button means; it only finds its words, packs its payload and lays it out for a phone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot import callback_data
from bot.telegram_limits import COPY, LABEL, length, shortened
from workflows.codes import Codes
from workflows.phrases import Words
from workflows.screens import Button, Screen

CHOSEN = "✓ "
ROW_WIDTH = 40  # characters that a narrow phone shows in one row of buttons
NAVIGATION_ROW = 3


@dataclass(frozen=True)
class Key:
    """One drawn button: its label, and a payload of at most 64 bytes, an address, or a text to copy."""

    text: str
    data: str | None = None
    url: str | None = None
    copy: str | None = None


Rows = tuple[tuple[Key, ...], ...]


@dataclass(frozen=True)
class Frame:
    """What a card's buttons carry besides their own meaning: the project, the card's fingerprint and the
    bot's name.
    """

    project: str = ""
    card: str = ""
    username: str = ""


def rows(screen: Screen, words: Callable[[Words], str], codes: Codes, frame: Frame) -> Rows:
    """Every button of the screen in rows. Raises ValueError for a payload that does not fit."""
    options, pages, navigation = (
        [key(button, words, codes, frame) for button in group]
        for group in (screen.options, screen.pages, screen.navigation)
    )
    page_row = (tuple(pages),) if pages else ()
    return (*_grid(options, screen.columns), *page_row, *_packed(navigation))


def key(button: Button, words: Callable[[Words], str], codes: Codes, frame: Frame) -> Key:
    """One button, drawn. A press that names no project or card gets those of the frame."""
    label = shortened((CHOSEN if button.chosen else "") + words(button.label), LABEL)
    if button.url is not None:
        return Key(label, url=address(button.url, frame.username))
    if button.copy is not None:
        return Key(label, copy=shortened(words(button.copy), COPY))
    if button.press is None:
        raise ValueError(f"The button {label!r} neither presses anything nor opens an address nor copies a text.")
    return Key(label, data=callback_data.pack(button.press, codes, frame.project, frame.card))


def address(url: str, username: str) -> str:
    """The address that a button opens; `bot:` stands for the bot itself, started with the text that follows."""
    if not url.startswith("bot:"):
        return url
    start = url.removeprefix("bot:")
    return f"https://t.me/{username}" + (f"?start={start}" if start else "")


def _fits(keys: Sequence[Key]) -> bool:
    return len(keys) * max(length(one.text) for one in keys) <= ROW_WIDTH


def _grid(keys: Sequence[Key], columns: int) -> Rows:
    found = tuple(tuple(keys[at : at + columns]) for at in range(0, len(keys), max(columns, 1)))
    return found if all(map(_fits, found)) else tuple((one,) for one in keys)


def _packed(keys: Sequence[Key]) -> Rows:
    found: list[tuple[Key, ...]] = []
    for one in keys:
        if found and len(found[-1]) < NAVIGATION_ROW and _fits((*found[-1], one)):
            found[-1] = (*found[-1], one)
        else:
            found.append((one,))
    return tuple(found)
