"""No word of the other language in what a document says itself, whatever was answered.

Typed texts are replaced by tokens that belong to no language; a run that names its language is judged by that one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.support.drafting import built, inlines, shipped
from tests.support.personas import load_persona
from tests.workflows.proofreading.samples import shipped_names, shipped_terms
from workflows.documents import Document, Text
from workflows.documents.blocks import LineBreak, Paragraph
from workflows.documents.contexts import KINDS
from workflows.languages import LANGUAGES
from workflows.project import Project
from workflows.proofreading.leftovers import leftovers
from workflows.proofreading.texts import Text as Written


def neutral(project: Project) -> Project:
    """The same answers with a token for each typed text."""
    count = 0

    def token(value: Any) -> Any:
        nonlocal count
        count += isinstance(value, str)
        return f"Zq{count}" if isinstance(value, str) else value

    for path, answer in project.answers.items():
        question = shipped().definitions.question(path)
        if question.kind in ("text", "long_text"):
            answer.value, answer.wording = token(answer.value), {}
        for row in project.records(path) if question.kind == "records" else ():
            for part in question.fields:
                if part.kind in ("text", "long_text") and part.id in row.values:
                    row.values[part.id] = token(row.values[part.id])
    return project


def project_of(name: str) -> Project:
    return Project("empty", 2026) if name == "empty" else neutral(load_persona(name, shipped().definitions))


def said(document: Document) -> Iterator[Written]:
    """What a document says, line by line, each in its language."""
    told: dict[str, str] = {}

    def lines() -> Iterator[Written]:
        for language, text in told.items():
            yield Written("draft", 0, document.meta.title, language, text)
        told.clear()

    for inline in inlines(document.blocks):
        if isinstance(inline, LineBreak):
            yield from lines()
        else:
            language = inline.lang or document.meta.language
            told[language] = f"{told.get(language, '')} · {inline}"
    yield from lines()
    facts = document.meta
    for text in (facts.title, facts.page_of, facts.footer):
        yield Written("draft", 0, "meta", facts.language, text)


@pytest.mark.parametrize("name", ["empty", "regional_centre", "francophone_minority"])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("document", sorted(KINDS))
def test_what_a_document_says_itself_is_in_its_language(document: str, language: str, name: str) -> None:
    drafted = built(project_of(name), document, language)
    found = [
        f"{fault} ({text.text[:200]})"
        for text in said(drafted)
        for fault in leftovers(text, shipped_terms(), shipped_names())
    ]
    assert not found, "\n".join(found)


def test_a_word_that_was_left_over_is_found() -> None:
    drafted = built(Project("empty", 2026), "action-plan", "fr")
    wrong = Text("the funding of the council")
    meant = Text("the funding of the council", lang="en")
    for runs, faults in (((wrong,), 1), ((meant,), 0)):
        lines = list(said(Document(drafted.meta, (Paragraph(runs),))))
        assert sum(bool(list(leftovers(text, shipped_terms(), shipped_names()))) for text in lines) == faults
