"""The peers, each in a process of its own: what else a small bot is written with.

By webhook they take updates as their libraries' own examples do: python-telegram-bot through its queue, aiogram by its
aiohttp handler. A card is a short text with four buttons; a wizard counts its presses.
"""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

TOKEN = "123456:" + "A" * 35
BUTTONS = [("Yes", "a"), ("No", "b"), ("Not sure", "c"), ("Home", "d")]


def ptb_echo(root: str, port: int, folder: Path) -> None:
    """One handler, one call, nothing kept."""

    async def answer(update: Any, context: Any) -> None:
        await context.bot.send_message(update.effective_chat.id, "x")

    asyncio.run(_ptb(root, port, answer))


def ptb_echo_concurrent(root: str, port: int, folder: Path) -> None:
    """The same with `concurrent_updates(True)`."""

    async def answer(update: Any, context: Any) -> None:
        await context.bot.send_message(update.effective_chat.id, "x")

    asyncio.run(_ptb(root, port, answer, concurrent=True))


def ptb_wizard(root: str, port: int, folder: Path) -> None:
    """Two calls, and where somebody stands in memory."""

    async def answer(update: Any, context: Any) -> None:
        context.chat_data["n"] = context.chat_data.get("n", 0) + 1
        await _ptb_card(update, context.chat_data["n"])

    asyncio.run(_ptb(root, port, answer))


def ptb_sqlalchemy(root: str, port: int, folder: Path) -> None:
    """Two calls after a durable commit by SQLAlchemy's async engine on SQLite."""
    from sqlalchemy import event, text
    from sqlalchemy.ext.asyncio import create_async_engine

    engine = create_async_engine(f"sqlite+aiosqlite:///{folder / 'peer.db'}")

    @event.listens_for(engine.sync_engine, "connect")
    def prepare(connection: Any, _: Any) -> None:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")

    async def begin() -> None:
        async with engine.begin() as connection:
            await connection.execute(text("CREATE TABLE IF NOT EXISTS at (chat INTEGER PRIMARY KEY, n INTEGER)"))

    async def answer(update: Any, context: Any) -> None:
        chat = {"chat": update.effective_chat.id}
        async with engine.begin() as connection:
            found = await connection.execute(text("SELECT n FROM at WHERE chat = :chat"), chat)
            n = (found.scalar() or 0) + 1
            await connection.execute(
                text("INSERT INTO at VALUES (:chat, :n) ON CONFLICT (chat) DO UPDATE SET n = :n"), {**chat, "n": n}
            )
        await _ptb_card(update, n)

    asyncio.run(_ptb(root, port, answer, begin))


async def _ptb_card(update: Any, n: int) -> None:
    from telegram import InlineKeyboardButton, InlineKeyboardMarkup

    rows = [[InlineKeyboardButton(words, callback_data=data)] for words, data in BUTTONS]
    await update.callback_query.answer()
    await update.callback_query.edit_message_text(f"Question {n}", reply_markup=InlineKeyboardMarkup(rows))


async def _ptb(root: str, port: int, answer: Any, begin: Any = None, concurrent: bool = False) -> None:
    """As in the library's example of a webhook of one's own: starlette, uvicorn, the application's queue."""
    import uvicorn
    from starlette.applications import Starlette
    from starlette.responses import Response
    from starlette.routing import Route
    from telegram import Update
    from telegram.ext import Application, TypeHandler

    builder = Application.builder().token(TOKEN).base_url(f"{root}/bot").updater(None).concurrent_updates(concurrent)
    application = builder.build()
    application.add_handler(TypeHandler(Update, answer))
    if begin is not None:
        await begin()

    async def take(request: Any) -> Response:
        await application.update_queue.put(Update.de_json(await request.json(), application.bot))
        return Response()

    app = Starlette(routes=[Route("/telegram", take, methods=["POST"])])
    config = uvicorn.Config(app, port=port, log_level="error", access_log=False, lifespan="off", loop="none", ws="none")
    async with application:
        await application.start()
        await uvicorn.Server(config).serve()


def aiogram_webhook(root: str, port: int, folder: Path) -> None:
    """aiogram by webhook: two calls, where somebody stands on SQLite with a durable commit."""
    asyncio.run(_aiogram(root, port, folder))


def aiogram_polling(root: str, port: int, folder: Path) -> None:
    """The same by polling."""
    asyncio.run(_aiogram(root, 0, folder))


async def _aiogram(root: str, port: int, folder: Path) -> None:
    from aiogram import Bot, Dispatcher
    from aiogram.client.session.aiohttp import AiohttpSession
    from aiogram.client.telegram import TelegramAPIServer
    from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup
    from aiogram.webhook.aiohttp_server import SimpleRequestHandler
    from aiohttp import web

    from tests.bench.aiogram_storage import SqliteStorage

    bot = Bot(TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(root)))
    dispatcher = Dispatcher(storage=await SqliteStorage.open(folder / "peer.db"))

    @dispatcher.callback_query()
    async def answer(query: CallbackQuery, state: Any) -> None:
        n = (await state.get_data()).get("n", 0) + 1
        await state.update_data(n=n)
        rows = [[InlineKeyboardButton(text=words, callback_data=data)] for words, data in BUTTONS]
        await query.answer()
        await query.message.edit_text(f"Question {n}", reply_markup=InlineKeyboardMarkup(inline_keyboard=rows))

    if not port:
        await dispatcher.start_polling(bot)
        return
    app = web.Application()
    SimpleRequestHandler(dispatcher, bot, handle_in_background=False).register(app, path="/telegram")
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    await asyncio.Event().wait()
