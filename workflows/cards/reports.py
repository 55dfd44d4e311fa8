"""The calendar of reports: what usually falls into each quarter of the fiscal year, with the project's own dates."""

from __future__ import annotations

import datetime as dt

from workflows.cards.background import card_of, source, ways_on
from workflows.fiscal import QUARTERS, REPORTS, reports_by_quarter
from workflows.phrases import Lines, Literal, Phrase, Words, phrase
from workflows.project import Record, fiscal_year
from workflows.scene import Scene, label
from workflows.screens import Screen
from workflows.telling import shortened, told_title

_MOST = 6
"""At most so many own reports in one quarter, so that the card stays a card."""


def reports(scene: Scene) -> Screen:
    """Four quarters from April to March: the usual duties, then the reports of this project that are due there."""
    card, today = card_of(scene), scene.visit.now.date()
    found = reports_by_quarter(scene.the_project, today)
    body: list[Words] = []
    for number in QUARTERS:
        usual = Phrase(f"{card.words}.parts.q{number}")
        body.append(Lines((usual, *(_line(scene, row) for row in found[number][:_MOST]))))
    if found[0]:
        body.append(phrase("deck.reports.undated", items=tuple(_called(scene, row) for row in found[0][:_MOST])))
    elif not scene.the_project.records(REPORTS):
        body.append(phrase("deck.reports.none"))
    body.extend((Phrase(f"{card.words}.parts.facts"), source(card)))
    year = fiscal_year(today)
    title = phrase("deck.reports.title", year=Literal(f"{year}-{year + 1}"))
    asked = scene.knowledge.definitions.question(REPORTS)
    navigation = (scene.button(label(asked), "ask", REPORTS), *ways_on(scene, card))
    return scene.screen(title, tuple(body), (), navigation)


def _line(scene: Scene, row: Record) -> Phrase:
    due = dt.date.fromisoformat(row.values["due"])
    reader = row.values.get("reader")
    if not reader:
        return phrase("deck.reports.line_open", report=_called(scene, row), due=due)
    return phrase(
        "deck.reports.line", report=_called(scene, row), reader=Phrase(f"lists.report_readers.{reader}"), due=due
    )


def _called(scene: Scene, row: Record) -> Words:
    asked = scene.knowledge.definitions.question(REPORTS)
    name = Literal(shortened(scene.knowledge.book.text(told_title(asked, row), scene.language), 60))
    return phrase("deck.reports.filed", report=name) if row.values.get("filed") == "yes" else name
