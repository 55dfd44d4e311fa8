"""Letters of invitation: one for each to be invited, a page each, and a model letter when there is nobody."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.support.drafting import LANGUAGES, TODAY, built, give, marks, shipped, text
from workflows.documents import write
from workflows.documents.blocks import Heading, Mark, PageBreak, walk
from workflows.documents.invitations_context import invitations
from workflows.documents.invitations_fields import Invitations
from workflows.drafts import build
from workflows.project import Project

MEMBERS, PLANS = "council.members", "council.sector_plans"


def told(project: Project, language: str = "en") -> Invitations:
    known = shipped()
    return invitations(project, known.definitions, known.book, language, TODAY, "0.1")


def council(*rows: Mapping[str, object]) -> Project:
    project = Project("p", 2026)
    give(project, MEMBERS, [dict(row) for row in rows])
    return project


def test_ideas_and_invited_get_a_letter_and_those_who_answered_do_not() -> None:
    project = council(
        {"organization": "City", "state": "accepted"},
        {"organization": "Mill", "state": "declined"},
        {"organization": "Clinic", "sectors": ["health"], "state": "invited"},
        {"person": "Ann", "organization": "School", "sectors": ["schools"], "state": "idea"},
        {"organization": "Library"},
    )
    letters = told(project).letters
    assert [letter.called for letter in letters] == ["Clinic", "School"]
    assert [(letter.to, letter.at) for letter in letters] == [("Clinic", None), ("Ann", "School")]
    book = shipped().book.words["en"]
    assert str(book["seats.letters.health"]) in letters[0].paragraphs
    assert str(book["seats.letters.schools"]) in letters[1].paragraphs


def test_a_sector_without_a_seat_is_written_to_when_somebody_asks_it() -> None:
    project = council({"organization": "City", "sectors": ["government"], "state": "accepted"})
    plans = [{"sector": "government", "who_asks": "Bo"}, {"sector": "housing", "who_asks": "Ann", "by_when": "2027-03"}]
    give(project, PLANS, plans)
    (letter,) = told(project).letters
    assert isinstance(letter.to, Mark)
    assert letter.signer == "Ann"
    assert letter.by_when == "March 2027"
    assert str(shipped().book.words["en"]["seats.letters.housing"]) in letter.paragraphs


def test_the_one_who_asks_signs_then_the_coordinator_then_a_mark() -> None:
    project = council({"organization": "Clinic", "sectors": ["health"], "state": "idea"})
    assert isinstance(told(project).letters[0].signer, Mark)
    give(project, "council.coordinator", "Cy")
    assert told(project).letters[0].signer == "Cy"
    give(project, PLANS, [{"sector": "health", "who_asks": "Dee"}])
    assert told(project).letters[0].signer == "Dee"


def test_a_person_without_an_organization_is_asked_for_themselves() -> None:
    project = council({"person": "Ann", "state": "idea"}, {"organization": "City", "state": "idea"})
    own, other = told(project).letters
    book = shipped().book.words["en"]
    assert str(book["deck.letter.asked_own"]) in own.paragraphs
    assert str(book["deck.letter.asked"]) in other.paragraphs


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_letter_stands_on_a_page_of_its_own_with_a_heading(language: str) -> None:
    project = council(*({"organization": f"O{n}", "state": "idea"} for n in range(7)))
    blocks = tuple(walk(built(project, "invitations", language).blocks))
    assert sum(isinstance(block, PageBreak) for block in blocks) == 7
    assert sum(isinstance(block, Heading) and block.level == 2 for block in blocks) == 7


@pytest.mark.parametrize("language", LANGUAGES)
def test_with_nobody_to_invite_there_is_a_model_letter_with_its_blanks_marked(language: str) -> None:
    (letter,) = told(Project("p", 2026), language).letters
    assert isinstance(letter.to, Mark)
    assert isinstance(letter.at, Mark)
    printed = marks(built(Project("p", 2026), "invitations", language), "open")
    assert {letter.to.text, letter.at.text} <= set(printed)


def test_a_letter_carries_no_draft_line_and_no_page_number() -> None:
    known = shipped()
    meta = build(known.definitions, known.book, known.templates, Project("p", 2026), "invitations", "en", TODAY).meta
    assert (meta.footer, meta.page_of, meta.running) == ("", "", False)


@pytest.mark.parametrize("form", ["docx", "pdf", "html", "md"])
def test_hostile_names_stay_text(form: str) -> None:
    names = ("# {-}", "::: page", "|a|b|", "{{ x }}", "\\", "1. x", "\u202eabc", "*", "```", "x" * 120)
    project = council(*({"person": name, "organization": name, "state": "idea"} for name in names))
    give(project, "profile.name_en", "::: annex")
    document = built(project, "invitations")
    assert sum(isinstance(block, PageBreak) for block in walk(document.blocks)) == len(names)
    assert all(name in text(document) for name in names if "\u202e" not in name)
    assert write(document, form)
