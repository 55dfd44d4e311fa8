"""Exported files fetched before their update is taken: only in private, and no further than announced."""

from __future__ import annotations

import datetime as dt

import pytest
from telegram import Bot

from bot.imports import LARGEST, fetched
from bot.incoming import Incoming
from bot.telegram_in_memory import BotApi, Failure
from tests.support.house import TOKEN
from workflows.actions import Import
from workflows.importing import LARGEST_FILE


@pytest.fixture
def api() -> BotApi:
    api = BotApi(lambda: dt.datetime(2026, 11, 22, tzinfo=dt.UTC))
    api.chats.files.update(f=b"12345", heavy=bytes(LARGEST + 1))
    return api


async def fetch(api: BotApi, size: int, file: str, private: bool = True) -> object:
    async with Bot(TOKEN, request=api, get_updates_request=api) as bot:
        sent = Import(size)
        return (await fetched(bot, Incoming(9, 7, "7", "en", private, sent, file=file), sent)).action


@pytest.mark.parametrize(
    ("size", "file", "expected"),
    [
        (5, "f", Import(5, b"12345")),
        (0, "f", Import(5, b"12345")),
        (5, "heavy", Import(LARGEST + 1)),
        (5, "unknown", Import(5)),
    ],
)
async def test_it_is_fetched_once(api: BotApi, size: int, file: str, expected: Import) -> None:
    assert await fetch(api, size, file) == expected
    assert api.calls["getFile"] == 1


async def test_elsewhere_and_for_what_is_too_large_telegram_is_not_asked(api: BotApi) -> None:
    assert await fetch(api, 5, "f", private=False) == Import(5)
    assert await fetch(api, LARGEST + 1, "f") == Import(LARGEST + 1)
    assert api.calls["getFile"] == 0


async def test_a_cut_connection_leaves_it_unfetched(api: BotApi) -> None:
    api.fail("getFile", Failure())
    assert await fetch(api, 5, "f") == Import(5)


def test_what_is_fetched_is_what_the_guide_looks_at() -> None:
    assert LARGEST == LARGEST_FILE
