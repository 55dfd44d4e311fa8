"""What somebody is told about a partnership without having asked: of seats given and taken, of an erasure."""

from __future__ import annotations

import datetime as dt
from typing import Final

from workflows.actions import Press
from workflows.phrases import Phrase, phrase
from workflows.screens import Button, Screen
from workflows.telling import told_name

KINDS: Final = ("joined", "role", "removed", "heir", "ending", "kept", "erased")
_OPENED: Final = frozenset({"joined", "role", "heir", "ending", "kept"})
"""Those after which there is still something to open."""


def tidings(kind: str, project: str, name: str, role: str = "", date: dt.date | None = None) -> Screen:
    """The notice of this kind (of `KINDS`) about the project of this name, with a button that opens it."""
    assert kind in KINDS
    told = {"role": Phrase(f"people.roles.{role}")} if role else {}
    dated = {"date": date} if date is not None else {}
    body = phrase(f"people.tidings.{kind}", name=told_name(name), **told, **dated)
    opening = Button(phrase("people.buttons.open"), Press("open_project", project=project))
    options = [opening] if kind in _OPENED else []
    if kind == "ending":
        options.append(Button(phrase("people.buttons.people"), Press("people", project=project)))
    return Screen("tidings", phrase("people.tidings.title"), (body,), tuple(options))
