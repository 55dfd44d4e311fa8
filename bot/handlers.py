"""One handler per kind of update: it recognises what came and passes it on. It decides nothing
and says nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any, Final

from telegram import Message, Update, User
from telegram.constants import ChatMemberStatus, ChatType
from telegram.ext import (
    BaseHandler,
    CallbackContext,
    CallbackQueryHandler,
    ChatMemberHandler,
    InlineQueryHandler,
    MessageHandler,
    TypeHandler,
    filters,
)

from bot import callback_data
from bot.incoming import Arrival, Asked, Incoming, Moved, Reach
from workflows.actions import COMMANDS, Action, Command, Edit, Import, Other, Picture, Say
from workflows.codes import Codes

ALLOWED_UPDATES: Final = ("message", "edited_message", "callback_query", "inline_query", "my_chat_member")

Take = Callable[[Update, Arrival | Asked | None], Awaitable[None]]
"""Takes what was recognised, or None for an update that asks for nothing."""
Recognise = Callable[[Update], Arrival | Asked | None]
Handler = BaseHandler[Update, Any, None]

EXPORTED: Final = (".json", ".zip")  # how the name of an exported project ends

_COMMAND = re.compile(r"/(?P<name>[^\s@/]+)(?:@(?P<bot>\w+))?(?:\s+(?P<text>.*))?", re.DOTALL)
_KINDS: Final = (
    ("sticker", filters.Sticker.ALL),
    ("photo", filters.PHOTO | filters.VIDEO | filters.ANIMATION),
    ("voice", filters.VOICE | filters.AUDIO | filters.VIDEO_NOTE),
    ("file", filters.Document.ALL),
)


def handlers(take: Take, codes: Codes, username: Callable[[], str]) -> list[Handler]:
    """Every handler, in the order in which they are asked; the last one takes whatever the others left."""

    def calling(recognise: Recognise) -> Callable[[Update, CallbackContext[Any, Any, Any, Any]], Any]:
        async def called(update: Update, _: CallbackContext[Any, Any, Any, Any]) -> None:
            await take(update, recognise(update))

        return called

    message = filters.UpdateType.MESSAGE
    own_text = filters.TEXT & ~filters.FORWARDED
    return [
        CallbackQueryHandler(calling(lambda one: pressed(one, codes))),
        MessageHandler(message & filters.StatusUpdate.MIGRATE, calling(moved)),
        MessageHandler(message & filters.StatusUpdate.ALL, calling(lambda _: None)),
        MessageHandler(message & filters.VIA_BOT, calling(lambda _: None)),  # an inline result, put into this chat
        MessageHandler(message & own_text & filters.Regex(r"^/"), calling(lambda one: command(one, username()))),
        MessageHandler(message & own_text, calling(said)),
        MessageHandler(message, calling(other)),
        MessageHandler(filters.UpdateType.EDITED_MESSAGE & filters.TEXT, calling(edited)),
        InlineQueryHandler(calling(asked)),
        ChatMemberHandler(calling(reach), ChatMemberHandler.MY_CHAT_MEMBER),
        TypeHandler(Update, calling(lambda _: None)),
    ]


def command(update: Update, username: str) -> Arrival | None:
    """A slash command by its stable name; one for another bot is nobody's; `/` before other words
    is a text.
    """
    assert update.message is not None
    found = _COMMAND.fullmatch(update.message.text or "")
    if found is None:
        return said(update)
    if found["bot"] and found["bot"].casefold() != username.casefold():
        return None
    typed = found["name"]
    name = COMMANDS.get(_folded(typed))
    if name is not None:
        return _incoming(update, update.message, Command(name, (found["text"] or "").strip()))
    return _incoming(update, update.message, Other("unknown_command")) if typed.isascii() else said(update)


def said(update: Update) -> Arrival | None:
    """A typed text, with the message that it replies to."""
    assert update.message is not None
    return _incoming(update, update.message, Say(update.message.text or "", update.message.message_id))


def edited(update: Update) -> Arrival | None:
    """A message changed after it was sent."""
    message = update.edited_message
    assert message is not None
    return _incoming(update, message, Edit(message.text or "", message.message_id))


def other(update: Update) -> Arrival | None:
    """Anything that is not text. A caption is no answer."""
    message = update.message
    assert message is not None
    if message.forward_origin is not None:
        return _incoming(update, message, Other("forwarded"))
    kind = next((name for name, filtered in _KINDS if filtered.check_update(update)), "other")
    sent = message.photo[-1] if message.photo else message.document if kind == "file" else None
    if sent is None:
        return _incoming(update, message, Other(kind))
    size, name = sent.file_size or 0, (message.document and message.document.file_name) or ""
    action = Import(size) if name.lower().endswith(EXPORTED) else Picture(kind, size)
    incoming = _incoming(update, message, action)
    return incoming and replace(incoming, file=sent.file_id)


def pressed(update: Update, codes: Codes) -> Arrival | None:
    """A button; a payload of another release means "show me where I am"."""
    query = update.callback_query
    assert query is not None
    if query.message is None:
        return None
    press = callback_data.parse(query.data or "", codes)
    chat = query.message.chat
    return Incoming(
        update_id=update.update_id,
        chat=chat.id,
        person=str(query.from_user.id),
        app_language=query.from_user.language_code or "",
        private=chat.type == ChatType.PRIVATE and chat.id == query.from_user.id,
        action=press or Other("old_button"),
        message=query.message.message_id,
        callback_id=query.id,
    )


def asked(update: Update) -> Asked | None:
    """An inline query, from any chat; who asked is not told on."""
    query = update.inline_query
    assert query is not None
    return Asked(query.id, query.query, query.from_user.language_code or "")


def reach(update: Update) -> Arrival | None:
    """Blocked or unblocked in a private chat; what happens to the bot in groups asks for nothing."""
    change = update.my_chat_member
    assert change is not None
    if change.chat.type != ChatType.PRIVATE:
        return None
    reachable = change.new_chat_member.status != ChatMemberStatus.BANNED
    return Reach(change.chat.id, str(change.from_user.id), reachable, update.update_id)


def moved(update: Update) -> Arrival | None:
    """A group became a supergroup: told once in the old chat and once in the new one."""
    message = update.message
    assert message is not None
    if message.migrate_to_chat_id is not None:
        return Moved(message.chat.id, message.migrate_to_chat_id, update.update_id)
    if message.migrate_from_chat_id is not None:
        return Moved(message.migrate_from_chat_id, message.chat.id, update.update_id)
    return None


def _incoming(update: Update, message: Message, action: Action) -> Incoming | None:
    person: User | None = message.from_user
    if person is None or person.is_bot:
        return None
    return Incoming(
        update_id=update.update_id,
        chat=message.chat.id,
        person=str(person.id),
        app_language=person.language_code or "",
        private=message.chat.type == ChatType.PRIVATE,
        action=action,
        reply_to=message.reply_to_message.message_id if message.reply_to_message else None,
    )


def _folded(name: str) -> str:
    """Lower case without accents: people type /Ébauche, and Telegram's commands know no accent."""
    return "".join(one for one in unicodedata.normalize("NFD", name.lower()) if not unicodedata.combining(one))
