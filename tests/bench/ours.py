"""The guide itself as a peer: the real application, a database with one project per chat, the cards they press on."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path
from typing import Any

from bot.settings import Settings, sqlite_url
from bot.storage import open_store
from bot.storage.migrate import upgrade
from bot.storage.port import Person, Place
from bot.storage.tables import metadata
from tests.bench.telegram import SECRET
from tests.support.personas import load_persona
from workflows.actions import Press
from workflows.guide import load
from workflows.project import Project
from workflows.screens import Spot

TOKEN = "123456:" + "A" * 35
PERSONA = "small_town"
DATABASE = "ours.db"


def ours(root: str, port: int, folder: Path) -> None:
    """The guide by webhook, or by polling without a port; the database is that of `prepare`."""
    from bot.application import build
    from bot.serving import serve

    settings = Settings(
        token=TOKEN,
        data_dir=folder,
        telegram_api_url=root,
        webhook_url="https://bench.example" if port else None,
        webhook_secret=SECRET,
        port=port,
    )
    guide = load()
    store = open_store(os.environ.get("BENCH_DATABASE") or sqlite_url(folder / DATABASE))
    serve(lambda: build(settings, guide, store))


def prepare(url: str, chats: int, projects: int = 0, persona: str = PERSONA) -> dict[int, tuple[str, ...]]:
    """A database with a project for each chat and so many others besides; returns what the chats press in turn."""
    from bot.callback_data import pack

    upgrade(url)
    guide = load()
    definitions = guide.knowledge.definitions
    store = open_store(url)
    data = load_persona(persona, definitions).to_data()
    now = dt.datetime.now(dt.UTC)
    pressed = {}
    with store.transaction() as tx:
        for chat in range(1, chats + 1):
            project = Project.from_data({**data, "id": f"bench{chat:03}"})
            tx.save_person(Person(str(chat), "en"))
            tx.create_project(project, str(chat), "coordinator", now)
            spot = Spot(screen="question", step="council", question="council.table_exists")
            tx.save_place(Place(chat, str(chat), project.id, spot, 10))
            pressed[chat] = tuple(
                pack(Press("set", "council.table_exists", value=value, project=project.id), guide.codes)
                for value in ("not_yet", "being_formed")
            )
    store.dispose()
    if projects:
        _crowd(url, load_persona("small_town", definitions).to_data(), projects)
    return pressed


def _crowd(url: str, data: dict[str, Any], many: int) -> None:
    """So many projects of other people, with their seats, places and history."""
    from bot.storage.engines import open_engine

    tables = metadata.tables
    now = dt.datetime.now(dt.UTC)
    engine = open_engine(url)
    step = 2000
    for begin in range(0, many, step):
        numbers = range(begin, min(begin + step, many))
        ids = [f"crowd{number:07}" for number in numbers]
        with engine.begin() as connection:
            connection.execute(tables["people"].insert(), [{"id": i, "language": "fr", "reachable": True} for i in ids])
            connection.execute(
                tables["projects"].insert(),
                [
                    {"id": i, "revision": 1, "title": i, "created_at": now, "changed_at": now, "answers": data}
                    for i in ids
                ],
            )
            connection.execute(tables["seats"].insert(), [{"person": i, "project": i, "role": "member"} for i in ids])
            connection.execute(
                tables["places"].insert(),
                [
                    {"chat": 10**9 + number, "person": i, "project": i, "spot": {}, "message": 1}
                    for number, i in zip(numbers, ids, strict=True)
                ],
            )
            connection.execute(
                tables["history"].insert(),
                [{"project": i, "question": "q", "record": "", "by": i, "at": "2026", "after": "x"} for i in ids],
            )
    engine.dispose()
