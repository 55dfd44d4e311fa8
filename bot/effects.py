"""What an outcome asks of the store besides the project itself, done in the update's own transaction.

It must not know why it is asked, and it draws no card.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from bot import grace, sharing
from bot.looking_back import write_past, write_version
from bot.replies import Order
from bot.storage.port import Owed, Person, Transaction
from bot.tools import Tools
from workflows.circle import SeatRemoved
from workflows.outcomes import (
    DraftAsked,
    ExportAsked,
    LanguageChosen,
    Outcome,
    PersonErased,
    ProjectCreated,
    ProjectErased,
    VersionDropped,
    VersionKept,
)
from workflows.project import Project
from workflows.roles import COORDINATOR


@dataclass(frozen=True)
class Done:
    """What was done: the person as they are now, files to build, notices to others, and whether the place was lost."""

    person: Person
    orders: tuple[Order, ...]
    told: tuple[Owed, ...]
    left: bool


def carry_out(
    tx: Transaction,
    outcome: Outcome,
    person: Person,
    project: Project | None,
    order: Callable[[DraftAsked | ExportAsked, str, Person], Order],
    tools: Tools,
) -> Done:
    """Do it all, in order; `project` is the one that was open before. Raises `ProjectBusy` to be done anew."""
    orders: list[Order] = []
    told: list[Owed] = []
    left = False
    about = project or outcome.project
    title = about.title() if about else ""
    for effect in outcome.effects:
        if isinstance(effect, ProjectCreated):
            tx.save_person(person)
            tx.create_project(effect.project, person.id, COORDINATOR, tools.now)
            write_past(tx, effect.project.id, effect.past)
        elif isinstance(effect, ProjectErased):
            told.extend(grace.erase(tx, effect.project_id, person.id, title, tools))
            left = True
        elif isinstance(effect, PersonErased):
            told.extend(sharing.heirs(tx, person.id, tools))
            for gone in tx.erase_person(person.id):
                tx.leave_receipt(gone, grace.ASKED, tools.now)
        elif isinstance(effect, LanguageChosen):
            person = replace(person, language=effect.language)
        elif isinstance(effect, DraftAsked | ExportAsked):
            if outcome.project is not None:
                orders.append(order(effect, outcome.project.id, person))
        elif isinstance(effect, VersionKept | VersionDropped):
            if outcome.project is not None:
                write_version(tx, outcome.project.id, effect)
        else:
            left = left or effect == SeatRemoved()
            told.extend(sharing.carry_out(tx, effect, about.id if about else "", person.id, title, tools))
    return Done(person, tuple(orders), tuple(told), left)
