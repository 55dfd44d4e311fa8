"""An invented person who types and taps, without a chat: each action goes through the engine. It knows no words."""

from __future__ import annotations

import datetime as dt
import itertools
import json
from collections.abc import Callable
from dataclasses import replace

from workflows import engine
from workflows.actions import Action, Press
from workflows.knowledge import Knowledge
from workflows.outcomes import LanguageChosen, Outcome, Title, VersionKept, Visit
from workflows.past import Past
from workflows.project import Project
from workflows.screens import Spot
from workflows.showcase.company import accompanied

NOW = dt.datetime(2027, 1, 15, 15, 0, tzinfo=dt.UTC)
"""The day of every showcase, so that two of them can be compared."""


class Visitor:
    """Somebody who reads `language`; `project` and `spot` are where the last action left them."""

    def __init__(self, knowledge: Knowledge, language: str) -> None:
        self.knowledge, self.language = knowledge, language
        self.chosen: str | None = None
        self.project: Project | None = None
        self.spot = Spot()
        self.private = True
        self.message = 0
        self._kept: dict[int, Project] = {}
        self._written: tuple[object, str] = (None, "")  # the project as it was last tried out, as text
        self.company: Callable[[Visit], Visit] = accompanied
        self._ids = (f"sa{number:06}" for number in itertools.count(1))

    def do(self, action: Action) -> Outcome:
        """Carry out an action and stay where it leads."""
        outcome = engine.apply(self.knowledge, self.project, self._visit(), action)
        self.project, self.spot = outcome.project, outcome.spot
        for effect in outcome.effects:
            if isinstance(effect, LanguageChosen):
                self.chosen = effect.language
            elif isinstance(effect, VersionKept):
                self._kept[effect.number] = Project.from_data(effect.data)
        return outcome

    def press(self, verb: str, target: str = "", value: str = "", record: str = "") -> Outcome:
        """Press a button of the newest revision; the engine refuses what makes no sense."""
        answer = self.project.answers.get(target) if self.project else None
        revision = answer.revision if answer else 0
        return self.do(
            Press(verb, target, record, value, revision, self.spot.card(), self.project.id if self.project else "")
        )

    def try_out(self, action: Action) -> Outcome:
        """Where an action would lead: this person and their project stay as they are, or are as they were again."""
        project = self.project
        if project is None:
            return engine.apply(self.knowledge, None, self._visit(), action)
        if self._written[0] != (project, project.shape()):
            self._written = (project, project.shape()), json.dumps(project.to_data())
        outcome = engine.apply(self.knowledge, project, self._visit(), action)
        if (project, project.shape()) != self._written[0]:  # most of what is tried out only shows something
            self.project = Project.from_data(json.loads(self._written[1]))
        return outcome

    def look(self, spot: Spot) -> Outcome:
        """The card at a spot, as it is shown again; nothing changes."""
        self.at(spot)
        return engine.show(self.knowledge, self.project, self._visit())

    def at(self, spot: Spot) -> None:
        """Stand somewhere else."""
        self.spot = spot

    def _visit(self) -> Visit:
        titles = () if self.project is None else (Title(self.project.id, self.project.title()),)
        visit = Visit(
            person="1",
            language=self.chosen,
            app_language=self.language,
            spot=replace(self.spot),
            now=NOW,
            new_id=lambda: next(self._ids),
            projects=titles,
            private=self.private,
            past=lambda since: Past((), self._kept, since),
        )
        return self.company(visit)
