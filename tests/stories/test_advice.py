"""What to look at: a point is read, set aside with a reason, comes back when its facts change, and never blocks."""

from __future__ import annotations

import pytest

from tests.stories.telling import arrives, exported, project_of, terms_quickly
from tests.support.house import House
from tests.support.person import Person
from workflows.project import Project

REASONS = {"en": "The network asked to wait until June.", "fr": "Le réseau demande d’attendre juin."}
EXPORT = {"en": "/export", "fr": "/exporter"}
NO_SEAT, SEAT = "gap.council.no_rif_seat", "council.rif_seat"

either = pytest.mark.parametrize("language", ["en", "fr"])


async def begins(house: House, language: str) -> Person:
    """Somebody with first terms of reference, whose table has no seat for the Francophone network."""
    amina = await arrives(house, "Amina", language)
    await terms_quickly(amina, language)
    await answers(amina, "none")
    return amina


async def turns_to(person: Person, *press: str) -> None:
    """She turns pages until that button is there, and presses it."""
    for page in range(1, 12):
        try:
            payload = person.payload(press=press)
        except AssertionError:
            await person.taps(press=("page", "", str(page)))
        else:
            await person.presses(payload)
            return
    raise AssertionError(press)


async def answers(person: Person, seat: str) -> None:
    """She changes her answer about the seat from the review of the council."""
    await person.says("/home")
    await person.taps(press=("step", "council"))
    await person.taps(press=("review", "council"))
    await turns_to(person, "change", SEAT)
    await person.taps(press=("set", SEAT, seat))


async def reads(person: Person) -> None:
    """She opens the point from the list of the whole project."""
    await person.says("/home")
    await person.taps(press=("advice",))
    await turns_to(person, "rule", NO_SEAT)


async def kept(house: House, person: Person) -> Project:
    return await project_of(house, person)


@either
async def test_a_point_says_what_why_what_to_do_and_its_source_and_leads_to_the_question_that_mends_it(
    house: House, language: str
) -> None:
    amina = await begins(house, language)
    await reads(amina)
    amina.sees(
        *(f"advice.council.no_rif_seat.{word}" for word in ("title", "what", "why", "do")), "sources.london_2015.title"
    )
    await amina.taps(press=("change", SEAT))
    await amina.taps(press=("set", SEAT, "voting"))
    assert (await kept(house, amina)).value(SEAT) == "voting"
    assert amina.screen.id == "review"


@either
async def test_a_point_set_aside_is_kept_with_its_reason_and_comes_back_when_its_facts_change(
    house: House, language: str
) -> None:
    amina = await begins(house, language)
    await reads(amina)
    await amina.taps(press=("aside", NO_SEAT))
    amina.sees("advice.card.ask_reason")
    await amina.says("…!")
    amina.sees("interface.refused.empty", "advice.card.ask_reason")
    await amina.says("x" * 301)
    amina.sees("interface.refused.too_long")
    sent = await amina.says(REASONS[language])
    amina.sees("advice.card.set_aside_now", "advice.card.title")
    aside = (await kept(house, amina)).set_aside[NO_SEAT]
    assert (aside.reason, aside.by, aside.message) == (REASONS[language], str(amina.number), sent)
    assert aside.at

    await amina.edits(sent, f"{REASONS[language]} 2028")
    assert (await kept(house, amina)).set_aside[NO_SEAT].reason == f"{REASONS[language]} 2028"

    await amina.says(EXPORT[language])
    assert exported(amina.documents[-1][1])["set_aside"][NO_SEAT]["reason"].endswith("2028")

    await house.restart()
    await reads(amina)
    amina.sees("advice.card.reason", "advice.card.take_up")

    await answers(amina, "voting")
    assert (await kept(house, amina)).set_aside == {}
    await answers(amina, "none")
    await reads(amina)
    amina.sees("advice.card.set_aside", "advice.council.no_rif_seat.why")


@either
async def test_what_comes_back_is_said_and_undo_brings_the_reason_back_with_the_answer(
    house: House, language: str
) -> None:
    amina = await begins(house, language)
    rows = "gap.council.sectors_without_a_seat"
    await amina.says("/home")
    await amina.taps(press=("advice",))
    await turns_to(amina, "rule", rows)
    await amina.taps(press=("aside", rows))
    await amina.says(REASONS[language])
    await amina.says("/home")
    await amina.taps(press=("step", "council"))
    await amina.taps(press=("review", "council"))
    await turns_to(amina, "change", "council.members")
    await amina.says("Quartz; Zed; media" if language == "en" else "Quartz; Zed; médias")
    amina.sees("advice.card.came_back", "advice.council.sectors_without_a_seat.title")
    assert rows not in (await kept(house, amina)).set_aside
    await amina.says("/undo" if language == "en" else "/annuler")
    assert (await kept(house, amina)).set_aside[rows].reason == REASONS[language]


@either
async def test_taking_up_again_and_undoing_it(house: House, language: str) -> None:
    amina = await begins(house, language)
    await reads(amina)
    await amina.taps(press=("aside", NO_SEAT))
    await amina.says(REASONS[language])
    await reads(amina)
    await amina.taps(press=("take_up", NO_SEAT))
    amina.sees("advice.card.taken_up", "advice.card.set_aside")
    assert (await kept(house, amina)).set_aside == {}
    await amina.says("/undo" if language == "en" else "/annuler")
    amina.sees("interface.notices.undone", "advice.card.reason")
    assert NO_SEAT in (await kept(house, amina)).set_aside


@either
async def test_a_review_lists_points_with_a_button_each_and_confirms_all_the_same(house: House, language: str) -> None:
    amina = await begins(house, language)
    await amina.says("/home")
    await amina.taps(press=("step", "council"))
    await amina.taps(press=("review", "council"))
    await turns_to(amina, "rule", NO_SEAT)
    await amina.taps(press=("points", "council"))
    amina.sees("interface.review.title", "advice.council.no_rif_seat.what")
    await amina.taps(press=("confirm", "council"))
    assert (await kept(house, amina)).steps["council"] == "confirmed"
    await amina.taps(press=("advice",))
    amina.sees("advice.council.no_rif_seat.what")
