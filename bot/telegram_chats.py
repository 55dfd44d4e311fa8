"""The chats of the Bot API in memory: messages, keyboards, files, commands and profile texts, changed by
method calls.

Every method keeps Telegram's limits and refuses in Telegram's words. It must not know how calls arrive or
updates leave.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Final

from bot import telegram_limits as limits

Json = dict[str, Any]
NOT_MODIFIED: Final = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
PROFILE_METHODS: Final = (
    ("Name", "name"),
    ("Description", "description"),
    ("ShortDescription", "short_description"),
)
ACTIONS: Final = ("typing", "upload_document")


@dataclass
class Shown:
    """A message as it stands in a chat. `rows` is its keyboard, `document` the file's name and bytes."""

    chat: int
    id: int
    text: str
    from_bot: bool = True
    rows: list[list[Json]] = field(default_factory=list)
    document: tuple[str, bytes] | None = None


class Chats:
    """Everything that one bot's chats hold. Message ids grow over all chats together, as they do between two
    people.
    """

    def __init__(self, clock: Callable[[], dt.datetime], username: str, first_id: int) -> None:
        self.messages: dict[int, dict[int, Shown]] = {}
        self.shown: list[Shown] = []  # every message that the bot sent or edited, in order
        self.toasts: list[str] = []
        self.commands: dict[tuple[str, str], list[Json]] = {}
        self.profile: dict[tuple[str, str], str] = {}
        self.callbacks: set[str] = set()  # presses that were not answered yet
        self.queries: set[str] = set()  # inline queries that were not answered yet
        self.answered: list[Json] = []  # what inline queries were answered
        self.files: dict[str, bytes] = {}  # what people sent, by file id
        self.uploads: dict[str, tuple[str, bytes]] = {}  # what the bot sent, by file id
        self.webhook: Json | None = None  # where updates are sent, as setWebhook told it
        self._username = username
        self._clock = clock
        self._last_id = first_id - 1
        self._types: dict[int, str] = {}
        self._methods: dict[str, Callable[[Json], Any]] = {
            "getMe": lambda _: self._me(),
            "setWebhook": self._set_webhook,
            "deleteWebhook": self._delete_webhook,
            "sendMessage": self._send_message,
            "editMessageText": self._edit_message,
            "sendDocument": self._send_document,
            "sendMediaGroup": self._send_album,
            "sendChatAction": self._chat_action,
            "getFile": self._get_file,
            "answerCallbackQuery": self._answer_callback,
            "answerInlineQuery": self._answer_inline,
            "setMyCommands": self._set_commands,
            "getMyCommands": lambda given: self.commands.get(_scope(given), []),
        }
        for method, name in PROFILE_METHODS:
            self._methods[f"setMy{method}"] = partial(self._set_profile, name)
            self._methods[f"getMy{method}"] = partial(self._get_profile, name)

    def answer(self, method: str, given: Json) -> Any:
        """The result of a call. Raises `limits.Refused`, or NotImplementedError for a method without limits
        here.
        """
        known = self._methods.get(method)
        if known is None:
            raise NotImplementedError(f"{method} is not known here: add it with Telegram's limits.")
        return known(given)

    def open_chat(self, chat: int, kind: str = "private") -> None:
        """Somebody started the bot there: before that, no message can be sent."""
        self._types.setdefault(chat, kind)
        self.messages.setdefault(chat, {})

    def hear(self, chat: int, text: str) -> Json:
        """Put a person's message into the chat and return its JSON, without the person."""
        self._last_id += 1
        self.messages[chat][self._last_id] = Shown(chat, self._last_id, text, from_bot=False)
        return {"message_id": self._last_id, "date": self._now(), "chat": self.chat(chat), "text": text}

    def chat(self, chat: int) -> Json:
        """The chat's JSON."""
        return {"id": chat, "type": self._types[chat]}

    def json(self, message: Shown) -> Json:
        """The JSON of a message that the bot sent."""
        told = {"message_id": message.id, "date": self._now(), "chat": self.chat(message.chat)}
        return {**told, "from": self._me(), "text": message.text}

    def _get_file(self, given: Json) -> Json:
        data = self.files.get(given["file_id"])
        if data is None:
            raise limits.Refused("wrong file_id or the file is temporarily unavailable")
        if len(data) > limits.FETCHED:
            raise limits.Refused("file is too big")
        name = given["file_id"]
        return {"file_id": name, "file_unique_id": name, "file_size": len(data), "file_path": f"files/{name}"}

    def _me(self) -> Json:
        return {"id": 1, "is_bot": True, "first_name": self._username, "username": self._username}

    def _now(self) -> int:
        return int(self._clock().timestamp())

    def _known(self, given: Json) -> int:
        chat = int(given["chat_id"])
        if chat not in self._types:
            raise limits.Refused("chat not found")
        return chat

    def _keep(self, message: Shown) -> Json:
        self._last_id += 1
        message.id = self._last_id
        self.messages[message.chat][message.id] = message
        self.shown.append(message)
        return self.json(message)

    def _set_webhook(self, given: Json) -> bool:
        if not str(given["url"]).startswith("https://"):
            raise limits.Refused("bad webhook: An HTTPS URL must be provided for webhook")
        self.webhook = given
        return True

    def _delete_webhook(self, _: Json) -> bool:
        self.webhook = None
        return True

    def _send_message(self, given: Json) -> Json:
        chat = self._known(given)
        text, rows = _content(given)
        return self._keep(Shown(chat, 0, text, rows=rows))

    def _edit_message(self, given: Json) -> Json:
        message = self.messages[self._known(given)].get(int(given["message_id"]))
        if message is None:
            raise limits.Refused("message to edit not found")
        if not message.from_bot:
            raise limits.Refused("message can't be edited")
        text, rows = _content(given)
        if (text, rows) == (message.text, message.rows):
            raise limits.Refused(NOT_MODIFIED)
        message.text, message.rows = text, rows
        self.shown.append(message)
        return self.json(message)

    def _send_document(self, given: Json) -> Json:
        file = given["files"].get("document") or self._held(given["document"])
        return self._keep_document(self._known(given), file, given.get("caption", ""))

    def _send_album(self, given: Json) -> list[Json]:
        chat, items, files = self._known(given), given["media"], given["files"]
        limits.check_album(items)
        found = [files.get(one["media"].removeprefix("attach://")) or self._held(one["media"]) for one in items]
        pairs = zip(found, items, strict=True)
        return [self._keep_document(chat, file, one.get("caption", "")) for file, one in pairs]

    def _keep_document(self, chat: int, file: tuple[Any, ...], caption: str) -> Json:
        name, data = file[:2]
        limits.check_text(caption, "caption")
        told = self._keep(Shown(chat, 0, caption, document=(name, data)))
        held = f"file{told['message_id']}"
        self.uploads[held] = (name, data)
        document = {"file_id": held, "file_unique_id": held, "file_name": name, "file_size": len(data)}
        return {**told, "document": document}

    def _held(self, file: str) -> tuple[str, bytes]:
        if file not in self.uploads:
            raise limits.Refused("wrong file identifier/HTTP URL specified")
        return self.uploads[file]

    def _chat_action(self, given: Json) -> bool:
        self._known(given)
        if given["action"] not in ACTIONS:
            raise limits.Refused("wrong parameter action in request")
        return True

    def _answer_callback(self, given: Json) -> bool:
        if given["callback_query_id"] not in self.callbacks:
            raise limits.Refused("query is too old and response timeout expired or query ID is invalid")
        text = given.get("text", "")
        if limits.length(text) > limits.TOAST:
            raise limits.Refused("MESSAGE_TOO_LONG")
        self.callbacks.discard(given["callback_query_id"])
        if text:
            self.toasts.append(text)
        return True

    def _answer_inline(self, given: Json) -> bool:
        if given["inline_query_id"] not in self.queries:
            raise limits.Refused("query is too old and response timeout expired or query ID is invalid")
        limits.check_inline(given.get("results", []))
        self.queries.discard(given["inline_query_id"])
        self.answered.append(given)
        return True

    def _set_commands(self, given: Json) -> bool:
        limits.check_language(given.get("language_code", ""))
        limits.check_commands(given["commands"])
        self.commands[_scope(given)] = given["commands"]
        return True

    def _set_profile(self, name: str, given: Json) -> bool:
        limits.check_language(given.get("language_code", ""))
        limits.check_profile(name, given.get(name, ""))
        self.profile[name, given.get("language_code", "")] = given.get(name, "")
        return True

    def _get_profile(self, name: str, given: Json) -> Json:
        return {name: self.profile.get((name, given.get("language_code", "")), "")}


def _content(given: Json) -> tuple[str, list[list[Json]]]:
    text = given["text"]
    if given.get("parse_mode") == "HTML":
        text = limits.parse_html(text)
    text = text.strip()
    limits.check_text(text)
    rows: list[list[Json]] = given.get("reply_markup", {}).get("inline_keyboard", [])
    limits.check_markup(rows)
    return text, rows


def _scope(given: Json) -> tuple[str, str]:
    scope = given.get("scope") or {"type": "default"}
    return ":".join(str(scope[name]) for name in ("type", "chat_id") if name in scope), given.get("language_code", "")
