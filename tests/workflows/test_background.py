"""Cards beside the work: what is read, what is refused, where each is offered, and how each looks in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.telegram_limits import length
from tests.support.walker import Walker, the_guide
from workflows.actions import Press
from workflows.background import Background, Card, load_background
from workflows.errors import DefinitionFault
from workflows.guide import Guide
from workflows.knowledge import DEFINITIONS

KNOWN = the_guide().knowledge
CARDS = tuple(KNOWN.background.cards.values())
LONGEST_CARD = 1500
RESOURCES = frozenset(one.id for one in KNOWN.catalogue.resources)
GOOD = """\
cards:
  - {id: one, steps: [profile], at: [profile.lead], parts: [first, second: 7], when: {profile.lead: [other]}}
reflections:
  - {id: why, asks: [profile.lead]}
"""


def read(folder: Path, text: str) -> Background:
    path = folder / "background.yml"
    path.write_text(text, encoding="utf-8")
    return load_background(path, KNOWN.definitions, RESOURCES)


def test_a_card_is_read_as_it_is_written(tmp_path: Path) -> None:
    found = read(tmp_path, GOOD)
    card = found.get("background.one")
    assert card is not None
    assert (card.screen, card.steps, card.at, card.parts) == (
        "background",
        ("profile",),
        ("profile.lead",),
        (("first", 0), ("second", 7)),
    )
    assert found.at("profile.lead") == (card,)
    assert found.get("background.two") is None
    assert ("background.cards.one.parts.second", "one") in list(found.words())
    assert ("background.reflections.why.think", "why") in list(found.words())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("steps: [profile]", "steps: [profil]"),
        ("at: [profile.lead]", "at: [profile.leed]"),
        ("when: {profile.lead:", "when: {profile.leed:"),
        ("id: one,", "id: one, screen: nowhere,"),
        ("id: one,", "id: one, colour: red,"),
        ("id: one,", "id: one, resources: [nobody],"),
        ("asks: [profile.lead]", "asks: [profile.leed]"),
        ("reflections:", "  - {id: one}\nreflections:"),
    ],
)
def test_a_mistake_is_refused_with_its_line(old: str, new: str, tmp_path: Path) -> None:
    assert old in GOOD
    with pytest.raises(DefinitionFault, match=r"background\.yml:\d+: "):
        read(tmp_path, GOOD.replace(old, new))


def test_a_card_with_a_condition_is_offered_when_it_holds(walker: Walker) -> None:
    assert walker.project is not None
    before = {card.id for card in KNOWN.background.of_step("council", walker.project)}
    walker.do(Press("set", "profile.province", value="british_columbia"))
    walker.do(Press("set", "council.table_exists", value="already_meets"))
    walker.do(Press("set", "council.began_in_wcp", value="yes"))
    after = {card.id for card in KNOWN.background.of_step("council", walker.project)}
    assert after - before == {"wcp_same", "wcp_different", "wcp_path"}


def test_the_former_program_is_asked_of_a_table_of_british_columbia_alone(walker: Walker) -> None:
    walker.do(Press("set", "council.table_exists", value="already_meets"))
    walker.do(Press("set", "profile.province", value="ontario"))
    walker.do(Press("ask", "council.table_exists"))
    assert walker.tap("keep" if walker.offers("keep") else "skip").spot.question != "council.began_in_wcp"
    walker.do(Press("set", "profile.province", value="british_columbia"))
    walker.do(Press("ask", "council.table_exists"))
    assert walker.tap("skip").spot.question == "council.began_in_wcp"
    assert {press.target for press in walker.presses() if press.verb == "know"} == {
        "background.wcp_same", "background.wcp_different", "background.wcp_path",
    }  # fmt: skip


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.id)
def test_every_card_is_one_short_message_with_a_source_and_ways_out(card: Card) -> None:
    walker = Walker()
    target = card.target
    walker.do(Press("know", target))
    assert walker.screen.id == card.screen
    for messages in walker.messages.values():
        assert len(messages) == 1
        assert length(messages[0].plain) <= LONGEST_CARD
    assert walker.offers("home")
    assert walker.offers("back")
    assert walker.offers("to_know")
    if walker.screen.id != "seats":
        assert any(key.startswith("background.sources.") for key in walker.keys)


@pytest.mark.parametrize("card", [one for one in CARDS if one.at], ids=lambda card: card.id)
def test_every_card_beside_a_question_is_one_tap_away_and_leads_back(card: Card) -> None:
    for path in card.at:
        walker = Walker()
        part = KNOWN.definitions.question(path)
        if part.parent:
            walker.listing(part.parent)
            walker.do(Press("field", path, ""))
            if walker.spot.screen != "field":  # the row comes into being with its first field
                walker.say("Something")
                row = walker.project.records(part.parent)[0].id if walker.project else ""
                walker.do(Press("field", path, row))
        else:
            walker.listing(path)
        before = walker.spot
        walker.tap("know", card.target)
        walker.tap("back")
        assert (walker.spot.screen, walker.spot.question, walker.spot.field) == (
            before.screen,
            before.question,
            before.field,
        )


@pytest.mark.parametrize("step", [step.id for step in KNOWN.definitions.steps])
def test_what_is_good_to_know_is_on_the_card_of_its_step(step: str, either: Walker) -> None:
    either.do(Press("step", step))
    assert either.project is not None
    expected = [card.target for card in KNOWN.background.of_step(step, either.project)]
    assert either.offers("to_know", step) == bool(expected)
    if expected:
        either.tap("to_know", step)
        assert [press.target for press in either.presses() if press.verb == "know"] == expected
        either.tap("back")
        assert (either.screen.id, either.spot.step) == ("step", step)


def test_the_questions_to_think_about_are_walked_one_by_one_and_know_what_was_answered(either: Walker) -> None:
    either.do(Press("know", "background.self_assessment"))
    assert KNOWN.background.reflections[0].words + ".ask" in either.keys
    for one in KNOWN.background.reflections[1:]:
        either.do(either.press("page", value=str(KNOWN.background.reflections.index(one))))
        assert f"{one.words}.ask" in either.keys
        assert f"{one.words}.think" in either.keys
    last = either.spot.page
    assert last == len(KNOWN.background.reflections) - 1
    assert not either.offers("page", value=str(last + 1))
    either.do(Press("set", "profile.funding_state", value="none_yet"))
    either.do(Press("know", "background.self_assessment"))
    told = next(one for one in either.screen.body if getattr(one, "key", "") == "deck.reflection.answered")
    assert told.params == {"n": 1, "total": len(KNOWN.background.reflections)}  # type: ignore[union-attr]
    asked = [press.target for press in either.presses() if press.verb == "ask"]
    assert either.do(Press("ask", asked[0])).spot.question == asked[0]


def test_a_page_far_beyond_the_last_question_shows_the_last(walker: Walker) -> None:
    walker.do(Press("know", "background.self_assessment"))
    walker.do(Press("page", value="999"))
    assert f"{KNOWN.background.reflections[-1].words}.ask" in walker.keys


def test_every_word_around_the_cards_is_used_and_every_card_word_belongs_to_a_card(guide: Guide) -> None:
    wanted = {key for key, _ in KNOWN.background.words()}
    wanted |= {hint.words for hint in KNOWN.context.hints}
    wanted |= {one.key for groups in KNOWN.starters.values() for one in groups.all()}
    have = {key for key in guide.book.words["en"] if key.startswith(("background.", "context.", "starters."))}
    assert have == wanted
    folder = DEFINITIONS.parent
    code = "\n".join(
        (folder / f"{name}.py").read_text(encoding="utf-8")
        for name in (
            "letters",
            *(f"cards/{card}" for card in ("background", "seats", "reports", "reflections", "starters")),
        )
    )
    for key in guide.book.words["en"]:
        if key.startswith("deck."):
            patterns = (
                f'"{key}"',
                *(f"deck.{name}" for name in ("seats.{'line_core'", "buttons.copy_{", "buttons.letter_{")),
            )
            spoken = f'"{key}"' in code or any(
                key.startswith(one.split("{")[0]) and one in code for one in patterns[1:]
            )
            assert spoken, key


def test_somebody_who_adds_an_action_looks_up_what_is_direct_and_goes_on_adding(either: Walker) -> None:
    either.open("action_plan.actions")
    either.tap("add")
    either.say("A referral path")
    while either.spot.field != "service":
        either.tap("skip")
    either.tap("know", "background.service_check")
    either.tap("back")
    assert (either.spot.screen, either.spot.field, either.spot.value) == ("field", "service", "adding")
    either.tap("set", value="indirect")
    assert either.screen.id == "rows"
    assert either.rows("action_plan.actions")[0]["service"] == "indirect"
