"""What counts as a web address."""

from __future__ import annotations

import pytest

from workflows.addresses import is_web_address


@pytest.mark.parametrize(
    "text",
    [
        "https://example.ca",
        "http://www.example.ca/lip?lang=fr#table",
        "HTTPS://EXAMPLE.CA/",
        "https://t.me/some_bot?start=abc",
        "https://exemple.ca:8443/été",
        "https://café.ca/",
    ],
)
def test_an_address_with_a_full_host_is_one(text: str) -> None:
    assert is_web_address(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "example.ca",
        "https://",
        "https://localhost",
        "https://me:secret@example.ca/",
        "https://example.ca/a b",
        "https://example.ca/<script>",
        "javascript:alert(1)",
        "ftp://example.ca/",
        "see https://example.ca",
        "https://example.ca\nhttps://example.ca",
        "https://example.ca/\n",
    ],
)
def test_anything_else_is_none(text: str) -> None:
    assert not is_web_address(text)
