"""The past of a project: out into an export and back, and who is who in it."""

from __future__ import annotations

import json

from workflows.past import Past, past_of, snapshot
from workflows.project import Answer, Change, Project, Version


def project() -> Project:
    return Project("p", 2026, answers={"profile.place": Answer("given", "Kenora", by="7", at="2026-11-03")}, revision=4)


def change(by: str, at: str) -> Change:
    return Change("profile.place", "", None, {"value": "Kenora"}, by, at)


def test_an_export_gives_the_same_past_back() -> None:
    past = Past((change("7", "2026-11-01"),), {1: project(), 2: Project("p", 2026)}, 1)
    data = json.loads(json.dumps(past.to_data()))
    read = past_of(data, since=1)
    assert read.history == past.history
    assert {number: one.to_data() for number, one in read.kept.items()} == {
        number: one.to_data() for number, one in past.kept.items()
    }
    assert read.before is not None
    assert read.before.to_data() == project().to_data()


def test_without_a_number_the_newest_version_is_meant() -> None:
    data = Past((), {2: project(), 5: project(), 3: project()}).to_data()
    assert past_of(data).since == 5
    assert past_of(data, 4).before is None


def test_an_export_of_an_older_release_has_no_past() -> None:
    assert past_of({"id": "p", "export_version": 1}) == Past()


def test_a_snapshot_holds_the_answers_and_no_versions() -> None:
    whole = project()
    whole.versions.append(Version(1, "First", "7", "2026-11-01", 4))
    whole.last_changes.append(change("7", "2026-11-03"))
    kept = Project.from_data(snapshot(whole))
    assert kept.answers == whole.answers
    assert kept.versions == []
    assert kept.last_changes == []
    assert len(whole.versions) == len(whole.last_changes) == 1


def test_people_are_counted_in_the_order_in_which_they_came_and_the_erased_not_at_all() -> None:
    history = (
        change("8", "2026-11-01"),
        change("", "2026-11-02"),
        change("7", "2026-11-03"),
        change("8", "2026-11-04"),
    )
    whole = project()
    whole.versions.append(Version(1, "First", "9", "2026-11-05", 4))
    assert Past(history).people(whole) == ("8", "7", "9")
