"""The notice that a partnership will be erased."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.support.walker import the_guide
from workflows.actions import Press
from workflows.languages import LANGUAGES
from workflows.phrases import Phrase

DAY = dt.date(2029, 4, 1)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["Kenora", ""])
def test_a_notice_names_the_partnership_and_the_day_and_its_button_opens_it(language: str, name: str) -> None:
    guide = the_guide()
    screen = guide.expiry_notice("k3n0ra27", name, DAY, last=False)
    told = " ".join(guide.book.text(words, language) for words in screen.body)
    assert guide.book.shown(DAY, language) in told
    assert (name or guide.book.text(Phrase("interface.projects.unnamed"), language)) in told
    (button,) = screen.buttons()
    assert button.press == Press("open_project", project="k3n0ra27")


def test_the_last_notice_is_told_from_the_first() -> None:
    first, last = (the_guide().expiry_notice("p", "Kenora", DAY, last) for last in (False, True))
    assert first.title != last.title
    assert first.body == last.body
