"""Log lines: their two forms, and what never appears in them."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator
from contextvars import copy_context

import pytest

from bot import logs

TOKEN = "123456789:" + "A" * 35


@pytest.fixture(autouse=True)
def _root_as_it_was() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)


def lines(form: str, level: str = "INFO") -> io.StringIO:
    stream = io.StringIO()
    logs.set_up(level, form, stream)
    return stream


@pytest.mark.parametrize("form", ["text", "json"])
def test_the_token_is_never_written(form: str) -> None:
    stream = lines(form)
    try:
        raise ValueError(f"https://api.telegram.org/bot{TOKEN}/getMe")
    except ValueError:
        logging.getLogger("bot").exception("call of %s", TOKEN, extra={"address": TOKEN})
    written = stream.getvalue()
    assert TOKEN not in written
    assert written.count("<token>") >= 3
    assert "Traceback" in written


def test_json_lines_hold_what_extra_named() -> None:
    stream = lines("json")
    logging.getLogger("bot").info("ready", extra={"update": 7})
    told = json.loads(stream.getvalue())
    assert (told["level"], told["logger"], told["message"], told["update"]) == ("INFO", "bot", "ready", 7)
    assert told["time"].endswith("+00:00")


@pytest.mark.parametrize("level", ["DEBUG", "INFO"])
@pytest.mark.parametrize("name", ["httpx", "httpcore.http11", "telegram.ext.Application", "sqlalchemy.engine"])
def test_libraries_that_log_addresses_or_texts_are_quiet(level: str, name: str) -> None:
    stream = lines("text", level)
    logging.getLogger(name).info("what Amina typed")
    logging.getLogger(name).warning("a warning")
    assert "Amina" not in stream.getvalue()
    assert "a warning" in stream.getvalue()


def test_the_level_holds_for_the_rest() -> None:
    stream = lines("text", "WARNING")
    logging.getLogger("bot").info("small talk")
    assert stream.getvalue() == ""


@pytest.mark.parametrize("form", ["text", "json"])
def test_every_line_on_the_way_of_an_update_names_it(form: str) -> None:
    stream = lines(form)

    def taken() -> None:
        logs.update.set(77)
        logging.getLogger("bot").info("taken")
        logging.getLogger("bot").info("about another", extra={"update": 5})

    copy_context().run(taken)
    logging.getLogger("bot").info("afterwards")
    written = stream.getvalue().splitlines()
    assert ["77" in written[0], "5" in written[1].partition("about")[2], "update" in written[2]] == [True, True, False]
