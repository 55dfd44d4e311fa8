"""Stories: whole conversations through the real application, over a real database and a Bot API that enforces its
limits.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.support.house import House
from workflows.guide import Guide, load
from workflows.screens import Screen
from workflows.wording import LANGUAGES


@pytest.fixture(scope="session")
def guide() -> Guide:
    return load()


@pytest.fixture
async def house(request: pytest.FixtureRequest, guide: Guide, tmp_path: Path) -> AsyncIterator[House]:
    """A running bot, over SQLite unless a story asks for both databases (`telling.ON_BOTH`)."""
    url = str(request.getfixturevalue("postgres_url")) if getattr(request, "param", "") == "postgresql" else None
    async with House(guide, tmp_path, url) as house:
        yield house
        for _, screen, _ in house.screens:
            rendered_in_both_languages(guide, screen)


def rendered_in_both_languages(guide: Guide, screen: Screen) -> None:
    """Every screen that any story produced must have its words in both languages, strictly."""
    for language in LANGUAGES:
        for words in (screen.title, *screen.body, *(button.label for button in screen.buttons())):
            if words is not None:
                guide.book.text(words, language)
