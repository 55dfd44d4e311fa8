"""What Telegram shows about the bot, in every language: its commands, name, description and short
description.

Published at start, and only where it differs: Telegram limits how often a name may be set. A failure is
logged and stops nothing.
"""

from __future__ import annotations

import logging
from typing import Final

from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeDefault,
)
from telegram.error import TelegramError

from bot.guidance import Guide, Profile
from bot.presenter import Language
from workflows.languages import FALLBACK, LANGUAGES

log = logging.getLogger(__name__)

# Whose app speaks another language sees the English texts. Telegram takes two letters only, never `fr-CA`.
AUDIENCES: Final[tuple[tuple[str, Language], ...]] = (("", FALLBACK), *((one, one) for one in LANGUAGES))


async def publish(bot: Bot, guide: Guide) -> None:
    """Publish everything in every language."""
    for code, language in AUDIENCES:
        try:
            await _publish(bot, code, guide.describe(language))
        except TelegramError as failed:
            log.warning("The texts about the bot were not published for %r: %s", code, failed)


async def _publish(bot: Bot, code: str, about: Profile) -> None:
    # A narrow scope without a language hides a wider one with it: every pair of scope and language is published.
    for scope, listed in (
        (BotCommandScopeDefault(), about.commands),
        (BotCommandScopeAllPrivateChats(), about.commands),
        (BotCommandScopeAllGroupChats(), about.group_commands),
    ):
        commands = tuple(BotCommand(command, description) for command, description in listed)
        if await bot.get_my_commands(scope, code) != commands:
            await bot.set_my_commands(commands, scope, code)
    if (await bot.get_my_description(code)).description != about.description:
        await bot.set_my_description(about.description, code)
    if (await bot.get_my_short_description(code)).short_description != about.short_description:
        await bot.set_my_short_description(about.short_description, code)
    if (await bot.get_my_name(code)).name != about.name:  # last: the one that is refused when set too often
        await bot.set_my_name(about.name, code)
