"""A running process: started, stopped by SIGTERM or SIGINT, and closed in good order."""

from __future__ import annotations

import asyncio
import signal
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from bot import memory

if TYPE_CHECKING:
    from bot.application import App

if sys.platform == "win32":
    _new_loop = None
else:
    import uvloop

    _new_loop = uvloop.new_event_loop


def serve(build: Callable[[], App], once: bool = False) -> None:
    """Run the bot that `build` makes until a signal asks to stop; `once` ends it when all that is due was done."""
    memory.one_heap()
    with asyncio.Runner(loop_factory=_new_loop) as runner:
        runner.run(_serve(build, once))


async def _serve(build: Callable[[], App], once: bool) -> None:
    """Start the bot, take updates until a signal asks to stop, and finish what is in hand."""
    app = build()
    serving = asyncio.ensure_future(_start_and_run(app, once))
    stopping = asyncio.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(name, stopping.set)
    asked = asyncio.ensure_future(stopping.wait())
    try:
        await asyncio.wait({serving, asked}, return_when=asyncio.FIRST_COMPLETED)
        if app.ready and not once:
            app.stop()
        else:
            serving.cancel()
        await asyncio.wait({serving})
        if not serving.cancelled():
            serving.result()
    finally:
        asked.cancel()
        await app.close()


async def _start_and_run(app: App, once: bool) -> None:
    await app.start()
    memory.keep_loaded()
    await (app.once() if once else app.run())
