"""The notice that a partnership which nobody uses will be erased: a card of its own, outside of any project's turn."""

from __future__ import annotations

import datetime as dt

from workflows.actions import Press
from workflows.phrases import phrase
from workflows.screens import Button, Screen
from workflows.telling import told_name


def expiry_notice(project: str, name: str, erased_on: dt.date, last: bool) -> Screen:
    """The first or the `last` notice; its button opens the project, and so keeps it."""
    body = (
        phrase("interface.expiry.body", name=told_name(name), date=erased_on),
        phrase("interface.expiry.keep"),
    )
    title = phrase("interface.expiry.last" if last else "interface.expiry.first")
    keep = Button(phrase("interface.expiry.button"), Press("open_project", project=project))
    return Screen("expiry", title, body, (keep,))
