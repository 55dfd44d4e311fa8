"""The bot room over the pocket guide: one house per test."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.settings import sqlite_url
from bot.storage.migrate import upgrade
from tests.support.house import House
from tests.support.person import Person
from tests.support.pocket_guide import PocketGuide


@pytest.fixture
def url(tmp_path: Path) -> str:
    """The address of a database that is up to date."""
    address = sqlite_url(tmp_path / "guide.db")
    upgrade(address)
    return address


@pytest.fixture
def guide() -> PocketGuide:
    """A guide of this test's own."""
    return PocketGuide()


@pytest.fixture
async def house(guide: PocketGuide, tmp_path: Path) -> AsyncIterator[House]:
    """A running bot."""
    async with House(guide, tmp_path) as running:
        yield running


@pytest.fixture
async def amina(house: House) -> Person:
    """A person who named her project and sees the colours."""
    person = Person(house, "Amina")
    await person.starts()
    await person.says("Kenora")
    return person
