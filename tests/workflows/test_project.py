"""A partnership as plain data, and what it says of itself."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.walker import Walker
from workflows.project import EXPORT_VERSION, Answer, Change, Project, Record, Version, fiscal_year

TEXTS = st.text(max_size=12)
VALUES = st.none() | TEXTS | st.integers(-9, 99) | st.floats(0, 9, allow_nan=False) | st.lists(TEXTS, max_size=3)
RECORDS = st.lists(
    st.builds(
        Record,
        id=st.from_regex(r"r[1-9]\d?", fullmatch=True),
        values=st.dictionaries(TEXTS, VALUES, max_size=3),
        revision=st.integers(0, 9),
        messages=st.dictionaries(TEXTS, st.integers(0, 9), max_size=2),
        wording=st.dictionaries(TEXTS, st.dictionaries(st.sampled_from(["en", "fr"]), TEXTS), max_size=2),
        again=st.dictionaries(TEXTS, st.sampled_from(["en", "fr"]), max_size=2),
    ),
    min_size=1,
    max_size=3,
)
ANSWERS = st.builds(
    Answer,
    state=st.sampled_from(["open", "not_sure", "given", "recommended", "look_again"]),
    value=VALUES | RECORDS | st.builds(lambda name: {"starter": name}, TEXTS),
    wording=st.dictionaries(st.sampled_from(["en", "fr"]), TEXTS),
    revision=st.integers(0, 99),
    source=TEXTS,
    message=st.integers(0, 99),
    again=st.sampled_from(["", "en", "fr"]),
    messages=st.dictionaries(st.sampled_from(["en", "fr"]), st.integers(0, 99)),
)
PROJECTS = st.builds(
    Project,
    id=TEXTS,
    cycle=st.integers(2008, 2100),
    steps=st.dictionaries(TEXTS, TEXTS, max_size=3),
    answers=st.dictionaries(TEXTS, ANSWERS, max_size=5),
    last_record=st.integers(0, 99),
    revision=st.integers(0, 99),
    last_changes=st.lists(
        st.builds(Change, question=TEXTS, record=TEXTS, before=VALUES, after=VALUES, by=TEXTS, at=TEXTS), max_size=2
    ),
    consented=st.lists(TEXTS, max_size=2),
    versions=st.lists(
        st.builds(Version, number=st.integers(1, 99), name=TEXTS, by=TEXTS, at=TEXTS, revision=st.integers(0, 99)),
        max_size=2,
    ),
)


@given(PROJECTS)
def test_a_project_comes_back_from_json_as_it_was(project: Project) -> None:
    again = Project.from_data(json.loads(json.dumps(project.to_data())))
    assert vars(again) == vars(project)


@given(PROJECTS)
def test_what_was_written_out_is_not_the_project_s_own(project: Project) -> None:
    before = json.dumps(project.to_data(), sort_keys=True)
    data = project.to_data()
    data["answers"].clear()
    data["last_changes"].clear()
    assert json.dumps(project.to_data(), sort_keys=True) == before


def test_the_data_says_its_version() -> None:
    assert Project("p", 2026).to_data()["export_version"] == EXPORT_VERSION


def test_the_title_is_the_name_that_was_typed() -> None:
    assert Project("p", 2026).title() == ""
    french = {"profile.name_fr": Answer("given", "PLI de Hearst")}
    assert Project("p", 2026, answers=french).title() == "PLI de Hearst"
    both = {**french, "profile.name_en": Answer("given", "Hearst LIP")}
    assert Project("p", 2026, answers=both).title() == "Hearst LIP"


@pytest.mark.parametrize(
    ("state", "value"), [("given", 3), ("recommended", 3), ("look_again", 3), ("open", None), ("not_sure", None)]
)
def test_only_what_was_said_has_a_value(state: str, value: object) -> None:
    assert Project("p", 2026, answers={"a.b": Answer(state, 3)}).value("a.b") == value
    assert Project("p", 2026).value("a.b") is None


def test_rows_are_found_by_their_id() -> None:
    project = Project("p", 2026, answers={"a.b": Answer("given", [Record("r1"), Record("r2")])})
    found = project.record("a.b", "r2")
    assert found is project.records("a.b")[1]
    assert project.record("a.b", "r9") is None
    assert project.record("a.c", "r1") is None


@pytest.mark.parametrize(
    ("day", "year"), [("2026-03-31", 2025), ("2026-04-01", 2026), ("2026-12-31", 2026), ("2027-01-01", 2026)]
)
def test_a_fiscal_year_begins_on_the_first_of_april(day: str, year: int) -> None:
    assert fiscal_year(dt.date.fromisoformat(day)) == year


def test_two_projects_with_the_same_data_are_not_the_same_project() -> None:
    assert Project("p", 2026) != Project("p", 2026)


def test_an_export_holds_everything_that_was_said(walker: Walker) -> None:
    walker.open("profile.catchment")
    walker.say("Kenora\nعرعر")
    assert walker.project is not None
    file = walker.guide.export(walker.project, dt.date(2026, 11, 22))
    data = json.loads(file.data)
    assert [row["values"]["place"] for row in data["answers"]["profile.catchment"]["value"]] == ["Kenora", "عرعر"]
    assert vars(Project.from_data(data)) == vars(walker.project)
    assert file.name.isascii()
