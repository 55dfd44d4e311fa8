"""What the first page of the bilingual edition may print, field by field; the two texts follow side by side.

It computes nothing and knows no project.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from .blocks import Mark, Text
from .speech import Said


@dataclass(frozen=True)
class BilingualTerms:
    """Everything that stands before the two texts."""

    other_title: Text = field(metadata={"help": "the title of the terms of reference in the other language"})
    name: Said = field(metadata={"help": "the partnership's name, in this language where there is one"})
    other_name: Said = field(metadata={"help": "its name in the other official language, or the mark of it"})
    missing_name: Mark | None = field(metadata={"help": "mark of the name in this language when it is missing"})
    version: str = field(metadata={"help": "1.0 for an adopted text, 0.<changes> or 1.<changes since> for a draft"})
    date: str = field(metadata={"help": "the day on which it is printed"})
    adopted_on: Said = field(metadata={"help": "date of adoption, or its mark"})
    adopted: bool = field(metadata={"help": "true when that date has come, and once a text was adopted"})
    settled: bool = field(metadata={"help": "true for the adopted text itself"})
    lacking: str = field(metadata={"help": "how many texts wait for their other wording, or that none does"})
