"""The terminal: what a line means, and the same bot on a pipe."""

from __future__ import annotations

import io
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.settings import sqlite_url
from bot.storage import open_store
from bot.storage.migrate import upgrade
from bot.telegram_limits import length
from bot.tryout import LINE, Terminal, intent, joined, parts, typed
from tests.support.hourglass import Hourglass
from tests.support.pocket_guide import PocketGuide


async def given(*lines: str) -> AsyncIterator[str]:
    for line in lines:
        yield line


async def talk(folder: Path, *lines: str, language: str = "en", glass: Hourglass | None = None) -> str:
    """What the terminal prints for these lines."""
    url = sqlite_url(folder / "try.db")
    upgrade(url)
    store = open_store(url)
    out = io.StringIO()
    clock = (glass or Hourglass()).clock
    try:
        await Terminal(PocketGuide(), store, folder, language, out, clock).run(given(*lines))
    finally:
        store.dispose()
    return out.getvalue()


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("1", 0),
        (" 3 ", 2),
        ("4", "4"),
        ("0", "0"),
        ("=2", "2"),
        ("==2", "=2"),
        ("green", 1),
        ("Green ", 1),
        ("=Green", "Green"),
        ("greenish", "greenish"),
        ("12,000", "12,000"),
        ("  indented", "  indented"),
    ],
)
def test_what_a_line_means(line: str, meant: int | str) -> None:
    assert intent(line, ["Red", "Green", "Blue"]) == meant


def test_a_label_is_meant_however_its_spaces_and_apostrophes_are_typed() -> None:
    assert intent("continuer : l'ébauche", ["Retour", "Continuer\u00a0: l’ébauche"]) == 1


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["a", "", "  ", "b"], ["a", "b"]),
        (["a\\", "b\\", "c", "d"], ["a\nb\nc", "d"]),
        (["a\\"], ["a"]),
        (["\\", "b"], ["\nb"]),
    ],
)
async def test_a_backslash_joins_lines_and_empty_ones_say_nothing(lines: list[str], found: list[str]) -> None:
    assert [line async for line in joined(given(*lines))] == found


def test_a_long_paste_is_cut_as_telegrams_apps_do() -> None:
    assert [length(part) for part in parts("🙂" * 3000 + " end")] == [4096, 1908]
    assert parts("  short ") == ["short"]
    assert parts("  ") == []


async def test_a_story_on_a_pipe(tmp_path: Path) -> None:
    printed = await talk(tmp_path, "Kenora", "2", "Blue", "=1")
    cards = [card.strip() for card in printed.split(LINE)]
    assert cards[0] == "Type a number."
    assert cards[1].startswith("Pocket\n\nWhich colour?")
    assert cards[2].splitlines()[2:] == [
        "Which colour? Kenora",
        "  1. Red",
        "  2. Green",
        "  3. Blue",
        "  4. Next",
        "(Saved.)",
    ]
    assert "  2. ✓ Green" in cards[3]
    assert "  3. ✓ Blue" in cards[4]
    assert "Which colour? note 1" in cards[5]
    assert len(cards) == 6, "a card that was edited in place is printed once, in its new form"


async def test_a_person_whose_app_speaks_french(tmp_path: Path) -> None:
    printed = await talk(tmp_path, "Kenora", "vert", language="fr-CA")
    assert printed.startswith("Tapez un numéro.")
    assert "  2. ✓ Vert" in printed


async def test_an_address_is_printed_and_nothing_is_sent(tmp_path: Path) -> None:
    printed = await talk(tmp_path, "links", "Share", "1")
    assert printed.splitlines().count("https://t.me/lip_guide_bot?start=abc") == 2
    assert "  1. Share (https://t.me/lip_guide_bot?start=abc)" in printed


async def test_a_text_to_copy_is_printed_and_nothing_is_sent(tmp_path: Path) -> None:
    printed = await talk(tmp_path, "copies", "Copy", "1")
    assert printed.splitlines().count("Dear neighbour") == 2


async def test_the_next_run_goes_on_where_the_last_one_ended(tmp_path: Path) -> None:
    glass = Hourglass()
    await talk(tmp_path, "Kenora", "1", glass=glass)
    glass.turn(0.5)
    printed = await talk(tmp_path, "hello", "4", glass=glass)
    assert "  1. ✓ Red" in printed
    assert "note hello" in printed
    assert "late" not in printed


async def test_documents_are_written_beside_the_database(tmp_path: Path) -> None:
    printed = await talk(tmp_path, "Kenora", "draft please")
    file = tmp_path / "drafts" / "paper.docx"
    assert file.read_bytes().startswith(b"Kenora|")
    assert str(file) in printed.splitlines()
    assert "Your file" in printed


async def test_the_lines_of_a_pipe_are_echoed_until_their_end() -> None:
    out = io.StringIO()
    assert [line async for line in typed(io.StringIO("one\r\ntwo"), out)] == ["one", "two"]
    assert out.getvalue() == "> one\n> two\n"


async def test_a_keyboard_gets_a_prompt_and_no_echo() -> None:
    class Keyboard(io.StringIO):
        def isatty(self) -> bool:
            return True

    out = io.StringIO()
    assert [line async for line in typed(Keyboard("one\n"), out)] == ["one"]
    assert out.getvalue() == "> > "
