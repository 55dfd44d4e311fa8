"""One attempt to say one thing: the calls of the Bot API, and what each of its refusals means for the card.

It keeps nothing and repeats nothing; delivery.py decides what happens after a failure.
"""

from __future__ import annotations

from typing import Any, Final

from telegram import Bot, BotCommand, BotCommandScopeChat
from telegram.constants import ParseMode
from telegram.error import BadRequest, RetryAfter

from bot.guidance import Profile
from bot.keyboards import Key, Rows
from bot.presenter import Message

_SAME: Final = "message is not modified"
_GONE: Final = ("message to edit not found", "message can't be edited", "message_id_invalid")
_MARKUP: Final = "can't parse entities"
_NO_PREVIEW: Final = {"is_disabled": True}


async def send(bot: Bot, chat: int, message: Message) -> int:
    """Send a new message and return its id. Markup that Telegram cannot read goes out as plain
    text instead.
    """
    besides = _besides(message.keyboard)
    try:
        sent = await bot.send_message(chat, message.text_html, ParseMode.HTML, api_kwargs=besides)
    except BadRequest as refused:
        if _MARKUP not in str(refused).lower():
            raise
        sent = await bot.send_message(chat, message.plain, api_kwargs=besides)
    return sent.message_id


async def edit(bot: Bot, chat: int, at: int, message: Message) -> int:
    """Change the message in place and return its id, or that of a new one where the old one
    cannot be changed.
    """
    try:
        await bot.edit_message_text(
            message.text_html,
            chat,
            at,
            parse_mode=ParseMode.HTML,
            api_kwargs=_besides(message.keyboard),
        )
    except BadRequest as refused:
        reason = str(refused).lower()
        if _SAME in reason:
            return at
        if _MARKUP in reason or any(gone in reason for gone in _GONE):
            return await send(bot, chat, message)
        raise
    return at


async def publish_commands(bot: Bot, chat: int, profile: Profile) -> None:
    """Show this chat's command list in the language of the profile, whatever the app speaks."""
    commands = [BotCommand(command, description) for command, description in profile.commands]
    await bot.set_my_commands(commands, scope=BotCommandScopeChat(chat))


def answer_of(callback: str, toast: str | None) -> dict[str, str]:
    """The answer to a tap as a call that a webhook's response may carry: it costs no request of its own."""
    answer = {"method": "answerCallbackQuery", "callback_query_id": callback}
    return {**answer, "text": toast} if toast else answer


def wait_of(flood: RetryAfter) -> float:
    """The seconds that Telegram asks to wait."""
    asked = flood.retry_after
    return float(asked) if isinstance(asked, int) else asked.total_seconds()


def _besides(rows: Rows) -> dict[str, Any]:
    """Keyboard and link preview as the Bot API takes them: the library's objects cost more than the call (0032)."""
    if not rows:
        return {"link_preview_options": _NO_PREVIEW}
    keyboard = [[_button(key) for key in row] for row in rows]
    return {"link_preview_options": _NO_PREVIEW, "reply_markup": {"inline_keyboard": keyboard}}


def _button(key: Key) -> dict[str, Any]:
    if key.data is not None:
        return {"text": key.text, "callback_data": key.data}
    if key.url is not None:
        return {"text": key.text, "url": key.url}
    return {"text": key.text, "copy_text": {"text": key.copy}}
