"""The environment: defaults, and one sentence that names what is wrong and repeats no secret."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.settings import Settings, SettingsFault, read, sqlite_url

TOKEN = "123456789:" + "Aa0_-" * 7


def test_an_empty_environment_has_defaults() -> None:
    assert read({}) == Settings(
        token=None,
        telegram_api_url="https://api.telegram.org",
        data_dir=Path("data"),
        database_url="sqlite:///data/lip-guide.db",
        log_level="INFO",
        log_format="text",
        webhook_url=None,
        webhook_secret=None,
        port=8080,
    )


def test_everything_can_be_set() -> None:
    given = {
        "TELEGRAM_BOT_TOKEN": f" {TOKEN}\n",
        "TELEGRAM_API_URL": "http://localhost:8081/",
        "DATABASE_URL": "postgres://u:p@h/d",
        "DATA_DIR": "/var/lib/lip",
        "LOG_LEVEL": "debug",
        "LOG_FORMAT": "JSON",
        "WEBHOOK_URL": "https://lip.example.ca/bot/",
        "WEBHOOK_SECRET": "Aa0_-",
        "PORT": "5000",
    }
    assert read(given) == Settings(
        TOKEN,
        "http://localhost:8081",
        Path("/var/lib/lip"),
        "postgres://u:p@h/d",
        "DEBUG",
        "json",
        "https://lip.example.ca/bot",
        "Aa0_-",
        5000,
    )


def test_a_webhook_needs_its_secret() -> None:
    with pytest.raises(SettingsFault, match="WEBHOOK_SECRET"):
        read({"WEBHOOK_URL": "https://lip.example.ca"})


def test_the_embedded_database_lives_in_the_data_folder() -> None:
    assert (
        read({"DATA_DIR": "/srv"}).database_url
        == sqlite_url(Path("/srv/lip-guide.db"))
        == "sqlite:////srv/lip-guide.db"
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TELEGRAM_BOT_TOKEN", "123:short-secret"),
        ("TELEGRAM_API_URL", "api.telegram.org"),
        ("TELEGRAM_API_URL", "https://api.telegram.org/bot"),
        ("DATABASE_URL", "mysql://user:secret@host/name"),
        ("DATABASE_URL", "postgresql://user:secret@host:port/name"),
        ("DATABASE_URL", "sqlite://"),
        ("LOG_LEVEL", "LOUD"),
        ("LOG_FORMAT", "xml"),
        ("WEBHOOK_URL", "lip.example.ca"),
        ("WEBHOOK_URL", "https://lip.example.ca/telegram"),
        ("WEBHOOK_URL", "https://lip.example.ca/?secret"),
        ("WEBHOOK_SECRET", "a secret with spaces"),
        ("WEBHOOK_SECRET", "x" * 257),
        ("PORT", "0"),
        ("PORT", "65536"),
        ("PORT", "eighty"),
    ],
)
def test_a_malformed_variable_is_named_in_one_sentence(name: str, value: str) -> None:
    with pytest.raises(SettingsFault) as fault:
        read({name: value})
    assert str(fault.value).startswith(name)
    assert "secret" not in str(fault.value)
    assert "\n" not in str(fault.value)


def test_an_empty_variable_counts_as_not_set() -> None:
    assert read({"TELEGRAM_BOT_TOKEN": "  "}).token is None


def test_a_missing_token_is_named_only_where_it_is_needed() -> None:
    with pytest.raises(SettingsFault, match=r"^TELEGRAM_BOT_TOKEN is not set"):
        read({}).required_token()


def test_settings_never_show_their_secrets() -> None:
    settings = read({"TELEGRAM_BOT_TOKEN": TOKEN, "DATABASE_URL": "postgresql://u:secret@h/d"})
    assert TOKEN not in repr(settings)
    assert "secret" not in repr(settings)
