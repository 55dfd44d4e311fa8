"""What was learnt while speaking: a reply or a file went out, a person cannot be reached, a group moved.

Delivery learns it outside any transaction; the next one writes it. Losing a note repeats a card and loses
none.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bot.incoming import Moved, Reach
from bot.storage.port import Sent, Transaction, Upload


@dataclass(frozen=True)
class Uploaded:
    """Files of one order went out: Telegram can send them again by their ids."""

    chat: int
    files: tuple[Upload, ...]
    at: dt.datetime


Note = Sent | Reach | Moved | Uploaded


def write(tx: Transaction, notes: Iterable[Note]) -> None:
    """Write the notes in their order."""
    for note in notes:
        if isinstance(note, Sent):
            # Of a person who was erased while a card was on its way to them, no card is remembered.
            kept = note.card and tx.person(note.person) is not None
            tx.settle((replace(note, card=kept),))
        elif isinstance(note, Uploaded):
            tx.keep_uploads(note.files, note.at)
        elif isinstance(note, Moved):
            tx.migrated_chat(note.chat, note.new_chat)
        else:
            person = tx.person(note.person)
            if person is not None:
                tx.save_person(replace(person, reachable=note.reachable))


def in_order(notes: Sequence[Note]) -> Sequence[Note]:
    """The notes chat by chat, so that two processes that write many at once do not wait for each other in a ring.

    What a group's move came before or after stays so.
    """
    return notes if any(isinstance(note, Moved) for note in notes) else sorted(notes, key=lambda note: note.chat)


def chats(note: Note) -> tuple[int, ...]:
    """The chats that the note speaks of."""
    return (note.chat, note.new_chat) if isinstance(note, Moved) else (note.chat,)
