"""Every statement of a transaction, built once: SQLAlchemy then compiles each a single time per engine.

Five of them need the dialect's own INSERT for `ON CONFLICT`: `upserts_for` hands out that set.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    Executable,
    Table,
    Text,
    and_,
    bindparam,
    case,
    delete,
    exists,
    func,
    insert,
    null,
    or_,
    select,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite

from bot.storage.tables import cards, history, outbox, people, places, projects, seats, snapshots, updates_seen, uploads
from bot.storage.upkeep_port import NOTICE

PURGE_CLAIMS = delete(updates_seen).where(updates_seen.c.claimed_at < bindparam("before"))
PURGE_UPLOADS = delete(uploads).where(uploads.c.sent_at < bindparam("before"))
UPLOADS = select(uploads.c.key, uploads.c.file).where(uploads.c.key.in_(bindparam("keys", expanding=True)))

PERSON = select(people.c.language, people.c.reachable).where(people.c.id == bindparam("person"))
_PLACE = select(places.c.project, places.c.message, places.c.spot).where(
    places.c.chat == bindparam("chat"), places.c.person == bindparam("person")
)
# Locked, so that two processes take the updates of one person one after the other, whatever these lock later.
PLACE = _PLACE.with_for_update()

TITLES = (
    select(projects.c.id, projects.c.title)
    .join(seats, seats.c.project == projects.c.id)
    .where(seats.c.person == bindparam("person"))
    .order_by(projects.c.created_at.desc(), projects.c.id.desc())
)
PROJECT = (
    select(projects.c.answers, seats.c.role)
    .join(seats, seats.c.project == projects.c.id)
    .where(projects.c.id == bindparam("project"), seats.c.person == bindparam("person"))
    .with_for_update(of=projects)  # says nothing on SQLite, where transactions write one at a time
)
CREATE_PROJECT = insert(projects)
CREATE_SEAT = insert(seats)
SAVE_PROJECT = update(projects).where(
    projects.c.id == bindparam("of_project"), projects.c.revision == bindparam("loaded_revision")
)

APPEND_HISTORY = insert(history)
HISTORY = (
    select(history.c.question, history.c.record, history.c.before, history.c.after, history.c.by, history.c.at)
    .where(history.c.project == bindparam("project"))
    .order_by(history.c.id)
)

KEEP_SNAPSHOT = insert(snapshots)
DROP_SNAPSHOT = delete(snapshots).where(
    snapshots.c.project == bindparam("of_project"), snapshots.c.number == bindparam("of_number")
)
SNAPSHOTS = (
    select(snapshots.c.number, snapshots.c.answers)
    .where(snapshots.c.project == bindparam("project"))
    .order_by(snapshots.c.number)
)
SNAPSHOT = SNAPSHOTS.where(snapshots.c.number == bindparam("number"))

CARD = select(cards.c.question, cards.c.record, cards.c.field).where(
    cards.c.chat == bindparam("chat"), cards.c.message == bindparam("message")
)
FORGET_CARD = delete(cards).where(cards.c.chat == bindparam("chat"), cards.c.message == bindparam("message"))
CURRENT_MESSAGE = (
    update(places)
    .where(places.c.chat == bindparam("in_chat"), places.c.person == bindparam("of_person"))
    .values(message=bindparam("shown"))
)

# The reply speaks of the project that is open at the person's place, so that erasing the project finds it. It waits
# its turn when another process, or none yet, has something to say in the chat (docs/decisions/0031).
_other = outbox.alias("other")
OWE = (
    insert(outbox)
    .values(
        taken_by=case(
            (
                exists().where(
                    _other.c.chat == bindparam("in_chat"),
                    _other.c.kind != NOTICE,
                    or_(_other.c.taken_by.is_(None), _other.c.taken_by != bindparam("worker", type_=Text())),
                ),
                null(),
            ),
            else_=bindparam("worker", type_=Text()),
        ),
        project=func.coalesce(
            bindparam("about", type_=Text()),
            select(places.c.project)
            .where(places.c.chat == bindparam("in_chat"), places.c.person == bindparam("of_person"))
            .scalar_subquery(),
        ),
    )
    .returning(outbox.c.id, outbox.c.taken_by)
)
_OWED = select(outbox.c.id, outbox.c.chat, outbox.c.person, outbox.c.kind, outbox.c.payload, outbox.c.edit).order_by(
    outbox.c.id
)
OWED = _OWED
OWED_TO_CHAT = _OWED.where(outbox.c.chat == bindparam("chat"))
# A card that went out (its id as `newer`, else 0) takes along the older ones still owed at that place.
SETTLE = delete(outbox).where(
    or_(
        outbox.c.id == bindparam("owed"),
        and_(
            outbox.c.chat == bindparam("chat"),
            outbox.c.id < bindparam("newer"),
            outbox.c.person == bindparam("person"),
            outbox.c.kind == "card",
        ),
    )
)

# A message id of the old group means nothing in its supergroup: cards go, replies become new messages.
MIGRATED_CHAT: tuple[Executable, ...] = (
    delete(cards).where(cards.c.chat == bindparam("old_chat")),
    delete(places).where(
        places.c.chat == bindparam("old_chat"),
        places.c.person.in_(select(places.c.person).where(places.c.chat == bindparam("new_chat"))),
    ),
    update(places).where(places.c.chat == bindparam("old_chat")).values(chat=bindparam("new_chat"), message=None),
    update(outbox).where(outbox.c.chat == bindparam("old_chat")).values(chat=bindparam("new_chat"), edit=None),
)


@dataclass(frozen=True)
class Upserts:
    """The statements that insert or else change what is known."""

    claim: Executable
    person: Executable
    place: Executable
    card: Executable
    upload: Executable


def _upserts(into: Callable[[Table], Any]) -> Upserts:
    person, place, card, upload = (into(table) for table in (people, places, cards, uploads))
    # A card or file of a project that was erased while it was on its way is not remembered.
    known = exists().where(projects.c.id == bindparam("project"))
    none = bindparam("project", type_=cards.c.project.type).is_(None)
    card = card.from_select(list(cards.c.keys()), select(*_given(cards)).where(or_(none, known)))
    upload = upload.from_select(list(uploads.c.keys()), select(*_given(uploads)).where(known))
    return Upserts(
        # The count of rows is the answer; SQLAlchemy forgets that of an INSERT unless told to keep it.
        claim=into(updates_seen)
        .on_conflict_do_nothing(index_elements=["id"])
        .execution_options(preserve_rowcount=True),
        person=person.on_conflict_do_update(
            index_elements=["id"],
            set_={"language": person.excluded.language, "reachable": person.excluded.reachable},
        ),
        place=place.on_conflict_do_update(
            index_elements=["chat", "person"],
            set_={
                "project": place.excluded.project,
                "message": func.coalesce(place.excluded.message, places.c.message),
                "seen_at": func.coalesce(place.excluded.seen_at, places.c.seen_at),
                "spot": place.excluded.spot,
            },
        ),
        card=card.on_conflict_do_update(
            index_elements=["chat", "message"],
            set_={name: card.excluded[name] for name in ("person", "project", "question", "record", "field")},
        ),
        upload=upload.on_conflict_do_update(
            index_elements=["key"], set_={name: upload.excluded[name] for name in ("project", "sent_at", "file")}
        ),
    )


def _given(table: Table) -> Iterator[Any]:
    return (bindparam(column.name, type_=column.type) for column in table.c)


_UPSERTS = {"sqlite": _upserts(sqlite.insert), "postgresql": _upserts(postgresql.insert)}


def upserts_for(dialect: str) -> Upserts:
    """The set for `sqlite` or `postgresql`."""
    return _UPSERTS[dialect]
