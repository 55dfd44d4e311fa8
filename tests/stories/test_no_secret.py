"""No secret is logged: neither the bot's token nor a link's, no answer, no name, whatever goes wrong on the way."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator

import pytest

from bot import logs
from bot.telegram_in_memory import Failure
from tests.stories.gathering import comes_with, invites, joins
from tests.stories.telling import arrives, project_of, terms_quickly
from tests.support.house import TOKEN, House
from workflows.roles import EDITOR

MARK = "Zyxwvutsr"


@pytest.fixture(params=["text", "json"])
def lines(request: pytest.FixtureRequest) -> Iterator[io.StringIO]:
    """Everything that is logged, at the most talkative level that an operator can choose."""
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    quiet = {name: logging.getLogger(name).level for name in logs._QUIET}
    stream = io.StringIO()
    logs.set_up("DEBUG", request.param, stream)
    yield stream
    root.handlers[:] = handlers
    root.setLevel(level)
    for name, was in quiet.items():
        logging.getLogger(name).setLevel(was)


async def test_nothing_that_people_said_and_no_token_is_in_any_line(house: House, lines: io.StringIO) -> None:
    amina = await arrives(house, "Amina", "en")
    await terms_quickly(amina, "en")
    start = await invites(amina, EDITOR, f"{MARK} office")
    luc = await joins(house, "Luc", start)
    await comes_with(house, "Mallory", start)
    await luc.says("/home")
    await luc.taps(press=("quick", "action-plan"))
    await luc.says(f"{MARK}; workplace")

    house.store.before.append(RuntimeError(f"at {MARK} {start} {TOKEN}"))
    house.store.at_end.append(ValueError(f"of {MARK} {start} {TOKEN}"))
    await luc.says(f"{MARK} again; workplace")
    house.api.fail("sendMessage", Failure(400, "Bad Request: can't parse entities"))
    await luc.says(MARK)
    await amina.says("/export")
    logging.getLogger("bot").warning("A library may log an address: https://api.telegram.org/bot%s/getMe", TOKEN)

    told = lines.getvalue()
    assert "reference" in told, "the failures were logged"
    for secret in (TOKEN, start, start.removeprefix("join_"), MARK, "Amina", "Luc", "Kenora"):
        assert secret not in told, secret
    assert MARK in str((await project_of(house, amina)).to_data()), "it was said, and kept where it belongs"
