"""What changed since a saved version, document by document and clause by clause, with who changed it and when.

The wordings come from comparing two drafts (comparison.py), who and when from the history: a clause belongs to the
answer that alone changes it. Both languages can be asked; nothing here is worded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from functools import partial
from typing import Any

from workflows.adoption import as_adopted
from workflows.past import Past
from workflows.phrases import Words
from workflows.project import Answer, Change, Project, Record

from .blocks import Block
from .comparison import ClauseChange, Passage, compare, flat

COMPARED = ("terms-of-reference", "settlement-strategy", "action-plan")
"""The documents that a council adopts; the others say what these say."""
_SHORTEST = 4
"""Letters below which a text may stand in a clause by chance."""

Blocks = Callable[[Project, str, str], tuple[Block, ...]]
Texts = Callable[[Project, str, str], frozenset[str]]


@dataclass(frozen=True)
class Look:
    """What a document that looks back is given besides the project: its past; the draft of a project as blocks, and
    the texts that it is made of, by document and language; the sources behind a question.
    """

    past: Past = field(default_factory=Past)
    blocks: Blocks = lambda *_: ()
    texts: Texts = lambda *_: frozenset()
    sources: Callable[[str], tuple[Words, ...]] = lambda _: ()


@dataclass(frozen=True)
class Told:
    """One changed clause; `by` and `at` (a person's id, ISO 8601) are empty where the history does not tell."""

    document: str
    change: ClauseChange
    by: str = ""
    at: str = ""


def changes_since(project: Project, look: Look, documents: tuple[str, ...], language: str) -> tuple[Told, ...]:
    """The clauses that changed since the version of `look.past`, in the order of the documents; none without one."""
    before = look.past.before
    if before is None:
        return ()
    before = replace(as_adopted(project, before, look.past.since), revision=project.revision)
    paths = [path for path in {**before.answers, **project.answers} if _differ(before, project, path)]
    found = []
    for document in (one for one in COMPARED if one in documents):
        changes = compare(look.blocks(before, document, language), look.blocks(project, document, language))
        behind = _behind(before, project, paths, partial(_texts_in, look, document, language)) if changes else {}
        found += _with_their_items([_told(document, change, behind, look.past) for change in changes])
    return tuple(found)


def _with_their_items(told: list[Told]) -> list[Told]:
    """A numbered clause that only opens a list has words of the template: who and when are those of its items."""
    done: list[Told] = []
    for one in reversed(told):
        here, below = one.change.place, done[-1].change.place if done else None
        opens = below is not None and below.section == here.section and here.label and not below.label
        done.append(replace(one, by=done[-1].by, at=done[-1].at) if opens and not one.at else one)
    return done[::-1]


def _texts_in(look: Look, document: str, language: str, project: Project) -> frozenset[str]:
    return look.texts(project, document, language)


def texts_of(context: Any) -> frozenset[str]:
    """Every text that the fields of a document hold, at any depth, each in one line."""
    return frozenset(map(flat, _texts(context)))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts(part)
    elif is_dataclass(value):
        for part in fields(value):
            yield from _texts(getattr(value, part.name))


def _differ(before: Project, after: Project, path: str) -> bool:
    return bool(_said(before.answers.get(path)) != _said(after.answers.get(path)))


def _said(answer: Answer | None) -> Any:
    if answer is None or answer.state == "open":
        return None
    rows = answer.value if isinstance(answer.value, list) else ()
    if any(isinstance(row, Record) for row in rows):
        return [(row.id, row.values, row.wording) for row in rows]
    return answer.state, answer.value, answer.wording


def _behind(
    before: Project, after: Project, paths: list[str], texts: Callable[[Project], frozenset[str]]
) -> Mapping[str, frozenset[str]]:
    """For each answer that changed, the texts that come or go when it alone changes."""
    known = texts(before)
    found = {}
    for path in paths:
        answers = {name: answer for name, answer in before.answers.items() if name != path}
        if path in after.answers:
            answers[path] = after.answers[path]
        found[path] = known ^ texts(replace(before, answers=answers))
    return found


def _told(document: str, change: ClauseChange, behind: Mapping[str, frozenset[str]], past: Past) -> Told:
    paths = [path for path, texts in behind.items() if any(_speaks_of(side, texts) for side in _sides(change))]
    made = [one for one in past.history if one.question in (paths or behind)]
    typed = [one for one in made if any(_mentions(side, one) for side in _sides(change))]
    last = typed or (made if paths else [])
    return Told(document, change, last[-1].by, last[-1].at) if last else Told(document, change)


def _sides(change: ClauseChange) -> tuple[Passage, ...]:
    return tuple(side for side in (change.before, change.after) if side is not None)


def _speaks_of(passage: Passage, texts: frozenset[str]) -> bool:
    return any(text == passage.text or (len(text) >= _SHORTEST and text in passage.text) for text in texts)


def _mentions(passage: Passage, change: Change) -> bool:
    """True when the clause holds a text that this change typed or took away."""
    told = map(flat, (*_plain(change.after), *_plain(change.before)))
    return any(len(text) >= _SHORTEST and text in passage.text for text in told)


def _plain(data: Any) -> Iterator[str]:
    """The typed texts inside an answer or a row as the history keeps it."""
    values = data.get("values", data.get("value")) if isinstance(data, dict) else data
    if isinstance(values, str):
        yield values
    elif isinstance(values, dict):
        yield from (value for value in values.values() if isinstance(value, str))
