"""Drafts made to be compared: what every draft changes by itself is left out of them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from tests.support.drafting import TODAY, shipped, short_path
from workflows.comparing import look_of
from workflows.documents.looking_back import Look
from workflows.past import Past
from workflows.project import Project


def look(today: dt.date = TODAY) -> Look:
    known = shipped()
    return look_of(known.definitions, known.book, known.templates, Past(), today, lambda _: ())


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("document", ["terms-of-reference", "action-plan"])
def test_another_day_and_another_revision_make_no_difference(document: str, language: str) -> None:
    project = short_path()
    later = replace(project, revision=project.revision + 5)
    there = look(TODAY + dt.timedelta(days=3))
    assert look().blocks(project, document, language) == there.blocks(later, document, language)
    assert look().texts(project, document, language) == there.texts(later, document, language)


def test_an_answer_makes_one() -> None:
    project, empty = short_path(), Project("short", 2026)
    assert look().blocks(project, "terms-of-reference", "en") != look().blocks(empty, "terms-of-reference", "en")
    assert "Kenora" in look().texts(project, "terms-of-reference", "en")
