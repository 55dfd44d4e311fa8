"""The drafts of three invented communities against approved texts, and what must hold for every draft.

`pytest tests/test_golden.py --golden-write` writes the texts again: read the difference before keeping it.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.support.drafting import (
    DOCUMENTS,
    LANGUAGES,
    TODAY,
    built,
    give,
    marks,
    shape,
    shipped,
    short_path,
    text,
)
from tests.support.personas import PERSONAS, load_persona
from workflows.cleaning import clean
from workflows.documents import to_markdown
from workflows.documents.contexts import KINDS
from workflows.documents.open_points import open_marks, open_points
from workflows.documents.speech import Speech
from workflows.documents.visible import Visible
from workflows.drafts import draft
from workflows.project import Project
from workflows.terminology import explained_in, terms_of

GOLDEN = Path(__file__).parent / "golden"


def persona(name: str) -> Project:
    """A persona, or one of the two projects at the ends: nothing answered, and the short path."""
    if name == "blank":
        return Project("blank", 2026)
    return short_path() if name == "short_path" else load_persona(name, shipped().definitions)


everyone = pytest.mark.parametrize("name", [*PERSONAS, "blank", "short_path"])
every_document = pytest.mark.parametrize("document", DOCUMENTS)
every_language = pytest.mark.parametrize("language", LANGUAGES)


@pytest.mark.parametrize("name", PERSONAS)
@pytest.mark.parametrize("document", KINDS)
@every_language
def test_draft_reads_as_approved(name: str, document: str, language: str, request: pytest.FixtureRequest) -> None:
    file = GOLDEN / name / f"{document}.{language}.md"
    told = to_markdown(built(persona(name), document, language))
    if request.config.getoption("--golden-write"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(told, encoding="utf-8")
    assert told == file.read_text(encoding="utf-8")


@everyone
@every_document
@every_language
def test_what_is_printed_as_open_is_what_is_listed_and_counted(name: str, document: str, language: str) -> None:
    known, project = shipped(), persona(name)
    printed = built(project, document, language)
    speech = Speech(Visible(known.definitions, project), known.book, language)
    expected = {speech.open(mark).text for mark in open_marks(known.definitions, project, document)}
    assert set(marks(printed, "open")) == expected
    assert all(mark.startswith("[") and mark.endswith("]") for mark in expected)
    points = open_points(known.definitions, project, document)
    labels = [known.book.text(point.label, language) for point in points]
    assert [line for line in text(printed).split("\n") if line in labels] == labels
    sent = draft(known.definitions, known.book, known.templates, project, document, language, "md", TODAY)
    assert sent.open_points == len(points)


def test_short_path_leaves_at_most_twelve_points() -> None:
    known = shipped()
    for state in known.definitions.lists["holder_states"]:
        project = short_path()
        give(project, "council.holder_state", state)
        assert 0 < len(open_points(known.definitions, project, "terms-of-reference")) <= 12


@everyone
@every_document
def test_no_word_of_the_other_language(name: str, document: str) -> None:
    book = shipped().book
    sentences = {
        language: {
            form
            for key, leaf in book.under("documents.clauses", language)
            for form in ([leaf] if isinstance(leaf, str) else leaf.values())
            if len(form) > 12 and "{" not in form and not key.endswith(".unnamed")
        }
        for language in LANGUAGES
    }
    project = persona(name)
    typed = str(project.to_data())
    for language, other in (("en", "fr"), ("fr", "en")):
        told = text(built(project, document, language))
        # The glossary annex gives each term's official name in the other language too.
        known = {f"{term.names[other]} ({term.shorts.get(other)})" for term in terms_of(book)}
        foreign = {form for form in sentences[other] - sentences[language] - known if form not in typed}
        assert [form for form in foreign if form in told] == []
        assert not re.search(r"\{\w*\}|None|Undefined", told)


def test_a_recommended_rule_is_marked_until_it_is_decided() -> None:
    project = persona("regional_centre")
    assert marks(built(project), "recommended") == []
    project.answers["terms_of_reference.decision_rule"].state = "recommended"
    assert marks(built(project), "recommended") == ["[recommended, to decide]"] * 2, "once beside it, once in the note"
    assert "This document takes 1 rule as recommended." in text(built(project))
    assert "[recommandé, à décider]" in marks(built(project, language="fr"), "recommended")


def test_every_recommended_rule_of_the_card_prints_its_mark() -> None:
    known = shipped()
    for rule in known.definitions.members_of("rules"):
        project = persona("regional_centre")
        give(project, rule.path, rule.recommended, "recommended")
        assert marks(built(project), "recommended"), rule.path


@pytest.mark.parametrize(
    ("hiding", "value", "hidden"),
    [
        ("council.holder_state", "none_yet", "Region of Riverbend has signed"),
        ("terms_of_reference.quorum_rule", "one_third", "9 voting members"),
        ("council.bodies", ["secretariat"], "hiring, credentials"),
    ],
)
def test_a_hidden_answer_is_kept_and_never_printed(hiding: str, value: object, hidden: str) -> None:
    project = persona("regional_centre")
    assert hidden in text(built(project))
    before = dict(project.answers)
    give(project, hiding, value)
    assert hidden not in text(built(project))
    project.answers[hiding] = before[hiding]
    assert hidden in text(built(project))


def test_not_sure_prints_as_open() -> None:
    project = persona("regional_centre")
    project.answers["terms_of_reference.mission"].state = "not_sure"
    assert marks(built(project), "open") == ["[mission to be written, in one sentence]"]


def test_nobody_is_shown_as_having_lived_experience() -> None:
    project = short_path()
    before = text(built(project))
    for row in project.records("council.members"):
        row.values["lived_experience"] = "yes"
    assert text(built(project)) == before


def test_a_member_who_declined_holds_no_seat() -> None:
    told = text(built(persona("francophone_minority"), language="fr"))
    assert "Scierie Lecours" not in told
    assert "Paul Ouellette" not in told


_WRITTEN = {
    "profile.name_en": "",
    "terms_of_reference.mission": "",
    "terms_of_reference.vision": "",
    "profile.catchment": "place",
    "council.members": "organization",
    "council.working_groups": "name",
    "terms_of_reference.signatories": "person",
    "action_plan.actions": "lead",
    "action_plan.budget": "source",
    "research_strategy.priorities": "title",
    "research_strategy.objectives": "objective",
}


@settings(max_examples=30, deadline=None)
@given(
    typed=st.text(min_size=1, max_size=200).filter(lambda text: clean(text).strip()),
    path=st.sampled_from(sorted(_WRITTEN)),
)
def test_any_typed_text_keeps_the_shape(typed: str, path: str) -> None:
    assume(not explained_in(shipped().book, typed, "en"))  # a term of the field gains its row in the glossary annex
    for document in DOCUMENTS:
        project = persona("regional_centre")
        plain = shape(built(project, document).blocks)
        if _WRITTEN[path]:
            for number, row in enumerate(project.records(path)):  # two rows that say the same are advised against
                row.values[_WRITTEN[path]] = f"{typed} {number}" if number else typed
        else:
            project.answers[path].value = typed
        assert shape(built(project, document).blocks) == plain
