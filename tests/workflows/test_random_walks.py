"""Anybody, anything: walks of buttons, old buttons, hostile texts, edits and replies, always with the way home."""

from __future__ import annotations

import random

import pytest

from tests.support.nonsense import HOSTILE
from tests.support.walker import ENTRANCES, Walker
from workflows.actions import COMMANDS, Command, Other, ReplyTo, Say
from workflows.importing import imported
from workflows.turn import SIDE_SCREENS

KINDS_OF_OTHER = ("sticker", "photo", "voice", "file", "forwarded", "unknown_command", "old_button", "other")


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("seed", [1, 2])
def test_anybody_pressing_and_typing_anything_always_finds_the_way_home(language: str, seed: int) -> None:
    chosen = random.Random(f"{language}{seed}")
    walker = Walker(language)
    for number in range(400):
        _any_action(walker, chosen)
        if number % 5 == 0:
            _find_home(walker)
        if number % 200 == 199 and walker.project is not None:
            _draft_everything(walker)
            _take_along(walker)


def _any_action(walker: Walker, chosen: random.Random) -> None:
    lot = chosen.random()
    calm = [press for press in walker.presses() if press.verb != "erase" or chosen.random() < 0.05]
    if lot < 0.62 and calm:
        walker.do(chosen.choice(calm))
    elif lot < 0.68 and walker.language:
        old = chosen.choice(walker.old[-400:])
        if old.verb not in ("erase", "open_project"):
            walker.do(old)
    elif lot < 0.92:
        walker.say(chosen.choice(HOSTILE), late=chosen.random() < 0.1)
    elif lot < 0.94:
        walker.edit(chosen.choice(HOSTILE), max(1, walker.message - chosen.randrange(6)))
    elif lot < 0.96:
        walker.message += 1
        paths = [question.path for question in walker.guide.knowledge.definitions.everything() if not question.parent]
        walker.do(Say(chosen.choice(HOSTILE), walker.message, reply_to=ReplyTo(chosen.choice(paths))))
    elif lot < 0.98:
        walker.do(Command(chosen.choice(sorted(set(COMMANDS.values())))))
    else:
        walker.do(Other(chosen.choice(KINDS_OF_OTHER)))


def _draft_everything(walker: Walker) -> None:
    """Whatever was said, every document can be built in both languages."""
    assert walker.project is not None
    for document in walker.guide.knowledge.definitions.documents:
        for language in ("en", "fr"):
            assert walker.guide.draft(walker.project, document, language, "md", walker.now.date()).data


def _take_along(walker: Walker) -> None:
    """Whatever was said, what is exported can be brought back."""
    project, past = walker.project, walker.past(0)
    assert project is not None
    data = walker.guide.export(project, walker.now.date(), past).data
    brought, told = imported(walker.guide.knowledge, data, "new00001", "7", walker.now)
    assert brought.answers.keys() == project.answers.keys()
    assert [brought.versions, list(told.kept)] == [project.versions, list(past.kept)]


def _find_home(walker: Walker) -> None:
    """Home is at most two presses away, from wherever one stands, unless nothing is open yet."""
    if walker.project is None:
        assert walker.screen.id in ENTRANCES | SIDE_SCREENS
        return
    spot, project, language = walker.spot, walker.project, walker.language
    if walker.screen.id != "home":
        home = [press for press in walker.presses() if press.verb in ("home", "back")]
        assert home, f"no way home from {walker.screen.id}"
        walker.do(next((press for press in home if press.verb == "home"), home[0]))
        if walker.screen.id != "home":
            walker.tap("home")
        assert walker.screen.id == "home"
    walker.spot, walker.project, walker.language = spot, project, language
    walker.outcome = walker.guide.show(project, walker.visit())
