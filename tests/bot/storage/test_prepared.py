"""Prepared statements give what SQLAlchemy gives, and a part of a transaction is undone alone."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress

import pytest
from sqlalchemy import select

from bot.storage import SqlStore
from bot.storage.port import Person, StoreFault, Transaction
from bot.storage.prepared import Prepared
from bot.storage.tables import people, updates_seen

NOW = dt.datetime(2027, 4, 12, 15, tzinfo=dt.UTC)


def test_values_come_back_as_the_tables_say(store: SqlStore) -> None:
    with store.transaction() as tx:
        tx.claim(7, NOW.astimezone(dt.timezone(dt.timedelta(hours=-5))))
        tx.save_person(Person("1", "fr", reachable=False))
    engine = store._engine
    prepared = Prepared(engine.dialect)
    for statement in (select(updates_seen.c.id, updates_seen.c.claimed_at), select(people)):
        with engine.begin() as connection:
            told = [tuple(row) for row in connection.execute(statement)]
            assert prepared.on(connection).rows(statement, {}) == told
            assert prepared.on(connection).row(statement, {}) == told[0]


def test_what_fails_in_a_part_is_undone_alone(store: SqlStore) -> None:
    with store.transaction() as tx:
        tx.save_person(Person("kept"))
        with suppress(KeyError), tx.part():
            tx.save_person(Person("undone"))
            raise KeyError
        assert tx.open
        with tx.part():
            tx.save_person(Person("after"))
    with store.transaction() as tx:
        assert [tx.person(name) is not None for name in ("kept", "undone", "after")] == [True, False, True]


def test_a_transaction_that_the_database_gave_up_is_no_longer_open(store: SqlStore) -> None:
    opened: list[Transaction] = []

    def give_up() -> None:
        with store.transaction() as tx:
            opened.append(tx)
            with tx.part():
                tx._run.say("ROLLBACK")
                raise KeyError

    with pytest.raises(StoreFault):
        give_up()
    assert not opened[0].open
