"""One action being carried out: who, where, on which project, and the ways to end it with a card."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from workflows.cards import draw
from workflows.interview import asked_now, is_answered, next_question, next_stop, open_questions
from workflows.knowledge import Knowledge
from workflows.languages import language_of
from workflows.outcomes import Effect, Outcome, Visit
from workflows.phrases import Phrase, Words, phrase
from workflows.project import Project
from workflows.recording import Pen
from workflows.roles import writes
from workflows.scene import Scene
from workflows.schema import Definitions
from workflows.screens import PAGE_SIZE, Spot

SIDE_SCREENS = frozenset(
    {
        "resources",
        "theme",
        "resource",
        "found",
        "nothing",
        "personal",
        "help",
        "privacy",
        "language",
        "forget",
        "people",
        "invite",
        "label",
        "invitation",
        "member",
        "leave",
        "invited",
        "joined",
        "drafts",
        "document",
        "letterhead",
        "projects",
        "readiness",
        "facts",
        "glossary",
        "letters",
        "matches",
        "terms",
        "term",
        "progress",
        "lens",
        "francophone",
        "to_know",
        "background",
        "seats",
        "sector",
        "letter",
        "reports",
        "reflection",
        "versions",
        "naming_version",
        "version",
        "changed",
    }
)
"""Screens that speak of something else than the work in hand: Back leads to where one was, and the question stays open.
"""


@dataclass
class Turn:
    """The means of one action. `fresh` is true after typed input: the answer gets a new card below it."""

    knowledge: Knowledge
    visit: Visit
    project: Project | None
    fresh: bool = False
    effects: list[Effect] = field(default_factory=list)
    undoing: bool = False
    came_back: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.pen = self._pen(self.project) if self.project else None

    def _pen(self, project: Project) -> Pen:
        at = self.visit.now.isoformat(timespec="seconds")
        known = self.knowledge
        return Pen(known.definitions, known.machines, project, self.visit.person, at, language=self.language)

    def open(self, project: Project) -> None:
        """Go on with a project that was just created."""
        self.project, self.pen = project, self._pen(project)

    @property
    def definitions(self) -> Definitions:
        """The definitions."""
        return self.knowledge.definitions

    @property
    def spot(self) -> Spot:
        """Where the person stood when the action came."""
        return self.visit.spot

    @property
    def language(self) -> str:
        """The language this person reads."""
        return self.visit.language or language_of(self.visit.app_language)

    @property
    def the_project(self) -> Project:
        """The open project."""
        assert self.project is not None
        return self.project

    @property
    def the_pen(self) -> Pen:
        """The pen of the open project."""
        assert self.pen is not None
        return self.pen

    def show(self, spot: Spot, *notice: Words, toast: Words | None = None) -> Outcome:
        """End the action with the card at `spot`; `notice` is said above it."""
        spot = replace(spot, seen=self._revision(spot))
        scene = Scene(self.knowledge, self.visit, self.project, spot, (*notice, *self._came_back()))
        changes = () if self.pen is None else tuple(self.pen.changes) if self.undoing else self.pen.finish()
        return Outcome(
            spot=spot, screen=draw(scene), project=self.project, toast=toast, effects=tuple(self.effects),
            changes=changes, fresh=self.fresh,
        )  # fmt: skip

    def _revision(self, spot: Spot) -> int:
        """How often what the card speaks of was changed: a later typed text tells by it what came in between."""
        if self.project is None or not spot.question:
            return 0
        if spot.record:
            row = self.project.record(spot.question, spot.record)
            return row.revision if row is not None else 0
        answer = self.project.answers.get(spot.question)
        return answer.revision if answer is not None else 0

    def _came_back(self) -> tuple[Words, ...]:
        """What was set aside and whose facts this action changed is taken up again; said, unless it is settled."""
        if self.pen is None or not self.pen.changes:
            return ()
        judgement, project = self.knowledge.judgement, self.the_project
        for path in judgement.returned(project):
            self.pen.take_up(path)
            if judgement.look(project, path) is not None:
                self.came_back.append(path)
        titles = tuple(Phrase(f"{self.definitions.gap(path).words}.title") for path in self.came_back)
        return (phrase("advice.card.came_back", n=len(titles), items=titles),) if titles else ()

    def side(self, screen: str, value: str = "", *notice: Words) -> Outcome:
        """Show a side screen; Back leads to the work in hand."""
        here = self.spot
        if here.screen not in SIDE_SCREENS:
            here = replace(here, behind=here.screen, kept=here.value)
        return self.show(replace(here, screen=screen, value=value, page=0), *notice)

    def home(self, *notice: Words) -> Outcome:
        """The home card, or the name to be given where there is no project yet."""
        if self.project is None:
            return self.show(Spot(screen="naming"), *notice)
        return self.show(Spot(screen="home"), *notice)

    def ask(
        self, path: str, *notice: Words, changing: bool = False, short: str = "", page: int = 0, after: str = ""
    ) -> Outcome:
        """Open a question on the card of its kind; `group.<id>` opens the card of a group, met after `after`."""
        if path.startswith("group."):
            step = self.definitions.question(after).step if after else self.definitions.groups[path[6:]]
            return self.show(Spot(screen="group", step=step, question=path, path=short, value=after), *notice)
        question, screen = self.definitions.question(path), self.screen_of(path)
        spot = Spot(screen=screen, step=question.step, question=path, changing=changing, path=short, page=page)
        return self.show(spot, *notice)

    def screen_of(self, path: str) -> str:
        """The screen that asks this question: of its kind, or for consent first where it names people."""
        if path.startswith("group."):
            return "group"
        question = self.definitions.question(path)
        if question.names_people and path not in self.the_project.consented and not self.the_project.records(path):
            return "consent"
        return "rows" if question.kind == "records" else "question"

    def go_on(self, path: str, *notice: Words) -> Outcome:
        """After a question or a group was answered or passed: back to the review it came from, or the next thing to
        ask.
        """
        if self.spot.changing:
            return self.review(self.definitions.question(path).step, path, *notice)
        if self.spot.path:
            stop = next_stop(self.definitions, self.the_project, self.spot.path, path)
            if stop is None or stop == path:
                return self.show(Spot(screen="ready", path=self.spot.path), *notice)
            return self.ask(stop, *notice, short=self.spot.path)
        if path.startswith("group."):
            return self._after_group(path.removeprefix("group."), *notice)
        question = self.definitions.question(path)
        following = next_question(self.definitions.step(question.step), self.the_project, path)
        if following is None:
            return self.review(question.step, "", *notice)
        if following.group and following.group != question.group and not self._begun(following.group):
            return self.ask(f"group.{following.group}", *notice, after=question.path)
        return self.ask(following.path, *notice)

    def _after_group(self, passed: str, *notice: Words) -> Outcome:
        """The next open question of the step after the one that led to the group, past the group's own."""
        open_ones = open_questions(self.definitions.step(self.spot.step), self.the_project, self.spot.value)
        following = next((question for question in open_ones if question.group != passed), None)
        return self.ask(following.path, *notice) if following else self.review(self.spot.step, "", *notice)

    def _begun(self, group: str) -> bool:
        return any(is_answered(member, self.the_project) for member in self.definitions.members_of(group))

    def review(self, step: str, path: str = "", *notice: Words) -> Outcome:
        """The review of a step, on the page that holds `path`."""
        if writes(self.visit.role):
            self.knowledge.machines.move(self.the_project, step, "review")
        places = [question.path for question in asked_now(self.definitions.step(step), self.the_project)]
        page = places.index(path) // PAGE_SIZE if path in places else 0
        return self.show(Spot(screen="review", step=step, page=page), *notice)

    def back(self) -> Outcome:
        """From a side screen to the work in hand, as it was."""
        here = self.spot
        return self.show(replace(here, screen=here.behind or "home", behind="", value=here.kept, kept="", page=0))
