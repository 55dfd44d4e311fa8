"""The commands for whoever looks after a running guide, as they are typed."""

from __future__ import annotations

import argparse
import datetime as dt
import logging
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from bot.__main__ import main
from bot.desk import CLAIMS_KEPT
from bot.operations import MIGRATE_FIRST, doctor
from bot.settings import read, sqlite_url
from bot.storage import open_store
from bot.storage.migrate import upgrade
from bot.storage.port import Person
from tests.bot.storage.samples import full_project, store_project

TOKEN = "123456:" + "A" * 35


@pytest.fixture(autouse=True)
def _environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    for name in ("TELEGRAM_BOT_TOKEN", "TELEGRAM_API_URL", "DATABASE_URL", "WEBHOOK_URL", "LOG_LEVEL", "LOG_FORMAT"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)


@pytest.fixture
def url(tmp_path: Path) -> str:
    """The database of these settings, up to date and with a project."""
    url = sqlite_url(tmp_path / "lip-guide.db")
    upgrade(url)
    store = open_store(url)
    store_project(store, full_project(), "77")
    with store.transaction() as tx:
        tx.save_person(Person("77"))
    store.dispose()
    return url


def test_a_backup_and_its_restoring_from_the_command_line(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "copy.db"
    assert main(["backup", str(file)]) == 0
    assert main(["backup", str(file)]) == 2
    assert "exists already" in capsys.readouterr().err
    assert main(["restore", str(file)]) == 2
    assert "--replace" in capsys.readouterr().err
    assert main(["restore", str(file), "--replace"]) == 0
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "new"))
    assert main(["restore", str(file)]) == 0
    monkeypatch.setenv("DATABASE_URL", "postgresql://u:sesame@127.0.0.1:1/guide")
    capsys.readouterr()
    assert (main(["backup", str(tmp_path / "b")]), main(["restore", str(file)])) == (2, 2)
    told = capsys.readouterr().err
    assert "pg_dump" in told
    assert "pg_restore" in told
    assert "sesame" not in told


def test_purge_forgets_old_updates_and_says_how_many(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    now = dt.datetime.now(dt.UTC)
    store = open_store(url)
    with store.transaction() as tx:
        for number, age in enumerate((dt.timedelta(), CLAIMS_KEPT * 0.9, CLAIMS_KEPT * 1.1, CLAIMS_KEPT * 2)):
            tx.claim(number, now - age)
        tx.plan("expiry", "gone", now, {})
    store.dispose()
    assert main(["purge"]) == 0
    assert "2 ids of old updates, 1 rows" in capsys.readouterr().out
    assert main(["purge"]) == 0
    assert "0 ids of old updates, 0 rows" in capsys.readouterr().out


@pytest.mark.parametrize("command", [["remind", "--once"], ["purge"]])
def test_what_needs_the_database_asks_for_its_migration(
    command: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", TOKEN)
    assert main(command) == 2
    assert capsys.readouterr().err.strip() == MIGRATE_FIRST


def test_remind_needs_the_token(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["remind"]) == 2
    assert capsys.readouterr().err.startswith("TELEGRAM_BOT_TOKEN is not set")


def test_the_doctor_prints_a_line_each_and_fails_with_a_fault(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("FAULT token: ")
    assert all(line.startswith(("ok ", "FAULT ")) for line in lines)


def test_the_doctor_is_content_where_all_is_well(
    url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", TOKEN)
    store = open_store(url)
    with store.transaction() as tx:
        tx.beat("reminders", dt.datetime.now(dt.UTC))
    store.dispose()

    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json={"ok": True, "result": {"username": "guide_bot", "url": ""}})

    web = httpx.AsyncClient(transport=httpx.MockTransport(answer))
    settings = read({"TELEGRAM_BOT_TOKEN": TOKEN, "DATA_DIR": str(tmp_path)})
    assert doctor(argparse.Namespace(), settings, web) == 0
    assert "@guide_bot" in capsys.readouterr().out
