"""What came in, as values: a person's action, a person who blocked or came back, a group that moved.

handlers.py makes them, the unit of work takes them. They hold no Telegram object.
"""

from __future__ import annotations

from dataclasses import dataclass

from workflows.actions import Action


@dataclass(frozen=True)
class Incoming:
    """One action of one person in one chat. `message` is the pressed card, `reply_to` the message
    replied to, `file` Telegram's id of a file that was sent.
    """

    update_id: int
    chat: int
    person: str
    app_language: str
    private: bool
    action: Action
    message: int | None = None
    callback_id: str | None = None
    reply_to: int | None = None
    file: str = ""


@dataclass(frozen=True)
class Asked:
    """An inline query, typed in any chat: it touches no project, and nothing of it is kept."""

    query_id: str
    text: str
    app_language: str


@dataclass(frozen=True)
class Reach:
    """A person blocked the bot in their private chat, or came back; without an update id, learnt
    while speaking.
    """

    chat: int
    person: str
    reachable: bool
    update_id: int = 0


@dataclass(frozen=True)
class Moved:
    """A group became a supergroup: its chat has a new id; without an update id, learnt while speaking."""

    chat: int
    new_chat: int
    update_id: int = 0


Arrival = Incoming | Reach | Moved
