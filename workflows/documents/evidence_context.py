"""A project and its past → the fields of the evidence annex: behind each document the answers that it really uses.

A document uses an answer that it puts into words; one filling under watch tells which these are. An answer that it only
looks at, as a condition or to count, is used when the document would read otherwise without it: that is tried.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from workflows.phrases import Phrase
from workflows.project import Answer, Change, Project, Record
from workflows.schema import Definitions, Question
from workflows.telling import told_number
from workflows.wording import Phrasebook

from .changes_context import who
from .cover import names
from .evidence_fields import Evidence, Proof, ProofBand, ProvedDocument
from .looking_back import Look
from .open_points import open_points
from .plan_context import plan_years
from .speech import NONE, Speech
from .visible import Visible
from .watching import Watched

EVIDENCE = "documents.evidence"
PROVED = ("terms-of-reference", "action-plan")
_NOTHING = Look()
_LONGEST = 160
"""Characters of an answer: enough to know it again; the document itself says the rest."""


def evidence(
    project: Project,
    definitions: Definitions,
    book: Phrasebook,
    language: str,
    today: dt.date,
    version: str,
    look: Look = _NOTHING,
) -> Evidence:
    """The answers behind the terms of reference and the plan as `language` writes them; ContentFault when a word is
    missing.
    """
    speech = Speech(Visible(definitions, project), book, language)
    name, other_name, missing_name = names(speech)
    return Evidence(
        name=name,
        other_name=other_name,
        missing_name=missing_name,
        version=version,
        date=speech.shown(today),
        documents=tuple(_document(speech, look, document) for document in PROVED),
        people=_say(speech, "people"),
    )


def _document(speech: Speech, look: Look, document: str) -> ProvedDocument:
    definitions, project = speech.view.definitions, speech.view.project
    used = _used(speech, look, document)
    bands = []
    for step in definitions.steps:
        asked = (question for question in step.questions if question.path in used)
        proofs = tuple(proof for question in asked for proof in _proofs(speech, look, question))
        if proofs:
            bands.append(ProofBand(speech.book.text(Phrase(f"{step.words}.title"), speech.language), proofs))
    title = Phrase(f"documents.{document.replace('-', '_')}.title", {"year": plan_years(speech)})
    params = {"n": sum(len(band.proofs) for band in bands), "open": len(open_points(definitions, project, document))}
    count = Phrase(f"{EVIDENCE}.count", params) if bands else Phrase("documents.evidence.count_none", params)
    return ProvedDocument(
        speech.book.text(title, speech.language), speech.book.text(count, speech.language), tuple(bands)
    )


def _used(speech: Speech, look: Look, document: str) -> frozenset[str]:
    """The paths of the answers without which the document would read otherwise."""
    project = speech.view.project
    watched = Watched(project.answers)
    whole = look.texts(replace(project, answers=watched), document, speech.language)

    def says_something(path: str) -> bool:
        return speech.view.definitions.has(path) and speech.view.value(path) is not None

    def needed(path: str) -> bool:
        rest = {name: answer for name, answer in project.answers.items() if name != path}
        return look.texts(replace(project, answers=rest), document, speech.language) != whole

    return frozenset(path for path in watched.read if says_something(path) and (path in watched.said or needed(path)))


def _proofs(speech: Speech, look: Look, question: Question) -> Iterator[Proof]:
    """One for an answer, one a line for a list."""
    answer = speech.view.project.answers[question.path]
    label = speech.book.text(Phrase(f"{question.words}.label"), speech.language)
    cited = (speech.book.text(words, speech.language) for words in look.sources(question.path))
    follows = tuple(text[:1].upper() + text[1:] for text in cited) or (NONE,)
    if question.kind != "records":
        told = _short(_told(speech, question))
        how = _say(speech, f"how.{_how(answer)}")
        yield Proof(label, told, who(speech, look, answer.by, answer.at), how, follows)
        return
    for number, row in enumerate(speech.view.rows(question.path)):
        last = _last(look, question.path, row)
        by, at = (last.by, last.at) if last else (answer.by, answer.at)
        told = _short(_title(speech, question, row))
        where = (_say(speech, "as_above"),) if number and follows != (NONE,) else follows
        yield Proof(label, told, who(speech, look, by, at), _say(speech, f"how.{_how_row(row, answer)}"), where)


def _told(speech: Speech, question: Question) -> str:
    """An answer in words, a number with its unit."""
    if question.kind == "number":
        return speech.shown(told_number(question, speech.view.value(question.path)))
    return speech.answer(question.path) or NONE


def _title(speech: Speech, question: Question, row: Record) -> str:
    cells = (speech.cell(part.path, row) for part in question.fields)
    return next((cell for cell in cells if cell), NONE)


def _last(look: Look, path: str, row: Record) -> Change | None:
    made = (one for one in reversed(look.past.history) if (one.question, one.record) == (path, row.id))
    return next(made, None)


def _how(answer: Answer) -> str:
    """The name of the words that say how an answer came; the guide's own texts are kept as {"starter": id}."""
    if answer.state == "recommended":
        return "recommended"
    if isinstance(answer.value, dict):
        return "starter"
    kind = answer.source.partition(":")[0]
    return kind if kind in ("typed", "pasted", "starter", "recommended", "undo") else "pressed"


def _how_row(row: Record, answer: Answer) -> str:
    if "*" in row.messages:
        return "pasted"
    if any(row.messages.values()):
        return "typed"
    return "starter" if any(isinstance(value, dict) for value in row.values.values()) else _how(answer)


def _say(speech: Speech, key: str) -> str:
    return speech.book.text(Phrase(f"{EVIDENCE}.{key}"), speech.language)


def _short(text: str) -> str:
    line = " ".join(text.split(" ")).replace("\n", " ")
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rpartition(' ')[0]}…"
