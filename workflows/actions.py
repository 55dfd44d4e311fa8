"""What a person can do, as values. An intake turns an update into one of these; `engine.apply` understands nothing
else.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Command:
    """A slash command, already mapped to its stable name (`home`, `help`, …); `text` is what followed it."""

    name: str
    text: str = ""


@dataclass(frozen=True)
class Press:
    """A button: it carries the intended value ("set X on"), never a toggle.

    `target` is the full id it speaks of (a step, a question, `question.field`, a document), `record` the row, `value`
    the
    option, `revision` that of the question when the card was drawn, `card` the fingerprint of the card that held the
    button, `project` the project it was drawn for (empty: none yet, or the one that is open).
    """

    verb: str
    target: str = ""
    record: str = ""
    value: str = ""
    revision: int = 0
    card: str = ""
    project: str = ""


@dataclass(frozen=True)
class Say:
    """A typed text. `message` is its id in the chat; `late` means that it was sent before the current card appeared."""

    text: str
    message: int = 0
    late: bool = False
    reply_to: ReplyTo | None = None


@dataclass(frozen=True)
class ReplyTo:
    """The old card that a text replies to: the question it asked, with the record and field where there was one."""

    question: str
    record: str = ""
    field: str = ""


@dataclass(frozen=True)
class Edit:
    """A message that the person changed after sending it."""

    text: str
    message: int


@dataclass(frozen=True)
class Other:
    """Anything that is not text: `kind` is `sticker`, `photo`, `voice`, `file`, `forwarded`, `unknown_command`,
    `old_button` or `other`.
    """

    kind: str


@dataclass(frozen=True)
class Picture:
    """A photo or a file: `kind` is `photo` or `file`, `size` in bytes as announced (0: unknown), `data` what it holds.

    `data` is None until it was fetched, or when it could not be.
    """

    kind: str
    size: int
    data: bytes | None = None


@dataclass(frozen=True)
class Import:
    """A file that may be an exported project: its `size` in bytes as announced (0: unknown), and what it holds.

    `data` is None until it was fetched, or when it could not be.
    """

    size: int
    data: bytes | None = None


Action = Command | Press | Say | Edit | Picture | Import | Other

COMMANDS: Final = {
    "start": "start",
    "home": "home", "accueil": "home",
    "help": "help", "aide": "help",
    "language": "language", "langue": "language",
    "draft": "draft", "ebauche": "draft",
    "resources": "resources", "ressources": "resources",
    "glossary": "glossary", "glossaire": "glossary",
    "privacy": "privacy", "confidentialite": "privacy",
    "projects": "projects", "projets": "projects",
    "people": "people", "equipe": "people",
    "export": "export", "exporter": "export",
    "forget": "forget", "oublier": "forget",
    "undo": "undo", "annuler": "undo",
}  # fmt: skip
"""Typed command → stable name. French aliases are handlers of their own: Telegram translates descriptions, never names.
"""

LISTED_COMMANDS: Final = {
    "en": (
        "home",
        "draft",
        "resources",
        "glossary",
        "projects",
        "people",
        "undo",
        "language",
        "help",
        "privacy",
        "export",
        "forget",
    ),
    "fr": (
        "accueil",
        "ebauche",
        "ressources",
        "glossaire",
        "projets",
        "equipe",
        "annuler",
        "langue",
        "aide",
        "confidentialite",
        "exporter",
        "oublier",
    ),
}
"""The commands shown in Telegram's menu, per language, in this order."""
