"""Reference numbers and what is logged under them."""

from __future__ import annotations

import logging
import re

import pytest

from bot import errors
from workflows.phrases import Phrase


def failed_on(typed: str) -> Exception:
    try:
        try:
            int(typed)
        except ValueError as inner:
            raise KeyError(typed) from inner
    except KeyError as error:
        return error


def test_a_reference_can_be_read_aloud() -> None:
    references = {errors.new_reference() for _ in range(200)}
    assert len(references) == 200
    assert all(re.fullmatch(r"[2-9A-HJKMNP-Z]{3}-[2-9A-HJKMNP-Z]{3}", one) for one in references)


def test_a_failure_is_logged_with_its_place_and_without_what_was_typed(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        reference = errors.record(failed_on("my secret"), "An update", update=7)
    assert reference in caplog.text
    assert "KeyError [test_errors.py:" in caplog.text
    assert "from ValueError [" in caplog.text
    assert "my secret" not in caplog.text
    assert caplog.records[0].__dict__["update"] == 7


def test_the_apology_carries_the_reference() -> None:
    assert errors.apology("K7M-4QX") == Phrase("interface.errors.apology", {"reference": "K7M-4QX"})
