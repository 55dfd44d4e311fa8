"""The end of a project that nobody uses: two notices to its members, then it is erased but for a receipt.

Whoever changes it or has it open before then keeps it, without having to answer anything. Works inside the caller's
transaction; what it returns is sent after the commit.
"""

from __future__ import annotations

import datetime as dt
from typing import Final

from bot import notices
from bot.storage.port import Owed, Transaction
from bot.storage.upkeep_port import Due
from bot.tools import Tools

KIND: Final = "expiry"
EXPIRED: Final = "expired"
KEPT_UNUSED: Final = dt.timedelta(days=731)  # 24 months, and never a day less
FIRST_NOTICE: Final = dt.timedelta(days=60)  # before the end
LAST_NOTICE: Final = dt.timedelta(days=7)
MOST: Final = 100  # projects planned in one transaction

_AT: Final = "erased_at"
_LAST: Final = "last"


def plan(tx: Transaction, tools: Tools) -> int:
    """Let the first notice fall due for projects that were not used for long; returns how many, at most `MOST`."""
    found = tx.idle(KIND, tools.now - (KEPT_UNUSED - FIRST_NOTICE), MOST)
    for project in found:
        tx.plan(KIND, project, tools.now, {})
    return len(found)


def fall_due(tx: Transaction, due: Due, tools: Tools) -> tuple[Owed, ...]:
    """Give the next notice, or erase the project, or forget the matter when the project was used."""
    used = tx.last_used(due.project)
    if used is None or tools.now - used < KEPT_UNUSED - FIRST_NOTICE:
        tx.done(due.id)
        return ()
    if _LAST in due.payload:
        tx.erase_project(due.project)  # with its reminders
        tx.leave_receipt(due.project, EXPIRED, tools.now)
        return ()
    if _AT not in due.payload:
        end = max(used + KEPT_UNUSED, tools.now + FIRST_NOTICE)  # notices come in time, however late they are sent
        tx.postpone(due.id, end - LAST_NOTICE, {_AT: end.isoformat()})
        return _notices(tx, due.project, end, tools, last=False)
    end = max(dt.datetime.fromisoformat(due.payload[_AT]), tools.now + LAST_NOTICE)
    tx.postpone(due.id, end, {_AT: end.isoformat(), _LAST: True})
    return _notices(tx, due.project, end, tools, last=True)


def _notices(tx: Transaction, project: str, end: dt.datetime, tools: Tools, last: bool) -> tuple[Owed, ...]:
    """One notice to each member who can be reached, in their private chat and their language."""
    day = end.astimezone(tools.now.tzinfo).date()
    screen = tools.guide.expiry_notice(project, notices.name_of(tx, project), day, last)
    return notices.owe(tx, tx.members(project), screen, project, tools)
