"""Before the first step: is a place ready, what has changed since 2013, and what do the words mean."""

from __future__ import annotations

import pytest

from tests.stories.telling import arrives, project_of
from tests.support.house import House
from tests.support.person import Person


async def answers(person: Person, path: str, *values: str) -> None:
    """From the review of the profile: choose, and come back to the review."""
    await person.says("/home")
    await person.taps(press=("step", "profile"))
    await person.taps(press=("review", "profile"))
    while True:
        try:
            person.payload(press=("change", path))
        except AssertionError:
            await person.taps(key="interface.buttons.next_page")
        else:
            break
    await person.taps(press=("change", path))
    if len(values) == 1:
        await person.taps(press=("set", path, values[0]))
        return
    for value in values:
        await person.taps(press=("on", path, value))
    await person.taps(press=("done", path))


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_a_small_place_learns_that_it_fits_a_zone_and_what_it_still_has_to_show(
    house: House, language: str
) -> None:
    amina = await arrives(house, "Amina", language)
    await amina.taps(press=("step", "profile"))
    await amina.taps(press=("readiness",))
    amina.sees("readiness.forms.open", "readiness.states.not_shown", "readiness.no_decision")

    await answers(amina, "profile.province_tie", "works_together")
    await answers(amina, "profile.need_proofs", "figures", "service_map")
    await answers(amina, "profile.municipal_role", "member")
    await answers(amina, "profile.support", "settlement_providers", "health", "schools")
    await answers(amina, "profile.existing_partnership", "none_near")
    await answers(amina, "profile.neighbours", "talking")
    await amina.taps(press=("readiness",))  # the review of the profile leads here too

    amina.sees("readiness.forms.zonal", "readiness.states.met", "readiness.landings.unknown", "readiness.no_decision")
    await amina.taps(key="interface.buttons.next_page")
    amina.sees("readiness.evidence.figures", "readiness.evidence.eligible", "readiness.no_decision")
    await amina.taps(press=("change", "profile.population"))
    await amina.says("9000")
    await amina.taps(press=("readiness",))
    amina.sees("readiness.sizes.small")
    await amina.taps(press=("back",))
    amina.sees("interface.review.page")


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_then_and_now_stands_beside_each_step_and_among_the_resources(house: House, language: str) -> None:
    amina = await arrives(house, "Amina", language)
    await amina.taps(press=("step", "implementation"))
    await amina.taps(press=("facts", "implementation"))
    amina.sees("then_and_now.items.savings.now", "then_and_now.items.fifth_step.then")
    await amina.taps(press=("facts", ""))
    amina.sees("then_and_now.items.department.now")
    await amina.taps(press=("back",))
    amina.sees("steps.implementation.about")

    await amina.says("/resources" if language == "en" else "/ressources")
    await amina.taps(press=("facts", ""))
    amina.sees("then_and_now.title")


@pytest.mark.parametrize(
    ("language", "command", "typed"),
    [("en", "/glossary", "cadre de reference"), ("fr", "/glossaire", "terms of reference")],
)
async def test_a_term_is_found_in_the_other_language_and_the_question_is_still_there_afterwards(
    house: House, language: str, command: str, typed: str
) -> None:
    amina = await arrives(house, "Amina", language)
    await amina.taps(press=("step", "terms_of_reference"))
    await amina.taps(press=("review", "terms_of_reference"))
    while "change" not in {one.press.verb for one in amina.screen.options if one.press}:
        await amina.taps(key="interface.buttons.next_page")
    await amina.taps(press=("change", "terms_of_reference.mandate"))
    before = (await project_of(house, amina)).to_data()

    await amina.taps(press=("terms", "terms_of_reference.mandate"))
    amina.sees("glossary_cards.in_question")
    await amina.taps(press=("term", "term.mandate"))
    assert "mandate" in amina.card
    assert "mandat" in amina.card.replace("mandate", "")
    await amina.says(command)
    await amina.says(typed)
    assert "terms of reference" in amina.card
    assert "cadre de référence" in amina.card
    await amina.taps(press=("back",))

    amina.sees("steps.terms_of_reference.questions.mandate.ask")
    assert (await project_of(house, amina)).to_data() == before
    await amina.says("We plan together.")
    assert (await project_of(house, amina)).value("terms_of_reference.mandate") == "We plan together."


async def test_nothing_that_is_looked_up_is_kept(house: House) -> None:
    amina = await arrives(house, "Amina", "en")
    await amina.says("/glossary")
    await amina.says("my private words about a plan")
    with house.store.transaction() as tx:
        place = tx.place(amina.chat, str(amina.number))
    assert place is not None
    assert "private" not in repr(place)
