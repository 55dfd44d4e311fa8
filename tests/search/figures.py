"""How well the search answers a set of questions: recall at three, and false answers to what nothing answers."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

from workflows.search import Search

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Figures:
    """Counts over one set in one language. `missed` and `false` hold the questions themselves."""

    asked: int
    unanswerable: int
    missed: tuple[str, ...]
    false: tuple[str, ...]

    @property
    def recall(self) -> float:
        """The share of questions for which an expected entry stands among the first three."""
        return 1 - len(self.missed) / self.asked

    @property
    def false_answers(self) -> float:
        """The share of unanswerable questions that got an answer."""
        return len(self.false) / self.unanswerable


def questions(name: str, language: str) -> dict[str, list[dict[str, object]]]:
    """One set as it is written: `questions` is frozen, `tuning` is for looking at."""
    read: dict[str, list[dict[str, object]]] = yaml.safe_load((HERE / f"{name}.{language}.yml").read_text("utf-8"))
    return read


def figures(search: Search, name: str, language: str) -> Figures:
    """Ask every question of a set."""
    told = questions(name, language)
    missed = []
    for one in told["answerable"]:
        found = {hit for hit, _ in search.find(str(one["ask"]), language)[:3]}
        if not found & set(one["expected"]):  # type: ignore[call-overload]
            missed.append(str(one["ask"]))
    false = [str(text) for text in told["unanswerable"] if search.find(str(text), language)]
    return Figures(len(told["answerable"]), len(told["unanswerable"]), tuple(missed), tuple(false))
