"""Logging for operators, as text or as JSON lines. A log line never holds the token, a typed text or a
person's name.

Other libraries are kept quiet where they would log addresses that hold the token, whole updates, or trifles. It must
not know the bot.
"""

from __future__ import annotations

import datetime as dt
import json
import logging
import re
import sys
from contextvars import ContextVar
from typing import Final, TextIO

update: ContextVar[int | None] = ContextVar("update", default=None)
"""The id of the update that is being taken or answered: every log line on its way names it."""

_TOKEN = re.compile(r"\d{3,20}:[A-Za-z0-9_-]{35}")
_HIDDEN: Final = "<token>"
_QUIET: Final = {
    "httpx": logging.WARNING,  # logs every address, and Telegram's hold the token
    "httpcore": logging.WARNING,
    "telegram": logging.WARNING,  # logs updates and the texts of calls at DEBUG
    "aiohttp": logging.WARNING,
    "alembic": logging.WARNING,  # tells of its plugins at INFO
    "uvicorn": logging.WARNING,  # logs every request
    "sqlalchemy": logging.WARNING,  # logs the values of every statement at INFO
    "transitions": logging.WARNING,  # tells of every state at INFO
}
_STANDARD = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}


class TextFormatter(logging.Formatter):
    """One readable line, then the traceback where there is one."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        """The line without the token, whatever wrote it."""
        extra = "".join(f" {name}={value}" for name, value in _extra(record).items())
        return _TOKEN.sub(_HIDDEN, super().format(record) + extra)


class JsonFormatter(logging.Formatter):
    """One JSON object a line: time (UTC, ISO 8601), level, logger, message, and what `extra` named."""

    def format(self, record: logging.LogRecord) -> str:
        """The line without the token, whatever wrote it."""
        told: dict[str, object] = {
            "time": dt.datetime.fromtimestamp(record.created, dt.UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
            **_extra(record),
        }
        if record.exc_info:
            told["exception"] = self.formatException(record.exc_info)
        return _TOKEN.sub(_HIDDEN, json.dumps(told, ensure_ascii=False, default=str))


def set_up(level: str, form: str, stream: TextIO | None = None) -> logging.Handler:
    """Send every log line to `stream` (standard error by default) as `text` or `json`; returns
    the handler.
    """
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(JsonFormatter() if form == "json" else TextFormatter())
    handler.addFilter(_correlated)
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name, at_least in _QUIET.items():
        logging.getLogger(name).setLevel(max(at_least, logging.getLevelName(level)))
    return handler


def _correlated(record: logging.LogRecord) -> bool:
    about = update.get()
    if about is not None and not hasattr(record, "update"):
        record.update = about
    return True


def _extra(record: logging.LogRecord) -> dict[str, object]:
    return {name: value for name, value in vars(record).items() if name not in _STANDARD}
