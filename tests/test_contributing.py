"""What CONTRIBUTING.md shows is done here as it is written, in a temporary copy, and the copy works.

A block belongs to the files that the sentence before it names. Its first line and its keys at the left edge say where,
when the file has them already; the other lines follow. One line alone replaces the line with the same key.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.walker import Walker
from workflows.checks import check
from workflows.guide import Guide, load
from workflows.project import Project

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^(?P<indent> *)```(?:yaml|python)\n(?P<text>.*?)^ *```$", re.DOTALL | re.MULTILINE)
FILE = re.compile(r"`((?:content|workflows)/[\w./-]+\.(?:yml|py))`")


def section(title: str) -> str:
    """The text below a heading, up to the next one."""
    return PAGE.split(f"\n### {title}\n")[1].split("\n### ")[0]


def follow(title: str, house: Path) -> None:
    """Do what a section shows, in the copy."""
    text, done = section(title), 0
    for block in BLOCK.finditer(text):
        before = text[done : block.start()]
        paragraph = [part for part in before.split("\n\n") if FILE.search(part)][-1]
        for file in FILE.findall(paragraph):
            write(house / file, lines_of(block))
        done = block.end()


def lines_of(block: re.Match[str]) -> list[str]:
    """The lines of a block, without the indentation of the list that it stands in."""
    return [line.removeprefix(block["indent"]) for line in block["text"].rstrip("\n").split("\n")]


def write(path: Path, new: list[str]) -> None:
    """Put the lines of a block where its known lines say, or at the end."""
    lines = path.read_text(encoding="utf-8").rstrip("\n").split("\n")
    key = new[0].split(":")[0] + ":"
    if len(new) == 1 and any(line.startswith(key) for line in lines):
        lines = [new[0] if line.startswith(key) else line for line in lines]
    else:
        at = len(lines)
        for number, line in enumerate(new):
            place = number == 0 or re.fullmatch(r"[a-z_]+:", line)
            if place and line in lines:
                at = lines.index(line) + 1
            else:
                lines.insert(at, line)
                at += 1
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A copy of what contributors change."""
    for room in ("workflows", "content", "bot"):
        shutil.copytree(ROOT / room, tmp_path / room, ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def changed(house: Path) -> Guide:
    """The guide of the copy; AssertionError with every fault that the check finds."""
    assert check(house / "workflows" / "definitions", house / "content", cards=False) == []
    return load(house / "workflows" / "definitions", house / "content")


def test_a_question_is_asked_in_both_languages_once_its_line_and_its_words_are_there(house: Path) -> None:
    follow("Add a question", house)
    for language in ("en", "fr"):
        walker = Walker(language, guide=changed(house))
        walker.open("profile.municipal_contact")
        assert "steps.profile.questions.municipal_contact.ask" in walker.keys
        walker.say("Marie")
        assert walker.value("profile.municipal_contact") == "Marie"


def test_without_its_words_the_check_says_what_the_page_says(house: Path) -> None:
    text = section("Add a question")
    first = BLOCK.search(text)
    assert first is not None
    write(house / "workflows/definitions/00_profile.yml", lines_of(first))
    said = [fault for fault in check(house / "workflows" / "definitions", house / "content") if ".label'" in fault]
    assert len(said) == 2
    for fault in said:
        assert fault in text


def test_a_rule_is_told_when_its_question_stays_open(house: Path) -> None:
    follow("Add a question", house)
    follow("Add a rule", house)
    guide = changed(house)
    (rule,) = [gap for gap in guide.knowledge.definitions.step("profile").gaps if gap.id == "no_municipal_contact"]
    walker = Walker("fr", guide=guide)
    assert walker.project is not None
    assert told(guide, walker.project, rule.id) is True
    walker.open("profile.municipal_contact")
    walker.say("Marie")
    assert told(guide, walker.project, rule.id) is False


def told(guide: Guide, project: Project, rule: str) -> bool:
    """True when the rule has something to say about this project."""
    from workflows.gaps import find

    definitions = guide.knowledge.definitions
    return rule in [gap.id for gap in find(project, definitions.step("profile").gaps, definitions.lists)]


def test_a_resource_is_found_by_its_step_and_by_its_words(house: Path) -> None:
    follow("Add a resource", house)
    guide = changed(house)
    assert "council_primer" in [one.id for one in guide.knowledge.catalogue.for_step("council")]
    for language, words in (("en", "primer for council members"), ("fr", "abrégé membres du conseil")):
        walker = Walker(language, guide=guide)
        walker.say(words)
        walker.tap("resource", "council_primer")
        assert "resources.council_primer.summary" in walker.keys


def lip_guide(house: Path, *arguments: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    """The command line of the copy."""
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        input=typed,
        capture_output=True,
        text=True,
        cwd=house,
        timeout=120,
        check=False,
        env={**os.environ, "PYTHONPATH": str(house), "DATA_DIR": str(house / "data")},
    )


def test_a_language_takes_its_words_and_the_places_that_the_page_names(house: Path) -> None:
    shutil.copytree(house / "content" / "en", house / "content" / "es")
    follow("Add a language", house)
    words = house / "content" / "es" / "interface.yml"
    text = words.read_text(encoding="utf-8")
    words.write_text(re.sub(r'^  steps: ".*"$', '  steps: "Cinco pasos."', text, count=1, flags=re.MULTILINE), "utf-8")

    checked = lip_guide(house, "check", "--quick")
    assert (checked.stdout, checked.returncode) == ("", 0), checked.stderr[-2000:]
    spoken = lip_guide(house, "try", "--language", "es", "--data", "try", typed="1\nKenora\n/home\n")
    assert "Cinco pasos." in spoken.stdout, spoken.stderr[-2000:]
    (house / "p.json").write_text(json.dumps(Project("p", 2027).to_data()))
    arguments = ("p.json", "--document", "terms-of-reference", "--language", "es", "--format", "pdf", "--out", "drafts")
    drafted = lip_guide(house, "draft", *arguments)
    assert drafted.returncode == 0, drafted.stderr[-2000:]
    assert (house / drafted.stdout.strip()).read_bytes().startswith(b"%PDF")


def test_a_language_without_its_words_or_its_places_is_refused(house: Path) -> None:
    shutil.copytree(house / "content" / "en", house / "content" / "es")
    follow("Add a language", house)
    (house / "content" / "es" / "topics.yml").unlink()
    checked = lip_guide(house, "check", "--quick")
    assert checked.returncode == 1
    assert "has no words in 'es'" in checked.stdout


def test_every_section_is_followed_by_a_test() -> None:
    titles = re.findall(r"^### (Add an? (?!something).+)$", PAGE, re.MULTILINE)
    assert titles == ["Add a question", "Add a rule", "Add a resource", "Add a language"]
