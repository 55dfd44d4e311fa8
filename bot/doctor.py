"""What `lip-guide doctor` looks at: one finding for each thing that may stand in the way, with what mends it.

It changes nothing, and no finding repeats a secret. How the web answers is given from outside.
"""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any, Final

import httpx

from bot.intake.webhook import PATH
from bot.reminders import HEARTBEAT
from bot.settings import Settings
from bot.storage import open_store
from bot.storage.migrate import current, newest, sqlite_file
from bot.storage.port import StoreFault

TIMEOUT: Final = 10.0  # seconds
SKEW: Final = dt.timedelta(seconds=3)  # more than that, and a lease of this host would end too early for another one
FREE: Final = 256 * 1024 * 1024  # bytes
SILENT: Final = dt.timedelta(minutes=5)  # a heartbeat comes every minute
PENDING: Final = 100  # updates that wait at Telegram


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at: what was found and, where it is not well, what mends it."""

    name: str
    well: bool
    told: str
    mend: str = ""

    def line(self) -> str:
        """As an operator reads it."""
        mark = "ok   " if self.well else "FAULT"
        return f"{mark} {self.name}: {self.told}" + (f" Mend: {self.mend}" if self.mend else "")


async def examine(read: Settings, web: httpx.AsyncClient | None = None) -> tuple[Finding, ...]:
    """Every finding, in the order in which faults should be mended. A test gives a web of its own."""
    async with web or httpx.AsyncClient(timeout=TIMEOUT) as asking:
        telegram = [finding async for finding in _telegram(read, asking)]
    now = dt.datetime.now(dt.UTC)
    return (*telegram, *_database(read, now), *_disk(read))


# --- Telegram ---


async def _telegram(read: Settings, web: httpx.AsyncClient) -> AsyncIterator[Finding]:
    if read.token is None:
        yield Finding("token", False, "TELEGRAM_BOT_TOKEN is not set.", "put the token of @BotFather there.")
        return
    root = f"{read.telegram_api_url}/bot{read.token}"
    try:
        reply = await web.get(f"{root}/getMe")
        me = _result(reply)
        if me is None:
            told = f"Telegram does not accept it ({reply.status_code})."
            yield Finding("token", False, told, "ask @BotFather for the current one.")
        else:
            yield Finding("token", True, f"it is that of @{me.get('username', '')}.")
            yield _webhook(read, _result(await web.get(f"{root}/getWebhookInfo")) or {})
        yield _clock(reply.headers.get("date"), dt.datetime.now(dt.UTC))
    except httpx.HTTPError as failed:
        told = f"Telegram does not answer ({type(failed).__name__})."
        yield Finding("token", False, told, "look at the network, the proxy and TELEGRAM_API_URL.")


def _result(reply: httpx.Response) -> dict[str, Any] | None:
    try:
        told = reply.json()
    except ValueError:
        return None
    result = told.get("result") if isinstance(told, dict) and told.get("ok") else None
    return result if isinstance(result, dict) else None


def _webhook(read: Settings, info: dict[str, Any]) -> Finding:
    """What Telegram has as the webhook, against what the settings say."""
    address = str(info.get("url") or "")
    wanted = "" if read.webhook_url is None else read.webhook_url + PATH
    if address != wanted:
        told = f"Telegram sends updates to {address or 'nobody'}, the settings say {wanted or 'long polling'}."
        return Finding("webhook", False, told, "start lip-guide run, which tells Telegram; stop what runs elsewhere.")
    waiting = int(info.get("pending_update_count") or 0)
    if waiting > PENDING:
        failure = str(info.get("last_error_message") or "no error was told")
        told = f"{waiting} updates wait at Telegram ({failure})."
        return Finding("webhook", False, told, "start lip-guide run, and see that the address answers.")
    return Finding("webhook", True, f"{wanted or 'none: long polling'}, {waiting} waiting.")


def _clock(date: str | None, now: dt.datetime) -> Finding:
    if date is None:
        return Finding("clock", True, "Telegram told no time to compare with.")
    try:
        apart = abs(parsedate_to_datetime(date) - now)
    except (ValueError, TypeError):
        return Finding("clock", True, "Telegram told no time to compare with.")
    seconds = f"{apart.total_seconds():.0f} s from Telegram's."
    return Finding("clock", apart <= SKEW, seconds, "" if apart <= SKEW else "let this host set its clock by NTP.")


# --- here ---


def _database(read: Settings, now: dt.datetime) -> Iterator[Finding]:
    try:
        revision = current(read.database_url)
    except (StoreFault, OSError) as away:
        reason = " ".join(str(away).split())
        yield Finding("database", False, f"it does not answer ({reason}).", "start it, or correct DATABASE_URL.")
        return
    yield Finding("database", True, "it answers.")
    if revision != newest():
        told = f"the database is at {revision or 'nothing'}, this release needs {newest()}."
        yield Finding("migrations", False, told, "run lip-guide migrate.")
        return
    yield Finding("migrations", True, f"up to date ({revision}).")
    store = open_store(read.database_url)
    try:
        with store.transaction() as tx:
            beat, late = tx.heartbeat(HEARTBEAT), tx.late(now - SILENT)
    finally:
        store.dispose()
    yield _worker(beat, late, now)


def _worker(beat: dt.datetime | None, late: int, now: dt.datetime) -> Finding:
    mend = "start lip-guide remind; without WEBHOOK_URL, lip-guide run is enough."
    if beat is None:
        return Finding("worker", False, "nobody has sent reminders yet.", mend)
    silent = now - beat
    if silent > SILENT:
        return Finding("worker", False, f"nobody has sent reminders since {beat:%Y-%m-%d %H:%M} UTC.", mend)
    if late:
        return Finding("worker", False, f"{late} reminders are late.", "look at what the worker logs.")
    return Finding("worker", True, f"alive {max(silent.total_seconds(), 0):.0f} s ago, nothing is late.")


def _disk(read: Settings) -> Iterator[Finding]:
    file = sqlite_file(read.database_url)
    if file is None:
        return
    folder: Path = next(one for one in (file.absolute().parent, *file.absolute().parents) if one.is_dir())
    free = shutil.disk_usage(folder).free
    told = f"{free // (1024 * 1024)} MB free at {folder}."
    yield Finding("disk", free >= FREE, told, "" if free >= FREE else "make room, or move DATA_DIR.")
