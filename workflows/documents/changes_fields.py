"""What the template of the changes since a saved version may print, field by field. It computes nothing."""

from __future__ import annotations

from dataclasses import dataclass, field

from .blocks import Mark
from .speech import Said


@dataclass(frozen=True)
class ChangedClause:
    """One clause that is new, reworded or removed."""

    place: str = field(metadata={"help": "its number, or a dash for what has none"})
    kind: str = field(metadata={"help": "new, reworded or removed, in words"})
    wording: tuple[Said, ...] = field(metadata={"help": "runs of words in order; those added or removed are marks"})
    who: str = field(metadata={"help": "who changed it last and when, or a dash where the history does not tell"})


@dataclass(frozen=True)
class ChangedSection:
    """The changed clauses under one heading."""

    title: str = field(metadata={"help": "the heading as the document prints it"})
    clauses: tuple[ChangedClause, ...] = field(metadata={"help": "at least one"})


@dataclass(frozen=True)
class ChangedDocument:
    """One document that changed."""

    title: str = field(metadata={"help": "its title"})
    count: str = field(metadata={"help": "sentence: how many clauses are new, reworded and removed"})
    sections: tuple[ChangedSection, ...] = field(metadata={"help": "those with a change, in the document's order"})


@dataclass(frozen=True)
class Changes:
    """Everything that the document of changes prints."""

    name: Said = field(metadata={"help": "the partnership's name, in this language where there is one"})
    other_name: Said = field(metadata={"help": "its name in the other official language, or the mark of it"})
    missing_name: Mark | None = field(metadata={"help": "mark of the name in this language when it is missing"})
    since: str = field(metadata={"help": "name of the earlier version with its number, date and revision, or a dash"})
    version: str = field(metadata={"help": "0.<revision> for a draft"})
    date: str = field(metadata={"help": "the day on which it is printed"})
    signs: tuple[Said, ...] = field(metadata={"help": "the sentence that explains the signs, with one of each"})
    documents: tuple[ChangedDocument, ...] = field(metadata={"help": "those that changed"})
    nothing: str | None = field(metadata={"help": "sentence when there is nothing to show, None otherwise"})
    people: str | None = field(metadata={"help": "sentence on how people are named, None where nobody is"})
