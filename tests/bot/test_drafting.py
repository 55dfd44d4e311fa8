"""`lip-guide draft`: a document from an exported project, also one that compares with a saved version."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.__main__ import main
from workflows.documents.contexts import KINDS
from workflows.past import Past, snapshot
from workflows.project import Answer, Project
from workflows.versions import add

VISION = "terms_of_reference.vision"


@pytest.fixture(autouse=True)
def _folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)


def exported(visions: tuple[str, ...]) -> dict[str, object]:
    """An export with a version saved after each of these visions but the last."""
    project, kept = Project("p", 2027), {}
    for number, vision in enumerate(visions, 1):
        project.answers[VISION] = Answer("given", vision)
        if number < len(visions):
            kept[number] = Project.from_data(snapshot(project))
            add(project, f"Version {number}", "7", "2026-11-22T15:00:00+00:00")
    return {**project.to_data(), **Past((), kept).to_data()}


def drafted(tmp_path: Path, *more: str) -> str:
    """The text of the document of changes."""
    assert main(["draft", "p.json", "--document", "changes", "--format", "md", "--out", "drafts", *more]) == 0
    (file,) = (tmp_path / "drafts").iterdir()
    return file.read_text(encoding="utf-8")


def test_draft_refuses_a_file_that_is_no_project(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "p.json").write_text("[]")
    assert main(["draft", "p.json", "--document", "terms-of-reference"]) == 2
    assert capsys.readouterr().err == "p.json is not an exported project (AttributeError).\n"


def test_draft_names_the_documents_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["draft", "p.json", "--document", "poem"]) == 2
    told = capsys.readouterr().err
    assert all(document in told for document in KINDS)


def test_draft_writes_the_document_of_an_exported_project(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "p.json").write_text(json.dumps(Project("p", 2027).to_data()))
    arguments = ["--document", "action-plan", "--language", "fr", "--format", "md", "--out", "drafts"]
    assert main(["draft", "p.json", *arguments]) == 0
    (file,) = (tmp_path / "drafts").iterdir()
    assert file.suffix == ".md"
    assert capsys.readouterr().out == f"{file.relative_to(tmp_path)}\n"


def test_draft_writes_a_workbook_of_the_documents_that_have_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "p.json").write_text(json.dumps(Project("p", 2027).to_data()))
    assert main(["draft", "p.json", "--document", "action-plan", "--format", "xlsx", "--out", "drafts"]) == 0
    assert [file.suffix for file in (tmp_path / "drafts").iterdir()] == [".xlsx"]
    assert main(["draft", "p.json", "--document", "terms-of-reference", "--format", "xlsx"]) == 2
    assert capsys.readouterr().err == "terms-of-reference has no spreadsheet; these documents have one: action-plan.\n"


def test_all_documents_are_written_in_the_language_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "p.json").write_text(json.dumps(Project("p", 2027).to_data()))
    assert main(["draft", "p.json", "--document", "all", "--language", "fr", "--out", "drafts"]) == 0
    written = sorted(path.name for path in (tmp_path / "drafts").iterdir())
    assert len(written) == sum(len(kind.formats) for kind in KINDS.values())
    assert all("_fr." in name for name in written)
    assert sorted(Path(line).name for line in capsys.readouterr().out.splitlines()) == written


def test_changes_compare_with_the_version_asked_for_or_else_with_the_newest(tmp_path: Path) -> None:
    (tmp_path / "p.json").write_text(json.dumps(exported(("Alder", "Birch", "Cedar"))))
    newest, first = drafted(tmp_path), drafted(tmp_path, "--since", "1")
    assert "Birch" in newest
    assert "Alder" not in newest
    assert "Alder" in first
    assert "Birch" not in first
    assert "Cedar" in newest
    assert "Cedar" in first


def test_a_version_that_the_export_does_not_hold_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "p.json").write_text(json.dumps(exported(("Alder", "Birch"))))
    assert main(["draft", "p.json", "--document", "changes", "--since", "9"]) == 2
    assert capsys.readouterr().err == "p.json has no version 9: it keeps 1.\n"


def test_an_export_of_an_older_release_has_no_version_and_still_drafts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = {"id": "p", "cycle": 2027, "export_version": 1}
    (tmp_path / "p.json").write_text(json.dumps(old))
    assert drafted(tmp_path)
    assert main(["draft", "p.json", "--document", "changes", "--since", "1"]) == 2
    assert "no saved version" in capsys.readouterr().err
