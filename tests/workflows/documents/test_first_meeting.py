"""The agenda of the first meeting: minutes that add up, decisions with their proposals, room to write."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.drafting import LANGUAGES, TODAY, built, give, marks, shipped, short_path, text
from workflows.documents import write
from workflows.documents.agenda import ITEMS, agenda
from workflows.documents.blocks import Mark
from workflows.documents.first_meeting_context import DATE, DECISIONS, HOURS, PLACE, first_meeting
from workflows.documents.first_meeting_fields import FirstMeeting
from workflows.project import Project


def told(project: Project, language: str = "en") -> FirstMeeting:
    known = shipped()
    return first_meeting(project, known.definitions, known.book, language, TODAY, "0.1")


@given(st.integers(30, 480))
@settings(deadline=None)
def test_the_minutes_add_up_and_every_item_has_some(minutes: int) -> None:
    items = agenda(minutes)
    assert sum(part for _, part in items) == minutes
    assert all(part > 0 for _, part in items)
    assert [name for name, _ in items if name != "break"] == [name for name, _ in ITEMS]
    assert ("break" in dict(items)) is (minutes >= 150)


def test_two_hours_are_cut_as_the_table_says_and_whole_hours_in_fives() -> None:
    assert agenda(120) == ITEMS
    assert all(part % 5 == 0 for minutes in (60, 90, 150, 180, 480) for _, part in agenda(minutes))


@pytest.mark.parametrize(("hours", "minutes"), [(0.5, 30), (1.5, 90), (2, 120), (0.7, 42), (8, 480)])
def test_the_hours_answered_are_the_minutes_of_the_agenda(hours: float, minutes: int) -> None:
    project = Project("p", 2026)
    give(project, HOURS, hours)
    meeting = told(project)
    assert meeting.total == minutes == sum(item.minutes for item in meeting.items)
    assert meeting.length.mark is None
    assert str(meeting.length.text) in text(built(project, "terms-of-reference"))


def test_without_an_answer_the_recommended_length_is_taken_and_marked() -> None:
    meeting = told(Project("p", 2026))
    assert meeting.total == 60 * shipped().definitions.question(HOURS).recommended
    assert meeting.length.mark is not None
    assert meeting.length.mark.kind == "recommended"


def test_date_place_and_convener_are_marks_until_they_are_told() -> None:
    project = Project("p", 2026)
    before = told(project)
    assert all(isinstance(one, Mark) for one in (before.day, before.place, before.convener))
    give(project, DATE, "2027-02-01")
    give(project, PLACE, "Library, 6 p.m.")
    give(project, "profile.convener", "Public Library")
    after = told(project)
    assert (after.day, after.place, after.convener) == ("February 1, 2027", "Library, 6 p.m.", "Public Library")


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_decision_brings_the_proposal_of_the_draft_terms(language: str) -> None:
    blank, full = told(Project("p", 2026), language), told(short_path(), language)
    assert len(blank.decisions) == len(full.decisions) == len(DECISIONS)
    assert all(isinstance(one.proposal.text, Mark) for one in blank.decisions)
    labels = {
        str(shipped().book.words[language][f"{shipped().definitions.question(path).words}.label"]) for path in DECISIONS
    }
    assert {one.label for one in full.decisions} == labels
    assert sum(isinstance(one.proposal.text, Mark) for one in full.decisions) < len(DECISIONS)


def test_the_land_acknowledgement_stays_marked_until_it_is_agreed() -> None:
    project = Project("p", 2026)
    give(project, "terms_of_reference.land_acknowledgement", "We meet on Treaty 3 land.")
    assert told(project).land_open is not None
    give(project, "terms_of_reference.land_state", "agreed")
    assert told(project).land_open is None
    assert "We meet on Treaty 3 land." in text(built(project, "first-meeting"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_an_empty_project_has_an_agenda(language: str, form: str) -> None:
    document = built(Project("p", 2026), "first-meeting", language)
    assert marks(document, "open")
    assert write(document, form)
