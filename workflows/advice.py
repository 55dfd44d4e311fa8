"""What to look at: the gaps of a step or of the whole project, in the order in which they matter, each open or set
aside with a reason. A rule informs and never blocks; a reason holds only for the facts it was given for.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from workflows.findings import Lists, bare
from workflows.gaps import Gap, find
from workflows.interview import is_answered
from workflows.project import Project, Record, SetAside
from workflows.schema import Definitions, GapRule
from workflows.sources import Source
from workflows.wording import LANGUAGES, Phrasebook


@dataclass(frozen=True)
class Advice:
    """One gap that was found, with the rule that found it and, where the table set it aside, why."""

    rule: GapRule
    gap: Gap
    set_aside: SetAside | None = None


@dataclass(frozen=True)
class Judgement:
    """Everything that judging needs besides a project: the rules, the closed lists with the words by which texts are
    recognised, and the sources by id.
    """

    definitions: Definitions
    lists: Lists
    sources: Mapping[str, Source] = field(default_factory=dict)

    def of_step(self, project: Project, step: str) -> tuple[Advice, ...]:
        """The gaps of one step in the order of its rules: open ones first, those that were set aside at the end."""
        found = self._found(project, self.definitions.step(step).gaps)
        return tuple(sorted(found, key=lambda one: one.set_aside is not None))

    def of_project(self, project: Project) -> tuple[Advice, ...]:
        """The gaps of every step that was begun: core ones first, then the steps in order, set aside ones at the end.

        A step without any answer has not begun: nothing is missing from it yet.
        """
        begun = [step for step in self.definitions.steps if any(is_answered(q, project) for q in step.questions)]
        found = self._found(project, tuple(rule for step in begun for rule in step.gaps))
        return tuple(sorted(found, key=lambda one: (one.set_aside is not None, not one.rule.core)))

    def look(self, project: Project, path: str) -> Advice | None:
        """What the rule at `path` (`gap.<step>.<id>`) finds now, or None when its point is settled."""
        return next(iter(self._found(project, (self.definitions.gap(path),))), None)

    def returned(self, project: Project) -> tuple[str, ...]:
        """The paths of what was set aside although its facts are other ones now, or are no more."""
        known = [path for path in project.set_aside if self.definitions.has_gap(path)]
        return tuple(path for path in known if (now := self.look(project, path)) is None or now.set_aside is None)

    def fingerprint(self, project: Project, rule: GapRule, gap: Gap) -> str:
        """A short text that changes when the facts change that the finding speaks of, and for no other reason."""
        told = json.dumps([gap.items, gap.numbers, _facts(project, rule, gap)], sort_keys=True)
        return hashlib.blake2s(told.encode(), digest_size=8).hexdigest()

    def _found(self, project: Project, rules: tuple[GapRule, ...]) -> list[Advice]:
        by_path = {rule.path: rule for rule in rules}
        found = []
        for gap in find(project, rules, self.lists):
            rule, kept = by_path[gap.path], project.set_aside.get(gap.path)
            holds = kept is not None and kept.fingerprint == self.fingerprint(project, rule, gap)
            found.append(Advice(rule, gap, kept if holds else None))
        return found


def _facts(project: Project, rule: GapRule, gap: Gap) -> list[Any]:
    """The values a finding stands on: of the rows it names, of its question, and of what its definition lists."""
    facts: list[Any] = []
    if gap.rows:
        rows = {row.id: row for row in project.records(gap.rows)}
        column = str(rule.settings.get("field", "")).removeprefix(f"{gap.rows}.")
        named = [rows[item].values for item in gap.items if item in rows]
        facts.extend([values.get(column), next(iter(values.values()), None)] for values in named)
    paths = [*rule.facts, *([rule.settings["question"]] if "question" in rule.settings else [])]
    return [*facts, *(_plain(project, path) for path in paths)]


def _plain(project: Project, path: str) -> Any:
    """The value of a question as plain data; of a field, that of every row."""
    if path.count(".") == 2:
        question, _, column = path.rpartition(".")
        return [row.values.get(column) for row in project.records(question)]
    value = project.value(path)
    if isinstance(value, list):
        return [one.id if isinstance(one, Record) else one for one in value]
    return value


def lists_of(definitions: Definitions, book: Phrasebook) -> Lists:
    """The closed lists, and under `words.<name>` the words of both languages by which a typed text is recognised."""
    return {**definitions.lists, **_recognised(book)}


@lru_cache(maxsize=2)  # to look for them reads every key of the book
def _recognised(book: Phrasebook) -> Lists:
    told: dict[str, tuple[str, ...]] = {}
    prefix = "keywords.advice_words"
    for language in LANGUAGES:
        for key, leaf in book.under(prefix, language):
            words = tuple(bare(word) for word in str(leaf).split(",") if word.strip())
            name = f"words.{key.removeprefix(f'{prefix}.')}"
            told[name] = (*told.get(name, ()), *words)
    return told
