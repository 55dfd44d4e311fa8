"""What is decided about the people of a project is done once, and members are known by a digest alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from bot import sharing
from bot.storage import SqlStore, open_store
from bot.storage.port import Person, ProjectBusy
from bot.storage.sharing_port import Invitation, Seat
from bot.tools import Tools, new_token
from tests.bot.storage.samples import NOW, full_project, store_project
from tests.support.pocket_guide import PocketGuide
from workflows.circle import InvitationRevoked, InvitationTaken, Invited, Offer, RoleChanged, SeatRemoved

ME, OTHER, THIRD = "101", "102", "103"
UNTIL = NOW + dt.timedelta(days=7)
HASH = "d" * 64


@pytest.fixture
def store(url: str) -> Iterator[SqlStore]:
    store = open_store(url)
    store_project(store, full_project("p1", by=ME), ME)
    with store.transaction() as tx:
        for person in (ME, OTHER, THIRD):
            tx.save_person(Person(person, "en"))
        tx.invite(Invitation("inv00001", "p1", HASH, "editor", "Library", ME, UNTIL))
    yield store
    store.dispose()


@pytest.fixture
def tools(guide: PocketGuide) -> Tools:
    return Tools(guide, NOW, lambda: "id", "bot")


def test_a_circle_names_nobody_by_number(store: SqlStore) -> None:
    with store.transaction() as tx:
        circle = sharing.circle_of(tx, "p1", ME, NOW)
        assert [(one.role, one.you) for one in circle.members] == [("coordinator", True)]
        assert circle.invitations == (Invited("inv00001", "editor", "Library", UNTIL),)
        assert sharing.offer_of(tx, HASH, NOW) == Offer("p1", full_project().title(), "editor", UNTIL)
        assert sharing.offer_of(tx, HASH, UNTIL) is None
        assert not sharing.circle_of(tx, "p1", OTHER, NOW).members[0].you
    assert ME not in str(circle)


def test_whoever_comes_back_is_somebody_else() -> None:
    seats = [Seat(ME, "editor", NOW), Seat(ME, "editor", UNTIL), Seat(OTHER, "editor", NOW), Seat(ME, "editor")]
    assert len({sharing.member_id("p1", seat) for seat in seats}) == 4
    assert sharing.member_id("p1", seats[0]) != sharing.member_id("p2", seats[0])


def test_who_was_faster_with_a_link_has_the_seat_and_the_other_decides_anew(store: SqlStore, tools: Tools) -> None:
    taken = InvitationTaken(HASH, "p1")
    with store.transaction() as tx:
        assert [one.person for one in sharing.carry_out(tx, taken, "", OTHER, "", tools)] == [ME]
    with pytest.raises(ProjectBusy), store.transaction() as tx:
        sharing.carry_out(tx, taken, "", THIRD, "", tools)
    with store.transaction() as tx:
        assert [seat.person for seat in tx.seats("p1")] == [ME, OTHER]


def test_a_role_or_a_seat_of_somebody_who_left_just_now_is_decided_anew(store: SqlStore, tools: Tools) -> None:
    for effect in (RoleChanged("gone", "reader"), SeatRemoved("gone")):
        with pytest.raises(ProjectBusy), store.transaction() as tx:
            sharing.carry_out(tx, effect, "p1", ME, "Kenora", tools)


def test_an_invitation_that_was_taken_back_is_gone(store: SqlStore, tools: Tools) -> None:
    with store.transaction() as tx:
        assert sharing.carry_out(tx, InvitationRevoked("inv00001"), "p1", ME, "Kenora", tools) == ()
        assert tx.invitations("p1", NOW) == ()


def test_where_somebody_else_coordinates_nobody_is_made_heir(store: SqlStore, tools: Tools) -> None:
    with store.transaction() as tx:
        assert sharing.heirs(tx, ME, tools) == (), "nobody else is there"
        tx.redeem(HASH, OTHER, NOW)
        tx.change_role("p1", OTHER, "coordinator")
        assert sharing.heirs(tx, ME, tools) == ()


def test_a_token_has_192_random_bits_and_fits_a_link() -> None:
    tokens = {new_token() for _ in range(100)}
    assert len(tokens) == 100
    assert {len(token) for token in tokens} == {32}
    assert all(token.replace("-", "").replace("_", "").isalnum() and token.isascii() for token in tokens)
