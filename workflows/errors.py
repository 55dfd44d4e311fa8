"""Everything that can go wrong in this room, as one tree.

LipError
├── Refusal              expected: carries a phrase key and its parameters, is shown to the person, is never logged as
an error
│   └── AnswerRefused    what was typed or pressed does not fit the question
└── Fault                unexpected: stops the start or is logged with a reference number
    ├── DefinitionFault  a definition is malformed: file, line, id, what is wrong, how to mend it
    └── ContentFault     a phrase or placeholder is missing or malformed: file, line, key, and the mend
"""

from __future__ import annotations

from collections.abc import Mapping


class LipError(Exception):
    """The root of this tree."""


class Refusal(LipError):
    """Something a person asked cannot be done; `key` names the sentence and `params` fill it."""

    def __init__(self, key: str, params: Mapping[str, object] | None = None) -> None:
        super().__init__(key)
        self.key = key
        self.params = dict(params or {})


class AnswerRefused(Refusal):
    """An input that the question cannot take; the question is asked again and nothing is lost."""


class Fault(LipError):
    """A defect of the product or of its files, never of what a person did."""


class _FileFault(Fault):
    def __init__(self, file: str, line: int, name: str, problem: str, mend: str) -> None:
        super().__init__(f"{file}:{line}: {name}: {problem} Mend: {mend}")
        self.file, self.line, self.name, self.problem, self.mend = file, line, name, problem, mend


class DefinitionFault(_FileFault):
    """A malformed definition; the start stops and names file, line, id and the mend."""


class ContentFault(_FileFault):
    """A missing or malformed word; the start stops and names file, line, key and the mend."""
