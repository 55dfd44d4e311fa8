"""What to look at, for three invented communities and in both languages, against approved texts.

`pytest tests/test_advice_golden.py --golden-write` writes the texts again: read the difference before keeping it.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tests.support.drafting import LANGUAGES
from tests.support.personas import PERSONAS, load_persona
from tests.support.walker import the_guide
from workflows.cards.advice import told_source, what
from workflows.outcomes import Visit
from workflows.phrases import Phrase, phrase
from workflows.project import Project
from workflows.scene import Scene
from workflows.screens import Spot

GOLDEN = Path(__file__).parent / "golden"


def told(project: Project, language: str) -> str:
    """The advice list as a person would read it rule by rule: title, what, why, what to do, source."""
    known, spot = the_guide().knowledge, Spot(screen="advice")
    visit = Visit("7", language, language, spot, dt.datetime(2026, 11, 22), lambda: "id")
    scene = Scene(known, visit, project, spot)

    def said(words: Phrase) -> str:
        return known.book.text(words, language)

    found = known.judgement.of_project(project)
    pages = [f"# {said(phrase('advice.card.title'))}", said(phrase("advice.card.all", n=len(found)))]
    for number, one in enumerate(found, 1):
        title = phrase("advice.card.line", number=number, text=Phrase(f"{one.rule.words}.title"))
        pages += [f"## {said(title)}", said(what(scene, one.gap, whole=True))]
        pages += [
            said(phrase(f"advice.card.{name}", text=Phrase(f"{one.rule.words}.{name}"))) for name in ("why", "do")
        ]
        pages += [said(told_source(known.judgement.sources[name])) for name in one.rule.sources]
    return "\n\n".join(pages) + "\n"


@pytest.mark.parametrize("name", PERSONAS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_advice_reads_as_approved(name: str, language: str, request: pytest.FixtureRequest) -> None:
    file = GOLDEN / name / f"advice.{language}.md"
    text = told(load_persona(name, the_guide().knowledge.definitions), language)
    if request.config.getoption("--golden-write"):
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", PERSONAS)
def test_core_points_come_first(name: str) -> None:
    found = the_guide().knowledge.judgement.of_project(load_persona(name, the_guide().knowledge.definitions))
    weights = [one.rule.core for one in found]
    assert weights == sorted(weights, reverse=True)
    assert any(weights)
