"""Who may do what: every verb of the engine by every role, and a reader who tries them all."""

from __future__ import annotations

import itertools

import pytest

from tests.support.walker import Walker
from workflows import engine
from workflows.actions import COMMANDS, Action, Command, Edit, Press, ReplyTo, Say
from workflows.roles import (
    CHANGING_COMMANDS,
    COORDINATING,
    COORDINATOR,
    EDITOR,
    LOOKING,
    READER,
    ROLES,
    WRITING_SCREENS,
    may,
    writes,
)

TABLES = (engine.WITHOUT_PROJECT, engine.ON_A_QUESTION, engine.ON_A_FIELD, engine.ELSEWHERE)
VERBS = sorted({verb for table in TABLES for verb in table} | {"recommended"})


def test_every_verb_that_the_rules_name_is_one_of_the_engine() -> None:
    assert set(VERBS) >= COORDINATING | LOOKING
    assert not COORDINATING & LOOKING
    assert set(COMMANDS.values()) >= CHANGING_COMMANDS


@pytest.mark.parametrize("verb", VERBS)
def test_a_coordinator_may_press_everything_and_an_editor_all_but_sharing(verb: str) -> None:
    assert may(COORDINATOR, Press(verb), "home")
    assert may(EDITOR, Press(verb, value="me"), "home") == (verb not in COORDINATING)
    assert may(READER, Press(verb), "home") == (verb in LOOKING)


@pytest.mark.parametrize(
    ("role", "action", "screen", "allowed"),
    [
        (EDITOR, Press("erase", value="project"), "forget", False),
        (EDITOR, Press("erase", value="later"), "forget", False),
        (READER, Press("erase", value="me"), "forget", True),
        (READER, Press("erase"), "forget", False),
        (READER, Say("a"), "home", True),
        (READER, Say("a", reply_to=ReplyTo("council.members")), "home", False),
        (READER, Say("a", reply_to=ReplyTo("council.members")), "naming", True),
        (READER, Say("a"), "label", False),
        (EDITOR, Say("a"), "label", False),
        (COORDINATOR, Say("a"), "label", True),
        (READER, Edit("a", 1), "home", False),
        (EDITOR, Edit("a", 1), "home", True),
        (READER, Command("export"), "home", False),
        (READER, Command("home"), "home", True),
        (EDITOR, Command("export"), "home", True),
    ],
)
def test_what_is_typed_is_weighed_by_where_one_stands(role: str, action: Action, screen: str, allowed: bool) -> None:
    assert may(role, action, screen) == allowed


@pytest.mark.parametrize("screen", sorted(WRITING_SCREENS))
def test_a_reader_answers_nowhere(screen: str) -> None:
    assert not may(READER, Say("a"), screen)


def test_a_role_of_another_release_is_a_readers() -> None:
    assert [role for role in (*ROLES, "member", "") if writes(role)] == [COORDINATOR, EDITOR]
    assert not may("member", Press("set"), "question")


def test_a_reader_who_presses_everything_changes_nothing() -> None:
    walker = Walker("fr")
    walker.open("profile.name_en")
    walker.say("Kenora")
    walker.listing("council.members")
    walker.say("Amina; Library; libraries")
    walker.role = READER
    assert walker.project is not None
    before, known = walker.project.to_data(), walker.guide.knowledge.definitions
    questions = {question.kind: question for question in known.everything()}.values()
    fields = {part.kind: part for part in known.everything() if part.parent}.values()
    targets = ["", known.steps[1].id, known.documents[0], "group.rules", "theme.data", next(iter(known._gaps))]
    targets += [one.path for one in (*questions, *fields, known.question("council.members"))]
    for verb, target in itertools.product(VERBS, targets):
        if verb in ("erase", "left", "new_project"):
            continue
        option = known.question(target).options[:1] if known.has(target) else ()
        for value in ("", *option, "coordinator"):
            walker.do(Press(verb, target, "r1", value))
            assert walker.project is not None
    for text in ("Hearst", "a; b; c", "12"):
        walker.say(text)
    walker.edit("Keewatin", 2)
    assert walker.project is not None
    assert walker.project.to_data() == before


def test_a_refusal_is_said_and_toasted() -> None:
    walker = Walker()
    walker.role = EDITOR
    outcome = walker.do(Press("invite"))
    assert "people.notices.not_for.editor" in walker.keys
    assert outcome.toast is not None
