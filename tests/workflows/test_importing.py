"""An exported partnership read back: what was exported comes back as it was, anything else is refused by one key."""

from __future__ import annotations

import copy
import io
import json
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.walker import NOW, Walker, the_guide
from workflows.actions import Import
from workflows.errors import AnswerRefused
from workflows.importing import LARGEST_FILE, LARGEST_JSON, MOST_PARTS, imported
from workflows.past import Past, snapshot
from workflows.project import Project
from workflows.showcase.sample import sampled

Data = dict[str, Any]


def exported(language: str = "en") -> Data:
    """The data of a project in which every question has an answer, and of an earlier version of it."""
    project = sampled(the_guide().knowledge, language).project
    assert project is not None
    past = Past((), {version.number: Project.from_data(snapshot(project)) for version in project.versions})
    data: Data = json.loads(json.dumps({**project.to_data(), **past.to_data()}))
    return data


def read(data: object, person: str = "1") -> Project:
    raw = data if isinstance(data, bytes) else json.dumps(data).encode()
    return imported(the_guide().knowledge, raw, "new00001", person, NOW)[0]


def refusal(data: object) -> str:
    with pytest.raises(AnswerRefused) as refused:
        read(data)
    return refused.value.key.rpartition(".")[2]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_answer_comes_back_as_it_was_given(language: str) -> None:
    before = exported(language)
    after = read(before)
    assert after.id == "new00001"
    for path, answer in before["answers"].items():
        told = after.to_data()["answers"][path]
        kept = {**answer, "message": 0, "parts": []}
        if isinstance(answer["value"], list) and answer["value"] and isinstance(answer["value"][0], dict):
            kept["value"] = [{**row, "messages": {}} for row in answer["value"]]
        assert told == kept, path
    same = ("cycle", "state", "steps", "revision", "consented", "created", "definitions", "versions", "last_version")
    assert {name: after.to_data()[name] for name in same} == {name: before[name] for name in same}
    assert after.last_changes == []


def test_what_others_gave_is_nobodys() -> None:
    assert {answer.by for answer in read(exported(), "1").answers.values()} == {"1"}
    assert {answer.by for answer in read(exported(), "2").answers.values()} == {""}


def test_new_rows_get_new_numbers() -> None:
    before = exported()
    before["last_record"] = 0
    after = read(before)
    assert after.last_record == max(int(row.id[1:]) for path in after.answers for row in rows(after, path))
    assert read({**before, "last_record": 999}).last_record == 999, "rows that have gone keep their numbers"


def rows(project: Project, path: str) -> list[Any]:
    return project.records(path) if the_guide().knowledge.definitions.question(path).kind == "records" else []


def spoilt(change: Callable[[Data], object]) -> Data:
    data = copy.deepcopy(exported())
    change(data)
    return data


NAME = "profile.name_en"
GAP = next(gap.path for step in the_guide().knowledge.definitions.steps for gap in step.gaps)


@pytest.mark.parametrize(
    ("change", "key"),
    [
        (lambda d: d.pop("export_version"), "not_ours"),
        (lambda d: d.update(answers=[]), "not_ours"),
        (lambda d: d.update(export_version=99), "version"),
        (lambda d: d.update(export_version="1"), "version"),
        (lambda d: d.update(definitions=99), "version"),
        (lambda d: d.update(cycle="2026"), "damaged"),
        (lambda d: d.update(cycle=True), "damaged"),
        (lambda d: d.update(state="nowhere"), "damaged"),
        (lambda d: d.update(steps={"council": "won"}), "damaged"),
        (lambda d: d.update(steps=[]), "damaged"),
        (lambda d: d.update(revision=-1), "damaged"),
        (lambda d: d.update(created="yesterday"), "damaged"),
        (lambda d: d.update(consented=["profile.name_en"]), "damaged"),
        (lambda d: d.update(set_aside={"gap.council.none": {}}), "damaged"),
        (lambda d: d["set_aside"].update({GAP: {"reason": "Later", "fingerprint": "0a1b"}}), None),
        (lambda d: d["set_aside"].update({GAP: {"reason": "Later", "fingerprint": "\ud800"}}), "damaged"),
        (lambda d: d["answers"].update({"council.members.person": {}}), "damaged"),
        (lambda d: d["answers"].update({"profile.unknown": {}}), "damaged"),
        (lambda d: d["answers"].update({NAME: 3}), "damaged"),
        (lambda d: d["answers"][NAME].update(value="x" * 5000), "damaged"),
        (lambda d: d["answers"][NAME].update(value="a\u202eb"), "damaged"),
        (lambda d: d["answers"][NAME].update(value={"starter": "none"}), "damaged"),
        (lambda d: d["answers"][NAME].update(state="won"), "damaged"),
        (lambda d: d["answers"][NAME].update(source="<b>"), "damaged"),
        (lambda d: d["answers"][NAME].update(wording={"de": "x"}), "damaged"),
        (lambda d: d["answers"][NAME].update(at=[1]), None),
        (lambda d: d["answers"]["council.members"]["value"][0].update(id="../x"), "damaged"),
        (lambda d: d["answers"]["council.members"]["value"][-1].update(id="../x"), "damaged"),
        (lambda d: d["answers"]["council.members"]["value"][0]["values"].update(unknown=1), "damaged"),
        (
            lambda d: d["answers"]["council.members"].update(value=d["answers"]["council.members"]["value"] * 2),
            "damaged",
        ),
        (lambda d: d.update(unknown="ignored"), None),
    ],
)
def test_what_was_changed_is_refused_whole(change: Callable[[Data], object], key: str | None) -> None:
    data = spoilt(change)
    assert (refusal(data) if key else read(data).id) == (key or "new00001")


def packed(*entries: tuple[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries:
            archive.writestr(name, data)
    return held.getvalue()


def test_a_zip_is_read_for_its_one_json_and_never_unpacked_too_far() -> None:
    data = json.dumps(exported()).encode()
    assert read(packed(("a.json", data), ("b.docx", b"x"))).id == "new00001"
    assert refusal(packed(("a.json", data), ("b.json", data))) == "not_ours"
    assert refusal(packed(("a.docx", data))) == "not_ours"
    assert refusal(packed(("a.json", b" " * (50 * LARGEST_JSON)))) == "too_large"
    assert refusal(b" " * (LARGEST_JSON + 1)) == "too_large"
    assert refusal(b"[" + b"0," * MOST_PARTS + b"0]") == "too_large"


@pytest.mark.parametrize("raw", [b"", b"PK", b"\xff\xfe", b"[]", b"null", b"[" * 100_000, b'{"export_version": NaN}'])
def test_what_is_no_export_is_refused(raw: bytes) -> None:
    assert refusal(raw) in ("not_ours", "damaged")


REFUSALS = {f"people.import.{why}" for why in ("not_ours", "version", "damaged", "too_large")}


def attempted(raw: bytes) -> str:
    """The key of the refusal, or an empty text when it was taken."""
    try:
        imported(the_guide().knowledge, raw, "new00001", "1", NOW)
    except AnswerRefused as refused:
        return refused.key
    return ""


@given(st.binary(max_size=200), st.integers(0, 400), st.booleans())
def test_no_bytes_break_it(noise: bytes, at: int, whole: bool) -> None:
    good = packed(("a.json", b'{"export_version": 1, "answers": {}}'))
    assert attempted(noise if whole else good[:at] + noise + good[at:]) in REFUSALS


LEAVES = st.none() | st.booleans() | st.integers() | st.text(max_size=5)
VALUES = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
)
_SAMPLE = exported()


@given(VALUES, st.sampled_from(sorted(_SAMPLE)))
def test_no_value_of_any_field_breaks_it(value: object, name: str) -> None:
    assert attempted(json.dumps({**_SAMPLE, name: value}).encode()) in {"", *REFUSALS}


def test_a_file_becomes_a_partnership_that_can_be_worked_on() -> None:
    walker = Walker()
    first = walker.project
    assert first is not None
    walker.role = "reader"
    walker.do(Import(10, json.dumps(exported()).encode()))
    assert "people.import.done" in walker.keys
    assert walker.project is not None
    assert walker.project.id != first.id
    for size, data, key in (
        (LARGEST_FILE + 1, b"{}", "people.import.too_large"),
        (5, None, "people.import.not_fetched"),
        (5, b"{}", "people.import.not_ours"),
    ):
        walker.do(Import(size, data))
        assert key in walker.keys
    walker.refused_kinds = {"import"}
    walker.do(Import(5, b"{}"))
    assert "people.limits.import" in walker.keys
