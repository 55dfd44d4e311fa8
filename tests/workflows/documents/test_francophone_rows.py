"""The clauses on French of the terms of reference, and the sentences on French of the plan."""

from __future__ import annotations

import pytest

from tests.support.drafting import built, give, marks, shipped, short_path, text
from workflows.project import Project

PATH = "profile.francophone_path"
OFFER = "terms_of_reference.active_offer"


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(
    "path",
    [
        "council.rif_model",
        "council.holder_french",
        "terms_of_reference.agreement_clause",
        "terms_of_reference.translation_payer",
        "terms_of_reference.translation_checker",
        "terms_of_reference.by_and_for",
        "terms_of_reference.francophone_absence",
    ],
)
def test_every_choice_prints_its_own_clause(path: str, language: str) -> None:
    question = shipped().definitions.question(path)
    printed = set()
    for option in question.options:
        project = short_path()
        give(project, path, option)
        clause = str(shipped().book.words[language][f"documents.clauses.{question.id}.{option}"])
        assert clause in text(built(project, language=language))
        printed.add(clause)
    assert len(printed) == len(question.options)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_commitment_of_active_offer_is_a_line(language: str) -> None:
    project = short_path()
    options = shipped().definitions.question(OFFER).options
    give(project, OFFER, list(options))
    told = text(built(project, language=language))
    assert all(str(shipped().book.words[language][f"documents.clauses.active_offer.{one}"]) in told for one in options)


def test_what_nobody_spoke_of_stays_out_and_is_no_open_point() -> None:
    before = short_path()
    after = short_path()
    give(after, OFFER, ["same_day"])
    give(after, "council.rif_model", "cross_seats")
    assert marks(built(before), "open") == marks(built(after), "open")
    assert "active offer" not in text(built(before))


def test_answers_of_a_path_print_while_it_is_theirs_and_are_kept_when_it_is_not() -> None:
    project = short_path()
    give(project, PATH, "both")
    give(project, "profile.rif_does", "a job fair.")
    give(project, "terms_of_reference.rif_sharing", {"starter": "one_page"})
    give(project, "terms_of_reference.seat_reports_to", "the general meeting")
    told = text(built(project))
    for piece in ("already does here: a job fair.", "plan side by side", "report to: the general meeting."):
        assert piece in told
    assert ".." not in told.replace("…", "")
    give(project, PATH, "neither")
    hidden = text(built(project))
    assert not any(piece in hidden for piece in ("job fair", "plan side by side", "the general meeting"))
    assert project.answers["profile.rif_does"].value == "a job fair."


@pytest.mark.parametrize(("language", "heading"), [("en", "French in this plan"), ("fr", "Le français dans ce plan")])
def test_the_plan_says_how_francophones_were_counted_and_heard_and_why_no_action_is_theirs(
    language: str, heading: str
) -> None:
    project = Project("p", 2026)
    assert heading not in text(built(project, "action-plan", language))
    give(project, "research_strategy.francophone_count", "first_official_language")
    give(project, "research_strategy.surveyed_in_french", "not_yet")
    give(project, "action_plan.actions", [{"action": "A guide"}])
    give(project, "action_plan.francophone_reason", "The RIF does it.")
    told = text(built(project, "action-plan", language))
    book = shipped().book.words[language]
    assert heading in told
    assert str(book["documents.clauses.francophone_count.first_official_language"]) in told
    assert str(book["documents.clauses.surveyed_in_french.not_yet"]) in told
    assert "The RIF does it." in told
    project.records("action_plan.actions")[0].values["lenses"] = ["francophone"]
    assert "The RIF does it." not in text(built(project, "action-plan", language))
