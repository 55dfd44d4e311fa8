"""The evidence annex: every answer that a document uses, whose, when, how it came, what the guide follows."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from tests.support.drafting import TODAY, shape, shipped, text
from tests.support.looking_back import LATER, MEETINGS, MEMBERS, VISION, changed
from tests.support.walker import the_guide
from workflows.backing import sources_of
from workflows.comparing import look_of
from workflows.documents.evidence_context import PROVED, evidence
from workflows.documents.evidence_fields import Evidence, Proof
from workflows.drafts import build
from workflows.past import Past
from workflows.phrases import Phrase
from workflows.project import Answer, Change, Project, Record
from workflows.scene import label

MISSION = "terms_of_reference.mission"


def filled(project: Project, past: Past, language: str = "en") -> Evidence:
    known, whole = shipped(), the_guide().knowledge
    sources = sources_of(whole.definitions, whole.judgement.sources, whole.background)
    look = look_of(known.definitions, known.book, known.templates, past, TODAY, sources)
    return evidence(project, known.definitions, known.book, language, TODAY, "0.1", look)


def proofs(project: Project, past: Past, path: str, language: str = "en") -> list[Proof]:
    """The lines of one question in the terms of reference."""
    known = shipped()
    asked = known.book.text(label(known.definitions.question(path)), language)
    bands = filled(project, past, language).documents[0].bands
    return [proof for band in bands for proof in band.proofs if proof.question == asked]


def said(key: str, language: str = "en") -> str:
    """The words of a key of evidence.yml."""
    return shipped().book.text(Phrase(f"documents.evidence.{key}"), language)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_an_answer_is_told_with_its_author_its_date_and_how_it_came(language: str) -> None:
    project, past = changed({MEETINGS: 6})
    (proof,) = proofs(project, past, MEETINGS, language)
    assert len(proof.answer) > len("6")  # with its unit
    assert proof.answer.startswith("6")
    assert "2" in proof.who  # the second person of this project
    assert shipped().book.shown(dt.date.fromisoformat(LATER[:10]), language) in proof.who
    assert proof.how == said("how.typed", language)
    assert proof.follows


@pytest.mark.parametrize(
    ("answer", "how"),
    [
        (Answer("recommended", 6, source="recommended"), "recommended"),
        (Answer("given", 6, source="pressed"), "pressed"),
        (Answer("given", 6, source="undo"), "undo"),
        (Answer("given", 6, source="of another release"), "pressed"),
    ],
)
def test_each_way_in_which_an_answer_came_has_its_words(answer: Answer, how: str) -> None:
    project, past = changed({})
    project.answers[MEETINGS] = answer
    (proof,) = proofs(project, past, MEETINGS)
    assert proof.how == said(f"how.{how}")


def test_a_ready_made_text_is_told_as_the_guide_s_own() -> None:
    project, past = changed({VISION: {"starter": "welcome"}})
    (proof,) = proofs(project, past, VISION)
    assert proof.how == said("how.starter")
    assert len(proof.answer) > len("welcome")


def test_each_line_of_a_list_names_its_own_author_and_the_sources_once() -> None:
    project, _ = changed({})
    row = Record("new", {"person": "Zoë Ångström", "organization": "House", "sectors": ["health"]}, messages={"*": 4})
    project.records(MEMBERS).append(row)
    history = (Change(MEMBERS, "new", None, dict(vars(row)), "", LATER),)
    lines = proofs(project, Past(history, {}, 0), MEMBERS)
    assert len(lines) == len(project.records(MEMBERS))
    assert lines[-1].answer == "Zoë Ångström"
    assert lines[-1].how == said("how.pasted")
    assert lines[-1].who != lines[0].who
    assert {line.follows for line in lines[1:]} == {(said("as_above"),)}
    assert lines[0].follows != (said("as_above"),)


def test_what_the_document_does_not_use_is_not_told() -> None:
    project, past = changed({})
    project.answers[MEETINGS] = Answer("not_sure")
    assert proofs(project, past, MEETINGS) == []


@pytest.mark.parametrize("persona", ["small_town", "francophone_minority"])
def test_what_is_told_is_what_the_document_would_read_otherwise_without(persona: str) -> None:
    project, past = changed({}, persona=persona)
    known = shipped()
    look = look_of(known.definitions, known.book, known.templates, past, TODAY, lambda _: ())
    for told, document in zip(filled(project, past).documents, PROVED, strict=True):
        named = {proof.question for band in told.bands for proof in band.proofs}
        whole = look.texts(project, document, "en")
        for path in project.answers:
            rest = {name: answer for name, answer in project.answers.items() if name != path}
            without = look.texts(replace(project, answers=rest), document, "en")
            asked = known.book.text(label(known.definitions.question(path)), "en")
            assert (asked in named) == (without != whole), f"{document}: {path}"


def test_of_two_answers_in_the_same_words_both_are_told() -> None:
    project, past = changed({VISION: "A place to stay", MISSION: "A place to stay"})
    assert len(proofs(project, past, VISION)) == len(proofs(project, past, MISSION)) == 1


def test_a_condition_is_told_where_the_document_would_read_otherwise_without_it() -> None:
    told = {"council.holder_state": "signed", "council.holder_name": "Region of Riverbend"}
    project, past = changed(told)
    assert len(proofs(project, past, "council.holder_state")) == 1
    project.answers["council.holder_state"] = Answer("given", "none_yet")
    assert proofs(project, past, "council.holder_name") == []


def test_a_long_answer_is_shortened_between_two_words() -> None:
    project, past = changed({VISION: "every word counts " * 40})
    (proof,) = proofs(project, past, VISION)
    assert len(proof.answer) < 200
    assert proof.answer.endswith("…")


def test_an_empty_project_says_so_and_both_languages_have_one_shape() -> None:
    known = shipped()
    drafts = [
        build(known.definitions, known.book, known.templates, project, "evidence", language, TODAY)
        for project in (Project("empty", 2026), changed({})[0])
        for language in ("en", "fr")
    ]
    assert shape(drafts[0].blocks) == shape(drafts[1].blocks)
    assert shape(drafts[2].blocks) == shape(drafts[3].blocks)
    assert said("people") in text(drafts[0])
