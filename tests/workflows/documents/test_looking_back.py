"""What changed since a saved version: which document, which clause, who and when."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.drafting import TODAY, shipped
from tests.support.looking_back import LATER, MEETINGS, MEMBERS, VISION, changed
from workflows.comparing import look_of
from workflows.documents.looking_back import Told, changes_since
from workflows.past import Past
from workflows.project import Change, Project, Record

TERMS, PLAN = "terms-of-reference", "action-plan"


def told(project: Project, past: Past, language: str = "en") -> tuple[Told, ...]:
    known = shipped()
    look = look_of(known.definitions, known.book, known.templates, past, TODAY, lambda _: ())
    return changes_since(project, look, (TERMS, PLAN), language)


def test_without_a_version_or_without_a_change_nothing_is_told() -> None:
    project, past = changed({})
    assert told(project, past) == ()
    assert told(project, Past(past.history, {}, 1)) == ()


def test_a_chosen_rule_is_told_in_the_words_of_each_language_with_who_and_when() -> None:
    project, past = changed({MEETINGS: 6})
    for language in ("en", "fr"):
        (one,) = told(project, past, language)
        assert (one.document, one.change.kind, one.by, one.at) == (TERMS, "reworded", "8", LATER)
        assert one.change.place.label
        assert "6" in one.change.place.text.split()


def test_a_typed_answer_is_told_in_every_document_that_prints_it() -> None:
    project, past = changed({VISION: "A town that keeps\nits people."})
    found = told(project, past)
    assert {one.document for one in found} == {TERMS, PLAN}
    assert all("A town that keeps its people." in one.change.place.text for one in found)
    assert {(one.by, one.at) for one in found} == {("8", LATER)}


def test_each_clause_names_the_person_who_changed_its_own_answer() -> None:
    project, past = changed({VISION: "A town that keeps its people."}, by="8")
    other = Change(MEETINGS, "", {"value": 4}, {"value": 6}, "9", LATER)
    project.answers[MEETINGS].value = 6
    found = told(project, Past((*past.history, other), past.kept, 1))
    by = {one.by for one in found if "keeps its people" in one.change.place.text}
    assert by == {"8"}
    assert [one.by for one in found if "keeps its people" not in one.change.place.text] == ["9"]


def test_each_row_names_the_person_who_wrote_it_and_an_erased_one_is_told_as_nobody() -> None:
    project, past = changed({})
    rows = project.records(MEMBERS)
    changes = []
    for by, name in (("8", "Zoë Ångström"), ("", "Jean Tremblay-Roy")):
        row = Record(f"new{by}", {"person": name, "organization": f"House of {name}", "sectors": ["health"]})
        rows.append(row)
        changes.append(Change(MEMBERS, row.id, None, dict(vars(row)), by, LATER))
    found = told(project, Past(tuple(changes), past.kept, 1))
    for by, name in (("8", "Zoë Ångström"), ("", "Jean Tremblay-Roy")):
        own = [one for one in found if one.change.place.text.startswith(name)]
        assert [(one.change.kind, one.by, one.at) for one in own] == [("new", by, LATER)]


def test_a_clause_that_opens_a_list_is_told_with_its_items() -> None:
    path = "terms_of_reference.values"
    options = list(shipped().definitions.question(path).options[:3])
    project, past = changed({path: options})
    assert past.before is not None
    del past.before.answers[path]
    project.answers[path].state = "recommended"  # so that the opening words get a mark
    own = [one for one in told(project, past) if one.document == TERMS]
    assert [one.change.kind for one in own] == ["reworded", *["new"] * len(options)]
    assert {(one.by, one.at) for one in own} == {("8", LATER)}


def test_without_a_history_the_words_are_told_and_nobody_is_named() -> None:
    project, past = changed({MEETINGS: 6})
    (one,) = told(project, Past((), past.kept, 1))
    assert (one.change.kind, one.by, one.at) == ("reworded", "", "")


@pytest.mark.parametrize(
    ("path", "value"),
    [("terms_of_reference.no_such_rule", "old"), ("nowhere.at_all", [{"id": "r1"}])],
)
def test_answers_of_another_release_are_no_stumbling_block(path: str, value: Any) -> None:
    project, past = changed({MEETINGS: 6})
    assert past.before is not None
    past.before.answers[path] = type(project.answers[MEETINGS])("given", value)
    assert len(told(project, past)) == 1
