"""The rows of the terms of reference: who is a member and how far that is agreed."""

from __future__ import annotations

from tests.support.drafting import give, shipped
from workflows.documents.speech import NONE, Speech
from workflows.documents.terms_rows import member
from workflows.documents.visible import MEMBERS, Visible
from workflows.project import Project


def test_the_annex_of_members_says_who_was_only_thought_of() -> None:
    known, project = shipped(), Project("p", 2026)
    give(project, MEMBERS, [{"organization": "City", "state": "idea"}, {"organization": "School"}])
    speech = Speech(Visible(known.definitions, project), known.book, "en")
    idea, unknown = (member(speech, row) for row in speech.view.rows(MEMBERS))
    assert idea.state == speech.option(known.definitions.question(f"{MEMBERS}.state"), "idea")
    assert unknown.state == NONE
