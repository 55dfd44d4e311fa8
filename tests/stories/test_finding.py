"""Looking something up in one's own words: a short card, the nearest step, or where a person finds help."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.stories.telling import arrives
from tests.support.house import House
from tests.support.person import Person


def kept(house: House, person: Person) -> str:
    """Everything that the database holds of this person's place and of what is owed, as text."""
    with house.store.transaction() as tx:
        return f"{tx.place(person.chat, str(person.number))}{tx.owed(person.chat)}"


@pytest.mark.parametrize(
    ("language", "question", "best"),
    [
        ("en", "How big should our council be??", "p2p_best_practices"),
        ("fr", "qui peut tenir l’acord?", "lip_secretariat_start"),
    ],
)
async def test_a_whole_question_gets_a_short_card_with_its_source_and_link(
    house: House, language: str, question: str, best: str
) -> None:
    amina = await arrives(house, "Amina", language)
    await amina.says(question)
    amina.sees(f"answers.{best}", f"resources.{best}.title", "finding.found.source_undated", "finding.found.not_kept")
    assert len(amina.card) <= 1500
    assert any("url" in button for button in amina.buttons)
    assert question[:16] not in kept(house, amina)
    card = amina.card
    await amina.taps(press=("resource", best))
    amina.sees(f"resources.{best}.summary")
    await amina.taps(press=("back",))
    amina.sees("interface.home.steps")
    await amina.says(f"/resources {question}" if language == "en" else f"/ressources {question}")
    assert amina.card == card


@pytest.mark.parametrize(
    ("language", "question"), [("en", "What is a local immigration partnership?"), ("fr", "Un PLI, c’est quoi?")]
)
async def test_a_question_typed_where_options_are_offered_is_looked_up_and_the_card_comes_back(
    house: House, language: str, question: str
) -> None:
    amina = await arrives(house, "Amina", language)
    await amina.taps(press=("step", "council"))
    await amina.taps(press=("ask",))
    card = amina.card
    await amina.says(question)
    amina.sees("finding.found.not_kept")
    assert question[:12] not in kept(house, amina)
    await amina.taps(press=("back",))
    assert amina.card == card


@pytest.mark.parametrize(
    ("language", "question"), [("en", "I need a lawyer for my asylum claim"), ("fr", "mon visa a été refusé")]
)
async def test_a_private_question_gets_a_kind_word_and_places_of_help_and_is_not_kept(
    house: House, language: str, question: str
) -> None:
    amina = await arrives(house, "Amina", language)
    await amina.says(question)
    amina.sees("finding.personal.body", "finding.personal.where", "finding.personal.danger")
    assert [button["url"] for button in amina.buttons if "url" in button]
    assert question[:12] not in kept(house, amina)
    await amina.taps(press=("home",))
    amina.sees("interface.home.steps")


@pytest.mark.parametrize(("language", "text"), [("en", "?!…"), ("fr", "recette de tourtière"), ("en", "x" * 4096)])
async def test_where_nothing_fits_the_nearest_step_is_offered(house: House, language: str, text: str) -> None:
    amina = await arrives(house, "Amina", language)
    await amina.says(text)
    amina.sees("finding.nothing.body")
    assert text[:12] not in kept(house, amina)
    await amina.taps(key="finding.nothing.step")
    amina.sees("interface.resources.for_step")


async def test_a_place_of_an_older_release_that_kept_the_words_leads_home(house: House) -> None:
    amina = await arrives(house, "Amina", "en")
    await amina.says("quorum")
    with house.store.transaction() as tx:
        place = tx.place(amina.chat, str(amina.number))
        assert place is not None
        tx.save_place(replace(place, spot=replace(place.spot, value="words of an older release")))
    await amina.shows(contact={"phone_number": "1", "first_name": "A"})
    amina.sees("interface.home.steps")


async def test_an_inline_result_that_comes_back_into_the_private_chat_answers_no_question(house: House) -> None:
    amina = await arrives(house, "Amina", "en")
    await amina.taps(press=("step", "profile"))
    shown = len(house.api.chats.shown)
    via = {"id": 1, "is_bot": True, "first_name": "bot", "username": "lip_guide_bot"}
    await house.api.say(amina.account, amina.chat, "London and Middlesex", via_bot=via)
    await house.quiet()
    assert len(house.api.chats.shown) == shown
