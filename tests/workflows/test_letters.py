"""The letter that invites to the table: what it says for whom, and what it leaves out."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.support.drafting import TODAY, give, shipped
from workflows.letters import letter_to
from workflows.phrases import Literal, Phrase
from workflows.project import Project

CALLED = Literal("Kenora LIP")


def keys(project: Project, sector: str = "", own_voice: bool = False, today: dt.date = TODAY) -> list[str]:
    paragraphs = letter_to(shipped().definitions, project, sector, CALLED, today, own_voice)
    return [told.key for paragraph in paragraphs for told in paragraph if isinstance(told, Phrase)]


def test_every_sector_has_its_own_paragraph_and_somebody_without_one_still_gets_a_letter() -> None:
    for sector in shipped().definitions.lists["council_sectors"]:
        assert f"seats.letters.{sector}" in keys(Project("p", 2026), sector)
    assert keys(Project("p", 2026)) == [
        "deck.letter.greeting", "deck.letter.purpose", "deck.letter.asked", "deck.letter.languages",
        "deck.letter.closing",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("sector", "own_voice", "asked"),
    [
        ("housing", False, "deck.letter.asked"),
        ("housing", True, "deck.letter.asked_own"),
        ("newcomers", False, "deck.letter.asked_own"),
    ],
)
def test_who_speaks_for_no_organization_is_not_asked_for_one(sector: str, own_voice: bool, asked: str) -> None:
    told = keys(Project("p", 2026), sector, own_voice)
    assert asked in told
    assert len({"deck.letter.asked", "deck.letter.asked_own"} & set(told)) == 1


def test_the_meeting_is_announced_with_its_place_until_it_is_over() -> None:
    project = Project("p", 2026)
    give(project, "council.first_meeting_place", "Library, 6 p.m.")
    assert not any("first_meeting" in key for key in keys(project)), "a place without a date is not asked"
    give(project, "council.first_meeting", "2027-02-01")
    assert "deck.letter.first_meeting_place" in keys(project)
    assert "deck.letter.first_meeting_place" in keys(project, today=dt.date(2027, 2, 1))
    assert not any("first_meeting" in key for key in keys(project, today=dt.date(2027, 2, 2)))
    del project.answers["council.first_meeting_place"]
    assert "deck.letter.first_meeting" in keys(project)


@pytest.mark.parametrize(("address", "told"), [("https://example.ca/lip", True), ("javascript:alert(1)", False)])
def test_only_a_web_address_is_passed_on(address: str, told: bool) -> None:
    project = Project("p", 2026)
    give(project, "council.contact_link", address)
    assert ("deck.letter.link" in keys(project)) is told
