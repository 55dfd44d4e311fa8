"""Every card that can be shown, as a pure function of a scene. `draw` picks the one that the spot names."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from workflows.cards import (
    advice,
    arrival,
    background,
    drafts,
    facts,
    finding,
    francophone,
    glossary,
    home,
    progress,
    questions,
    readiness,
    reflections,
    reports,
    resources,
    reviews,
    rows,
    seats,
    settings,
    suggestions,
)
from workflows.scene import Scene
from workflows.screens import Screen

CARDS: Mapping[str, Callable[[Scene], Screen]] = {
    "welcome": arrival.welcome,
    "naming": arrival.naming,
    "projects": arrival.projects,
    "private_only": arrival.private_only,
    "home": home.home,
    "step": home.step,
    "question": questions.question,
    "noted_date": questions.noted_date,
    "consent": questions.consent,
    "group": reviews.group,
    "rows": rows.rows,
    "row": rows.row,
    "field": rows.field,
    "review": reviews.review,
    "advice": advice.advice,
    "rule": advice.rule,
    "reason": advice.reason,
    "to_know": background.to_know,
    "background": background.background,
    "seats": seats.seats,
    "sector": seats.sector,
    "letter": seats.letter,
    "reports": reports.reports,
    "reflection": reflections.reflection,
    "lens": francophone.lens,
    "francophone": francophone.card,
    "suggested": suggestions.suggestions,
    "progress": progress.progress,
    "drafts": drafts.drafts,
    "document": drafts.document,
    "ready": drafts.ready,
    "resources": resources.resources,
    "theme": resources.theme,
    "resource": resources.resource,
    "found": finding.found,
    "nothing": finding.nothing,
    "personal": finding.personal,
    "language": settings.language,
    "readiness": readiness.readiness,
    "facts": facts.facts,
    "glossary": glossary.glossary,
    "letters": glossary.letters,
    "matches": glossary.matches,
    "terms": glossary.terms,
    "term": glossary.term,
    "help": settings.help_card,
    "privacy": settings.privacy,
    "forget": settings.forget,
    "forgotten": settings.forgotten,
}


def draw(scene: Scene) -> Screen:
    """The card of the scene's spot."""
    return CARDS[scene.spot.screen](scene)
