"""Seats and invitations on both databases: a link lets in one person once, and goes with time, project and maker."""

from __future__ import annotations

import datetime as dt

import pytest

from bot.storage import SqlStore
from bot.storage.port import Person, Place
from bot.storage.sharing_port import Invitation, Seat
from tests.bot.storage.samples import NOW, bare, every_row, full_project, store_project

ME, OTHER = "7700770077", "7800780078"
WEEK = dt.timedelta(days=7)
INVITED = Invitation("inv00001", "p1", "d" * 64, "editor", "Library", ME, NOW + WEEK)


@pytest.fixture(autouse=True)
def project(store: SqlStore) -> None:
    store_project(store, full_project("p1", by=ME), ME)
    store_project(store, full_project("p2", by=OTHER), OTHER)


def test_an_invitation_is_taken_once(store: SqlStore) -> None:
    with store.transaction() as tx:
        tx.invite(INVITED)
    with store.transaction() as tx:
        assert tx.invitations("p1", NOW) == (INVITED,)
        assert tx.invitation(INVITED.token_hash, NOW) == (INVITED, full_project().title())
        assert tx.invitation("other", NOW) is None
        assert tx.redeem(INVITED.token_hash, OTHER, NOW)
        assert not tx.redeem(INVITED.token_hash, "3", NOW)
        assert tx.seats("p1") == (Seat(ME, "coordinator", NOW), Seat(OTHER, "editor", NOW, "Library"))
        found = tx.seated("p1", OTHER)
        assert found is not None
        assert found[1] == "editor"
        assert tx.seated("p1", "3") is None
        assert tx.invitations("p1", NOW) == ()


def test_it_expires_and_can_be_taken_back_only_for_its_own_project(store: SqlStore) -> None:
    with store.transaction() as tx:
        tx.invite(INVITED)
        tx.revoke("p2", INVITED.id)
        assert tx.invitation(INVITED.token_hash, NOW + WEEK - dt.timedelta(seconds=1)) is not None
        assert tx.invitation(INVITED.token_hash, NOW + WEEK) is None
        assert tx.invitations("p1", NOW + WEEK) == ()
        assert not tx.redeem(INVITED.token_hash, OTHER, NOW + WEEK)
        tx.revoke("p1", INVITED.id)
        assert tx.invitation(INVITED.token_hash, NOW) is None


def test_what_has_expired_is_forgotten_with_time(store: SqlStore, url: str) -> None:
    with store.transaction() as tx:
        tx.invite(INVITED)
        later = Invitation("inv00002", "p2", "e" * 64, "reader", "", OTHER, NOW + 2 * WEEK)
        tx.invite(later)
        assert tx.purge_invitations(NOW + WEEK) == 1
        assert tx.invitation(later.token_hash, NOW + WEEK) is not None
    assert INVITED.token_hash not in every_row(url)


def test_a_member_who_takes_another_invitation_keeps_the_seat(store: SqlStore) -> None:
    with store.transaction() as tx:
        tx.invite(INVITED)
        assert tx.redeem(INVITED.token_hash, ME, NOW)
        assert tx.seats("p1") == (Seat(ME, "coordinator", NOW),)


def test_a_role_changes_and_a_seat_goes_with_the_name(store: SqlStore, url: str) -> None:
    with store.transaction() as tx:
        tx.save_person(Person(ME))
        tx.invite(INVITED)
        assert tx.redeem(INVITED.token_hash, OTHER, NOW)
        tx.invite(Invitation("inv00003", "p1", "f" * 64, "reader", "", ME, NOW + WEEK))
        tx.change_role("p1", OTHER, "coordinator")
        tx.save_place(Place(7, ME, "p1"))
        tx.save_place(Place(8, ME, "p2"))
        tx.owe(7, ME, "card", {"text": "x"}, None, NOW)
    with store.transaction() as tx:
        tx.remove_seat("p1", ME)
    with store.transaction() as tx:
        assert tx.seats("p1") == (Seat(OTHER, "coordinator", NOW, "Library"),)
        assert tx.project("p1", ME) is None
        assert tx.place(7, ME) is None
        assert tx.place(8, ME) is not None
        assert tx.owed() == ()
        assert tx.person(ME) is not None
        kept = tx.project("p1", OTHER)
    assert kept is not None
    assert ME not in str(kept.to_data())
    assert "f" * 64 not in every_row(url)


def test_seats_of_an_older_release_come_first(store: SqlStore, url: str) -> None:
    with bare(url) as connection:
        connection.exec_driver_sql(f"INSERT INTO seats (person, project, role) VALUES ('{OTHER}', 'p1', 'coordinator')")
    with store.transaction() as tx:
        assert tx.seats("p1") == (Seat(OTHER, "coordinator"), Seat(ME, "coordinator", NOW))


def test_erasing_the_project_or_its_maker_takes_invitations_along(store: SqlStore, url: str) -> None:
    with store.transaction() as tx:
        tx.invite(INVITED)
        tx.invite(Invitation("inv00004", "p2", "e" * 64, "reader", "", OTHER, NOW + WEEK))
        tx.erase_project("p1")
        assert tx.erase_person(OTHER) == ("p2",)
    assert "inv0000" not in every_row(url)


def test_a_reminder_can_be_asked_for_and_cancelled(store: SqlStore) -> None:
    with store.transaction() as tx:
        tx.plan("grace", "p1", NOW, {})
        assert tx.planned("grace", "p1") == NOW
        assert tx.planned("expiry", "p1") is None
        tx.cancel("expiry", "p1")
        tx.cancel("grace", "p2")
        assert tx.planned("grace", "p1") == NOW
        tx.cancel("grace", "p1")
        assert tx.planned("grace", "p1") is None
