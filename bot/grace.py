"""Erasing a project that several people hold: everybody is told, at once or before a grace in which it can be kept.

The end of the grace is a reminder that falls due (bot/reminders.py). Works inside the caller's transaction.
"""

from __future__ import annotations

import datetime as dt
from typing import Final

from bot import notices
from bot.storage.port import Owed, Transaction
from bot.storage.upkeep_port import Due
from bot.tools import Tools

KIND: Final = "grace"
ASKED: Final = "asked"
"""Why a receipt says that a project was erased."""


def ask(tx: Transaction, project: str, person: str, title: str, at: dt.datetime, tools: Tools) -> tuple[Owed, ...]:
    """Let the erasure fall due, and tell the others when."""
    tx.plan(KIND, project, at, {})
    day = at.astimezone(tools.now.tzinfo).date()
    return _tell(tx, project, person, "ending", title, tools, day)


def cancel(tx: Transaction, project: str, person: str, title: str, tools: Tools) -> tuple[Owed, ...]:
    """Keep the project, and tell the others."""
    tx.cancel(KIND, project)
    return _tell(tx, project, person, "kept", title, tools)


def erase(tx: Transaction, project: str, person: str, title: str, tools: Tools) -> tuple[Owed, ...]:
    """Erase the project but for a receipt without content, and tell its members, without `person` who asked for it."""
    people = [one for one in tx.members(project) if one != person]
    tx.erase_project(project)
    tx.leave_receipt(project, ASKED, tools.now)
    screen = tools.guide.tidings("erased", project, title)
    return notices.owe(tx, people, screen, project, tools, gone=True)


def fall_due(tx: Transaction, due: Due, tools: Tools) -> tuple[Owed, ...]:
    """The grace is over: erase the project."""
    return erase(tx, due.project, "", notices.name_of(tx, due.project), tools)


def _tell(
    tx: Transaction, project: str, person: str, kind: str, title: str, tools: Tools, day: dt.date | None = None
) -> tuple[Owed, ...]:
    people = [one for one in tx.members(project) if one != person]
    return notices.owe(tx, people, tools.guide.tidings(kind, project, title, date=day), project, tools)
