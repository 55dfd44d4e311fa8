"""Commands and their French aliases."""

from __future__ import annotations

import re

import pytest

from tests.support.walker import Walker
from workflows import verbs
from workflows.actions import COMMANDS, LISTED_COMMANDS, Command, Press


@pytest.mark.parametrize("typed", sorted(COMMANDS))
def test_every_command_is_one_that_telegram_accepts_and_the_engine_understands(typed: str, walker: Walker) -> None:
    assert re.fullmatch(r"[a-z]{1,32}", typed)
    assert COMMANDS[typed] in verbs.COMMANDS
    assert walker.do(Command(COMMANDS[typed])).screen.body


def test_every_command_of_the_engine_can_be_typed() -> None:
    assert set(verbs.COMMANDS) == set(COMMANDS.values())


def test_both_menus_list_the_same_commands_in_the_same_order_and_each_in_its_language() -> None:
    assert [COMMANDS[name] for name in LISTED_COMMANDS["en"]] == [COMMANDS[name] for name in LISTED_COMMANDS["fr"]]
    assert not set(LISTED_COMMANDS["en"]) & set(LISTED_COMMANDS["fr"])
    assert set(COMMANDS.values()) - {COMMANDS[name] for name in LISTED_COMMANDS["en"]} == {"start"}


def test_two_presses_that_mean_the_same_are_equal() -> None:
    assert Press("set", "profile.lead", value="other") == Press("set", "profile.lead", "", "other")
