"""Inline mode: `@bot words` in any chat → notes about resources, which the person may put into that chat.

It knows nobody: the language is that of the app, no transaction is opened, and no word of a query is kept or logged.
"""

from __future__ import annotations

import asyncio
import html
import logging
from typing import Final

from telegram import (
    Bot,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    LinkPreviewOptions,
)
from telegram.constants import ParseMode
from telegram.error import TelegramError

from bot import errors
from bot.guidance import Guide, Note
from bot.incoming import Asked
from bot.pauses import finish
from bot.presenter import Language
from bot.telegram_limits import TEXT, shortened
from workflows.phrases import Words, phrase

log = logging.getLogger(__name__)

CACHED: Final = 3600  # seconds that Telegram may answer the same query by itself
STOP_WITHIN: Final = 1.0  # seconds
START: Final = "resources"  # what /start gets when somebody goes on from an empty answer
_NO_PREVIEW: Final = LinkPreviewOptions(is_disabled=True)


class Inline:
    """Answers inline queries side by side; a query is never asked twice, so a lost answer is no loss."""

    def __init__(self, bot: Bot, guide: Guide) -> None:
        self._bot = bot
        self._guide = guide
        self._tasks: set[asyncio.Task[None]] = set()

    def accept(self, asked: Asked) -> None:
        """Start to answer."""
        task = asyncio.ensure_future(self._answer(asked))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def idle(self) -> None:
        """Wait until everything in hand was answered."""
        while self._tasks:
            await asyncio.wait(self._tasks)

    async def stop(self) -> None:
        """Finish the answers under way within `STOP_WITHIN`; the rest is nobody's loss."""
        await finish(self._tasks, STOP_WITHIN)

    async def _answer(self, asked: Asked) -> None:
        language = self._guide.language_of(asked.app_language)
        try:
            results = [self._result(note, language) for note in self._guide.notes(asked.text, language)]
            told = self._guide.book.text(phrase("finding.inline.nothing"), language)
            button = None if results else InlineQueryResultsButton(told, start_parameter=START)
            # Personal: the same words are answered in the language of whoever asks.
            await self._bot.answer_inline_query(
                asked.query_id, results, cache_time=CACHED, is_personal=True, button=button
            )
        except TelegramError as failed:
            log.info("An inline query was not answered: %s", type(failed).__name__)
        except Exception as error:  # noqa: BLE001 - nobody waits for an apology in somebody else's chat
            errors.record(error, "An inline query")

    def _result(self, note: Note, language: Language) -> InlineQueryResultArticle:
        def told(words: Words) -> str:
            return self._guide.book.text(words, language)

        title, body = told(note.title), [told(words) for words in note.body]
        plain = shortened("\n\n".join([*body, *([note.url] if note.url else [])]), TEXT - 512)
        text = f"<b>{html.escape(title, quote=False)}</b>\n\n{html.escape(plain, quote=False)}"
        content = InputTextMessageContent(text, ParseMode.HTML, link_preview_options=_NO_PREVIEW)
        return InlineQueryResultArticle(note.id, title, content, description=told(note.about))
