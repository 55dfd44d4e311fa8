"""The material of the presentation of 2013 in use: seats, letters, ready-made rows, advice, the former program."""

from __future__ import annotations

import pytest

from bot.telegram_limits import COPY, length
from tests.stories.telling import NAMES, arrives, project_of
from tests.support.house import House
from tests.support.person import Person

MEMBER = {
    "en": "Luc Roy; City Hall; government; voting; accepted",
    "fr": "Luc Roy; Ville; municipalité; votant; acceptée",
}


async def opens_step(person: Person, step: str) -> None:
    await person.says("/home")
    await person.taps(press=("step", step))


async def answers(person: Person, path: str, value: str) -> None:
    """Through the review, as somebody who corrects one answer."""
    step = path.partition(".")[0]
    await opens_step(person, step)
    await person.taps(press=("review", step))
    while not any(_is(person, label, ("change", path)) for label in person.labels):
        await person.taps(key="interface.buttons.next_page")
    await person.taps(press=("change", path))
    await person.taps(press=("set", path, value))


def _is(person: Person, label: str, press: tuple[str, str]) -> bool:
    try:
        return person.payload(label) == person.payload(press=press)
    except AssertionError:
        return False


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_an_empty_seat_is_found_and_invited_in_both_languages(house: House, language: str) -> None:
    amina = await arrives(house, "Amina", language)
    await opens_step(amina, "council")
    await amina.taps(press=("to_know", "council"))
    await amina.taps(press=("know", "background.seat_grid"))
    amina.sees("deck.seats.nobody")
    await amina.taps(press=("sector", "government"))
    copied = [button["copy_text"]["text"] for button in amina.buttons if "copy_text" in button]
    assert len(copied) == 2
    assert NAMES[language] in copied[0]
    assert all(length(text) <= COPY for text in copied)
    await amina.taps(press=("letter", "government", "fr"))
    assert "Bonjour" in amina.card
    assert NAMES[language] in amina.card
    await amina.taps(press=("know", "background.seat_grid"))
    await amina.taps(press=("sector", "government"))
    await amina.taps(press=("ask", "council.members"))
    await amina.taps(press=("consent", "council.members", "names"))
    await amina.says(MEMBER[language])
    await amina.taps(press=("know", "background.seat_grid"))
    assert "Luc Roy" in amina.card
    amina.sees("deck.seats.member")
    await amina.taps(press=("back",))
    amina.sees("interface.rows.so_far")


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_the_local_context_changes_the_advice_and_priorities_lead_to_actions(house: House, language: str) -> None:
    amina = await arrives(house, "Amina", language)
    await answers(amina, "profile.context_issues", "5")
    await opens_step(amina, "research_strategy")
    await amina.taps(press=("review", "research_strategy"))
    await amina.taps(key="interface.buttons.next_page")
    await amina.taps(press=("change", "research_strategy.priorities"))
    amina.sees("context.hints.issues_social")
    await amina.taps(press=("know", "background.success_examples"))
    await amina.taps(press=("back",))
    await amina.taps(press=("starters", "research_strategy.priorities"))
    assert amina.payload(amina.labels[0]) == amina.payload(
        press=("take_starter", "research_strategy.priorities", "health")
    )
    await amina.taps(press=("starters", "research_strategy.priorities", "groups"))
    await amina.taps(press=("starters", "research_strategy.priorities", "health"))
    await amina.taps(press=("take_starter", "research_strategy.priorities", "mental_health"))
    await opens_step(amina, "action_plan")
    await amina.taps(press=("review", "action_plan"))
    await amina.taps(press=("change", "action_plan.actions"))
    await amina.taps(press=("know", "background.service_check"))
    await amina.taps(press=("back",))
    await amina.taps(press=("starters", "action_plan.actions"))
    await amina.taps(press=("starters", "action_plan.actions", "groups"))
    await amina.taps(press=("starters", "action_plan.actions", "health"))
    await amina.taps(press=("take_starter", "action_plan.actions", "do_mental_health"))
    project = await project_of(house, amina)
    (priority,), (action,) = project.records("research_strategy.priorities"), project.records("action_plan.actions")
    assert priority.values == {"title": {"label": "starters.priorities.mental_health"}, "theme": "health"}
    assert action.values == {"action": {"label": "starters.actions.do_mental_health"}, "priority": priority.id}
    for choice in ("en.docx", "fr.docx"):
        await amina.says("/draft")
        await amina.taps(press=("document", "action-plan"))
        await amina.taps(press=("draft", "action-plan", choice))
    assert len(amina.documents) == 2


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_a_table_of_the_former_program_finds_its_way(house: House, language: str) -> None:
    amina = await arrives(house, "Amina", language)
    await answers(amina, "profile.province", "british_columbia")
    await answers(amina, "council.table_exists", "already_meets")
    await answers(amina, "council.began_in_wcp", "yes")
    await opens_step(amina, "council")
    await amina.taps(press=("to_know", "council"))
    for card in ("wcp_same", "wcp_different", "wcp_path"):
        await amina.taps(press=("know", f"background.{card}"))
        amina.sees(f"background.cards.{card}.title")
        await amina.taps(press=("to_know",))
    await amina.taps(press=("know", "background.self_assessment"))
    await amina.taps(key="deck.buttons.next_question")
    amina.sees("background.reflections.served.ask")
    await amina.taps(press=("back",))
    amina.sees("steps.council.about")
