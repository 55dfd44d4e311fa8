"""What the template of the evidence annex may print, field by field. It computes nothing and knows no project."""

from __future__ import annotations

from dataclasses import dataclass, field

from .blocks import Mark
from .speech import Said


@dataclass(frozen=True)
class Proof:
    """One answer, or one line of a list, on which a document stands."""

    question: str = field(metadata={"help": "what was asked, in short"})
    answer: str = field(metadata={"help": "what was answered, shortened where it is long"})
    who: str = field(metadata={"help": "who said so and when, or a dash where it is not told"})
    how: str = field(metadata={"help": "how it came: typed, chosen, ready-made text, recommended rule …"})
    follows: tuple[str, ...] = field(metadata={"help": "the sources that the guide follows there, a dash for none"})


@dataclass(frozen=True)
class ProofBand:
    """The answers of one step behind one document."""

    title: str = field(metadata={"help": "the name of the step"})
    proofs: tuple[Proof, ...] = field(metadata={"help": "at least one"})


@dataclass(frozen=True)
class ProvedDocument:
    """One document and what it stands on."""

    title: str = field(metadata={"help": "its title"})
    count: str = field(metadata={"help": "sentence: how many answers, and how many points are left open"})
    bands: tuple[ProofBand, ...] = field(metadata={"help": "by step, in the order of the journey"})


@dataclass(frozen=True)
class Evidence:
    """Everything that the evidence annex prints."""

    name: Said = field(metadata={"help": "the partnership's name, in this language where there is one"})
    other_name: Said = field(metadata={"help": "its name in the other official language, or the mark of it"})
    missing_name: Mark | None = field(metadata={"help": "mark of the name in this language when it is missing"})
    version: str = field(metadata={"help": "0.<revision> for a draft"})
    date: str = field(metadata={"help": "the day on which it is printed"})
    documents: tuple[ProvedDocument, ...] = field(metadata={"help": "the terms of reference and the plan"})
    people: str = field(metadata={"help": "sentence on how people are named"})
