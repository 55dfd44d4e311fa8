"""The same bot in a terminal: a person types lines, and what Telegram would show is printed as plain text.

The application is the real one over the Bot API in memory and an embedded database; without a token, and
without the network. Reading lines is apart from acting on them, so that a pipe and a keyboard are the same.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import signal
import threading
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final, TextIO

from bot.application import App, build, new_id, now
from bot.guidance import Guide
from bot.keyboards import CHOSEN
from bot.pauses import first
from bot.settings import Settings
from bot.telegram_chats import Json, Shown
from bot.telegram_in_memory import BotApi
from bot.telegram_limits import TEXT, length
from bot.writers import ThreadedStore
from workflows.phrases import phrase

CHAT: Final = 1
LINE: Final = "─" * 40
TOKEN: Final = "0:terminal"  # noqa: S105 - nobody checks it here


class Terminal:
    """One person before one bot. `run` acts on every line and prints every answer."""

    def __init__(
        self,
        guide: Guide,
        store: ThreadedStore,
        data: Path,
        app_language: str,
        out: TextIO,
        clock: Callable[[], dt.datetime] = now,
    ) -> None:
        # Ids go on from run to run over the same database, as they do in Telegram: they begin at the time.
        first_id = int(clock().timestamp() * 1000)
        self._api = BotApi(clock, first_id=first_id)
        self._api.chats.open_chat(CHAT)
        self._person: Json = {"id": CHAT, "is_bot": False, "first_name": "-", "language_code": app_language}
        self._guide = guide
        self._app_language = app_language
        self._drafts = data / "drafts"
        self._out = out
        self._app = build(
            Settings(token=TOKEN, data_dir=data),
            guide,
            store,
            request=self._api,
            clock=clock,
            new_id=new_id,
        )
        self._seen = 0
        self._toasts = 0
        self._card: Shown | None = None

    async def run(self, lines: AsyncIterator[str]) -> None:
        """Start the bot, act on the lines until they end, and stop it when everything was answered."""
        await self._app.start()
        receiving = asyncio.ensure_future(self._app.run())
        self._print(
            self._guide.book.text(phrase("interface.terminal.hint"), self._guide.language_of(self._app_language))
        )
        try:
            await self._say("/start", receiving)
            async for line in joined(lines):
                await self._act(line, receiving)
        finally:
            self._app.stop()
            await receiving
            await self._app.close()

    async def _act(self, line: str, receiving: asyncio.Future[None]) -> None:
        meant = intent(line, [label(button) for button in self._buttons()])
        if isinstance(meant, str):
            await self._say(meant, receiving)
            return
        button = self._buttons()[meant]
        if "url" in button or "copy_text" in button:
            self._print(button["url"] if "url" in button else button["copy_text"]["text"])
        elif self._card is not None:
            await self._api.tap(self._person, self._card, button["callback_data"])
            await self._show(receiving)

    async def _say(self, text: str, receiving: asyncio.Future[None]) -> None:
        for part in parts(text):
            await self._api.say(self._person, CHAT, part)
        await self._show(receiving)

    async def _show(self, receiving: asyncio.Future[None]) -> None:
        """Wait for every answer, then print each message that appeared or changed, once, as it stands now."""
        await first(quiet(self._api, self._app), asyncio.wait({receiving}))
        for toast in self._api.chats.toasts[self._toasts :]:
            self._print(f"({toast})")
        news = self._api.chats.shown[self._seen :]
        self._toasts, self._seen = len(self._api.chats.toasts), len(self._api.chats.shown)
        for number, message in enumerate(news):
            if message not in news[number + 1 :]:
                self._present(message)

    def _present(self, message: Shown) -> None:
        self._print(LINE)
        if message.document is not None:
            name, data = message.document
            self._drafts.mkdir(parents=True, exist_ok=True)
            path = self._drafts / Path(name).name
            path.write_bytes(data)
            if message.text:
                self._print(message.text)
            self._print(str(path))
            return
        self._card = message
        self._print(message.text)
        for number, button in enumerate(self._buttons(), 1):
            address = f" ({button['url']})" if "url" in button else ""
            self._print(f"{number:3}. {button['text']}{address}")

    def _buttons(self) -> list[Json]:
        return [button for row in self._card.rows for button in row] if self._card else []

    def _print(self, text: str) -> None:
        print(text, file=self._out, flush=True)


async def quiet(api: BotApi, app: App) -> None:
    """Wait until every update was committed and confirmed and everything owed was said."""
    await api.drained()
    await app.delivery.idle()


def intent(line: str, labels: Sequence[str]) -> int | str:
    """What a line means: the index of the pressed button, or a text. `=` before a text sends it as it is."""
    if line.startswith("="):
        return line[1:]
    if line.strip().isdecimal() and 1 <= int(line) <= len(labels):
        return int(line) - 1
    wanted = _as_typed(line)
    for number, one in enumerate(labels):
        if _as_typed(one) == wanted:
            return number
    return line


def _as_typed(words: str) -> str:
    """Words as a keyboard gives them: it types no no-break space and no curly apostrophe."""
    return words.strip().casefold().replace("\u00a0", " ").replace("’", "'")


def label(button: Json) -> str:
    """The words of a button without its check mark."""
    return str(button["text"]).removeprefix(CHOSEN)


def parts(text: str) -> list[str]:
    """The messages that Telegram's apps make of a long paste: at most 4,096 UTF-16 units each."""
    found, used = [""], 0
    for character in text.strip():
        if used + length(character) > TEXT:
            found.append("")
            used = 0
        found[-1] += character
        used += length(character)
    return [part for part in found if part.strip()]


async def joined(lines: AsyncIterator[str]) -> AsyncIterator[str]:
    """The lines, those that end in a backslash together with the next one; empty ones say nothing."""
    begun = ""
    async for line in lines:
        if line.endswith("\\"):
            begun += line[:-1] + "\n"
            continue
        if (begun + line).strip():
            yield begun + line
        begun = ""
    if begun.strip():
        yield begun.rstrip("\n")


async def typed(source: TextIO, out: TextIO) -> AsyncIterator[str]:
    """The lines of a keyboard or a pipe as they come, until their end or Ctrl-C. A pipe's lines
    are echoed.
    """
    loop, queue = asyncio.get_running_loop(), asyncio.Queue[str | None]()

    def read() -> None:
        with suppress(RuntimeError):  # the loop was closed by Ctrl-C while we waited for a line
            for line in source:
                loop.call_soon_threadsafe(queue.put_nowait, line.rstrip("\r\n"))
            loop.call_soon_threadsafe(queue.put_nowait, None)

    loop.add_signal_handler(signal.SIGINT, queue.put_nowait, None)
    threading.Thread(target=read, daemon=True).start()
    keyboard = source.isatty()
    try:
        while True:
            if keyboard:
                print("> ", end="", file=out, flush=True)
            line = await queue.get()
            if line is None:
                return
            if not keyboard:
                print(f"> {line}", file=out, flush=True)
            yield line
    finally:
        loop.remove_signal_handler(signal.SIGINT)
