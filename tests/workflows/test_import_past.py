"""The past of an exported partnership read back: its versions, and of its history what a comparison needs."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.support.looking_back import MEMBERS, NAME, VISION, changed
from tests.support.walker import NOW, Walker, the_guide
from workflows.actions import Import, Press
from workflows.errors import AnswerRefused
from workflows.exporting import past_without_others, without_others
from workflows.importing import LARGEST_JSON, MOST_PARTS, imported
from workflows.past import Past, past_of, snapshot
from workflows.project import Change, Project, Version
from workflows.versions import LONGEST, MOST, add

Data = dict[str, Any]
LATER = "2026-11-10T10:00:00+00:00"


def exported(persona: str = "small_town", person: str = "8", by: str = "8") -> Data:
    """What `person` has in the file of a partnership that `by` changed since it was saved."""
    project, past = changed({VISION: "A town where people want to stay."}, by, persona)
    told = past_without_others(past, person).to_data()
    data: Data = json.loads(json.dumps({**without_others(project, person).to_data(), **told}))
    for part in (data, *(one["project"] for one in data["snapshots"])):
        part["state"] = "profile"
    return data


def read(data: Data, person: str = "8") -> tuple[Project, Past]:
    return imported(the_guide().knowledge, json.dumps(data).encode(), "new00001", person, NOW)


def compared(project: Project, past: Past, language: str) -> str:
    return the_guide().draft(project, "changes", language, "md", NOW.date(), past).data.decode()


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("persona", ["small_town", "regional_centre"])
def test_what_changed_since_a_version_is_told_as_before(persona: str, language: str) -> None:
    data = exported(persona, person="8")
    before = compared(Project.from_data(data), past_of(data), language)
    project, past = read(data)
    assert [version.name for version in project.versions] == [NAME]
    assert project.last_version == 1
    assert past.kept[1].id == project.id == "new00001"
    assert compared(project, past, language) == before
    assert "stay" in before


def test_only_whoever_sends_the_file_is_named() -> None:
    for person, by in (("8", "8"), ("9", "")):
        project, past = read(exported(person="8"), person)
        assert {change.by for change in past.history} == {by}
        assert [version.by for version in project.versions] == [""]
        assert {change.at for change in past.history} == {LATER}


def test_a_text_that_stands_nowhere_any_more_does_not_come_back() -> None:
    data = exported()
    stands = data["answers"][VISION]["value"]
    row = data["answers"][MEMBERS]["value"][0]["values"]
    gone = {**row, "organization": "Long gone", "unknown": row["organization"]}
    data["history"] = [
        {**data["history"][0], "before": {"value": "Long gone"}, "after": {"value": stands, "by": "9"}},
        {**data["history"][0], "question": MEMBERS, "record": "r1", "before": {"values": gone}, "after": None},
    ]
    first, second = read(data)[1].history
    assert (first.before, first.after) == ({}, {"value": stands})
    assert second.before is not None
    assert second.before["values"] == {
        name: text for name, text in row.items() if isinstance(text, str) and name != "organization"
    }
    assert (second.record, second.after) == ("r1", None)


def test_a_file_without_versions_has_none() -> None:
    data = exported()
    for name in ("versions", "last_version", "snapshots", "history"):
        del data[name]
    data["export_version"] = 1
    project, past = read(data)
    assert (project.versions, project.last_version, past) == ([], 0, Past())


def test_a_number_is_never_used_again() -> None:
    project, _ = read({**exported(), "last_version": 5})
    assert add(project, "Next", "8", LATER).number == 6


@pytest.mark.parametrize("days", [("", "2026-09-01", "2026-10-01"), ("2026-09-01", "", ""), ("", "", "")])
def test_adopted_texts_keep_their_numbers(days: tuple[str, ...]) -> None:
    project, _ = read(adopted_on(days))
    assert tuple(version.adopted for version in project.versions) == days


@pytest.mark.parametrize("days", [("2026-10-01", "", "2026-09-01"), ("2026-10-01", "2026-10-01", "")])
def test_a_later_text_cannot_be_adopted_before_an_earlier_one(days: tuple[str, ...]) -> None:
    with pytest.raises(AnswerRefused):
        read(adopted_on(days))


def adopted_on(days: tuple[str, ...]) -> Data:
    """A file whose versions were adopted on these days."""
    data = exported()
    version, kept = data["versions"][0], data["snapshots"][0]
    numbered = tuple(enumerate(days, 1))
    data["versions"] = [{**version, "number": n, "name": f"Text {n}", "adopted": day} for n, day in numbered]
    data["snapshots"] = [{**kept, "number": n} for n, _ in numbered]
    return data


def spoilt(change: Callable[[Data], object]) -> Data:
    data = copy.deepcopy(exported())
    change(data)
    return data


@pytest.mark.parametrize(
    ("change", "key"),
    [
        (lambda d: d.update(versions={}), "damaged"),
        (lambda d: d.update(versions=[]), "damaged"),
        (lambda d: d.update(snapshots=[]), "damaged"),
        (lambda d: d.update(snapshots=[3]), "damaged"),
        (lambda d: d.update(snapshots=d["snapshots"] * 2), "damaged"),
        (lambda d: d.update(versions=d["versions"] * 2, snapshots=d["snapshots"] * 2), "damaged"),
        (lambda d: d.update(last_version="1"), "damaged"),
        (lambda d: d["versions"][0].update(number=True), "damaged"),
        (lambda d: d["versions"][0].update(number=2), "damaged"),
        (lambda d: d["versions"][0].update(name="…"), "damaged"),
        (lambda d: d["versions"][0].update(name="a\u202eb"), "damaged"),
        (lambda d: d["versions"][0].update(name="x" * (LONGEST + 1)), "damaged"),
        (lambda d: d["versions"][0].update(at=""), "damaged"),
        (lambda d: d["versions"][0].update(revision=-1), "damaged"),
        (lambda d: d["versions"][0].update(adopted="in spring"), "damaged"),
        (lambda d: d["snapshots"][0].update(project=[]), "damaged"),
        (lambda d: d["snapshots"][0].update(project={}), "version"),
        (lambda d: d["snapshots"][0]["project"].update(definitions=99), "version"),
        (lambda d: d["snapshots"][0]["project"]["answers"].update({"profile.unknown": {}}), "damaged"),
        (lambda d: d["snapshots"][0]["project"]["answers"][MEMBERS].update(value="x"), "damaged"),
        (lambda d: d.update(history={}), "damaged"),
        (lambda d: d.update(history=[[]]), "damaged"),
        (lambda d: d["history"][0].update(question="profile.unknown"), "damaged"),
        (lambda d: d["history"][0].update(question=[]), "damaged"),
        (lambda d: d["history"][0].update(record="../x"), "damaged"),
        (lambda d: d["history"][0].update(at="yesterday"), "damaged"),
        (lambda d: d["history"][0].update(before=[3]), "damaged"),
        (lambda d: d["history"][0].update(after={"values": []}), "damaged"),
    ],
)
def test_what_was_changed_is_refused_whole(change: Callable[[Data], object], key: str) -> None:
    with pytest.raises(AnswerRefused) as refused:
        read(spoilt(change))
    assert refused.value.key == f"people.import.{key}"


def test_more_versions_than_are_kept_are_refused() -> None:
    def many(count: int) -> Data:
        data = exported()
        version, kept = data["versions"][0], data["snapshots"][0]
        data["versions"] = [{**version, "number": n, "name": f"Version {n}"} for n in range(1, count + 1)]
        data["snapshots"] = [{**kept, "number": n} for n in range(1, count + 1)]
        return data

    assert len(read(many(MOST))[1].kept) == MOST
    with pytest.raises(AnswerRefused):
        read(many(MOST + 1))


def test_the_largest_partnership_with_every_version_and_years_of_changes_can_be_read_back() -> None:
    project, past = changed({VISION: "A town where people want to stay."}, persona="regional_centre")
    row = dict(vars(project.records("action_plan.actions")[0]))
    kept, busy = past.kept[1], Change("action_plan.actions", "r1", row, row, "8", LATER)
    project.versions = [Version(n, f"Version {n}", "8", LATER, n) for n in range(1, MOST + 1)]
    many = Past((busy,) * 2500, {n: Project.from_data(snapshot(kept)) for n in range(1, MOST + 1)}, 1)
    told = the_guide().export(project, NOW.date(), many).data
    assert len(told) < LARGEST_JSON
    assert sum(map(told.count, (b",", b"[", b"{"))) < MOST_PARTS


def test_versions_come_along_and_are_compared_and_saved_on() -> None:
    walker = Walker()
    walker.do(Press("name_version"))
    walker.say("Before the meeting")
    walker.open("profile.population")
    walker.say("18 000")
    assert walker.project is not None
    past = Past(tuple(walker.history), walker.kept)
    data = walker.guide.export(walker.project, NOW.date(), past).data
    other = Walker()
    other.do(Import(len(data), data))
    assert "people.import.versions" in other.keys
    assert other.project is not None
    assert [version.by for version in other.project.versions] == ["7"]
    assert [change.question for change in other.history] == [change.question for change in walker.history]
    other.do(Press("changed", record="1"))
    assert "versions.since" in other.keys
    other.do(Press("name_version"))
    other.say("After the move")
    assert [version.number for version in other.project.versions] == [1, 2]
