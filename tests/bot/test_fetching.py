"""Files are fetched before their update is taken: only in private, only where they are looked at, only up to a size."""

from __future__ import annotations

import datetime as dt

import pytest
from telegram import Bot

from bot.fetching import LARGEST, Fetching
from bot.incoming import Incoming
from bot.storage.port import Place
from bot.telegram_in_memory import BotApi, Failure
from tests.support.house import TOKEN
from tests.support.walker import the_guide
from workflows.actions import Action, Import, Other, Picture
from workflows.importing import LARGEST_FILE as LARGEST_EXPORT
from workflows.pictures import LARGEST_FILE as LARGEST_PICTURE
from workflows.screens import Spot

HEAVY = max(LARGEST_EXPORT, LARGEST_PICTURE) + 1


class Standing:
    """A desk where everybody stands at one screen, or nowhere yet."""

    def __init__(self, screen: str) -> None:
        self._spot = Spot(screen=screen)

    async def place(self, chat: int, person: str) -> Place | None:
        return Place(chat, person, "p", self._spot) if self._spot.screen else None


async def fetched(
    api: BotApi, sent: Action, file: str = "f", screen: str = "letterhead", private: bool = True
) -> Action:
    async with Bot(TOKEN, request=api, get_updates_request=api) as bot:
        fetching = Fetching(bot, Standing(screen), the_guide())  # type: ignore[arg-type]
        return (await fetching.completed(Incoming(9, 7, "7", "en", private, sent, file=file))).action


@pytest.fixture
def api() -> BotApi:
    api = BotApi(lambda: dt.datetime(2026, 11, 22, tzinfo=dt.UTC))
    api.chats.files.update(f=b"12345", heavy=bytes(HEAVY))
    return api


@pytest.mark.parametrize(
    ("sent", "file", "expected"),
    [
        (Picture("file", 5), "f", Picture("file", 5, b"12345")),
        (Picture("file", 0), "f", Picture("file", 5, b"12345")),
        (Picture("file", 5), "heavy", Picture("file", HEAVY)),
        (Picture("file", 5), "unknown", Picture("file", 5)),
        (Import(5), "f", Import(5, b"12345")),
        (Import(0), "f", Import(5, b"12345")),
        (Import(5), "heavy", Import(HEAVY)),
        (Import(5), "unknown", Import(5)),
    ],
)
async def test_where_it_is_wanted_it_is_fetched_once(api: BotApi, sent: Action, file: str, expected: Action) -> None:
    assert await fetched(api, sent, file) == expected
    assert api.calls["getFile"] == 1


async def test_an_export_is_fetched_wherever_one_stands(api: BotApi) -> None:
    for screen in ("home", ""):
        assert await fetched(api, Import(5), screen=screen) == Import(5, b"12345")


@pytest.mark.parametrize(
    ("sent", "screen", "private"),
    [
        (Picture("file", 5), "letterhead", False),
        (Picture("file", 5), "home", True),
        (Picture("file", 5), "", True),
        (Picture("file", LARGEST_PICTURE + 1), "letterhead", True),
        (Import(5), "home", False),
        (Import(LARGEST_EXPORT + 1), "home", True),
        (Other("sticker"), "letterhead", True),
    ],
)
async def test_elsewhere_telegram_is_not_asked(api: BotApi, sent: Action, screen: str, private: bool) -> None:
    assert await fetched(api, sent, screen=screen, private=private) == sent
    assert api.calls["getFile"] == 0


@pytest.mark.parametrize("sent", [Picture("file", 5), Import(5)])
async def test_a_cut_connection_leaves_it_unfetched(api: BotApi, sent: Action) -> None:
    api.fail("getFile", Failure())
    assert await fetched(api, sent) == sent


def test_what_is_fetched_is_what_the_guide_looks_at() -> None:
    assert LARGEST == LARGEST_EXPORT
