"""Arriving: the language, the name of the partnership, one project or another."""

from __future__ import annotations

from dataclasses import replace

from workflows.actions import Action, Command, Press, Say
from workflows.answers import Reader, read
from workflows.errors import AnswerRefused, Refusal
from workflows.languages import LANGUAGES
from workflows.outcomes import LanguageChosen, Outcome, ProjectCreated, Visit
from workflows.phrases import Phrase, Words, phrase
from workflows.project import Project, fiscal_year
from workflows.roles import COORDINATOR
from workflows.screens import Spot
from workflows.turn import Turn


def arriving(action: Action) -> bool:
    """True for what somebody may do before the language is known."""
    if isinstance(action, Command):
        return action.name == "start"
    return isinstance(action, Press) and action.verb == "language"


def greeting(spot: Spot) -> Spot:
    """The greeting; it keeps the invitation with which somebody came."""
    return Spot(screen="welcome", value=spot.value if spot.screen == "welcome" else "")


def beyond_greeting(visit: Visit, spot: Spot) -> Spot:
    """Whoever was met before is not greeted again when where they stood went with a partnership."""
    return Spot(screen="naming") if visit.language and spot.screen == "welcome" else spot


def start(turn: Turn) -> Outcome:
    """/start: greet a newcomer; take everybody else back to where they were."""
    if turn.visit.language is None:
        return turn.show(Spot(screen="welcome"))
    if turn.project is None:
        return turn.show(Spot(screen="projects" if turn.visit.projects else "naming"))
    return turn.show(turn.spot, phrase("interface.notices.welcome_back"))


def language(turn: Turn, press: Press) -> Outcome:
    """Keep the language; at first contact go on to the name, later back to the work in hand in the new language."""
    chosen = press.value if press.value in LANGUAGES else turn.language
    first = turn.visit.language is None
    turn.effects.append(LanguageChosen(chosen))
    turn.visit = replace(turn.visit, language=chosen)
    if first and turn.spot.screen == "welcome" and turn.spot.value:  # they came with an invitation
        return turn.show(Spot(screen="invited", value=turn.spot.value, behind="naming"))
    if first or turn.project is None:
        return turn.show(Spot(screen="projects" if turn.visit.projects else "naming"))
    if turn.spot.screen == "language":
        return turn.back()
    return turn.show(turn.spot)


def name_project(turn: Turn, say: Say) -> Outcome:
    """The typed name makes the project; it is kept as the name in the reader's language."""
    path = turn.definitions.names[turn.language]
    question = turn.definitions.question(path)
    try:
        name = read(question, say.text, Reader(turn.knowledge.book, turn.language, turn.visit.now.date())).value
    except AnswerRefused as refusal:
        return turn.show(turn.spot, refused(refusal))
    project = Project(
        id=turn.visit.new_id(),
        cycle=fiscal_year(turn.visit.now.date()),
        definitions=turn.definitions.version,
        state=turn.definitions.steps[0].id,
        created=turn.visit.now.isoformat(timespec="seconds"),
    )
    turn.visit = replace(turn.visit, role=COORDINATOR)
    turn.open(project)
    turn.the_pen.answer(path, name, source="typed", message=say.message)
    turn.effects.append(ProjectCreated(project))
    outcome = turn.show(Spot(screen="home"), phrase("interface.notices.created", name=name))
    project.last_changes = []  # the name that made the partnership is changed, never taken back
    return outcome


def open_project(turn: Turn, press: Press) -> Outcome:
    """The project that the button names is open now; the bot has loaded it when this person has a seat in it."""
    if turn.project is None or turn.project.id != press.project:
        return projects(turn)
    return turn.home()


def new_project(turn: Turn, _: Press) -> Outcome:
    """Ask for the name of another partnership; the one that is open stays as it is."""
    return turn.show(Spot(screen="naming"))


def projects(turn: Turn) -> Outcome:
    """The partnerships to choose from; the name is asked where there is none yet."""
    if not turn.visit.projects:
        return turn.show(Spot(screen="naming"))
    return turn.side("projects")


def refused(refusal: Refusal) -> Words:
    """The one clear sentence of a refusal."""
    return Phrase(refusal.key, refusal.params)  # type: ignore[arg-type]
