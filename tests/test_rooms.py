"""The rules of the house, read from the sources: who may import whom, and where words and ids may stand."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.support.walker import the_guide

HOUSE = Path(__file__).parents[1]
LONGEST_FILE = 250

WORKFLOWS_MAY_IMPORT = {
    "transitions",
    "jinja2",
    "yaml",
    "babel",
    "markdown_it",
    "mdit_py_plugins",
    "docx",
    "lxml",
    "typst",
    "snowballstemmer",
    "rapidfuzz",
    "segno",
    "openpyxl",
    "PIL",
    "workflows",
}
ONLY_FOR_DOCUMENTS = {"jinja2", "markdown_it", "mdit_py_plugins", "docx", "lxml", "typst", "segno", "openpyxl"}
ASKS_THE_TEMPLATES = {
    "workflows/template_check.py"
}  # compares a template's names with its context, so it parses templates
READS_FILES = {
    "workflows/yaml_files.py",
    "workflows/proofreading/sources.py",
    "workflows/loader.py",
    "workflows/wording.py",
    "workflows/drafts.py",
    "workflows/template_check.py",
    "workflows/references.py",
}
"""The loaders: everything they read is read once at start-up. Fonts and styles are read inside workflows/documents/."""

PUBLIC_TO_THE_BOT = {
    "workflows.actions",
    "workflows.checks",
    "workflows.circle",
    "workflows.codes",
    "workflows.errors",
    "workflows.guide",
    "workflows.languages",
    "workflows.outcomes",
    "workflows.past",
    "workflows.phrases",
    "workflows.project",
    "workflows.roles",
    "workflows.screens",
}
"""What the bot may know of the other room: values, faults, and the one door."""
MORE_FOR_ONE = {
    "bot/__main__.py": {
        "workflows.journey",
        "workflows.search",
        "workflows.knowledge",
        "workflows.proofreading",
    },
    "bot/drafting.py": {"workflows.documents"},
    "bot/gallery.py": {"workflows.showcase", "workflows.proofreading"},
}
"""The command line draws diagrams, searches and lists addresses without a chat; the gallery draws the tour."""

ORDINARY_WORDS = {
    "action": "the Bot API's field for what somebody is told to be doing",
    "data": "the Bot API's field of a button, and the folder of the database",
    "invitations": "a table: links that let somebody in",
    "kind": "a column: card or file",
    "level": "how much is logged",
    "media": "the Bot API's field of an album",
    "method": "the Bot API's field of a call in a webhook's response",
    "name": "the Bot API's field of a command and of a bot",
    "none": "what the server of the webhook does without",
    "other": "an update that is nothing else",
    "people": "a table",
    "person": "a column: who",
    "plain": "one of the two shapes of a message",
    "question": "a column: what a card asked",
    "reason": "a column: why a project was erased",
    "result": "the Bot API's field of every answer",
    "role": "a column: what somebody's seat is",
    "stage": "a label of the metrics",
    "since": "a column: how long somebody has a seat",
    "target": "a part of a button's payload",
    "title": "a column: the name of a project",
    "value": "a part of a button's payload",
}
"""Words of Telegram, of tables and of payloads that happen to be the id of a field or an option as well."""

SENTENCES = {
    "bot/__main__.py": "help of the command line, for operators",
    "bot/drafting.py": "help of the command line, for operators",
    "bot/searching.py": "help of the command line, for operators",
    "bot/doctor.py": "findings for operators",
    "bot/operations.py": "what commands print, for operators",
    "bot/storage/backup.py": "faults told to operators",
    "bot/logs.py": "the shape of a log line",
    "bot/sending.py": "Telegram's own words, by which its refusals are recognized",
    "bot/telegram_chats.py": "Telegram's own words in errors",
    "bot/intake/calls.py": "faults told to operators",
    "bot/intake/polling.py": "faults told to operators",
    "bot/intake/webhook.py": "faults told to operators",
    "bot/telegram_in_memory.py": "Telegram's own words in errors",
    "bot/link_report.py": "a report for operators",
}
"""Modules that may hold a sentence, because nobody reads it in a chat."""

WITHOUT_A_TEST_OF_THEIR_OWN = {
    "workflows/circle.py": "values only; shown by the tests of sharing",
    "workflows/schema.py": "values only; made by the loader's tests",
    "workflows/errors.py": "values only; raised in every test of a refusal",
    "workflows/phrases.py": "values only; shown by the tests of wording",
    "workflows/outcomes.py": "values only; returned by the engine's tests",
    "workflows/knowledge.py": "reads everything at once; the engine's tests stand on it",
    "bot/guidance.py": "types only",
    "bot/notes.py": "written and read in the tests of the unit of work",
    "bot/effects.py": "carried out in the tests of the unit of work and in the stories",
    "bot/notices.py": "owed in the tests of sharing, of the grace and of expiry",
    "bot/tools.py": "values only; given to every test of the unit of work",
    "bot/incoming.py": "values only; made by the tests of the handlers",
    "bot/telegram_chats.py": "the chats of the Bot API in memory; tested with it",
}


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def sources(room: str) -> list[Path]:
    return sorted(path for path in (HOUSE / room).rglob("*.py") if "migrations/versions" not in str(path))


def named(path: Path) -> str:
    return path.relative_to(HOUSE).as_posix()


def imports(path: Path) -> Iterator[tuple[str, int]]:
    """Every module that a file imports, with the line."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = named(path).split("/")[: -node.level] if node.level else []
            yield ".".join((*above, *filter(None, [node.module]))), node.lineno
            yield from (
                (f"{node.module}.{alias.name}", node.lineno)
                for alias in node.names
                if node.module in ("workflows", "bot")
            )


def test_the_room_that_thinks_imports_only_what_it_may() -> None:
    wrong = []
    for path in sources("workflows"):
        inside = named(path).startswith("workflows/documents/") or named(path) in ASKS_THE_TEMPLATES
        for module, line in imports(path):
            top = module.split(".")[0]
            known = top in sys.stdlib_module_names or top in WORKFLOWS_MAY_IMPORT
            if not known or (top in ONLY_FOR_DOCUMENTS and not inside):
                wrong.append(f"{named(path)}:{line}: {module}")
    assert not wrong, "\n".join(wrong)


def test_the_room_that_speaks_holds_no_code() -> None:
    assert list((HOUSE / "content").rglob("*.py")) == []


def test_the_room_that_thinks_awaits_nothing_and_knows_no_environment_and_no_clock() -> None:
    wrong = []
    for path in sources("workflows"):
        for node in ast.walk(tree(path)):
            told = ast.unparse(node) if isinstance(node, ast.Attribute) else ""
            clock = told in (
                "os.environ",
                "os.getenv",
                "datetime.now",
                "dt.datetime.now",
                "date.today",
                "dt.date.today",
                "time.time",
                "datetime.utcnow",
                "time.monotonic",
                "time.sleep",
            )
            if isinstance(node, ast.AsyncFunctionDef | ast.Await | ast.AsyncFor | ast.AsyncWith) or clock:
                wrong.append(f"{named(path)}:{getattr(node, 'lineno', 0)}: {told or type(node).__name__}")
        wrong += [
            f"{named(path)}:{line}: {m}"
            for m, line in imports(path)
            if m.split(".")[0]
            in ("asyncio", "os", "random", "socket", "sqlite3", "threading", "time", "uuid", "subprocess")
            and not (named(path).startswith("workflows/documents/") and m.split(".")[0] == "threading")
        ]
    assert not wrong, "\n".join(wrong)


def test_files_are_read_by_the_loaders_alone() -> None:
    wrong = []
    for path in sources("workflows"):
        if named(path) in READS_FILES or named(path).startswith("workflows/documents/"):
            continue
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Call):
                method = isinstance(node.func, ast.Attribute)
                called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                if called in (() if method else ("open",)) or called in (
                    "read_text",
                    "read_bytes",
                    "write_text",
                    "write_bytes",
                    "unlink",
                    "mkdir",
                ):
                    wrong.append(f"{named(path)}:{node.lineno}: {called}")
    assert not wrong, "\n".join(wrong)


def test_the_bot_knows_the_other_room_by_its_public_modules_alone() -> None:
    wrong = []
    for path in sources("bot"):
        allowed = PUBLIC_TO_THE_BOT | MORE_FOR_ONE.get(named(path), set())
        for module, line in imports(path):
            foreign = module.startswith("workflows.") and not any(
                module == one or module.startswith(f"{one}.") for one in allowed
            )
            if foreign or module.startswith("tests"):
                wrong.append(f"{named(path)}:{line}: {module}")
    assert not wrong, "\n".join(wrong)


@cache
def every_id() -> frozenset[str]:
    """Every id and every path that the definitions know."""
    definitions = the_guide().knowledge.definitions
    ids = {step.id for step in definitions.steps} | set(definitions.documents) | set(definitions.groups)
    for options in definitions.lists.values():
        ids.update(options)
    for question in definitions.everything():
        ids.update((question.id, question.path, *question.options, *question.starters))
    for step in definitions.steps:
        ids.update(gap.id for gap in step.gaps)
    ids.update(resource.id for resource in the_guide().knowledge.catalogue.resources)
    return frozenset(one for one in ids if not one.isdigit())


def strings(path: Path) -> Iterator[tuple[str, int]]:
    """Every text of a file that is no docstring, with its line; the constant parts of an f-string one by one."""
    docstrings = set()
    for node in ast.walk(tree(path)):
        body = getattr(node, "body", None)
        if isinstance(body, list):
            for one in body:
                if isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant):
                    docstrings.add(id(one.value))
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.value, node.lineno


def test_no_step_question_or_option_is_named_in_the_bot() -> None:
    wrong = [
        f"{named(path)}:{line}: {text!r}"
        for path in sources("bot")
        for text, line in strings(path)
        if text in every_id() and text not in ORDINARY_WORDS
    ]
    assert not wrong, "\n".join(wrong)


def test_every_ordinary_word_that_is_also_an_id_is_needed_in_the_bot() -> None:
    used = {text for path in sources("bot") for text, _ in strings(path)}
    assert all(reason for reason in ORDINARY_WORDS.values())
    assert set(ORDINARY_WORDS) - (used & every_id()) == set()


def sentences(path: Path) -> Iterator[tuple[str, int]]:
    """Texts of four words or more that are no docstring, no exception, no mend, no log message and no help."""
    spared: set[int] = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Raise | ast.Assert):
            spared.update(id(one) for one in ast.walk(node))
        if isinstance(node, ast.Call):
            told = ast.unparse(node.func)
            last = told.rpartition(".")[2]
            if (
                last in ("debug", "info", "warning", "error", "exception", "critical")
                or last.endswith(("Fault", "Error", "Refused"))
                or last in ("_told", "_fault", "refuse", "fault", "compile", "text", "fullmatch", "execute", "record")
            ):
                spared.update(id(one) for one in ast.walk(node))
        if isinstance(node, ast.AnnAssign) and ast.unparse(node.annotation) == "TypeAlias":
            spared.update(id(one) for one in ast.walk(node))
        if isinstance(node, ast.Assign) and any(ast.unparse(target) in ("mend", "problem") for target in node.targets):
            spared.update(id(one) for one in ast.walk(node))
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in spared:
            words = [word for word in node.value.split() if any(sign.isalpha() for sign in word)]
            if len(words) >= 4:
                yield node.value, node.lineno


def docstring_lines(path: Path) -> set[int]:
    lines = set()
    for node in ast.walk(tree(path)):
        for one in getattr(node, "body", None) or [] if isinstance(getattr(node, "body", None), list) else []:
            if isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant):
                lines.add(one.value.lineno)
    return lines


WORD_LISTS = {
    "workflows/typography.py": "rules named to whoever writes the words",
    "workflows/checks.py": "faults told to whoever writes definitions and words",
    "workflows/template_check.py": "faults told to whoever writes templates",
    "workflows/references.py": "faults told to whoever writes definitions",
}


WITHOUT_WORDS_OF_CARDS = ("workflows/documents/", "workflows/proofreading/")
"""Folders whose sentences are formulas of a file format, or faults told to whoever writes the words."""


def test_no_sentence_for_people_stands_in_python() -> None:
    wrong = []
    for room in ("workflows", "bot"):
        for path in sources(room):
            if named(path) in SENTENCES | WORD_LISTS or named(path).startswith(WITHOUT_WORDS_OF_CARDS):
                continue
            docs = docstring_lines(path)
            wrong += [f"{named(path)}:{line}: {text[:60]!r}" for text, line in sentences(path) if line not in docs]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("name", sorted(SENTENCES | WORD_LISTS))
def test_every_module_that_may_hold_a_sentence_still_does(name: str) -> None:
    path = HOUSE / name
    docs = docstring_lines(path)
    assert any(line not in docs for _, line in sentences(path)), f"{name} needs no exception any more"


def mirrored() -> Iterator[Path]:
    """The modules of both rooms, without those of their inner folders, which have tests of their own order."""
    for room in ("workflows", "bot"):
        yield from (path for path in sorted((HOUSE / room).glob("*.py")) if path.name != "__init__.py")


def test_every_module_has_tests_under_its_own_name() -> None:
    missing = []
    for path in mirrored():
        name = f"test_{path.stem.strip('_')}.py"
        if named(path) not in WITHOUT_A_TEST_OF_THEIR_OWN and not (HOUSE / "tests" / path.parent.name / name).is_file():
            missing.append(f"{named(path)} has no tests/{path.parent.name}/{name}")
    assert not missing, "\n".join(missing)


def test_every_exception_to_the_mirror_is_needed() -> None:
    for name in WITHOUT_A_TEST_OF_THEIR_OWN:
        path = HOUSE / name
        assert path.is_file(), name
        assert not (HOUSE / "tests" / path.parent.name / f"test_{path.stem}.py").exists(), name


def test_no_file_is_longer_than_a_reader_can_hold() -> None:
    wrong = []
    for room in ("workflows", "bot"):
        for path in sources(room):
            length = len(path.read_text(encoding="utf-8").splitlines())
            if length > LONGEST_FILE:
                wrong.append(f"{named(path)}: {length} lines")
    assert not wrong, "\n".join(wrong)


def test_every_definition_and_every_word_travels_with_the_package() -> None:
    assert (HOUSE / "workflows" / "definitions" / "journey.yml").is_file()
    assert {path.name for path in (HOUSE / "content").iterdir() if path.is_dir()} == {"en", "fr"}
