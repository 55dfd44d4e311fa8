"""What Telegram accepts, as plain numbers and checks that raise `Refused` with Telegram's own words.

The presenter keeps within these numbers and the Bot API in memory enforces them. It must not know a screen or
a workflow. Sources: core.telegram.org/bots/api (10.0), python-telegram-bot's `telegram.constants`, and, for
the markup's 10 kB and its 100 buttons, the community list of tginfo/Telegram-Limits.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

TEXT: Final = 4096  # UTF-16 units after entity parsing
CAPTION: Final = 1024
TOAST: Final = 200
LABEL: Final = 64  # a rule of ours: longer labels are cut by every client
PAYLOAD: Final = 64  # bytes
COPY: Final = 256  # UTF-16 units of a CopyTextButton
BUTTONS: Final = 100
ROW: Final = 8
MARKUP: Final = 10_240  # bytes
COMMANDS: Final = 100
INLINE_RESULTS: Final = 50
COMMAND_DESCRIPTION: Final = 256
FETCHED: Final = 20 * 1024 * 1024  # bytes of a file that a bot may fetch
PROFILE: Final = {"name": 64, "description": 512, "short_description": 120}

_TAGS = (
    "b",
    "strong",
    "i",
    "em",
    "u",
    "ins",
    "s",
    "strike",
    "del",
    "code",
    "pre",
    "a",
    "blockquote",
    "tg-spoiler",
)
_TOKEN = re.compile(r"<(/?)([a-z-]+)((?:\s+[a-z]+(?:=\"[^\"<>]*\")?)*)\s*>|(<)|&(#\d+|#x[0-9a-fA-F]+|lt|gt|amp|quot);")
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")


class Refused(Exception):
    """A call that Telegram would answer with 400; the text is its description."""

    def __init__(self, description: str) -> None:
        super().__init__(f"Bad Request: {description}")


def length(text: str) -> int:
    """The length as Telegram counts: UTF-16 units, so that an emoji counts two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def shortened(text: str, longest: int) -> str:
    """`text`, or its beginning with an ellipsis so that it is at most `longest` UTF-16 units."""
    if length(text) <= longest:
        return text
    kept = text[: longest - 1]
    while length(kept) > longest - 1:
        kept = kept[:-1]
    return kept.rstrip() + "…"


def parse_html(text: str) -> str:
    """The text that people see. Raises `Refused` where Telegram's HTML mode would: unknown, unclosed or
    crossed tags.
    """
    opened: list[str] = []
    for token in _TOKEN.finditer(text):
        closing, tag, _, stray, entity = token.groups()
        if entity is not None:
            continue
        if stray is not None or tag not in _TAGS:
            raise Refused(f"can't parse entities: unsupported start tag at byte offset {token.start()}")
        if not closing:
            opened.append(tag)
        elif not opened or opened.pop() != tag:
            raise Refused(f"can't parse entities: unmatched end tag at byte offset {token.start()}")
    if opened:
        raise Refused(f"can't parse entities: can't find end tag corresponding to start tag {opened[-1]}")
    return _TOKEN.sub(lambda token: html.unescape(token[0]) if token[5] else "", text)


def check_text(text: str, what: str = "message") -> None:
    """Raises `Refused` for an empty or too long visible text of a message or (`what="caption"`) of a file."""
    if what == "message" and not text.strip():
        raise Refused("message text is empty")
    if length(text) > (CAPTION if what == "caption" else TEXT):
        raise Refused(f"{what} is too long")


def check_markup(rows: Sequence[Sequence[Mapping[str, Any]]]) -> None:
    """Raises `Refused` for an inline keyboard that Telegram would refuse or cut."""
    buttons = [button for row in rows for button in row]
    if len(buttons) > BUTTONS or any(len(row) > ROW for row in rows):
        raise Refused("reply markup is too long")
    if len(json.dumps(rows, ensure_ascii=False).encode()) > MARKUP:
        raise Refused("reply markup is too long")
    for button in buttons:
        if not str(button.get("text", "")).strip():
            raise Refused("text buttons are unallowed in the inline keyboard")
        data, url = button.get("callback_data"), button.get("url")
        copied = button.get("copy_text")
        if [data, url, copied].count(None) != 2:
            raise Refused("BUTTON_TYPE_INVALID")
        if copied is not None and not 1 <= length(copied["text"]) <= COPY:
            raise Refused("BUTTON_COPY_TEXT_INVALID")
        if data is not None and not 1 <= len(data.encode()) <= PAYLOAD:
            raise Refused("BUTTON_DATA_INVALID")
        if url is not None and not re.match(r"(https?|tg|mailto|tel):", url):
            raise Refused("BUTTON_URL_INVALID")


def check_inline(results: Sequence[Mapping[str, Any]]) -> None:
    """Raises `Refused` for the results of an inline query that Telegram would refuse."""
    ids = [str(one.get("id", "")) for one in results]
    if len(results) > INLINE_RESULTS:
        raise Refused("too many inline query results specified")
    if any(not 1 <= len(one.encode()) <= PAYLOAD for one in ids):
        raise Refused("RESULT_ID_INVALID")
    if len(set(ids)) < len(ids):
        raise Refused("RESULT_ID_DUPLICATE")
    for one in results:
        if not str(one.get("title", "")).strip():
            raise Refused('can\'t find field "title"')
        content = one["input_message_content"]
        text = content["message_text"]
        check_text(parse_html(text) if content.get("parse_mode") == "HTML" else text)


def check_language(code: str) -> None:
    """Raises `Refused` unless it is empty or two lower-case letters: `fr-CA` is not accepted."""
    if code and not re.fullmatch(r"[a-z]{2}", code):
        raise Refused("invalid language code specified")


def check_commands(commands: Sequence[Mapping[str, str]]) -> None:
    """Raises `Refused` for a command list that Telegram would refuse."""
    if len(commands) > COMMANDS:
        raise Refused("BOT_COMMANDS_TOO_MUCH")
    for one in commands:
        if not _COMMAND.fullmatch(one["command"]):
            raise Refused("BOT_COMMAND_INVALID")
        if not 1 <= length(one["description"]) <= COMMAND_DESCRIPTION:
            raise Refused("BOT_COMMAND_DESCRIPTION_INVALID")


def check_profile(name: str, text: str) -> None:
    """Raises `Refused` for a profile text (`name`, `description`, `short_description`) that is too long."""
    if length(text) > PROFILE[name]:
        raise Refused(f"bot {name} is too long")
