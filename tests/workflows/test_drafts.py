"""Names, captions and bytes of drafts; templates that are missing."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest

from tests.support.drafting import TODAY, built, give, shipped, short_path, text
from workflows.adoption import mark
from workflows.documents import FORMATS
from workflows.drafts import File, draft, load_templates, open_points
from workflows.errors import ContentFault
from workflows.knowledge import CONTENT
from workflows.project import Project
from workflows.versions import add


def sent(project: Project, document: str = "terms-of-reference", language: str = "en", ending: str = "md") -> File:
    known = shipped()
    return draft(known.definitions, known.book, known.templates, project, document, language, ending, TODAY)


@pytest.mark.parametrize(
    ("document", "language", "name"),
    [
        ("terms-of-reference", "en", "LIP-terms-of-reference_Kenora_2026-11-22_en.docx"),
        ("terms-of-reference", "fr", "PLI-cadre-de-reference_Kenora_2026-11-22_fr.docx"),
        ("action-plan", "en", "LIP-action-plan_Kenora_2026-11-22_en.docx"),
        ("action-plan", "fr", "PLI-plan-d-action_Kenora_2026-11-22_fr.docx"),
    ],
)
def test_file_says_document_place_day_and_language(document: str, language: str, name: str) -> None:
    assert sent(short_path(), document, language, "docx").name == name


@pytest.mark.parametrize(
    ("place", "folded"),
    [
        ("Îles-de-la-Mer-d’Œuvre", "Iles-de-la-Mer-d-Oeuvre"),
        ("../../etc/passwd", "etc-passwd"),
        ("Sault Ste. Marie", "Sault-Ste-Marie"),
        ("ᐃᖃᓗᐃᑦ", "Kenora"),
        ("A" * 80, "A" * 40),
    ],
)
def test_place_is_folded_to_ascii(place: str, folded: str) -> None:
    project = short_path()
    give(project, "profile.place", place)
    assert sent(project).name == f"LIP-terms-of-reference_{folded}_2026-11-22_en.md"


def test_name_of_the_partnership_stands_in_for_a_place() -> None:
    project = Project("x", 2026)
    assert sent(project).name == "LIP-terms-of-reference_draft_2026-11-22_en.md"
    assert sent(project, language="fr").name == "PLI-cadre-de-reference_ebauche_2026-11-22_fr.md"
    give(project, "profile.name_fr", "PLI de l’Évangéline")
    assert sent(project).name == "LIP-terms-of-reference_PLI-de-l-Evangeline_2026-11-22_en.md"


def test_caption_counts_in_both_languages() -> None:
    book, project = shipped().book, Project("x", 2026, revision=3)
    give(project, "action_plan.adopted_on", "2027-01-01")
    give(project, "profile.name_en", "A")
    give(project, "profile.name_fr", "B")
    give(project, "research_strategy.priorities", [{"title": "Work", "focus": "parked"}])
    caption = sent(project, "action-plan").caption
    told = book.text(caption, "en")
    assert told.startswith("Annual action plan 2026–2027: version 0.3, November 22, 2026. 1 point is left open;")
    assert book.text(caption, "fr").endswith("Il reste 1\u00a0point à régler; il figure à la dernière page.")
    row = {"action": "Map", "lead": "City", "end": "2027-02", "funder": "lip_budget", "indicator": "use"}
    give(project, "action_plan.actions", [{**row, "outcomes": ["networks"], "service": "indirect"}])
    caption = sent(project, "action-plan").caption
    assert book.text(caption, "en").endswith("No point is left open.")
    assert book.text(caption, "fr").endswith("Il ne reste aucun point à régler.")


@pytest.mark.parametrize("ending", FORMATS)
@pytest.mark.parametrize("document", ["terms-of-reference", "action-plan"])
def test_same_project_and_day_give_the_same_bytes(document: str, ending: str) -> None:
    first, again = sent(short_path(), document, "fr", ending), sent(short_path(), document, "fr", ending)
    assert first == again
    assert first.data.startswith({"docx": b"PK", "pdf": b"%PDF", "html": b"<!DOCTYPE", "md": b"# "}[ending])


def test_version_and_footer_name_the_draft() -> None:
    meta = built(short_path(), language="fr").meta
    assert (meta.version, meta.date, meta.language, meta.landscape) == ("0.9", TODAY, "fr", False)
    assert meta.footer == "Ébauche, version 0.9, 22 novembre 2026"
    assert meta.page_of == "Page {page} de {pages}"
    assert meta.organization == "Kenora Local Immigration Partnership"
    assert built(short_path(), "action-plan").meta.landscape


def test_fiscal_year_is_the_answer_or_else_the_open_cycle() -> None:
    project = short_path()
    assert built(project, "action-plan").meta.title == "Annual action plan 2026–2027"
    give(project, "action_plan.fiscal_year", 2029)
    assert built(project, "action-plan", "fr").meta.title == "Plan d’action annuel 2029-2030"


def test_a_day_that_has_come_makes_an_adopted_text() -> None:
    project = short_path()
    give(project, "terms_of_reference.adopted_on", (TODAY + dt.timedelta(days=1)).isoformat())
    planned = sent(project).data.decode()
    give(project, "terms_of_reference.adopted_on", TODAY.isoformat())
    adopted = sent(project).data.decode()
    assert "Draft for discussion" in planned
    assert "Working version of the adopted text" in adopted
    assert "| — | November 22, 2026 | Adoption by the council |" in adopted


@pytest.mark.parametrize(("language", "log"), [("en", "Amendments adopted by the council"), ("fr", "Modifications")])
def test_an_adopted_text_carries_its_number_its_day_and_the_log_before_it(language: str, log: str) -> None:
    project = short_path()
    for day in (dt.date(2026, 3, 4), TODAY):
        project.revision += 5
        give(project, "terms_of_reference.adopted_on", day.isoformat())
        mark(project, add(project, f"Of {day}", "7", f"{day}T20:00:00+00:00"), day)
    settled = built(project, language=language)
    assert (settled.meta.version, built(project, "bilingual-terms").meta.version) == ("2.0", "2.0")
    assert text(settled).count("2.0") == 2, "on the cover and in the log"
    assert settled.meta.footer.startswith("Version 2.0, ")
    assert log in text(settled)
    project.revision += 3
    draft = built(project, language=language)
    assert (draft.meta.version, built(project, "action-plan").meta.version) == ("2.3", f"0.{project.revision}")
    lines = text(draft).split("\n")
    assert [line for line in lines if line in ("1.0", "2.0", "2.3")] == ["2.3", "1.0", "2.0", "2.3"]


def test_a_new_day_without_a_marked_text_stands_in_the_log_with_a_dash() -> None:
    project = short_path()
    mark(project, add(project, "First", "7", "2026-03-04T20:00:00+00:00"), dt.date(2026, 3, 4))
    give(project, "terms_of_reference.adopted_on", TODAY.isoformat())
    project.revision += 1
    told = sent(project).data.decode()
    assert "| 1.0 | March 4, 2026 | Adoption by the council |" in told
    assert "| — | November 22, 2026 | Amendments adopted by the council |" in told
    assert "| 1.1 | November 22, 2026 | Working version |" in told


def test_unknown_document_and_format_are_refused() -> None:
    with pytest.raises(KeyError):
        sent(short_path(), "newsletter")
    with pytest.raises(ValueError, match="unknown document"):
        open_points(shipped().definitions, short_path(), "newsletter")
    with pytest.raises(ValueError, match="unknown document format"):
        sent(short_path(), ending="odt")


def test_missing_template_is_named(tmp_path: Path) -> None:
    for language in ("en", "fr"):
        shutil.copytree(CONTENT / language / "documents", tmp_path / language / "documents")
    (tmp_path / "fr" / "documents" / "action_plan.md.j2").unlink()
    with pytest.raises(ContentFault, match="action_plan"):
        load_templates(tmp_path)
