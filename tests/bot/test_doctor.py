"""What the doctor finds, and what it says about it: no secret, and a mend for each fault."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.doctor import PENDING, SILENT, SKEW, Finding, examine
from bot.reminders import HEARTBEAT
from bot.settings import Settings, sqlite_url
from bot.storage import open_store
from bot.storage.migrate import upgrade

TOKEN = "123456:" + "A" * 35
HOOK = {"webhook_url": "https://lip.example.ca", "webhook_secret": "sesame"}


def telegram(
    webhook: Mapping[str, Any] | None = None, *, accepted: bool = True, ahead: dt.timedelta = dt.timedelta()
) -> httpx.AsyncClient:
    """The Bot API as far as the doctor asks it."""

    def answer(request: httpx.Request) -> httpx.Response:
        date = {"Date": format_datetime(dt.datetime.now(dt.UTC) + ahead, usegmt=True)}
        if not accepted:
            return httpx.Response(401, json={"ok": False, "error_code": 401}, headers=date)
        result = {"username": "lip_guide_bot"} if request.url.path.endswith("getMe") else dict(webhook or {"url": ""})
        return httpx.Response(200, json={"ok": True, "result": result}, headers=date)

    return httpx.AsyncClient(transport=httpx.MockTransport(answer))


@pytest.fixture
def read(tmp_path: Path) -> Settings:
    """Settings over a database that is up to date and whose worker is alive."""
    url = sqlite_url(tmp_path / "guide.db")
    upgrade(url)
    beat(url, dt.datetime.now(dt.UTC))
    return Settings(token=TOKEN, data_dir=tmp_path, database_url=url)


def beat(url: str, at: dt.datetime) -> None:
    store = open_store(url)
    with store.transaction() as tx:
        tx.beat(HEARTBEAT, at)
    store.dispose()


def changed(read: Settings, **values: Any) -> Settings:
    return Settings(**{**vars(read), **values})


async def faults(read: Settings, web: httpx.AsyncClient) -> dict[str, Finding]:
    """The faults by name; each has a mend, and no line holds a secret."""
    found = await examine(read, web)
    for finding in found:
        assert finding.well or finding.mend
        assert TOKEN not in finding.line()
        assert "sesame" not in finding.line()
        assert "\n" not in finding.line()
    return {finding.name: finding for finding in found if not finding.well}


async def test_where_all_is_well_every_line_says_so(read: Settings) -> None:
    found = await examine(read, telegram())
    assert [finding.name for finding in found] == [
        "token", "webhook", "clock", "database", "migrations", "worker", "disk",
    ]  # fmt: skip
    assert all(finding.line().startswith("ok ") for finding in found)


async def test_a_token_that_is_missing_or_refused(read: Settings) -> None:
    assert set(await faults(changed(read, token=None), telegram())) == {"token"}
    assert set(await faults(read, telegram(accepted=False))) == {"token"}


async def test_a_network_that_is_away(read: Settings) -> None:
    def away(_: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError(f"no way to {TOKEN}")

    web = httpx.AsyncClient(transport=httpx.MockTransport(away))
    found = await faults(read, web)
    assert set(found) == {"token"}
    assert "ConnectError" in found["token"].told


async def test_a_webhook_that_is_not_what_the_settings_say(read: Settings) -> None:
    elsewhere = telegram({"url": "https://old.example.ca/telegram"})
    assert set(await faults(read, elsewhere)) == {"webhook"}
    assert set(await faults(changed(read, **HOOK), telegram())) == {"webhook"}
    right = {"url": "https://lip.example.ca/telegram", "pending_update_count": 3}
    assert await faults(changed(read, **HOOK), telegram(right)) == {}
    waiting = {**right, "pending_update_count": PENDING + 1, "last_error_message": "Connection refused"}
    assert "Connection refused" in (await faults(changed(read, **HOOK), telegram(waiting)))["webhook"].told


async def test_a_clock_that_is_wrong(read: Settings) -> None:
    assert set(await faults(read, telegram(ahead=2 * SKEW))) == {"clock"}
    assert set(await faults(read, telegram(ahead=-2 * SKEW))) == {"clock"}


async def test_a_database_that_is_away_or_old(read: Settings, tmp_path: Path) -> None:
    away = changed(read, database_url="postgresql://u:sesame@127.0.0.1:1/x?connect_timeout=1")
    assert set(await faults(away, telegram())) == {"database"}
    missing = changed(read, database_url=sqlite_url(tmp_path / "elsewhere" / "guide.db"))
    assert set(await faults(missing, telegram())) == {"migrations"}
    assert not (tmp_path / "elsewhere").exists(), "looking makes nothing"


async def test_a_worker_that_was_never_there_or_is_silent(read: Settings, tmp_path: Path) -> None:
    beat(read.database_url, dt.datetime.now(dt.UTC) - 2 * SILENT)
    assert set(await faults(read, telegram())) == {"worker"}
    fresh = changed(read, database_url=sqlite_url(tmp_path / "fresh.db"))
    upgrade(fresh.database_url)
    assert set(await faults(fresh, telegram())) == {"worker"}


async def test_reminders_that_are_late(read: Settings) -> None:
    store = open_store(read.database_url)
    with store.transaction() as tx:
        tx.plan("expiry", "p1", dt.datetime.now(dt.UTC) - 2 * SILENT, {})
        tx.plan("expiry", "p2", dt.datetime.now(dt.UTC), {})
    store.dispose()
    assert (await faults(read, telegram()))["worker"].told.startswith("1 ")


async def test_postgresql_is_looked_at_too(read: Settings, postgres_url: str) -> None:
    server = changed(read, database_url=postgres_url)
    assert set(await faults(server, telegram())) == {"migrations"}
    upgrade(postgres_url)
    beat(postgres_url, dt.datetime.now(dt.UTC))
    assert await faults(server, telegram()) == {}
