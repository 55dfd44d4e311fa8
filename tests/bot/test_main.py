"""The command line: what each command does, prints and returns."""

from __future__ import annotations

import argparse
import json
import logging
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from bot.__main__ import links, main
from bot.links import client
from bot.operations import MIGRATE_FIRST
from bot.settings import read, sqlite_url
from bot.storage.migrate import current

TOKEN = "123456:" + "A" * 35


@pytest.fixture(autouse=True)
def _environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    for name in ("TELEGRAM_BOT_TOKEN", "TELEGRAM_API_URL", "DATABASE_URL", "LOG_LEVEL", "LOG_FORMAT"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)


def test_migrate_makes_the_database_and_may_be_repeated(tmp_path: Path) -> None:
    assert (main(["migrate"]), main(["migrate"])) == (0, 0)
    assert current(sqlite_url(tmp_path / "lip-guide.db")) is not None


@pytest.mark.parametrize(
    ("variables", "sentence"),
    [
        ({}, "TELEGRAM_BOT_TOKEN is not set"),
        ({"TELEGRAM_BOT_TOKEN": "nonsense"}, "TELEGRAM_BOT_TOKEN does not look like a token"),
        ({"TELEGRAM_BOT_TOKEN": TOKEN}, MIGRATE_FIRST),
        ({"TELEGRAM_BOT_TOKEN": TOKEN, "DATABASE_URL": "mysql://x/y"}, "DATABASE_URL"),
        ({"TELEGRAM_BOT_TOKEN": TOKEN, "DATABASE_URL": "postgresql://127.0.0.1:1/x?connect_timeout=1"}, "The database"),
    ],
)
def test_a_start_that_cannot_be_is_one_sentence_and_exit_code_2(
    variables: dict[str, str], sentence: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert main(["run"]) == 2
    told = capsys.readouterr().err
    assert told.startswith(sentence)
    assert "Traceback" not in told


def test_an_unknown_command_is_exit_code_2(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["dance"])
    assert ended.value.code == 2


def test_check_finds_nothing_in_what_is_shipped(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--quick"]) == 0, capsys.readouterr().out


def test_diagram_draws_the_live_machines(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diagram"]) == 0
    drawn = capsys.readouterr().out
    assert drawn.count("stateDiagram") == 2
    assert "terms_of_reference" in drawn


def test_the_terminal_reads_a_pipe_to_its_end_and_leaves(tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "bot", "try", "--language", "fr-CA", "--data", str(tmp_path / "try")],
        input="2\nPartenariat de Hearst\n/aide\n",
        capture_output=True,
        text=True,
        timeout=60,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "> Partenariat de Hearst\n" in ended.stdout
    assert (tmp_path / "try" / "lip-guide.db").exists()


def test_a_signal_ends_a_start_that_waits_for_the_network(tmp_path: Path) -> None:
    assert main(["migrate"]) == 0
    running = subprocess.Popen(
        [sys.executable, "-m", "bot", "run"],
        stderr=subprocess.PIPE,
        text=True,
        env={
            **os.environ,
            "PYTHONPATH": str(Path(__file__).parents[2]),
            "TELEGRAM_BOT_TOKEN": TOKEN,
            "TELEGRAM_API_URL": "http://127.0.0.1:1",
            "LOG_FORMAT": "json",
        },
    )
    assert running.stderr is not None
    line = json.loads(running.stderr.readline())
    running.send_signal(signal.SIGTERM)
    _, rest = running.communicate(timeout=20)
    assert line["message"].startswith("Telegram does not answer")
    assert (running.returncode, rest) == (0, "")


def test_gallery_writes_every_page_and_prints_the_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["gallery", "--out", "pages"]) == 0
    assert capsys.readouterr().out == "pages/index.html\n"
    assert {"index.html", "action-plan.fr.html"} <= {path.name for path in (tmp_path / "pages").iterdir()}


@pytest.mark.parametrize(("status", "code"), [(200, 0), (404, 1)])
def test_links_asks_every_address_and_fails_when_one_is_gone(
    status: int, code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    async def at_once(_: float) -> None:
        return

    asked = set()

    def web(request: httpx.Request) -> httpx.Response:
        asked.add(str(request.url))
        return httpx.Response(status)

    given = argparse.Namespace(json=True)
    assert links(given, read({}), client(httpx.MockTransport(web)), at_once) == code
    rows = json.loads(capsys.readouterr().out)
    assert {row["url"] for row in rows} == asked
    assert {row["state"] for row in rows} == {"works" if status == 200 else "gone"}


def test_links_prints_a_report_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    async def at_once(_: float) -> None:
        return

    web = client(httpx.MockTransport(lambda _: httpx.Response(410)))
    assert links(argparse.Namespace(json=False), read({}), web, at_once) == 1
    told = capsys.readouterr().out
    assert told.startswith("Gone: ")
    assert "resources.yml:" in told
