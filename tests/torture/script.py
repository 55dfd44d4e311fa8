"""What somebody does next who answers every question in its order: read from the buttons of the card, never from words.

Every answer is one that was never given before, so that what is stored can be told from what is lost or doubled. It
knows no chat and no server.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from workflows.actions import Press
from workflows.schema import Definitions, Question

ROWS: Final = 3  # rows typed into each list
OPTIONS: Final = 2  # options taken where several may be
_TYPED: Final = {"month": "2027-{:02}", "date": "2027-03-{:02}", "money": "{}", "number": "{}"}


@dataclass(frozen=True)
class Move:
    """One thing to do: press a button or send a text; `path` and `value` are the answer that it gives, if it is one."""

    press: Press | None = None
    text: str = ""
    path: str = ""
    value: str = ""


@dataclass
class Given:
    """Every answer that somebody gave: one value of a question, options that were taken, rows by their first cell."""

    values: dict[str, str] = field(default_factory=dict)
    several: dict[str, list[str]] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.values) + sum(map(len, self.several.values()))

    def keep(self, move: Move, single: bool) -> None:
        """Remember the answer of a move that was made."""
        if single:
            self.values[move.path] = move.value
        elif move.value not in self.several.setdefault(move.path, []):
            self.several[move.path].append(move.value)


@dataclass
class Script:
    """The talk of one person, named `name`, in one language."""

    name: str
    language: str
    definitions: Definitions
    chance: random.Random
    given: Given = field(default_factory=Given)
    finished: set[str] = field(default_factory=set)  # steps without an open question
    said: int = 0

    def next(self, presses: list[Press]) -> Move:
        """The move that answers this card."""
        offered = {press.verb: press for press in reversed(presses)}
        if not presses:
            return Move(text="/start")
        if "language" in offered:
            return Move(next(one for one in presses if one.value == self.language))
        if not any(press.project for press in presses):
            path = self.definitions.names[self.language]
            return self._text(path, self._words())
        if "consent" in offered:
            return Move(offered["consent"])
        asked = asked_by(presses, self.definitions)
        if asked is not None:
            return self._answer(asked, presses, offered)
        if "ask" in offered and offered["ask"].target not in self.given.values:
            return Move(offered["ask"])
        return self._onwards(presses, offered)

    def single(self, path: str) -> bool:
        """Whether the question takes one value."""
        return self.definitions.question(path).kind not in ("records", "choices")

    def _onwards(self, presses: list[Press], offered: dict[str, Press]) -> Move:
        steps = [press for press in presses if press.verb == "step" and press.target not in self.finished]
        if steps:
            chosen = self.chance.choice(steps)
            self.finished.add(chosen.target)
            return Move(chosen)
        for verb in ("skip", "done", "home", "back", "step"):
            if verb in offered:
                return Move(offered[verb])
        return Move(text="/home")

    def _answer(self, asked: Question, presses: list[Press], offered: dict[str, Press]) -> Move:
        path, several = asked.path, self.given.several.get(asked.path, [])
        on = offered.get("done") or offered.get("skip") or offered["home"]
        if asked.kind == "records":
            cells = list(self._cells(asked))
            if len(several) < ROWS and "add" in offered and cells:
                return Move(text="; ".join(cells), path=path, value=cells[0])
            return Move(on)
        if asked.kind == "choices":
            options = [one for one in presses if one.verb == "on" and one.target == path]
            if len(several) < OPTIONS and options:
                chosen = self.chance.choice(options)
                return Move(chosen, path=path, value=chosen.value)
            return Move(on)
        if path in self.given.values:
            return Move(on)
        options = [one for one in presses if one.verb == "set" and one.target == path]
        if options:
            chosen = self.chance.choice(options)
            return Move(chosen, path=path, value=chosen.value)
        if asked.web_address:
            return self._text(path, f"https://example.ca/{self._words().lower().replace(' ', '-')}")
        if asked.kind in ("text", "long_text"):
            return self._text(path, self._words())
        if asked.kind in _TYPED:
            return self._text(path, _TYPED[asked.kind].format(self._number(asked)))
        return Move(on)

    def _text(self, path: str, text: str) -> Move:
        return Move(text=text, path=path, value=text)

    def _words(self) -> str:
        self.said += 1
        return f"{self.name} {self.said:03}"  # short enough for every question

    def _number(self, asked: Question) -> int:
        if asked.kind in ("month", "date"):
            return self.chance.randint(1, 12)
        low, high = int(asked.at_least or 0), int(asked.at_most or 0)
        return self.chance.randint(low, max(low, min(high or low + 9000, low + 9000)))

    def _cells(self, asked: Question) -> Iterator[str]:
        """One row: unlike any other, and nothing where a cell has to be one of several words."""
        needed = [part for part in asked.fields if part.required]
        if all(part.kind in ("text", "long_text") for part in needed) and asked.fields[0] in needed:
            for _ in needed:
                yield self._words()


def asked_by(presses: list[Press], definitions: Definitions) -> Question | None:
    """The question that a card with these buttons asks, or None."""
    for press in presses:
        if press.verb in ("skip", "unsure", "add") and definitions.has(press.target):
            question = definitions.question(press.target)
            if not question.parent:
                return question
    return None
