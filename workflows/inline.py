"""What a search answers in any chat (inline mode): short notes that a person may put into a conversation.

It knows nobody: no project, no language but the app's, and nothing is kept.
"""

from __future__ import annotations

from dataclasses import dataclass

from workflows.cards.finding import help_words
from workflows.catalogue import Resource
from workflows.knowledge import Knowledge
from workflows.phrases import Literal, Phrase, Words, phrase

PERSONAL = "personal"
MOST = 8


@dataclass(frozen=True)
class Note:
    """One note: its stable id, what the list shows of it, the paragraphs it puts into the chat and its address."""

    id: str
    title: Words
    about: Words
    body: tuple[Words, ...]
    url: str = ""


def notes(knowledge: Knowledge, text: str, language: str) -> tuple[Note, ...]:
    """The notes for a text, best first; those of the presentation of 2013 for no text; none when nothing fits."""
    catalogue = knowledge.catalogue
    if not text.strip():
        return tuple(_note(item, language) for item in catalogue.resources if item.deck)
    if knowledge.search.is_personal(text):
        body = help_words(tuple(one.id for one in catalogue.personal_help))
        title = phrase("finding.personal.title")
        return (Note(PERSONAL, title, phrase("finding.inline.where"), body, catalogue.personal_help[0].url(language)),)
    found = (catalogue.get(name) for name, _ in knowledge.search.find(text, language, MOST))
    return tuple(_note(item, language) for item in found if item)


def _note(item: Resource, language: str) -> Note:
    publisher, says = Literal(item.publisher[language]), Phrase(f"answers.{item.id}")
    source = (
        phrase("finding.inline.source", publisher=publisher, year=Literal(item.year))
        if item.year
        else phrase("finding.inline.source_undated", publisher=publisher)
    )
    return Note(item.id, Phrase(f"{item.words}.title"), says, (says, source), item.url(language))
