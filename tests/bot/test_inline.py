"""Inline queries are answered in the language of the app, escaped, cached for that person, and lost without harm."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

import pytest

from bot.inline import CACHED, START
from bot.telegram_in_memory import Failure
from tests.support.house import House
from tests.support.walker import the_guide

ASKER: dict[str, Any] = {"id": 77, "is_bot": False, "first_name": "Amina", "last_name": "Secret"}


async def asks(house: House, text: str, language: str = "en") -> list[dict[str, Any]]:
    """Everything that was answered so far, after one more query."""
    before = house.counts["answerInlineQuery"]
    query = {"id": f"q{before}", "from": {**ASKER, "language_code": language}, "query": text, "offset": ""}
    await house.api.push("inline_query", query)
    await house.quiet()
    await house.app.inline.idle()
    return house.api.chats.answered


async def test_a_word_in_any_chat_is_answered_with_notes_in_the_language_of_the_app(tmp_path: Path) -> None:
    async with House(the_guide(), tmp_path) as house:
        (english,) = await asks(house, "quorum")
        _, french = await asks(house, "quorum", "fr-CA")
    assert english["results"][0]["id"] == french["results"][0]["id"] == "tor_london_middlesex"
    assert english["results"][0]["title"] != french["results"][0]["title"]
    assert english["results"][0]["input_message_content"]["message_text"].startswith("<b>London")
    assert (int(english["cache_time"]), english["is_personal"]) == (CACHED, True)


async def test_nothing_found_leads_to_the_guide_and_every_resource_can_be_sent(tmp_path: Path) -> None:
    async with House(the_guide(), tmp_path) as house:
        (nothing,) = await asks(house, "zzzz")
        assert nothing["results"] == []
        assert nothing["button"]["start_parameter"] == START
        for resource in the_guide().knowledge.catalogue.resources:
            title = str(the_guide().book.words["fr"][f"resources.{resource.id}.title"])
            answered = await asks(house, title, "fr")
            assert resource.id in [one["id"] for one in answered[-1]["results"]]


async def test_nobody_is_kept_or_logged(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, logger="bot")
    async with House(the_guide(), tmp_path) as house:
        (answered,) = await asks(house, "my visa was refused")
        with house.store.transaction() as tx:
            assert tx.person("77") is None
            assert tx.owed() == ()
    assert [one["id"] for one in answered["results"]] == ["personal"]
    logged = [one.getMessage() for one in caplog.records if one.name.startswith("bot")]
    assert not [line for line in logged if "visa" in line or "Secret" in line]


async def test_an_answer_that_telegram_refuses_is_lost_without_harm(tmp_path: Path) -> None:
    async with House(the_guide(), tmp_path) as house:
        house.api.fail("answerInlineQuery", Failure(400, "Bad Request: query is too old"))
        assert await asks(house, "quorum") == []
        assert len(await asks(house, "quorum")) == 1
        assert not house.api.queued
