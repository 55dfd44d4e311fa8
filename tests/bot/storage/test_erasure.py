"""Erasing leaves no trace: every table that exists is searched, and on SQLite the bytes of its files."""

from __future__ import annotations

from pathlib import Path

from bot.storage import SqlStore, open_store
from bot.storage.erasure import without_author
from bot.storage.migrate import upgrade
from bot.storage.port import Person, Place, Sent
from tests.bot.storage.samples import NOW, every_row, full_project, store_project, take_seat
from workflows.actions import ReplyTo
from workflows.project import Change

MARK = "Zyxwvut"
ME, OTHER = "7700770077", "7800780078"
ASKED = ReplyTo("council.members", "r1")


def fill(store: SqlStore, project: str, person: str, said: str) -> None:
    """Put a project into every table that can speak of it."""
    chat = int(person)
    store_project(store, full_project(project, said=said, by=person), person)
    with store.transaction() as work:
        work.save_person(Person(person, "fr"))
        work.save_place(Place(chat, person, project))
        work.append_history(project, [Change("council.members", "r1", {"by": person}, [said], person, "now")])
        work.keep_snapshot(project, 1, full_project(project, said=said, by=person).to_data())
        shown = work.owe(chat, person, "card", {"text": said}, None, NOW)
        work.settle([Sent(shown.id, chat, person, 5, True, ASKED, project)])
        work.owe(chat, person, "files", {"name": said}, None, NOW)


def test_an_erased_project_leaves_no_trace_and_the_others_stay(url: str, store: SqlStore) -> None:
    fill(store, f"p{MARK}", ME, MARK)
    fill(store, "p2", OTHER, "kept")
    with store.transaction() as work:
        work.save_place(Place(int(OTHER) + 1, OTHER, f"p{MARK}"))
    rows = every_row(url)
    assert {line.split(":")[0] for line in rows.splitlines() if MARK in line} == {
        "projects", "seats", "places", "cards", "outbox", "history", "snapshots",
    }  # fmt: skip
    with store.transaction() as work:
        work.erase_project(f"p{MARK}")
    assert MARK not in every_row(url)
    kept = [line for line in rows.splitlines() if MARK not in line]
    assert sorted(every_row(url).splitlines()) == sorted(kept)


def test_an_erased_person_leaves_no_trace_and_takes_along_what_only_they_held(url: str, store: SqlStore) -> None:
    fill(store, "alone", ME, MARK)
    fill(store, "other", OTHER, "kept")
    assert MARK in every_row(url)
    with store.transaction() as work:
        work.erase_person(ME)
    after = every_row(url)
    assert ME not in after
    assert MARK not in after
    assert "'alone'" not in after
    with store.transaction() as work:
        assert work.person(OTHER) == Person(OTHER, "fr")
        assert work.project("other", OTHER) is not None
        assert work.card(int(OTHER), 5) == ASKED
        assert len(work.owed()) == 1


def test_a_shared_project_keeps_its_answers_and_loses_the_name(url: str, store: SqlStore) -> None:
    fill(store, "shared", ME, "said together")
    take_seat(url, OTHER, "shared")
    mine = Change("council.members", "r1", {"by": OTHER, "values": {"by": ME}}, [{"by": ME}], OTHER, "later")
    with store.transaction() as work:
        work.append_history("shared", [mine])
    with store.transaction() as work:
        work.erase_person(ME)
    assert ME not in every_row(url)
    with store.transaction() as work:
        project = work.project("shared", OTHER)
        assert work.history("shared") == (
            Change("council.members", "r1", {"by": ""}, ["said together"], "", "now"),
            Change("council.members", "r1", {"by": OTHER, "values": {"by": ""}}, [{"by": ""}], OTHER, "later"),
        )
        assert work.titles(ME) == ()
        kept = work.snapshots("shared")[1]
    assert kept.to_data() == full_project("shared", said="said together", by="").to_data()
    assert project is not None
    assert project.to_data() == full_project("shared", said="said together", by="").to_data()


def test_a_person_who_was_never_here_is_erased_without_a_fault(url: str, store: SqlStore) -> None:
    fill(store, "other", OTHER, "kept")
    before = every_row(url)
    with store.transaction() as work:
        work.erase_person(ME)
    assert every_row(url) == before


def test_the_name_is_looked_for_at_any_depth_and_only_as_an_author() -> None:
    data = {"by": "7", "value": ["7", {"by": "7", "phone": "7"}, {"by": "8"}], "at": None}
    assert without_author(data, "7") == {
        "by": "",
        "value": ["7", {"by": "", "phone": "7"}, {"by": "8"}],
        "at": None,
    }


def test_the_files_of_sqlite_forget_too(sqlite_url: str, tmp_path: Path) -> None:
    def traces() -> set[str]:
        files = [file for file in tmp_path.rglob("*") if file.is_file()]
        return {file.name for file in files if MARK.encode() in file.read_bytes()}

    upgrade(sqlite_url)
    store = open_store(sqlite_url)
    fill(store, "other", OTHER, "kept")
    fill(store, "p1", ME, MARK * 2_000)  # longer than a page
    fill(store, "p2", ME, MARK)
    assert traces() >= {"guide.db-wal"}
    with store.transaction() as work:
        work.erase_project("p1")
    fill(store, "p3", ME, MARK)
    with store.transaction() as work:
        work.erase_person(ME)
    assert traces() == set()  # while the store is still open
    store.dispose()
    assert traces() == set()
