"""Which database addresses are understood, and what is said about the others."""

from __future__ import annotations

import pytest

from bot.storage import normal_url, open_store


@pytest.mark.parametrize(
    ("given", "normal"),
    [
        ("sqlite:///data/guide.db", "sqlite:///data/guide.db"),
        ("sqlite:////var/lib/guide.db?timeout=1", "sqlite:////var/lib/guide.db?timeout=1"),
        ("postgres://u:p%40@host:5432/guide", "postgresql+psycopg://u:p%40@host:5432/guide"),
        ("postgresql://u@/guide?host=/run/pg", "postgresql+psycopg://u@/guide?host=/run/pg"),
        (
            "postgresql+psycopg://u@host/guide?sslmode=require",
            "postgresql+psycopg://u@host/guide?sslmode=require",
        ),
        (" postgres://host/guide\n", "postgresql+psycopg://host/guide"),
    ],
)
def test_an_address_is_made_normal_and_stays_so(given: str, normal: str) -> None:
    assert normal_url(given) == normal
    assert normal_url(normal) == normal


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ("", "begins with"),
        ("guide.db", "begins with"),
        ("mysql://u:secret@host/guide", "not with mysql"),
        ("postgresql+asyncpg://u:secret@host/guide", "asyncpg"),
        ("postgres://u:secret@host:port/guide", "port"),
        ("sqlite://", "names a file"),
        ("sqlite:///", "names a file"),
        ("sqlite:///:memory:", "memory"),
        ("sqlite:///file::memory:?uri=true", "memory"),
        ("sqlite:///file:x?mode=memory&uri=true", "memory"),
        ("sqlite://data/guide.db", "three slashes"),
    ],
)
def test_any_other_address_is_refused_with_a_reason_and_without_its_password(given: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason) as caught:
        normal_url(given)
    assert "secret" not in str(caught.value)
    assert caught.value.__cause__ is None
    with pytest.raises(ValueError, match=reason):
        open_store(given)
