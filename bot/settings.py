"""The environment as one frozen value, checked once at start-up.

Its sentences are for operators. It must not read `os.environ` itself, and it must not know what the settings
are used for.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal
from urllib.parse import urlsplit

TELEGRAM_API_URL: Final = "https://api.telegram.org"

_TOKEN = re.compile(r"\d{3,20}:[A-Za-z0-9_-]{35}")
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")  # Bot API, setWebhook, secret_token
_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")


class SettingsFault(Exception):
    """A variable is missing or malformed; the text is one sentence that names it and never
    repeats a secret.
    """


@dataclass(frozen=True)
class Settings:
    """What the environment says. `token` is None when it is not set: only `run` needs it."""

    token: str | None = field(default=None, repr=False)
    telegram_api_url: str = TELEGRAM_API_URL
    data_dir: Path = Path("data")
    database_url: str = field(default="sqlite:///data/lip-guide.db", repr=False)
    log_level: str = "INFO"
    log_format: Literal["text", "json"] = "text"
    webhook_url: str | None = None
    webhook_secret: str | None = field(default=None, repr=False)  # never None with a webhook_url
    port: int = 8080

    def required_token(self) -> str:
        """The token, or `SettingsFault` when it is missing."""
        if self.token is None:
            raise SettingsFault("TELEGRAM_BOT_TOKEN is not set: put the token that @BotFather gave you there.")
        return self.token


def read(environment: Mapping[str, str]) -> Settings:
    """The settings of this environment; an empty variable counts as not set. Raises `SettingsFault`."""
    given = {name: value.strip() for name, value in environment.items() if value.strip()}
    data_dir = Path(given.get("DATA_DIR", "data"))
    log_format = given.get("LOG_FORMAT", "text").lower()
    if log_format not in ("text", "json"):
        raise SettingsFault(f"LOG_FORMAT is '{log_format}': it must be text or json.")
    return Settings(
        token=_token(given),
        telegram_api_url=_api_url(given),
        data_dir=data_dir,
        database_url=_database_url(given, data_dir),
        log_level=_level(given),
        log_format="json" if log_format == "json" else "text",
        webhook_url=_webhook_url(given),
        webhook_secret=_webhook_secret(given),
        port=_port(given),
    )


def sqlite_url(file: Path) -> str:
    """The database URL of an SQLite file."""
    return f"sqlite:///{file.as_posix()}"


def _token(given: Mapping[str, str]) -> str | None:
    token = given.get("TELEGRAM_BOT_TOKEN")
    if token is not None and not _TOKEN.fullmatch(token):
        raise SettingsFault(
            "TELEGRAM_BOT_TOKEN does not look like a token: digits, a colon and 35 letters, digits, _ or -."
        )
    return token


def _api_url(given: Mapping[str, str]) -> str:
    url = given.get("TELEGRAM_API_URL", TELEGRAM_API_URL).rstrip("/")
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.netloc:
        raise SettingsFault("TELEGRAM_API_URL must be a web address such as https://api.telegram.org.")
    if parts.path.endswith("/bot"):
        raise SettingsFault("TELEGRAM_API_URL is the root of the Bot API server: leave out the /bot at its end.")
    return url


def _database_url(given: Mapping[str, str], data_dir: Path) -> str:
    url = given.get("DATABASE_URL")
    if url is None:
        return sqlite_url(data_dir / "lip-guide.db")
    from bot.storage import normal_url  # here, so that a command without a database starts without one

    try:
        normal_url(url)
    except ValueError as reason:
        raise SettingsFault(f"DATABASE_URL cannot be used: {reason}.") from None
    return url


def _webhook_url(given: Mapping[str, str]) -> str | None:
    url = given.get("WEBHOOK_URL")
    if url is None:
        return None
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.netloc or parts.query or parts.fragment:
        raise SettingsFault("WEBHOOK_URL must be the public base address of this bot, such as https://lip.example.ca.")
    if parts.path.rstrip("/").endswith("/telegram"):
        raise SettingsFault("WEBHOOK_URL is a base address: leave out the /telegram at its end.")
    return url.rstrip("/")


def _webhook_secret(given: Mapping[str, str]) -> str | None:
    secret = given.get("WEBHOOK_SECRET")
    if secret is None:
        if "WEBHOOK_URL" in given:
            raise SettingsFault("WEBHOOK_SECRET is not set: with WEBHOOK_URL, it proves that Telegram is calling.")
        return None
    if not _SECRET.fullmatch(secret):
        raise SettingsFault("WEBHOOK_SECRET must be 1 to 256 letters, digits, _ or -, as Telegram accepts them.")
    return secret


def _port(given: Mapping[str, str]) -> int:
    port = given.get("PORT", "8080")
    if not port.isascii() or not port.isdecimal() or not 1 <= int(port[:6]) <= 65535:
        raise SettingsFault(f"PORT is '{port}': it must be a number from 1 to 65535.")
    return int(port)


def _level(given: Mapping[str, str]) -> str:
    level = given.get("LOG_LEVEL", "INFO").upper()
    if level not in _LEVELS:
        raise SettingsFault(f"LOG_LEVEL is '{level}': it must be one of {', '.join(_LEVELS)}.")
    return level
