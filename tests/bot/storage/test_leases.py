"""Several processes over one database: nothing owed is held by two, and a chat speaks in its order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from bot.storage import SqlStore, open_store
from bot.storage.migrate import upgrade
from bot.storage.port import Owed, Place, ProjectBusy, Sent
from bot.storage.upkeep_port import LEASE, NOTICE
from tests.bot.storage.samples import NOW

LATER = NOW + LEASE
SECOND = dt.timedelta(seconds=1)
PATIENCE = 10


@pytest.fixture
def other(url: str, store: SqlStore) -> Iterator[SqlStore]:
    """A second process over the database of `store`."""
    found = open_store(url)
    yield found
    found.dispose()


def owe(store: SqlStore, chat: int = 77, kind: str = "card", now: dt.datetime = NOW) -> Owed:
    with store.transaction() as tx:
        return tx.owe(chat, str(chat), kind, {"text": kind}, None, now)


def take(store: SqlStore, now: dt.datetime = NOW, everything: bool = False) -> list[int]:
    with store.transaction() as tx:
        return [owed.id for owed in tx.take(now, everything)]


def renew(store: SqlStore, *owed: Owed, now: dt.datetime = NOW) -> list[int]:
    with store.transaction() as tx:
        return sorted(tx.renew([one.id for one in owed], now))


def settle(store: SqlStore, *owed: Owed) -> None:
    with store.transaction() as tx:
        tx.settle(Sent(one.id, one.chat, one.person) for one in owed)


def test_who_owes_a_reply_sends_it_and_nobody_else_takes_it(store: SqlStore, other: SqlStore) -> None:
    one, two = owe(store), owe(store)
    assert (one.taken, two.taken) == (True, True)
    assert (take(other), take(store)) == ([], [])


def test_who_is_not_heard_of_is_relieved_when_the_lease_ends(store: SqlStore, other: SqlStore) -> None:
    one, two = owe(store), owe(store)
    assert take(other, LATER - SECOND) == []
    assert take(other, LATER) == [one.id, two.id]
    assert renew(store, one, two, now=LATER) == [], "the first holder has to let go"
    assert take(store, LATER) == []
    assert take(store, LATER + LEASE) == [one.id, two.id]


def test_a_lease_that_is_renewed_does_not_end(store: SqlStore, other: SqlStore) -> None:
    one = owe(store)
    assert renew(store, one, now=LATER - SECOND) == [one.id]
    assert take(other, LATER + LEASE - 2 * SECOND) == []
    assert take(other, LATER + LEASE - SECOND) == [one.id]


def test_what_was_settled_or_erased_is_not_ours_any_more(store: SqlStore) -> None:
    one, two = owe(store), owe(store)
    settle(store, one)
    assert renew(store, one, two) == [two.id]
    assert renew(store) == []


def test_a_reply_waits_behind_what_another_process_holds_in_its_chat(store: SqlStore, other: SqlStore) -> None:
    first = owe(store)
    second = owe(other)
    third = owe(store)
    elsewhere = owe(other, 78)
    assert (second.taken, third.taken, elsewhere.taken) == (False, False, True)
    assert (take(other), take(store)) == ([], []), "the chat is still the first one's"
    settle(store, first)
    assert take(other) == [second.id, third.id], "then whoever comes first takes the whole chat, in its order"
    assert take(store) == []
    assert not owe(store).taken
    assert owe(store, 79).taken


def test_a_chat_whose_process_was_killed_is_taken_whole_and_in_order(store: SqlStore, other: SqlStore) -> None:
    first, second = owe(store), owe(other, now=LATER)
    assert take(other, LATER) == [first.id, second.id]


def test_what_is_left_at_a_stop_is_taken_at_once(store: SqlStore, other: SqlStore) -> None:
    one = owe(store)
    with store.transaction() as tx:
        tx.release()
    assert take(other) == [one.id]


def test_everything_can_be_taken_whoever_holds_it(store: SqlStore, other: SqlStore) -> None:
    one, notice, two = owe(store), owe(store, 78, NOTICE), owe(store, 78)
    assert take(other, everything=True) == [one.id, two.id, notice.id]


def test_a_clock_that_jumps_ahead_does_not_send_twice_what_is_in_hand(store: SqlStore) -> None:
    one = owe(store)
    assert take(store, NOW + dt.timedelta(days=1)) == []
    assert renew(store, one, now=NOW + dt.timedelta(days=1)) == [one.id]


def test_replies_come_before_notices_and_do_not_wait_for_them(store: SqlStore, other: SqlStore) -> None:
    notice = owe(store, kind=NOTICE)
    reply = owe(other)
    assert reply.taken, "a notice under way holds up nobody"
    assert owe(other, kind=NOTICE).taken, "who has the replies also has the notices behind them"
    waiting = owe(store, kind=NOTICE)
    assert not waiting.taken, "a notice waits for the replies of another process"
    assert take(store, LATER) == [reply.id], "of what was left behind, replies first"
    assert take(other, LATER) == []
    settle(store, reply)
    assert take(other, LATER) == [notice.id, waiting.id]


def test_many_chats_are_shared_and_none_is_held_twice(url: str, store: SqlStore, other: SqlStore) -> None:
    with store.transaction() as tx:
        owed = [tx.owe(chat, str(chat), "card", {}, None, NOW) for chat in range(1, 151) for _ in range(2)]
    third = open_store(url)
    together = Barrier(3)

    def sweep(worker: SqlStore) -> list[Owed]:
        together.wait(PATIENCE)
        with worker.transaction() as tx:
            taken = list(tx.take(LATER))
        with worker.transaction() as tx:
            return [*taken, *tx.take(LATER)]

    with store.transaction() as tx:
        tx.release()
    with ThreadPoolExecutor(3) as threads:
        found = list(threads.map(sweep, (store, other, third)))
    third.dispose()
    assert sorted(one.id for taken in found for one in taken) == [one.id for one in owed], "each is taken, once"
    chats = [{one.chat for one in taken} for taken in found]
    assert sum(map(len, chats)) == 150, "no chat belongs to two"


def test_two_processes_that_answer_one_person_at_once_do_not_both_speak(store: SqlStore, other: SqlStore) -> None:
    with store.transaction() as tx:
        tx.save_place(Place(77, "77"))
    together = Barrier(2)

    def answer(worker: SqlStore) -> Owed:
        together.wait(PATIENCE)
        with worker.transaction() as tx:
            place = tx.place(77, "77")
            assert place is not None
            return tx.owe(77, "77", "card", {}, None, NOW)

    for _ in range(20):
        with ThreadPoolExecutor(2) as threads:
            both = list(threads.map(answer, (store, other)))
        assert sorted(one.taken for one in both) == [False, True]
        assert min(both, key=lambda one: one.id).taken, "the older one goes first"
        settle(store, *both)


def test_two_processes_that_meet_a_person_at_once_do_not_both_speak(store: SqlStore, other: SqlStore) -> None:
    together = Barrier(2)

    def greet(worker: SqlStore, chat: int) -> Owed:
        together.wait(PATIENCE)
        with worker.transaction() as tx:
            tx.save_place(Place(chat, str(chat)))
            return tx.owe(chat, str(chat), "card", {}, None, NOW)

    for chat in range(1, 11):
        with ThreadPoolExecutor(2) as threads:
            both = list(threads.map(greet, (store, other), (chat, chat)))
        assert sorted(one.taken for one in both) == [False, True]


def test_two_transactions_that_wait_for_each_other_are_done_once_more(postgres_url: str) -> None:
    upgrade(postgres_url)
    one, two = open_store(postgres_url), open_store(postgres_url)
    with one.transaction() as tx:
        for chat in (1, 2):
            tx.save_place(Place(chat, str(chat)))
    together = Barrier(2)

    def cross(worker: SqlStore, chats: tuple[int, int]) -> str:
        try:
            with worker.transaction() as tx:
                tx.place(chats[0], str(chats[0]))
                together.wait(PATIENCE)
                tx.place(chats[1], str(chats[1]))
        except ProjectBusy:
            return "busy"
        return "done"

    with ThreadPoolExecutor(2) as threads:
        assert sorted(threads.map(cross, (one, two), ((1, 2), (2, 1)))) == ["busy", "done"]
    one.dispose()
    two.dispose()
