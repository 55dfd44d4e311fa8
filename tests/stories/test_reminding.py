"""The worker in a process of its own: what is due goes out, once, and a signal ends it in time."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from bot.presenter import plain_message
from bot.replies import CARD, Card
from bot.settings import sqlite_url
from bot.storage import SqlStore, open_store
from bot.storage.migrate import upgrade
from bot.storage.port import Person, Place
from bot.telegram_chats import Shown
from tests.torture import bots
from tests.torture.telegram import Telegram
from workflows.project import Answer, Project

CHAT = 1001
PROJECT = Project("abcdefgh", 2026, answers={"profile.name_en": Answer("given", "Kenora")})
LONG_AGO = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)


@pytest.fixture
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database that is up to date."""
    postgresql = request.param == "postgresql"
    url = str(request.getfixturevalue("postgres_url")) if postgresql else sqlite_url(tmp_path / "guide.db")
    upgrade(url)
    return url


@pytest.fixture
def store(url: str) -> Iterator[SqlStore]:
    """A project that nobody has used for years, and a card that a process owed before it was killed."""
    store = open_store(url)
    with store.transaction() as tx:
        tx.save_person(Person(str(CHAT), "fr"))
        tx.create_project(PROJECT, str(CHAT), "coordinator", LONG_AGO)
        tx.save_place(Place(CHAT, str(CHAT), PROJECT.id), LONG_AGO)
        owed = Card((plain_message("owed"),)).to_data()
        tx.owe(CHAT, str(CHAT), CARD, owed, None, LONG_AGO)
    yield store
    store.dispose()


@pytest.fixture
async def telegram() -> AsyncIterator[Telegram]:
    """A Telegram on this machine in which the person has started the bot."""
    telegram = Telegram(random.Random(1))
    async with telegram.serving():
        telegram.chats.open_chat(CHAT)
        yield telegram


def shown(telegram: Telegram) -> list[Shown]:
    """What came into the chat."""
    return [one for one in telegram.chats.shown if one.chat == CHAT]


@pytest.mark.parametrize("url", ["sqlite", "postgresql"], indirect=True)
async def test_what_is_owed_and_due_goes_out_once_the_reply_before_the_notice(
    url: str, store: SqlStore, telegram: Telegram
) -> None:
    variables = bots.environment(telegram.root, url)
    await bots.run("remind", "--once", variables=variables)
    reply, notice = shown(telegram)
    assert reply.text == "owed"
    assert "« Kenora »".replace(" ", "\u00a0") in notice.text
    (button,) = notice.rows[0]
    assert PROJECT.id in button["callback_data"]
    await bots.run("remind", "--once", variables=variables)
    assert len(shown(telegram)) == 2
    with store.transaction() as tx:
        assert tx.owed() == ()


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
async def test_the_worker_goes_on_until_a_signal(url: str, store: SqlStore, telegram: Telegram, tmp_path: Path) -> None:
    worker = bots.Process(("remind",), bots.environment(telegram.root, url), tmp_path / "worker.log")
    await worker.start()
    await telegram.until(lambda: len(shown(telegram)) == 2)
    assert await worker.stop() < 10
    assert worker.failures() == []
    assert telegram.calls["getUpdates"] == telegram.calls["setMyCommands"] == 0, "that is for others to do"
    with store.transaction() as tx:
        assert tx.owed() == ()
        assert tx.heartbeat("reminders") is not None
