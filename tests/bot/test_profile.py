"""What Telegram shows about the bot: in every language, and set only where it differs."""

from __future__ import annotations

import logging

import pytest

from tests.bot import failures
from tests.support.house import House
from workflows.actions import LISTED_COMMANDS

CODES = ("", "en", "fr")


async def test_texts_and_commands_are_published_for_every_audience(house: House) -> None:
    assert {code: house.api.chats.profile["name", code] for code in CODES} == {
        "": "Pocket en",
        "en": "Pocket en",
        "fr": "Pocket fr",
    }
    for scope, listed in (("default", 2), ("all_private_chats", 2), ("all_group_chats", 1)):
        assert {code: len(house.api.chats.commands[scope, code]) for code in CODES} == dict.fromkeys(CODES, listed)
    assert {name for name, _ in house.api.chats.profile} == {"name", "description", "short_description"}


async def test_a_second_start_sets_nothing_again(house: House) -> None:
    before = {method: times for method, times in house.counts.items() if method.startswith("setMy")}
    await house.restart()
    assert {method: times for method, times in house.counts.items() if method.startswith("setMy")} == before


async def test_a_refusal_is_logged_and_stops_nothing(house: House, caplog: pytest.LogCaptureFixture) -> None:
    house.api.chats.profile.clear()
    house.api.fail("setMyDescription", failures.FLOOD)
    with caplog.at_level(logging.WARNING):
        await house.restart()
    assert "were not published for ''" in caplog.text
    assert house.api.chats.profile["name", "fr"] == "Pocket fr"


def test_a_menu_has_at_most_as_many_commands_as_telegram_takes() -> None:
    assert all(0 < len(names) <= 100 for names in LISTED_COMMANDS.values())
