"""A project and a saved version of it → the fields of the document of changes. It knows neither template nor format."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from itertools import groupby

from workflows.adoption import text_of
from workflows.phrases import Phrase, phrase
from workflows.project import Project
from workflows.schema import Definitions
from workflows.wording import Phrasebook

from .blocks import Mark
from .changes_fields import ChangedClause, ChangedDocument, ChangedSection, Changes
from .comparison import ChangeKind, ClauseChange, pieces
from .cover import names
from .looking_back import Look, Told, changes_since
from .plan_context import plan_years
from .speech import NONE, Said, Speech
from .visible import Visible

CHANGES = "documents.changes"
KINDS: tuple[ChangeKind, ...] = ("new", "reworded", "removed")
_NOTHING = Look()


def changes(
    project: Project,
    definitions: Definitions,
    book: Phrasebook,
    language: str,
    today: dt.date,
    version: str,
    look: Look = _NOTHING,
) -> Changes:
    """What changed since the version of `look.past` as `language` writes it; ContentFault when a word is missing."""
    speech = Speech(Visible(definitions, project), book, language)
    told = changes_since(project, look, definitions.documents, language)
    name, other_name, missing_name = names(speech)
    documents = tuple(_document(speech, look, document, tuple(one)) for document, one in groupby(told, _document_of))
    nothing = None if told else "no_version" if look.past.before is None else "nothing"
    return Changes(
        name=name,
        other_name=other_name,
        missing_name=missing_name,
        since=_since(speech, look),
        version=version,
        date=speech.shown(today),
        signs=_signs(speech),
        documents=documents,
        nothing=nothing and say(speech, nothing),
        people=say(speech, "people") if any(one.at for one in told) else None,
    )


def say(speech: Speech, key: str, **params: Phrase | str | int | dt.date) -> str:
    """The words of a key of changes.yml."""
    return speech.book.text(Phrase(f"{CHANGES}.{key}", params), speech.language)


def count_of(told: tuple[Told, ...]) -> Phrase:
    """How many clauses are new, reworded and removed, kinds that do not occur left out."""
    counted = Counter(one.change.kind for one in told)
    items = tuple(phrase(f"{CHANGES}.counts.{kind}", n=n) for kind in KINDS if (n := counted[kind]))
    return Phrase(f"{CHANGES}.count", {"items": items})


def who(speech: Speech, look: Look, by: str, at: str) -> str:
    """Who and when, by the number that a person has in this project; a dash where it is not told."""
    if not at:
        return NONE
    date = dt.datetime.fromisoformat(at).date()
    people = look.past.people(speech.view.project)
    if by not in people:
        return say(speech, "by_former", date=date)
    return say(speech, "by_person", number=str(people.index(by) + 1), date=date)


def marked(speech: Speech, change: ClauseChange) -> tuple[Said, ...]:
    """The words of a change in runs: kept words as they are, added and removed ones as marks with their signs."""
    before, after = (side.text if side else "" for side in (change.before, change.after))
    if not before or not after:
        return (_mark(speech, "added" if after else "removed", after or before),)
    return tuple(one.text if one.kind == "kept" else _mark(speech, one.kind, one.text) for one in pieces(before, after))


def _mark(speech: Speech, kind: str, text: str) -> Mark:
    return Mark(say(speech, kind, text=text), "added" if kind == "added" else "removed")


def _signs(speech: Speech) -> tuple[Said, ...]:
    added, removed = (_mark(speech, kind, say(speech, f"signs.{kind}")) for kind in ("added", "removed"))
    return (say(speech, "signs.before"), added, say(speech, "signs.and"), removed)


def _since(speech: Speech, look: Look) -> str:
    kept = next((one for one in speech.view.project.versions if one.number == look.past.since), None)
    if kept is None:
        return NONE
    date = dt.datetime.fromisoformat(kept.at).date()
    if text := text_of(speech.view.project, kept):
        return say(speech, "since_adopted", name=kept.name, date=date, version=text.number)
    return say(speech, "since", name=kept.name, date=date, version=f"0.{kept.revision}")


def _document_of(told: Told) -> str:
    return told.document


def _document(speech: Speech, look: Look, document: str, told: tuple[Told, ...]) -> ChangedDocument:
    title = Phrase(f"documents.{document.replace('-', '_')}.title", {"year": plan_years(speech)})
    sections = tuple(
        ChangedSection(title or say(speech, "opening"), tuple(_clause(speech, look, one) for one in under))
        for title, under in groupby(told, lambda one: one.change.place.section)
    )
    return ChangedDocument(
        speech.book.text(title, speech.language),
        speech.book.text(count_of(told), speech.language),
        sections,
    )


def _clause(speech: Speech, look: Look, told: Told) -> ChangedClause:
    return ChangedClause(
        place=told.change.place.label or NONE,
        kind=say(speech, f"kinds.{told.change.kind}"),
        wording=marked(speech, told.change),
        who=who(speech, look, told.by, told.at),
    )
