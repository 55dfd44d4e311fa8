"""The migrations build exactly the tables: from nothing, any number of times, by two processes at once."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

import bot.storage
from bot.storage import open_store
from bot.storage.migrate import configuration, current, known, newest, upgrade
from bot.storage.port import Person
from bot.storage.tables import metadata
from tests.bot.storage.samples import bare, every_row

NEWEST = "0011"


def test_the_migrations_build_exactly_the_tables(url: str) -> None:
    upgrade(url)
    with bare(url) as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, metadata) == []


def test_the_files_tell_the_revisions_that_alembic_finds(sqlite_url: str) -> None:
    upgrade(sqlite_url)
    with bare(sqlite_url) as connection:
        scripts = ScriptDirectory.from_config(configuration(connection))
        assert newest() == scripts.get_current_head() == NEWEST
        assert all(known(one.revision) for one in scripts.walk_revisions())
    assert not known("0012")


def test_an_upgrade_tells_how_far_it_is_and_a_second_one_changes_nothing(url: str) -> None:
    assert current(url) is None
    upgrade(url)
    assert current(url) == NEWEST
    store = open_store(url)
    with store.transaction() as work:
        work.save_person(Person("77", "fr"))
    store.dispose()
    before = every_row(url)
    upgrade(url)
    assert current(url) == NEWEST
    assert every_row(url) == before


def test_asking_how_far_a_missing_file_is_does_not_make_it(sqlite_url: str, tmp_path: Path) -> None:
    assert current(sqlite_url) is None
    assert list(tmp_path.iterdir()) == []


def test_two_processes_may_upgrade_at_once(url: str) -> None:
    ask = "import sys; from bot.storage.migrate import upgrade; sys.stdin.read(); upgrade(sys.argv[1])"
    both = [
        subprocess.Popen([sys.executable, "-c", ask, url], stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    for process in both:
        assert process.stdin is not None
        process.stdin.close()  # both were waiting for this
        process.stdin = None
    assert [process.communicate(timeout=20)[1] for process in both] == ["", ""]
    assert [process.returncode for process in both] == [0, 0]
    assert current(url) == NEWEST


def test_a_new_revision_can_be_written_and_finds_nothing_to_change(sqlite_url: str, tmp_path: Path) -> None:
    scripts = tmp_path / "migrations"
    shutil.copytree(Path(bot.storage.__file__).parent / "migrations", scripts)
    upgrade(sqlite_url)
    with bare(sqlite_url) as connection:
        config = configuration(connection)
        config.set_main_option("script_location", str(scripts))
        command.revision(config, "what changes", autogenerate=True, rev_id="9999")
    text = (scripts / "versions" / "9999_what_changes.py").read_text()
    found: dict[str, object] = {}
    exec(compile(text, "9999", "exec"), found)
    assert (found["revision"], found["down_revision"]) == ("9999", NEWEST)
    assert "op." not in text
