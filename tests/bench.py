"""`make bench`: updates per second and CPU per update against a bare echo in the same run, and seconds per draft.

The echo is python-telegram-bot alone: one handler, one call, nothing kept. Both speak by python-telegram-bot's own
request class with a Bot API on loopback that answers at once. Ratios come first, the machine's milliseconds after.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import json
import multiprocessing
import multiprocessing.connection
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

from telegram import Update
from telegram.ext import Application, CallbackContext, TypeHandler
from telegram.request import HTTPXRequest, RequestData

from bot.application import build
from bot.callback_data import pack
from bot.settings import Settings, sqlite_url
from bot.storage import open_store
from bot.storage.migrate import upgrade
from tests.search.figures import questions
from tests.support.personas import load_persona
from workflows.actions import Press
from workflows.guide import Guide, load
from workflows.languages import LANGUAGES
from workflows.project import Record
from workflows.search import Search

CHATS, ROUNDS, WARM = 50, 20, 2
TOKEN = "123456:" + "A" * 35


class Watched(HTTPXRequest):
    """python-telegram-bot's own request class over real HTTP; tells when a chat was answered."""

    def __init__(self) -> None:
        super().__init__(connection_pool_size=2 * CHATS)
        self.answered: dict[int, asyncio.Event] = {chat: asyncio.Event() for chat in range(1, CHATS + 1)}

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *more: Any, **options: Any
    ) -> tuple[int, bytes]:
        answer = await super().do_request(url, method, request_data, *more, **options)
        if url.endswith(("/sendMessage", "/editMessageText")) and request_data is not None:
            self.answered[request_data.parameters["chat_id"]].set()
        return answer


def serve(port: multiprocessing.connection.Connection) -> None:
    """A Bot API on loopback, in a process of its own, that answers every call at once and keeps nothing."""

    def result(name: str, body: bytes) -> Any:
        if name == "getMe":
            return {"id": 1, "is_bot": True, "first_name": "bot", "username": "bench_bot"}
        if name == "getMyCommands":
            return []
        if name.startswith("getMy"):
            return {"name": "", "description": "", "short_description": ""}
        if name in ("sendMessage", "editMessageText"):
            chat = {"id": int(parse_qs(body.decode())["chat_id"][0]), "type": "private"}
            return {"message_id": 10, "date": 0, "chat": chat, "text": "x"}
        return True

    async def connection(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while True:
            try:
                head = await reader.readuntil(b"\r\n\r\n")
            except (asyncio.IncompleteReadError, ConnectionError):
                return
            length = next(
                (
                    int(line.split(b":")[1])
                    for line in head.lower().split(b"\r\n")
                    if line.startswith(b"content-length")
                ),
                0,
            )
            body = await reader.readexactly(length)
            name = head.split(b" ", 2)[1].rpartition(b"/")[2].decode()
            answer = json.dumps({"ok": True, "result": result(name, body)}).encode()
            kept = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(answer)
            writer.write(kept + answer)

    async def listen() -> None:
        server = await asyncio.start_server(connection, "127.0.0.1", 0)
        port.send(server.sockets[0].getsockname()[1])
        await server.serve_forever()

    asyncio.run(listen())


def press(number: int, chat: int, data: str) -> dict[str, Any]:
    """A button pressed in a private chat, as Telegram sends it."""
    user = {"id": chat, "is_bot": False, "first_name": "P", "language_code": "en"}
    message = {"message_id": 10, "date": 0, "chat": {"id": chat, "type": "private"}, "text": "x"}
    query = {"id": str(number), "from": user, "chat_instance": "0", "data": data, "message": message}
    return {"update_id": number, "callback_query": query}


async def load_of(
    process: Callable[[dict[str, Any]], Awaitable[object]], data: Callable[[int, int], str]
) -> tuple[float, float]:
    """(updates per second, CPU milliseconds per update) with every chat sending its next press after the answer."""

    async def chat(number: int, rounds: range) -> None:
        for turn in rounds:
            await process(press(turn * 1000 + number, number, data(number, turn)))

    await asyncio.gather(*(chat(number, range(1, WARM + 1)) for number in range(1, CHATS + 1)))
    wall, cpu = time.perf_counter(), time.process_time()
    rounds = range(WARM + 1, WARM + ROUNDS + 1)
    await asyncio.gather(*(chat(number, rounds) for number in range(1, CHATS + 1)))
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    return CHATS * ROUNDS / wall, cpu / (CHATS * ROUNDS) * 1000


async def echo(root: str) -> tuple[float, float]:
    """The bare echo."""
    watched = Watched()
    builder = Application.builder().token(TOKEN).base_url(f"{root}/bot").request(watched).updater(None)
    application = builder.build()

    async def answer(update: object, context: CallbackContext[Any, Any, Any, Any]) -> None:
        assert isinstance(update, Update)
        assert update.effective_chat is not None
        await context.bot.send_message(update.effective_chat.id, "x")

    application.add_handler(TypeHandler(Update, answer))
    await application.initialize()

    async def process(raw: dict[str, Any]) -> None:
        await application.process_update(Update.de_json(raw, application.bot))

    measured = await load_of(process, lambda *_: "x")
    await application.shutdown()
    return measured


async def ours(root: str, guide: Guide, folder: Path) -> tuple[float, float]:
    """The whole bot: one durable transaction, one card edited in place, the tap acknowledged."""
    url = sqlite_url(folder / "bench.db")
    upgrade(url)
    store = open_store(url)
    with store.transaction() as tx:
        persona = load_persona("regional_centre", guide.knowledge.definitions)
        for chat in range(1, CHATS + 1):
            _seat(tx, persona.to_data(), chat)
    watched = Watched()
    app = build(Settings(token=TOKEN, data_dir=folder, telegram_api_url=root), guide, store, request=watched)
    await app.start()
    await app.published()

    def data(chat: int, turn: int) -> str:
        value = "not_yet" if turn % 2 else "being_formed"
        return pack(Press("set", "council.table_exists", value=value, project=f"bench{chat:03}"), guide.codes)

    async def process(raw: dict[str, Any]) -> None:
        answered = watched.answered[raw["callback_query"]["from"]["id"]]
        answered.clear()
        assert await app.process(Update.de_json(raw, app.bot))
        await answered.wait()

    measured = await load_of(process, data)
    await app.close()
    store.dispose()
    return measured


def _seat(tx: Any, data: dict[str, Any], chat: int) -> None:
    from bot.storage.port import Person, Place
    from workflows.project import Project
    from workflows.screens import Spot

    project = Project.from_data({**data, "id": f"bench{chat:03}"})
    now = dt.datetime.now(dt.UTC)
    tx.save_person(Person(str(chat), "en"))
    tx.create_project(project, str(chat), "coordinator", now)
    spot = Spot(screen="question", step="council", question="council.table_exists")
    tx.save_place(Place(chat, str(chat), project.id, spot, 10))


def drafts(guide: Guide) -> list[tuple[str, float]]:
    """Median CPU seconds per draft of the largest persona, warm, with other answers every time."""
    project = load_persona("regional_centre", guide.knowledge.definitions)
    found = []
    for document in guide.knowledge.definitions.documents:
        for kind in ("docx", "pdf"):
            spent = []
            for number in range(6):
                project.revision += 1
                started = time.process_time()
                guide.draft(project, document, "fr" if number % 2 else "en", kind, dt.date(2026, 11, 22))
                spent.append(time.process_time() - started)
            found.append((f"{document} {kind}", statistics.median(spent[1:])))
    return found


def judged(guide: Guide) -> tuple[int, float]:
    """(points found, median CPU milliseconds) of judging a project with 150 members and 126 actions."""
    project = load_persona("regional_centre", guide.knowledge.definitions)
    for path, many in (("council.members", 150), ("action_plan.actions", 126)):
        rows = project.records(path)
        rows[:] = [Record(f"m{number}", dict(rows[number % len(rows)].values)) for number in range(many)]
    spent = []
    for _ in range(50):
        started = time.process_time()
        found = guide.knowledge.judgement.of_project(project)
        spent.append(time.process_time() - started)
    return len(found), statistics.median(spent) * 1000


def main() -> None:
    """Print the figures, ratios first."""
    started = time.perf_counter()
    guide = load()
    loaded = time.perf_counter() - started
    here, there = multiprocessing.Pipe()
    server = multiprocessing.get_context("spawn").Process(target=serve, args=(there,), daemon=True)
    server.start()
    root = f"http://127.0.0.1:{here.recv()}"
    with tempfile.TemporaryDirectory() as folder:
        runs = []
        for number in range(3):  # interleaved, so that a busy machine is busy for both
            runs.append((asyncio.run(echo(root)), asyncio.run(ours(root, guide, _made(Path(folder) / str(number))))))
    server.terminate()
    echo_rate, echo_cpu = (statistics.median(run[0][n] for run in runs) for n in (0, 1))
    rate, cpu = (statistics.median(run[1][n] for run in runs) for n in (0, 1))
    print(f"updates per second, ours / echo   {rate / echo_rate:.2f}")
    print(f"CPU per update, ours / echo       {cpu / echo_cpu:.2f}")
    print(f"ours   {rate:7.0f} updates/s  {cpu:.2f} ms CPU per update (durable, two calls, {CHATS} chats)")
    print(f"echo   {echo_rate:7.0f} updates/s  {echo_cpu:.2f} ms CPU per update (keeps nothing, one call)")
    searching = searches(guide)
    known = guide.knowledge
    started = time.process_time()
    Search(known.catalogue, known.book, tuple(step.id for step in known.definitions.steps))
    built = time.process_time() - started
    print(f"CPU per search, of the 5 ms allowed {searching / 5:.2f}; of an update by echo {searching / echo_cpu:.2f}")
    print(f"search {searching:.2f} ms CPU warm")
    print(f"search index built in {built:.2f} s CPU (of the 0.5 s allowed {built / 0.5:.2f})")
    print(f"definitions, words and templates read in {loaded:.2f} s")
    points, spent = judged(guide)
    print(f"gaps   150 members, 126 actions   {spent:.2f} ms CPU ({points} points)")
    for name, seconds in drafts(guide):
        print(f"draft  {name:26} {seconds:.3f} s CPU")


def searches(guide: Guide) -> float:
    """CPU milliseconds per search, warm, over every question of the frozen sets."""
    sets = [(language, questions("questions", language)["answerable"]) for language in LANGUAGES]
    asked = [(str(one["ask"]), language) for language, told in sets for one in told]
    for text, language in asked:
        guide.knowledge.search.find(text, language)
    started = time.process_time()
    for text, language in asked:
        guide.knowledge.search.find(text, language)
    return (time.process_time() - started) / len(asked) * 1000


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


if __name__ == "__main__":
    main()
