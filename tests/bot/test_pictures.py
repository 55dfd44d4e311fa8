"""Pictures are fetched before their update is taken: only in private, only where wanted, only up to a size."""

from __future__ import annotations

import datetime as dt

import pytest
from telegram import Bot

from bot.incoming import Incoming
from bot.pictures import Pictures
from bot.storage.port import Place
from bot.telegram_in_memory import BotApi, Failure
from tests.support.house import TOKEN
from tests.support.walker import the_guide
from workflows.actions import Picture
from workflows.pictures import LARGEST_FILE
from workflows.screens import Spot


class Standing:
    """A desk where everybody stands at one screen, or nowhere yet."""

    def __init__(self, screen: str) -> None:
        self._spot = Spot(screen=screen)

    async def place(self, chat: int, person: str) -> Place | None:
        return Place(chat, person, "p", self._spot) if self._spot.screen else None


async def fetched(screen: str, private: bool, size: int, file: str, api: BotApi) -> Picture:
    async with Bot(TOKEN, request=api, get_updates_request=api) as bot:
        pictures = Pictures(bot, Standing(screen), the_guide())  # type: ignore[arg-type]
        sent = Picture("file", size)
        arrived = await pictures.fetched(Incoming(9, 7, "7", "en", private, sent, file=file), sent)
        assert isinstance(arrived.action, Picture)
        return arrived.action


@pytest.fixture
def api() -> BotApi:
    api = BotApi(lambda: dt.datetime(2026, 11, 22, tzinfo=dt.UTC))
    api.chats.files.update(f=b"12345", heavy=bytes(LARGEST_FILE + 1))
    return api


@pytest.mark.parametrize(
    ("screen", "private", "size", "file", "expected"),
    [
        ("letterhead", True, 5, "f", Picture("file", 5, b"12345")),
        ("letterhead", True, 0, "f", Picture("file", 5, b"12345")),
        ("letterhead", True, 5, "heavy", Picture("file", LARGEST_FILE + 1)),
        ("letterhead", True, 5, "unknown", Picture("file", 5)),
    ],
)
async def test_where_it_is_wanted_it_is_fetched_once(
    api: BotApi, screen: str, private: bool, size: int, file: str, expected: Picture
) -> None:
    assert await fetched(screen, private, size, file, api) == expected
    assert api.calls["getFile"] == 1


@pytest.mark.parametrize(
    ("screen", "private", "size"),
    [("letterhead", False, 5), ("home", True, 5), ("", True, 5), ("letterhead", True, LARGEST_FILE + 1)],
)
async def test_elsewhere_telegram_is_not_asked(api: BotApi, screen: str, private: bool, size: int) -> None:
    assert await fetched(screen, private, size, "f", api) == Picture("file", size)
    assert api.calls["getFile"] == 0


async def test_a_cut_connection_leaves_it_unfetched(api: BotApi) -> None:
    api.fail("getFile", Failure())
    assert await fetched("letterhead", True, 5, "f", api) == Picture("file", 5)
