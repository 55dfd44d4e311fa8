"""Adopted texts: a whole number for what the council adopted, changes counted from there, which version may be one."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.support.drafting import shipped
from workflows.adoption import (
    ADOPTED_ON,
    TERMS,
    adopted_texts,
    as_adopted,
    is_last,
    mark,
    may_follow,
    number_of,
    number_then,
    offered_day,
    text_of,
)
from workflows.project import Answer, Letterhead, Project, Version
from workflows.versions import add

FIRST, SECOND = dt.date(2026, 11, 18), dt.date(2027, 11, 17)
TODAY = dt.date(2027, 12, 1)


def project_of(*revisions: int) -> Project:
    """A project of which a version was saved at each of these revisions."""
    project = Project("p", 2026)
    for revision in revisions:
        project.revision = revision
        add(project, f"At {revision}", "7", "2026-11-01T10:00:00+00:00")
    return project


def adopts(project: Project, place: int, day: dt.date = FIRST) -> Version:
    """The version in this place, marked as adopted."""
    mark(project, project.versions[place], day)
    return project.versions[place]


def told(project: Project, day: dt.date | None) -> None:
    project.answers[ADOPTED_ON] = Answer("given", day.isoformat()) if day else Answer("not_sure")


def test_a_draft_counts_its_changes_before_and_after_each_adoption() -> None:
    project = project_of(12, 20)
    assert number_of(project, TERMS) == "0.20"
    adopts(project, 0)
    assert number_of(project, TERMS) == "1.8"
    adopts(project, 1, SECOND)
    assert number_of(project, TERMS) == "2.0"
    project.revision += 3
    assert number_of(project, TERMS) == number_of(project, "bilingual-terms") == "2.3"
    assert [(one.number, one.day) for one in adopted_texts(project)] == [("1.0", FIRST), ("2.0", SECOND)]


@pytest.mark.parametrize("document", ["", "action-plan", "roster"])
def test_what_the_council_did_not_adopt_keeps_counting_from_nought(document: str) -> None:
    project = project_of(12)
    adopts(project, 0)
    assert number_of(project, document) == "0.12"


def test_drafts_made_when_a_version_was_saved_had_the_number_of_that_time() -> None:
    project = project_of(5, 12, 20)
    adopts(project, 1)
    assert [number_then(project, one) for one in project.versions] == ["0.5", "0.12", "1.8"]


def test_only_what_was_saved_later_may_follow_and_only_the_last_mark_be_taken_back() -> None:
    project = project_of(5, 12, 20)
    assert all(may_follow(project, one) for one in project.versions)
    adopts(project, 1)
    assert [may_follow(project, one) for one in project.versions] == [False, False, True]
    adopts(project, 2, SECOND)
    assert [is_last(project, one) for one in project.versions] == [False, False, True]
    mark(project, project.versions[2], None)
    assert text_of(project, project.versions[2]) is None
    assert is_last(project, project.versions[1])


@pytest.mark.parametrize(
    ("answered", "offered"),
    [(None, None), (TODAY + dt.timedelta(days=1), None), (TODAY, TODAY), (FIRST, None), (SECOND, SECOND)],
)
def test_the_day_that_is_offered_has_come_and_follows_the_last_adoption(
    answered: dt.date | None, offered: dt.date | None
) -> None:
    project, definitions = project_of(12, 20), shipped().definitions
    adopts(project, 0)
    told(project, answered)
    assert offered_day(definitions, project, project.versions[1], TODAY) == offered
    assert offered_day(definitions, project, project.versions[0], TODAY) is None


def test_the_adopted_text_is_that_of_its_version_with_the_day_of_its_mark() -> None:
    project = project_of(12, 20)
    kept = Project("p", 2026, answers={"profile.place": Answer("given", "Kenora")}, revision=12)
    adopts(project, 0)
    adopts(project, 1, SECOND)
    project.letterhead = Letterhead(line="123 Main Street")
    text = as_adopted(project, kept, 1)
    assert (number_of(text, TERMS), text.value("profile.place")) == ("1.0", "Kenora")
    assert text.value(ADOPTED_ON) == FIRST.isoformat()
    assert text.letterhead == project.letterhead
    assert ADOPTED_ON not in kept.answers


def test_a_version_that_was_not_adopted_is_told_as_it_was() -> None:
    project = project_of(12, 20)
    adopts(project, 0)
    kept = Project("p", 2026, revision=20)
    assert number_of(as_adopted(project, kept, 2), TERMS) == "1.8"
    assert ADOPTED_ON not in as_adopted(project, kept, 2).answers


def test_the_mark_goes_into_an_export_and_back_and_older_exports_have_none() -> None:
    project = project_of(12)
    adopts(project, 0)
    assert Project.from_data(project.to_data()).versions == project.versions
    data = project.to_data()
    del data["versions"][0]["adopted"]
    assert adopted_texts(Project.from_data(data)) == ()
