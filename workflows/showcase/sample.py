"""The sample project: every question answered by an invented person, from the examples in the words themselves.

It is built from the definitions, so that a new question has its sample answer at once; and it proves that each example
that people are shown would be accepted.
"""

from __future__ import annotations

from workflows.actions import Command, Say
from workflows.knowledge import Knowledge
from workflows.phrases import phrase
from workflows.schema import Question
from workflows.showcase.visitor import NOW, Visitor

_CHOSEN = 3  # options taken where several may be
_TYPICAL = {"money": "25000", "month": "2027-03", "date": "2027-03-31"}


def arrived(knowledge: Knowledge, language: str) -> Visitor:
    """Somebody who chose a language and has just named a partnership, as the example does."""
    visitor = Visitor(knowledge, language)
    visitor.do(Command("start"))
    visitor.press("language", value=language)
    said(visitor, example(knowledge, knowledge.definitions.question(knowledge.definitions.names[language]), language))
    return visitor


def sampled(knowledge: Knowledge, language: str) -> Visitor:
    """Somebody who answered every question of every step in `language`, and saved a version in between."""
    visitor = arrived(knowledge, language)
    for step in knowledge.definitions.steps:
        for question in step.questions:
            if not visitor.project or not visitor.project.value(question.path):
                answer(visitor, question)
        if step == knowledge.definitions.steps[len(knowledge.definitions.steps) // 2]:
            visitor.press("name_version")
            said(visitor, knowledge.book.text(phrase("versions.sample"), language))
    visitor.press("home")
    return visitor


def answer(visitor: Visitor, question: Question) -> None:
    """Answer one question as its card is: an option, a ready-made text, an example, or a typical number."""
    visitor.press("ask", question.path)
    if visitor.spot.screen == "consent":
        visitor.press("consent", question.path, "names")
    if question.kind in ("choice", "scale"):
        middle = question.options[len(question.options) // 2 if question.kind == "scale" else 0]
        visitor.press("set", question.path, middle)
    elif question.kind == "choices":
        for option in question.usual or question.options[:_CHOSEN]:
            visitor.press("on", question.path, option)
    elif question.starters and question.kind != "records":
        visitor.press("starter", question.path, question.starters[0])
    else:
        said(visitor, typed(visitor.knowledge, question, visitor.language))


def typed(knowledge: Knowledge, question: Question, language: str) -> str:
    """What somebody types to answer: a typical value of its kind, or the example of the words."""
    if question.kind == "number":
        return _number(question)
    return _TYPICAL.get(question.kind) or example(knowledge, question, language)


def example(knowledge: Knowledge, question: Question, language: str) -> str:
    """The example of a question, or its short name where it has none, no longer than the answer may be."""
    key = f"{question.words}.example"
    text = knowledge.book.text(phrase(key if knowledge.book.has(key) else f"{question.words}.label"), language)
    return text if question.kind == "records" else text[: question.longest or None]


def said(visitor: Visitor, text: str) -> None:
    """Send a text as a new message."""
    visitor.message += 1
    visitor.do(Say(text, visitor.message))


def _number(question: Question) -> str:
    if question.year:
        return str(NOW.year)
    least, most = question.at_least or 0, question.at_most
    return str(int(min(least + 12, most if most is not None else least + 12)))
