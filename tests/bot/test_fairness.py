"""Costly work by one person is bounded, comes back with time, and says nothing about anybody else."""

from __future__ import annotations

import datetime as dt

import pytest

from bot.fairness import RATES, TIDY_ABOVE, Allowances, Rate
from tests.support.hourglass import Hourglass

RATE = {"file": Rate(3, 10.0), "search": Rate(1, 5.0)}


def taken(allowances: Allowances, person: str = "7", kind: str = "file", tries: int = 9) -> int:
    return sum(allowances.allows(person, kind) for _ in range(tries))


def test_so_many_at_once_and_one_more_with_time() -> None:
    glass = Hourglass()
    allowances = Allowances(glass.clock, RATE)
    assert taken(allowances) == 3
    glass.turn(9.9)
    assert taken(allowances) == 0
    glass.turn(0.1)
    assert taken(allowances) == 1
    glass.turn(1_000)
    assert taken(allowances) == 3


def test_people_and_kinds_are_counted_apart() -> None:
    allowances = Allowances(Hourglass().clock, RATE)
    assert taken(allowances) == 3
    assert taken(allowances, "8") == 3
    assert taken(allowances, "7", "search") == 1
    with pytest.raises(KeyError):
        allowances.allows("7", "unknown")


def test_a_clock_that_is_set_back_takes_nothing_away() -> None:
    glass = Hourglass()
    allowances = Allowances(glass.clock, RATE)
    assert taken(allowances, tries=1) == 1
    glass.now -= dt.timedelta(days=1)
    assert taken(allowances) == 2
    glass.turn(10)
    assert taken(allowances) == 1


def test_who_has_not_come_for_long_is_forgotten() -> None:
    glass = Hourglass()
    allowances = Allowances(glass.clock, RATE)
    for number in range(TIDY_ABOVE):
        allowances.allows(str(number), "search")
    assert len(allowances) == TIDY_ABOVE
    glass.turn(60)
    allowances.allows("one more", "search")
    assert len(allowances) == 1


def test_every_kind_gives_a_person_enough_for_ordinary_work() -> None:
    assert all(rate.most >= 3 and rate.every > 0 for rate in RATES.values())
    assert RATES["file"].most >= 4, "one document in both languages and formats"
