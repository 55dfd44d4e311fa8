"""Erasing a project or a person from every table, inside the caller's transaction; it commits nothing."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, bindparam, delete, select, update

from bot.storage.tables import (
    cards,
    history,
    invitations,
    outbox,
    people,
    places,
    projects,
    reminders,
    seats,
    snapshots,
    uploads,
)

# Seats, invitations, snapshots and history go with the project's row: their foreign keys cascade.
_OF_PROJECT = (outbox, cards, places, reminders, uploads)
_ERASE_PROJECT = (
    *(delete(table).where(table.c.project == bindparam("erased")) for table in _OF_PROJECT),
    delete(projects).where(projects.c.id == bindparam("erased")),
)
_ERASE_PERSON = (
    *(delete(table).where(table.c.person == bindparam("erased")) for table in (outbox, cards, places, seats)),
    delete(invitations).where(invitations.c.by == bindparam("erased")),
    delete(people).where(people.c.id == bindparam("erased")),
)
_REMOVE_SEAT = tuple(
    delete(table).where(table.c.person == bindparam("removed"), table.c.project == bindparam("of_project"))
    for table in (outbox, cards, places, seats)
)
_REVOKE_ALL = delete(invitations).where(
    invitations.c.by == bindparam("removed"), invitations.c.project == bindparam("of_project")
)
_ANSWERS = select(projects.c.answers).where(projects.c.id == bindparam("project")).with_for_update()
_HELD = (
    select(projects.c.id, projects.c.answers)
    .join(seats, seats.c.project == projects.c.id)
    .where(seats.c.person == bindparam("person"))
    .order_by(projects.c.id)  # two erasures lock in the same order
    .with_for_update(of=projects)
)
_SHARED = (
    select(seats.c.project)
    .distinct()
    .where(seats.c.project.in_(bindparam("held", expanding=True)), seats.c.person != bindparam("person"))
)
_HISTORY = select(history.c.id, history.c.by, history.c.before, history.c.after).where(
    history.c.project == bindparam("project")
)
_BLANK_PROJECT = update(projects).where(projects.c.id == bindparam("blanked"))
_SNAPSHOTS = select(snapshots.c.number, snapshots.c.answers).where(snapshots.c.project == bindparam("project"))
_BLANK_SNAPSHOT = update(snapshots).where(
    snapshots.c.project == bindparam("of_project"), snapshots.c.number == bindparam("blanked")
)
_BLANK_HISTORY = update(history).where(history.c.id == bindparam("blanked"))


def erase_project(connection: Connection, project: str) -> None:
    """Remove every row that speaks of the project."""
    for statement in _ERASE_PROJECT:
        connection.execute(statement, {"erased": project})


def remove_seat(connection: Connection, project: str, person: str) -> None:
    """Take the seat away with the invitations that this person made; the project loses the name, and so does what is
    on its way to them.
    """
    answers = connection.execute(_ANSWERS, {"project": project}).scalar()
    if answers is not None:
        _blank(connection, project, answers, person)
    for statement in (*_REMOVE_SEAT, _REVOKE_ALL):
        connection.execute(statement, {"removed": person, "of_project": project})


def erase_person(connection: Connection, person: str) -> tuple[str, ...]:
    """Remove the person and every project that only they hold, which are returned; the others lose the name.

    Projects are locked before their seats are counted: of two people who leave at once, the last one takes it
    along.
    """
    held = connection.execute(_HELD, {"person": person}).all()
    ids = [row.id for row in held]
    shared = set(connection.execute(_SHARED, {"held": ids, "person": person}).scalars())
    for row in held:
        if row.id in shared:
            _blank(connection, row.id, row.answers, person)
        else:
            erase_project(connection, row.id)
    for statement in _ERASE_PERSON:
        connection.execute(statement, {"erased": person})
    return tuple(one for one in ids if one not in shared)


def _blank(connection: Connection, project: str, answers: Any, person: str) -> None:
    """Keep what was answered, forget who said it. The revision stays: nothing that is shown has changed."""
    connection.execute(_BLANK_PROJECT, {"blanked": project, "answers": without_author(answers, person)})
    for kept in connection.execute(_SNAPSHOTS, {"project": project}).all():
        blanked = {"of_project": project, "blanked": kept.number, "answers": without_author(kept.answers, person)}
        connection.execute(_BLANK_SNAPSHOT, blanked)
    rows = [
        {
            "blanked": row.id,
            "by": "" if row.by == person else row.by,
            "before": without_author(row.before, person),
            "after": without_author(row.after, person),
        }
        for row in connection.execute(_HISTORY, {"project": project})
    ]
    if rows:
        connection.execute(_BLANK_HISTORY, rows)


def without_author(data: Any, person: str) -> Any:
    """The same plain data with every `by` that names this person made empty, at any depth."""
    if isinstance(data, list):
        return [without_author(item, person) for item in data]
    if isinstance(data, dict):
        return {
            key: "" if key == "by" and value == person else without_author(value, person) for key, value in data.items()
        }
    return data
