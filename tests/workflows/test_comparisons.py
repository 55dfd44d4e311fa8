"""A comparison is made once, and again as soon as anything that it compares has changed."""

from __future__ import annotations

import copy
import datetime as dt
from dataclasses import replace

from tests.support.walker import the_guide
from workflows.comparing import look_of
from workflows.comparisons import Comparisons
from workflows.documents.looking_back import Look
from workflows.past import Past
from workflows.project import Answer, Project

VISION = "terms_of_reference.vision"
DOCUMENTS = ("terms-of-reference",)


def project(vision: str) -> Project:
    made = Project("p", 2027)
    made.answers[VISION] = Answer("given", vision)
    return made


def look(before: Project) -> tuple[Look, list[str]]:
    """A look back to this project, and the drafts that it had to make."""
    known = the_guide().knowledge
    past = Past(kept={1: before}, since=1)
    made = look_of(known.definitions, known.book, known.templates, past, dt.date(2026, 11, 23), lambda _: ())
    drafted: list[str] = []

    def blocks(one: Project, document: str, language: str) -> object:
        drafted.append(language)
        return made.blocks(one, document, language)

    return replace(made, blocks=blocks), drafted  # type: ignore[arg-type]


def test_the_same_comparison_is_made_once() -> None:
    comparisons, (told, drafted) = Comparisons(), look(project("Old words of a vision."))
    now = project("New words of a vision.")
    first = comparisons.since(now, told, DOCUMENTS, "en")
    assert len(first) == 1
    assert comparisons.since(copy.deepcopy(now), told, DOCUMENTS, "en") == first
    assert drafted == ["en", "en"]


def test_another_language_another_text_and_another_version_are_compared_anew() -> None:
    comparisons, (told, drafted) = Comparisons(), look(project("Old words of a vision."))
    now = project("New words of a vision.")
    comparisons.since(now, told, DOCUMENTS, "en")
    comparisons.since(now, told, DOCUMENTS, "fr")
    now.answers[VISION].value = "Newer words of a vision."
    assert "Newer" in str(comparisons.since(now, told, DOCUMENTS, "en"))
    assert len(drafted) == 6
    other, _ = look(project("Newer words of a vision."))
    assert comparisons.since(now, other, DOCUMENTS, "en") == ()


def test_only_the_last_comparisons_are_kept() -> None:
    comparisons, (told, drafted) = Comparisons(), look(project("Old words."))
    for number in range(20):
        comparisons.since(project(f"Words number {number}."), told, DOCUMENTS, "en")
    many = len(drafted)
    comparisons.since(project("Words number 19."), told, DOCUMENTS, "en")
    assert len(drafted) == many
    comparisons.since(project("Words number 0."), told, DOCUMENTS, "en")
    assert len(drafted) > many


def test_without_a_version_there_is_nothing_to_compare() -> None:
    assert Comparisons().since(project("x"), Look(), DOCUMENTS, "en") == ()
