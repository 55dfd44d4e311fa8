"""The promises of `port.Transaction` about people, places, projects and claims, on both databases."""

from __future__ import annotations

import datetime as dt
import sqlite3

import pytest
from psycopg import IntegrityError as PostgresqlIntegrityError
from sqlalchemy import select, update

from bot.storage import SqlStore
from bot.storage.port import Person, Place, ProjectBusy
from bot.storage.tables import places, projects
from tests.bot.storage.samples import NOW, bare, every_row, full_project, store_project, take_seat
from workflows.outcomes import Title
from workflows.project import Change, Project
from workflows.screens import Spot

EAST = dt.timezone(dt.timedelta(hours=5))


def claim_and_fail(store: SqlStore) -> None:
    with store.transaction() as work:
        assert work.claim(1, NOW)
        raise ZeroDivisionError


def save_on_an_older_revision(store: SqlStore) -> None:
    with store.transaction() as work:
        work.claim(1, NOW)
        work.save_place(Place(77, "77", "p1"))
        work.save_project(full_project(said="lost"), 6, NOW)


def write_everything_and_fail(store: SqlStore) -> None:
    with store.transaction() as work:
        work.claim(1, NOW)
        work.save_person(Person("77", "en"))
        work.save_place(Place(77, "77", "p1"))
        work.create_project(full_project(), "77", "coordinator", NOW)
        work.append_history("p1", [Change("council.members", "", None, [], "77", "now")])
        work.owe(77, "77", "card", {}, None, NOW)
        raise ZeroDivisionError


def test_an_update_is_claimed_once(store: SqlStore) -> None:
    with store.transaction() as work:
        assert work.claim(2**40, NOW)
        assert work.claim(2**40 + 1, NOW)
        assert not work.claim(2**40, NOW)
    with store.transaction() as work:
        assert not work.claim(2**40 + 1, NOW)


def test_a_claim_that_was_rolled_back_can_be_claimed_again(store: SqlStore) -> None:
    with pytest.raises(ZeroDivisionError):
        claim_and_fail(store)
    with store.transaction() as work:
        assert work.claim(1, NOW)


def test_claims_are_purged_by_the_moment_and_not_by_the_clock_of_a_zone(store: SqlStore) -> None:
    with store.transaction() as work:
        work.claim(1, NOW - dt.timedelta(hours=2))
        work.claim(2, (NOW - dt.timedelta(hours=1)).astimezone(EAST))  # its clock shows a later hour than NOW
        work.claim(3, NOW)
    with store.transaction() as work:
        assert work.purge_claims(NOW.astimezone(EAST)) == 2
        assert not work.claim(3, NOW)
        assert work.claim(1, NOW)


def test_a_time_without_a_zone_is_refused(store: SqlStore) -> None:
    with pytest.raises(Exception, match="without a zone"), store.transaction() as work:
        work.claim(1, NOW.replace(tzinfo=None))


def test_times_come_back_as_the_same_moment(url: str, store: SqlStore) -> None:
    store_project(store, full_project(), "77", NOW.astimezone(EAST))
    with bare(url) as connection:
        kept = connection.execute(select(projects.c.created_at)).scalar_one()
    assert kept == NOW
    assert kept.utcoffset() == dt.timedelta(0)


def test_a_person_is_unknown_at_first_and_then_as_last_written(store: SqlStore) -> None:
    with store.transaction() as work:
        assert work.person("77") is None
        work.save_person(Person("77"))
        assert work.person("77") == Person("77", None, True)
    with store.transaction() as work:
        work.save_person(Person("77", "fr", False))
        work.save_person(Person("78", "en"))
    with store.transaction() as work:
        assert work.person("77") == Person("77", "fr", False)


def test_a_place_comes_back_whole_and_belongs_to_a_person_in_a_chat(store: SqlStore) -> None:
    spot = Spot(
        screen="question",
        step="council",
        question="council.members",
        record="r1",
        field="person",
        page=3,
        value="é",
        changing=True,
        heard=2**33,
    )
    group = -(2**41)
    with store.transaction() as work:
        assert work.place(group, "77") is None
        work.save_place(Place(group, "77", "p1", spot, 2**33))
        work.save_place(Place(group, "78", None, Spot(), None))
        work.save_place(Place(77, "77"))
    with store.transaction() as work:
        assert work.place(group, "77") == Place(group, "77", "p1", spot, 2**33)
        assert work.place(group, "78") == Place(group, "78")
        assert work.place(77, "77") == Place(77, "77")


def test_a_place_saved_without_a_message_keeps_the_known_one(store: SqlStore) -> None:
    with store.transaction() as work:
        work.save_place(Place(77, "77", "p1", Spot("review"), 5))
        work.save_place(Place(77, "77", None, Spot("home"), None))
        assert work.place(77, "77") == Place(77, "77", None, Spot("home"), 5)
        work.save_place(Place(77, "77", "p2", Spot("home"), 6))
        assert work.place(77, "77") == Place(77, "77", "p2", Spot("home"), 6)


def test_a_spot_written_by_another_release_is_read_as_far_as_it_is_known(url: str, store: SqlStore) -> None:
    with store.transaction() as work:
        work.save_place(Place(77, "77"))
    with bare(url) as connection:
        connection.execute(update(places).values(spot={"screen": "review", "step": "council", "mood": "new"}))
    with store.transaction() as work:
        assert work.place(77, "77") == Place(77, "77", None, Spot("review", "council"))


def test_a_project_comes_back_whole(store: SqlStore) -> None:
    store_project(store, full_project(), "77")
    with store.transaction() as work:
        back = work.project("p1", "77")
    assert back is not None
    assert back.to_data() == full_project().to_data()
    assert back.records("council.members") == full_project().records("council.members")


def test_a_project_is_open_to_its_seats_alone(url: str, store: SqlStore) -> None:
    store_project(store, full_project(), "77")
    with store.transaction() as work:
        assert work.project("p1", "78") is None
        assert work.project("p2", "77") is None
        assert work.titles("78") == ()
    take_seat(url, "78", "p1")
    with store.transaction() as work:
        assert work.project("p1", "78") is not None


def test_titles_are_newest_first_and_follow_the_answers(store: SqlStore) -> None:
    store_project(store, full_project("b", said="old"), "77", NOW)
    store_project(store, full_project("a", said="new"), "77", NOW + dt.timedelta(days=1))
    store_project(store, Project("c", 2026), "77", NOW - dt.timedelta(days=1))
    store_project(store, full_project("d"), "78", NOW)
    with store.transaction() as work:
        assert work.titles("77") == (
            Title("a", "Partnership new"),
            Title("b", "Partnership old"),
            Title("c", ""),
        )
        project = work.project("b", "77")
        assert project is not None
        project.answers["profile.name_en"].value = "Renamed"
        work.save_project(project, project.revision, NOW + dt.timedelta(days=9))
        assert [title.name for title in work.titles("77")] == ["Partnership new", "Renamed", ""]


def test_a_project_id_cannot_be_taken_twice_and_the_error_repeats_no_answer(store: SqlStore) -> None:
    store_project(store, full_project(said="secret"), "77")
    with pytest.raises((sqlite3.IntegrityError, PostgresqlIntegrityError)) as caught:
        store_project(store, full_project(said="secret"), "78")
    assert "secret" not in str(caught.value)


def test_a_save_on_the_loaded_revision_is_kept(store: SqlStore) -> None:
    store_project(store, full_project(), "77")
    with store.transaction() as work:
        project = work.project("p1", "77")
        assert project is not None
        project.answers["profile.population"].value = 50_000
        project.revision += 1
        work.save_project(project, 7, NOW)
    with store.transaction() as work:
        back = work.project("p1", "77")
    assert back is not None
    assert (back.revision, back.value("profile.population")) == (8, 50_000)


def test_a_save_on_an_older_revision_is_refused_and_undoes_its_transaction(url: str, store: SqlStore) -> None:
    store_project(store, full_project(), "77")
    before = every_row(url)
    with pytest.raises(ProjectBusy):
        save_on_an_older_revision(store)
    assert every_row(url) == before


def test_a_project_that_was_erased_cannot_be_saved(store: SqlStore) -> None:
    with pytest.raises(ProjectBusy), store.transaction() as work:
        work.save_project(full_project(), 7, NOW)


def test_an_exception_leaves_nothing_in_any_table(url: str, store: SqlStore) -> None:
    before = every_row(url)
    with pytest.raises(ZeroDivisionError):
        write_everything_and_fail(store)
    assert every_row(url) == before


def test_history_is_kept_in_order_and_to_the_letter(store: SqlStore) -> None:
    first = [
        Change("profile.name_en", "", None, "Œuvre ’", "77", "2026-05-04T12:30:00.123+05:00"),
        Change("council.members", "r1", {"values": {"sectors": ["health"]}}, None, "78", "2026-05-04"),
    ]
    second = [Change("profile.languages", "", ["en"], ["en", "fr"], "77", "2026-05-05")]
    store_project(store, full_project("p1"), "77")
    store_project(store, full_project("p2"), "77")
    with store.transaction() as work:
        work.append_history("p1", first)
        work.append_history("p2", [Change("profile.share", "", 0.25, 1, "77", "now")])
    with store.transaction() as work:
        work.append_history("p1", second)
        work.append_history("p1", [])
    with store.transaction() as work:
        assert work.history("p1") == (*first, *second)
