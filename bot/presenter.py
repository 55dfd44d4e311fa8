"""A screen and a reader's language → messages: escaped HTML with a bold title, the same as plain text, and a
keyboard.

Typed text can never become markup: everything is escaped, and only the title is wrapped. It must not know a
project.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from bot.keyboards import Frame, Key, Rows, rows
from bot.telegram_limits import TEXT, length
from workflows.codes import Codes
from workflows.phrases import Words
from workflows.screens import Screen

Language = str
"""`en` or `fr`."""


class Book(Protocol):
    """Where words are found: plain text in one language; raises `ContentFault` for words that are missing."""

    def text(self, words: Words, language: Language) -> str: ...


@dataclass(frozen=True)
class Message:
    """One message as it is sent: `text_html` for Telegram, `plain` as people see it, and the keyboard below
    it.
    """

    text_html: str
    plain: str
    keyboard: Rows = ()

    def to_data(self) -> dict[str, Any]:
        """Plain data for JSON; `from_data` gives the same message back."""
        rows = tuple(tuple(dict(vars(key)) for key in row) for row in self.keyboard)  # asdict costs ten times as much
        return {"text_html": self.text_html, "plain": self.plain, "keyboard": rows}

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Message:
        """The message that `to_data` wrote."""
        keyboard = tuple(tuple(Key(**one) for one in row) for row in data["keyboard"])
        return cls(data["text_html"], data["plain"], keyboard)


@dataclass(frozen=True)
class _Piece:
    text: str
    bold: bool = False
    before: str = "\n\n"  # what separates it from the piece before, when both stand in one message


def present(screen: Screen, language: Language, book: Book, codes: Codes, frame: Frame) -> tuple[Message, ...]:
    """The screen as one message, or as several when it is longer than 4,096 UTF-16 units: the keyboard is on
    the last.

    Raises ValueError for a screen without any text or a payload that does not fit, and what `book` raises.
    """
    words: Callable[[Words], str] = lambda given: _sendable(book.text(given, language))  # noqa: E731
    paragraphs = [_Piece(words(screen.title), bold=True)] if screen.title is not None else []
    paragraphs += [_Piece(words(one)) for one in screen.body]
    groups: list[list[_Piece]] = [[]]
    used = 0
    for piece in (small for one in paragraphs for small in _small(one) if small.text.strip()):
        needed = length(piece.before) + length(piece.text)
        if groups[-1] and used + needed > TEXT:
            groups.append([])
            used = 0
        groups[-1].append(piece)
        used += needed
    if not groups[-1]:
        raise ValueError(f"The screen {screen.id} has no text.")
    keyboard = rows(screen, words, codes, frame)
    return tuple(_message(group, keyboard if group is groups[-1] else ()) for group in groups)


def plain_message(text: str) -> Message:
    """One message of one plain text without buttons, shortened to what Telegram accepts."""
    text = _sendable(text)
    kept = next(_cut(text, TEXT)).strip()
    return Message(html.escape(kept, quote=False), kept)


def _sendable(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8")  # a lone surrogate cannot be sent


def _small(paragraph: _Piece) -> Iterator[_Piece]:
    """The paragraph, or its lines, or their parts, each of which fits a message of its own."""
    text = paragraph.text.strip()
    if length(text) <= TEXT:
        yield _Piece(text, paragraph.bold, paragraph.before)
        return
    before = paragraph.before
    for line in text.splitlines():
        for part in _cut(line, TEXT):
            yield _Piece(part, paragraph.bold, before)
            before = ""
        before = "\n"


def _cut(text: str, longest: int) -> Iterator[str]:
    while length(text) > longest:
        end = longest
        while length(text[:end]) > longest:
            end -= 1
        space = text.rfind(" ", end // 2, end)
        end = space + 1 if space > 0 else end
        yield text[:end]
        text = text[end:]
    yield text


def _message(pieces: list[_Piece], keyboard: Rows) -> Message:
    texts, plains = [], []
    for number, piece in enumerate(pieces):
        before = piece.before if number else ""
        escaped = html.escape(piece.text, quote=False)
        texts.append(before + (f"<b>{escaped}</b>" if piece.bold else escaped))
        plains.append(before + piece.text)
    return Message("".join(texts), "".join(plains), keyboard)
