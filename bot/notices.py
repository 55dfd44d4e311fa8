"""Notices to the people of a project, each in their own private chat and language, owed like every reply.

They go after everything that the chat waits for. It must not know why they are sent.
"""

from __future__ import annotations

from collections.abc import Iterable

from bot.guidance import Guide
from bot.keyboards import Frame
from bot.presenter import present
from bot.replies import Card
from bot.storage.port import Owed, Transaction
from bot.storage.upkeep_port import NOTICE
from bot.tools import Tools
from workflows.screens import Screen


def name_of(tx: Transaction, project: str) -> str:
    """The name of a project for those who have a seat in it; empty when nobody has, or when it has none."""
    told = (title for member in tx.members(project)[:1] for title in tx.titles(member))
    return next((title.name for title in told if title.id == project), "")


def owe(
    tx: Transaction, people: Iterable[str], screen: Screen, project: str, tools: Tools, gone: bool = False
) -> tuple[Owed, ...]:
    """Owe the notice to those who can be reached; `gone` tells that the project is no longer there."""
    guide: Guide = tools.guide
    owed = []
    for name in people:
        person = tx.person(name)
        if person is None or not person.reachable:
            continue
        language = guide.language_of(person.language or "")
        messages = present(screen, language, guide.book, guide.codes, Frame(project, username=tools.username))
        card = Card(messages, kept=False)
        # A private chat has the number of its person.
        owed.append(tx.owe(int(name), name, NOTICE, card.to_data(), None, tools.now, None if gone else project))
    return tuple(owed)
