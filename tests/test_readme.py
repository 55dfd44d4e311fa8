"""What the README and the docs say is true: commands, variables, links, the diagram, the scripted conversations."""

from __future__ import annotations

import io
import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.settings import sqlite_url
from bot.storage import open_store
from bot.storage.migrate import upgrade
from bot.tryout import Terminal
from workflows.guide import load
from workflows.journey import diagrams

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_variable_that_the_settings_read_is_in_the_table_and_no_other() -> None:
    source = (ROOT / "bot" / "settings.py").read_text(encoding="utf-8")
    read = set(re.findall(r'"((?:TELEGRAM|DATABASE|DATA|LOG|WEBHOOK)_[A-Z_]+|DATA_DIR|PORT)"', source))
    assert set(re.findall(r"^\| `([A-Z_]+)` \|", README, re.MULTILINE)) == read


def test_every_command_of_the_table_exists_and_no_command_is_left_out() -> None:
    source = (ROOT / "bot" / "__main__.py").read_text(encoding="utf-8")
    told = set(re.findall(r"^\| `lip-guide (\w+)", README, re.MULTILINE))
    assert told == {
        "run", "try", "remind", "migrate", "doctor", "backup", "restore", "purge",
        "check", "draft", "gallery", "links", "search", "diagram",
    }  # fmt: skip
    assert all(f'"{command}"' in source for command in told)


def test_every_make_target_that_is_named_exists() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in set(re.findall(r"`?make ([a-z]+)", README)):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


def test_every_file_that_is_linked_exists() -> None:
    for page in (ROOT / "README.md", ROOT / "CONTRIBUTING.md"):
        for link in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8")):
            assert (ROOT / link).exists(), f"{page.name}: {link}"


def test_the_diagram_in_the_docs_is_that_of_the_live_machines() -> None:
    page = (ROOT / "docs" / "journey.md").read_text(encoding="utf-8")
    for drawn in diagrams(load().knowledge.definitions).values():
        assert drawn in page


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_the_scripted_conversation_ends_with_both_drafts_on_disk_in_both_languages(
    tmp_path: Path, language: str
) -> None:
    url = sqlite_url(tmp_path / "try.db")
    upgrade(url)
    store = open_store(url)
    out = io.StringIO()
    script = (ROOT / "docs" / "examples" / f"first-drafts.{language}.txt").read_text(encoding="utf-8")

    async def lines() -> AsyncIterator[str]:
        for line in script.splitlines(keepends=True):
            yield line

    await Terminal(load(), store, tmp_path, language, out).run(lines())
    store.dispose()

    kinds = {(path.name.split("_")[0], path.suffix) for path in (tmp_path / "drafts").iterdir()}
    names = ("LIP-terms-of-reference", "LIP-action-plan", "PLI-cadre-de-reference", "PLI-plan-d-action")
    assert kinds == {(name, suffix) for name in names for suffix in (".docx", ".pdf")}
