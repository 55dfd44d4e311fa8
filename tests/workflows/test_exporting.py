"""What is taken along: the data and the documents in one file, without the numbers of others."""

from __future__ import annotations

import datetime as dt
import io
import json
import zipfile

from tests.support.walker import Walker
from workflows.actions import Press
from workflows.exporting import without_others

DAY = dt.date(2026, 11, 22)


def test_the_package_holds_the_data_and_every_document_in_both_languages() -> None:
    walker = Walker()
    assert walker.project is not None
    file = walker.guide.package(walker.project, DAY, "7")
    assert file.name == f"lip-guide_{walker.project.id}_2026-11-22.zip"
    with zipfile.ZipFile(io.BytesIO(file.data)) as archive:
        names = archive.namelist()
        assert archive.testzip() is None
        told = json.loads(archive.read(next(name for name in names if name.endswith(".json"))))
    assert told["answers"]["profile.name_en"]["value"] == "Kenora"
    documents = walker.guide.knowledge.definitions.documents
    assert len([name for name in names if name.endswith(".docx")]) == 2 * len(documents)
    assert len(set(names)) == len(names)
    assert walker.guide.package(walker.project, DAY, "7") == file, "the same project gives the same bytes"


def test_others_are_not_named_and_the_project_stays_as_it_is() -> None:
    walker = Walker()
    project = walker.project
    assert project is not None
    project.answers["profile.name_en"].by = "8"
    project.answers["profile.name_en"].value = "8"
    before = project.to_data()
    for person, by in (("8", "8"), ("7", "")):
        copied = without_others(project, person)
        assert (copied.answers["profile.name_en"].by, copied.answers["profile.name_en"].value) == (by, "8")
    assert project.to_data() == before


def test_too_many_files_at_once_are_refused_and_nothing_is_asked_of_the_bot() -> None:
    walker = Walker()
    walker.do(Press("name_version"))
    walker.say("Before the meeting")
    walker.refused_kinds = {"file"}
    for press in (
        Press("export"),
        Press("draft", walker.guide.knowledge.definitions.documents[0], value="en.docx"),
        Press("draft", "roster"),
        Press("draft", "all", value="fr"),
        Press("changed", record="1"),
        Press("draft_since", record="1", value="en.docx"),
    ):
        outcome = walker.do(press)
        assert outcome.effects == ()
        assert "people.limits.file" in walker.keys
    walker.refused_kinds = {"search"}
    walker.do(Press("home"))
    walker.say("quorum")
    assert "people.limits.search" in walker.keys
    walker.refused_kinds = {"paste"}
    walker.open("profile.catchment")
    walker.say("\n".join(f"Place {number}" for number in range(9)))
    assert "people.limits.paste" in walker.keys
    assert walker.rows("profile.catchment") == []
    walker.say("Kenora\nKeewatin")
    assert len(walker.rows("profile.catchment")) == 2
