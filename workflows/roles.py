"""Who may do what: a coordinator everything, an editor all but sharing and erasing, a reader looks and drafts.

What is not named here changes something: a new verb is refused to readers until somebody says that it only shows.
"""

from __future__ import annotations

from typing import Final

from workflows.actions import Action, Command, Edit, Picture, Press, Say

COORDINATOR: Final = "coordinator"
EDITOR: Final = "editor"
READER: Final = "reader"
ROLES: Final = (COORDINATOR, EDITOR, READER)

MOST_INVITATIONS: Final = 20
"""Invitations to one project that wait at the same time."""
MOST_SEATS: Final = 100

COORDINATING: Final = frozenset({"invite", "unlabelled", "revoke", "member", "role", "remove", "keep_project"})
"""Verbs of whoever shares or erases."""
LOOKING: Final = frozenset({
    "ask", "change", "list", "done", "skip", "terms", "why", "example", "starters", "row", "back", "field", "suggest",
    "step", "review", "to_know", "know", "sector", "letter", "lens", "francophone", "quick", "progress", "drafts",
    "document", "readiness", "draft", "advice", "rule", "rules", "points", "page", "home", "help", "privacy",
    "settings", "resources", "for_step", "theme", "resource", "facts", "glossary", "letters", "term", "projects",
    "open_project", "new_project", "begin", "language", "forget", "people", "leave", "left", "join", "versions",
    "version", "changed", "draft_since", "draft_adopted", "parity", "letterhead",
})  # fmt: skip
"""Verbs that show something, or concern nobody but the person."""
WRITING_SCREENS: Final = frozenset({
    "question", "noted_date", "rows", "field", "suggested", "reason", "consent", "wording", "naming_version",
    "letterhead",
})  # fmt: skip
"""Screens on which a typed text answers."""
CHANGING_COMMANDS: Final = frozenset({"undo", "export"})
"""Commands that change the project, or carry everything in it away."""


def may(role: str, action: Action, screen: str) -> bool:
    """Whether somebody with this role may do it in the open project; `screen` is where they stand."""
    if isinstance(action, Press):
        if action.verb in COORDINATING or (action.verb == "erase" and action.value != "me"):
            return role == COORDINATOR
        own = action.verb in LOOKING or (action.verb == "erase" and action.value == "me")
        return writes(role) or own
    if writes(role):
        return role == COORDINATOR or screen != "label" or not isinstance(action, Say)
    if isinstance(action, Say):
        answers = screen in WRITING_SCREENS or screen == "label" or action.reply_to is not None
        return not answers or screen == "naming"
    if isinstance(action, Command):
        return action.name not in CHANGING_COMMANDS
    if isinstance(action, Picture):
        return screen not in WRITING_SCREENS
    return not isinstance(action, Edit)  # an exported file makes a project of their own


def writes(role: str) -> bool:
    """Whether this role may change answers."""
    return role in (COORDINATOR, EDITOR)
