"""The seat grid: who sits where, and the invitations that can be copied and sent."""

from __future__ import annotations

import pytest

from bot.telegram_limits import COPY, length
from tests.support.walker import Walker, the_guide
from workflows.actions import Press
from workflows.project import Project, Record
from workflows.seats import MEMBERS, grid
from workflows.wording import LANGUAGES

KNOWN = the_guide().knowledge
SECTORS = KNOWN.definitions.lists["council_sectors"]
CORE = KNOWN.definitions.lists["core_sectors"]


def with_members(walker: Walker, text: str) -> Walker:
    walker.listing(MEMBERS)
    walker.say(text)
    return walker


def test_core_sectors_come_first_and_every_sector_is_there_once(walker: Walker) -> None:
    assert walker.project is not None
    found = grid(KNOWN.definitions, walker.project)
    assert [one.id for one in found[: len(CORE)]] == list(CORE)
    assert sorted(one.id for one in found) == sorted(SECTORS)
    assert [one.core for one in found] == [one.id in CORE for one in found]
    assert not any(one.filled or one.members for one in found)


def test_one_person_may_bring_two_sectors_and_who_declined_fills_none(walker: Walker) -> None:
    with_members(walker, "Ann Lee; Mill; employers, housing\nJoe; Library; libraries; voting; declined")
    assert walker.project is not None
    found = {one.id: one for one in grid(KNOWN.definitions, walker.project)}
    assert found["employers"].members == found["housing"].members != ()
    assert found["employers"].filled
    assert [row.values["organization"] for row in found["libraries"].members] == ["Library"]
    assert not found["libraries"].filled


def test_a_member_without_sectors_is_in_no_sector() -> None:
    project = Project(id="p", cycle=2026, definitions=1, state="profile", created="")
    assert project.records(MEMBERS) == []
    assert grid(KNOWN.definitions, project)[0].members == ()
    assert Record("r1").values.get("sectors") is None


def test_the_grid_says_who_sits_there_and_who_does_not(either: Walker) -> None:
    with_members(either, "Ann Lee; Mill; health" if either.language == "en" else "Ann Lee; Moulin; santé")
    either.tap("know", "background.seat_grid")
    assert "deck.seats.nobody" in either.keys
    assert "Ann Lee" in either.messages["fr"][0].plain
    assert [press.target for press in either.presses() if press.verb == "sector"] == list(CORE[:8])
    health = next(b for b in either.screen.buttons() if b.press and b.press.target == "health")
    assert health.chosen
    either.tap("page", value="1")
    either.tap("page", value="2")
    assert [press.target for press in either.presses() if press.verb == "sector"] == ["children_family", "other"]
    either.tap("back")
    assert either.spot.question == MEMBERS


@pytest.mark.parametrize("sector", SECTORS)
def test_a_sector_has_an_invitation_that_fits_the_clipboard_and_a_letter_in_each_language(
    sector: str, either: Walker
) -> None:
    names = {"en": "L" * 120, "fr": "P" * 120}
    for language, name in names.items():
        either.open(f"profile.name_{language}")
        either.say(name)
    either.do(Press("sector", sector))
    copies = [key.copy for row in either.messages["en"][0].keyboard for key in row if key.copy is not None]
    assert len(copies) == 2
    assert all(1 <= length(one) <= COPY and not one.endswith("…") for one in copies)
    own = "en" if either.language == "en" else "fr"
    assert names[own] in copies[0]
    assert names["fr" if own == "en" else "en"] in copies[1]
    for language in LANGUAGES:
        either.do(Press("sector", sector))
        either.tap("letter", sector, language)
        told = either.messages[language][0].plain
        assert names[language] in told
        assert length(told) >= 600
        assert either.offers("sector", sector)


def test_the_letter_says_what_was_decided_and_leaves_out_what_was_not(walker: Walker) -> None:
    walker.do(Press("letter", "housing", value="fr"))
    before = walker.messages["fr"][0].plain
    walker.do(Press("set", "terms_of_reference.quorum_rule", value="one_third"))
    for path, text in (
        ("council.first_meeting", "April 1, 2027"),
        ("terms_of_reference.meetings_first_year", "6"),
        ("profile.convener", "Public Library"),
    ):
        walker.open(path)
        walker.say(text)
    walker.do(Press("on", "council.supports", value="child_care"))
    walker.do(Press("letter", "housing", value="fr"))
    after = walker.messages["fr"][0].plain
    for told in (
        "1er avril 2027",
        "6 réunions",
        "Public Library",
        "garde d’enfants",
    ):
        assert told in after
        assert told not in before


def test_a_first_meeting_that_is_over_is_not_announced(walker: Walker) -> None:
    walker.open("council.first_meeting")
    walker.say("March 3, 2026")
    walker.do(Press("letter", "media", value="en"))
    assert "March" not in walker.messages["en"][0].plain


def test_who_asks_a_missing_sector_stands_on_its_card(walker: Walker) -> None:
    walker.listing("council.sector_plans")
    walker.say("housing; Paul Roy; October 2027\nmedia; Ann Lee")
    walker.do(Press("sector", "housing"))
    assert "deck.seats.plan_month" in walker.keys
    assert "Paul Roy" in walker.messages["en"][0].plain
    walker.do(Press("sector", "media"))
    assert "deck.seats.plan" in walker.keys
    walker.do(Press("sector", "health"))
    assert not {"deck.seats.plan", "deck.seats.plan_month"} & walker.keys
