"""Notices about a partnership: each has its words, and a button while there is something to open."""

from __future__ import annotations

import datetime as dt

import pytest

from bot.keyboards import Frame
from bot.presenter import present
from workflows.guide import Guide
from workflows.roles import EDITOR
from workflows.tidings import KINDS


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_notice_can_be_said_and_opens_what_is_still_there(guide: Guide, kind: str, language: str) -> None:
    screen = guide.tidings(kind, "p1", "Kenora", EDITOR, dt.date(2027, 4, 19))
    assert all("Kenora" in one.plain for one in present(screen, language, guide.book, guide.codes, Frame("p1")))
    opened = [button.press.verb for button in screen.buttons() if button.press]
    assert ("open_project" in opened) == (kind not in ("removed", "erased"))
    assert ("people" in opened) == (kind == "ending")
