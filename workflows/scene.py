"""What drawing a card may look at: the knowledge, the project, who looks and where. Drawing changes nothing."""

from __future__ import annotations

from dataclasses import dataclass, replace

from workflows.actions import Press
from workflows.knowledge import Knowledge
from workflows.languages import language_of
from workflows.outcomes import Visit
from workflows.phrases import Phrase, Words, phrase
from workflows.project import Answer, Project
from workflows.schema import Question, Step
from workflows.screens import PAGE_SIZE, Button, Screen, Spot


@dataclass(frozen=True)
class Scene:
    """One look at one card. `notice` are the paragraphs said above it: what was noted, undone or refused."""

    knowledge: Knowledge
    visit: Visit
    project: Project | None
    spot: Spot
    notice: tuple[Words, ...] = ()

    @property
    def language(self) -> str:
        """The reader's language: the confirmed one, else the app's."""
        return self.visit.language or language_of(self.visit.app_language)

    @property
    def the_project(self) -> Project:
        """The open project, where a card cannot be drawn without one."""
        assert self.project is not None
        return self.project

    def question(self) -> Question:
        """The question that the spot speaks of."""
        return self.knowledge.definitions.question(self.spot.question)

    def step(self) -> Step:
        """The step that the spot speaks of."""
        return self.knowledge.definitions.step(self.spot.step or self.question().step)

    def given(self, path: str) -> Answer:
        """The answer at `path`, open when nothing was said."""
        answer = self.project.answers.get(path) if self.project else None
        return answer or Answer()

    def press(self, verb: str, target: str = "", record: str = "", value: str = "") -> Press:
        """A press that knows which card and revision it was drawn on."""
        revision = self.given(self.spot.question).revision if self.spot.question else 0
        project = self.project.id if self.project else ""
        return Press(verb, target, record, value, revision, self.spot.card(), project)

    def button(
        self, label: str | Words, verb: str, target: str = "", record: str = "", value: str = "", chosen: bool = False
    ) -> Button:
        """A button; `label` is a name under interface.buttons, or words of its own."""
        words = phrase(f"interface.buttons.{label}") if isinstance(label, str) else label
        return Button(words, self.press(verb, target, record, value), chosen=chosen)

    def screen(
        self,
        title: Words | None,
        body: tuple[Words, ...],
        options: tuple[Button, ...] = (),
        navigation: tuple[Button, ...] = (),
        pages: tuple[Button, ...] = (),
        columns: int = 1,
    ) -> Screen:
        """The screen of this spot, with what was to be noticed at the top of its text."""
        return Screen(self.spot.screen, title, (*self.notice, *body), options, pages, navigation, columns)

    def paged(self, items: tuple[Button, ...]) -> tuple[tuple[Button, ...], tuple[Button, ...]]:
        """The options of the spot's page, and the buttons that turn pages."""
        last = max(0, (len(items) - 1) // PAGE_SIZE)
        page = min(self.spot.page, last)
        return items[page * PAGE_SIZE : (page + 1) * PAGE_SIZE], self.turns(page, last)

    def turns(self, page: int, last: int) -> tuple[Button, ...]:
        """The buttons that lead from `page` to the one before and the one after; pages count from 0."""
        turns = []
        if page > 0:
            turns.append(self.button("previous_page", "page", value=str(page - 1)))
        if page < last:
            turns.append(self.button("next_page", "page", value=str(page + 1)))
        return tuple(turns)

    def with_notice(self, *notice: Words) -> Scene:
        """The same scene saying something above the card."""
        return replace(self, notice=(*self.notice, *notice))

    def at(self, spot: Spot) -> Scene:
        """The same look at another spot."""
        return replace(self, spot=spot)


def step_title(step: str) -> Phrase:
    """The name of a step."""
    return Phrase(f"steps.{step}.title")


def label(question: Question) -> Phrase:
    """The short name of a question or a field."""
    return Phrase(f"{question.words}.label")
