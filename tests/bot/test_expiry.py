"""A project that nobody uses: two notices in time, then nothing is left but a receipt; any use keeps it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from bot.expiry import FIRST_NOTICE, KEPT_UNUSED, LAST_NOTICE
from bot.settings import sqlite_url
from bot.sweeper import BEAT
from tests.bot.storage.samples import every_row, take_seat
from tests.support.hourglass import START
from tests.support.house import House
from tests.support.person import Person

END = START + KEPT_UNUSED


async def at(house: House, time: dt.datetime) -> None:
    """Let time go by until then, and whoever waited for it do their work."""
    house.glass.turn((time - house.glass.now).total_seconds())
    await house.glass.resting(BEAT)
    await house.app.delivery.idle()


def notices(person: Person) -> list[str]:
    """The notices that came, without their title."""
    shown = [one.text for one in person.house.api.chats.shown if one.chat == person.chat]
    return [text.splitlines()[-1] for text in shown if " ends " in text or " finit " in text]


def projects(house: House, person: Person) -> int:
    with house.store.transaction() as tx:
        return len(tx.titles(str(person.number)))


async def test_two_notices_come_in_time_and_then_nothing_is_left_but_a_receipt(
    house: House, amina: Person, tmp_path: Path
) -> None:
    await at(house, END - FIRST_NOTICE - dt.timedelta(seconds=10))
    assert notices(amina) == []
    await at(house, END - FIRST_NOTICE + dt.timedelta(days=1))
    day = house.glass.now + FIRST_NOTICE
    assert notices(amina) == [f"Kenora ends {day.date()} first"]
    await at(house, day - LAST_NOTICE - dt.timedelta(hours=1))
    assert len(notices(amina)) == 1
    await at(house, day - LAST_NOTICE)
    assert notices(amina)[1:] == [f"Kenora ends {day.date()} last"]
    await at(house, day - dt.timedelta(hours=1))
    assert projects(house, amina) == 1
    await at(house, day)
    assert projects(house, amina) == 0
    left = [line for line in every_row(sqlite_url(tmp_path / "house.db")).splitlines() if "id000001" in line]
    assert [line.partition(":")[0] for line in left] == ["erasures"]
    assert "expired" in left[0]
    await amina.says("hello")
    assert projects(house, amina) == 1, "whoever comes back begins anew"


async def test_to_press_the_button_of_the_notice_keeps_the_project(house: House, amina: Person) -> None:
    await at(house, END - FIRST_NOTICE + dt.timedelta(days=1))
    (button,) = amina.buttons
    await amina.presses(button["callback_data"])
    kept = house.glass.now
    await at(house, END + dt.timedelta(days=30))
    assert (notices(amina), projects(house, amina)) == ([], 1), "the notice became the card, and no other came"
    await at(house, kept + KEPT_UNUSED - FIRST_NOTICE + dt.timedelta(days=1))
    assert len(notices(amina)) == 1, "the time began anew"


async def test_a_change_by_any_member_keeps_it_after_the_last_notice_too(house: House, amina: Person) -> None:
    await at(house, END - FIRST_NOTICE + dt.timedelta(days=1))
    await at(house, house.glass.now + FIRST_NOTICE - LAST_NOTICE)
    assert len(notices(amina)) == 2
    await amina.says("a note")
    await at(house, house.glass.now + FIRST_NOTICE)
    assert (len(notices(amina)), projects(house, amina)) == (2, 1)


async def test_only_to_look_is_to_use_it(house: House, amina: Person) -> None:
    await at(house, END - FIRST_NOTICE - dt.timedelta(days=1))
    await amina.taps("Next")
    await at(house, END)
    assert notices(amina) == []


async def test_notices_come_in_time_however_late_somebody_looks(house: House, amina: Person) -> None:
    late = START + 3 * KEPT_UNUSED
    await at(house, late)
    assert notices(amina) == [f"Kenora ends {(late + FIRST_NOTICE).date()} first"]
    later = late + KEPT_UNUSED
    await at(house, later)
    assert notices(amina)[1:] == [f"Kenora ends {(later + LAST_NOTICE).date()} last"]
    assert projects(house, amina) == 1
    await at(house, later + LAST_NOTICE)
    assert projects(house, amina) == 0


async def test_every_member_who_can_be_reached_is_told_in_their_language(
    house: House, amina: Person, tmp_path: Path
) -> None:
    luc, away = Person(house, "Luc"), Person(house, "Rémi")
    for person in (luc, away):
        await person.starts()
        take_seat(sqlite_url(tmp_path / "house.db"), str(person.number), "id000001")
    await luc.presses("1...0.language...=fr")
    await away.blocks()
    await at(house, END)
    assert (len(notices(amina)), len(notices(away))) == (1, 0)
    assert notices(luc)[0].startswith("Kenora finit ")
