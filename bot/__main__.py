"""The command line: one sentence and exit code 2 for a start that cannot be, exit code 1 for a failed check.

Every command imports what it needs when it runs, so that each starts quickly.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from bot import drafting, logs, operations, searching, settings
from bot.errors import Halt
from bot.serving import serve
from bot.settings import Settings, SettingsFault
from bot.storage.port import StoreFault
from workflows.errors import Fault

if TYPE_CHECKING:
    from httpx import AsyncClient

    from bot.links import Reply
    from bot.pauses import Pause

Command = Callable[[argparse.Namespace, Settings], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    given = _parser().parse_args(arguments)
    command: Command = given.command
    try:
        read = settings.read(os.environ)
        logs.set_up("WARNING" if command in (tryout, check, gallery) else read.log_level, read.log_format)
        return command(given, read)
    except (Fault, SettingsFault, Halt) as reason:
        print(reason, file=sys.stderr)
    except StoreFault as reason:
        print(f"The database cannot be used: {reason}", file=sys.stderr)
    return 2


def run(_: argparse.Namespace, read: Settings) -> int:
    """The bot, until SIGTERM or SIGINT."""
    read.required_token()
    from bot.application import build
    from bot.storage import open_store
    from workflows import guide

    operations.demand_up_to_date(read)
    known = guide.load()
    store = open_store(read.database_url)
    try:
        serve(lambda: build(read, known, store))
    finally:
        store.dispose()
    return 0


def tryout(given: argparse.Namespace, _: Settings) -> int:
    """The same bot in the terminal, over an embedded database of its own."""
    from bot.storage import open_store
    from bot.storage.migrate import upgrade
    from bot.tryout import Terminal, typed
    from workflows import guide

    known = guide.load()
    url = settings.sqlite_url(given.data / "lip-guide.db")
    upgrade(url)
    store = open_store(url)

    async def talk() -> None:
        await Terminal(known, store, given.data, given.language, sys.stdout).run(typed(sys.stdin, sys.stdout))

    try:
        asyncio.run(talk())
    finally:
        store.dispose()
    return 0


def migrate(_: argparse.Namespace, read: Settings) -> int:
    """Bring the database up to date."""
    from bot.storage.migrate import upgrade

    upgrade(read.database_url)
    print("The database is up to date.")
    return 0


def check(given: argparse.Namespace, _: Settings) -> int:
    """Definitions, words and templates: every fault on a line of its own."""
    from workflows import checks

    faults = checks.check(cards=not given.quick)
    for fault in faults:
        print(fault)
    return 1 if faults else 0


def gallery(given: argparse.Namespace, _: Settings) -> int:
    """Every card and document in both languages as pages; prints the path of the first one."""
    from bot.gallery import INDEX, pages
    from workflows import guide

    given.out.mkdir(parents=True, exist_ok=True)
    for name, content in pages(guide.load()):
        (given.out / name).write_bytes(content)
    print(given.out / INDEX)
    return 0


def links(given: argparse.Namespace, _: Settings, web: AsyncClient | None = None, pause: Pause = asyncio.sleep) -> int:
    """Ask every address that a resource opens; exit code 1 when one is gone. A test gives a web of its own."""
    from bot import link_report
    from bot.links import ask, client
    from workflows.knowledge import DEFINITIONS
    from workflows.proofreading.addresses import OPENED, listed

    asked = [
        link_report.Asked(one.place, one.resource, one.way, one.url)
        for one in listed(DEFINITIONS / "resources.yml", OPENED)
    ]

    async def replies() -> dict[str, Reply]:
        async with web or client() as asking:
            return await ask((one.url for one in asked), asking, pause)

    found = asyncio.run(replies())
    print(link_report.as_json(asked, found) if given.json else "\n".join(link_report.told(asked, found)))
    return link_report.exit_code(list(found.values()))


def diagram(_: argparse.Namespace, __: Settings) -> int:
    """The machines as mermaid, from the live ones."""
    from workflows import guide, journey

    for drawn in journey.diagrams(guide.load().knowledge.definitions).values():
        print(drawn)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="lip-guide", description="A bilingual Telegram guide through a Local Immigration Partnership."
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def add(name: str, command: Command, told: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=told, description=told)
        added.set_defaults(command=command)
        return added

    add("run", run, "the bot on Telegram: by webhook when WEBHOOK_URL is set, else by long polling")
    trying = add("try", tryout, "the same bot in the terminal, without a token")
    trying.add_argument("--language", default="en", help="what your Telegram app would speak (default: en)")
    trying.add_argument("--data", type=Path, default=Path("data/try"), help="folder of the database and drafts")
    reminding = add("remind", operations.remind, "send what is owed and do what is due, until it is stopped")
    reminding.add_argument("--once", action="store_true", help="only what is owed and due now")
    add("migrate", migrate, "bring the database up to date")
    keeping = add("backup", operations.backup, "a checked copy of the SQLite database, also while the bot runs")
    keeping.add_argument("file", type=Path, metavar="FILE")
    restoring = add("restore", operations.restore, "a backup back into its place, brought up to date")
    restoring.add_argument("file", type=Path, metavar="FILE")
    restoring.add_argument("--replace", action="store_true", help="also when the database holds something")
    add("purge", operations.purge, "remove what is no longer needed")
    add("doctor", operations.doctor, "what stands in the way, one line each with its mend; exit code 1 for a fault")
    checking = add("check", check, "check definitions, words and templates; exit code 1 with file and line")
    checking.add_argument("--quick", action="store_true", help="without drawing every card to measure it")
    drafting.add_arguments(add("draft", drafting.draft, "a document from an exported project"))
    showing = add("gallery", gallery, "every card and document in both languages as pages, for language reviewers")
    showing.add_argument("--out", type=Path, required=True, metavar="DIR")
    asking = add("links", links, "ask every resource address whether it still answers; exit code 1 when one is gone")
    asking.add_argument("--json", action="store_true", help="a list of {resource, way, url, place, state, …}")
    searching.add_arguments(add("search", searching.search, "what the search of resources answers to these words"))
    add("diagram", diagram, "the machines as mermaid, from the live ones")
    return parser


if __name__ == "__main__":
    sys.exit(main())
