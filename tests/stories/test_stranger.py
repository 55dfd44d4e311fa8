"""A stranger tries everything: every command and every payload with somebody else's partnership, here and in groups.

It goes through the work of an update directly, all tries of a test in one transaction, so that thousands take seconds.
"""

from __future__ import annotations

import datetime as dt
import itertools
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import select

from bot import callback_data, unit_of_work
from bot.incoming import Incoming
from bot.settings import sqlite_url
from bot.storage import SqlStore, open_store
from bot.storage.migrate import upgrade
from bot.storage.port import Person, Sent, Transaction
from bot.storage.sharing_port import Invitation
from bot.storage.tables import history, invitations, projects, seats
from bot.unit_of_work import Handled, Tools
from tests.bot.storage.samples import bare
from workflows import engine
from workflows.actions import COMMANDS, Action, Command, Edit, Import, Other, Press, ReplyTo, Say
from workflows.guide import Guide
from workflows.project import Answer, Project, Record
from workflows.roles import COORDINATOR, EDITOR, READER, ROLES
from workflows.showcase.sample import sampled

NOW = dt.datetime(2027, 4, 12, 15, 0, tzinfo=dt.UTC)
MARK = "Zyxwvutsr"
AMINA, LUC, MALLORY, ROSA = "1001", "1002", "6666", "7777"
THEIRS, OWN = "theirs01", "ownown01"
TABLES = (engine.WITHOUT_PROJECT, engine.ON_A_QUESTION, engine.ON_A_FIELD, engine.ELSEWHERE)
VERBS = sorted({verb for table in TABLES for verb in table} | {"recommended"})


class Doors:
    """A bot that somebody knocks at: each try is one update."""

    def __init__(self, guide: Guide, url: str) -> None:
        self.guide, self.url = guide, url
        self.store: SqlStore = open_store(url)
        self.tx: Transaction
        self.said: list[str] = []  # everything that was owed to anybody, as JSON
        self._numbers = itertools.count(1)

    def tries(self, person: str, action: Action, chat: int = 0, reply_to: int | None = None) -> Handled:
        """One person does one thing, in their private chat or in a group."""
        pressed = isinstance(action, Press) or (isinstance(action, Other) and action.kind == "old_button")
        incoming = Incoming(
            update_id=next(self._numbers),
            chat=chat or int(person),
            person=person,
            app_language="en",
            private=not chat,
            action=action,
            message=5 if pressed else None,
            callback_id="tap" if pressed else None,
            reply_to=reply_to,
        )
        tools = Tools(self.guide, NOW, lambda: f"new{next(self._numbers):05}", "guide_bot")
        handled = unit_of_work.take(self.tx, incoming, tools)
        self.tx.settle([Sent(owed.id, owed.chat, owed.person, 6, owed.kind == "card") for owed in handled.owed])
        self.said += [json.dumps(owed.payload) for owed in handled.owed]
        self.said.append(handled.toast or "")
        return handled

    @contextmanager
    def knocking(self) -> Iterator[None]:
        """What is tried inside the block is committed at its end."""
        with self.store.transaction() as tx:
            self.tx = tx
            yield

    def kept(self) -> list[str]:
        """Everything that the database holds about their project, and who has a seat in it."""
        tables = ((projects, projects.c.id), *((one, one.c.project) for one in (history, seats, invitations)))
        with bare(self.url) as connection:
            return [
                str(tuple(row))
                for table, key in tables
                for row in connection.execute(select(table).where(key == THEIRS))
            ]


@pytest.fixture
def doors(guide: Guide, tmp_path: Path) -> Iterator[Doors]:
    url = sqlite_url(tmp_path / "doors.db")
    upgrade(url)
    doors = Doors(guide, url)
    theirs = sampled(guide.knowledge, "en").project
    assert theirs is not None
    told = theirs.to_data()
    marked = Project.from_data({**told, "id": THEIRS})
    for answer in marked.answers.values():
        if isinstance(answer.value, str) and answer.wording:
            answer.value = MARK
    rows = [Record("r1", {"person": MARK, "organization": MARK})]
    marked.answers["council.members"] = Answer("given", rows)
    with doors.store.transaction() as tx:
        for person in (AMINA, LUC, MALLORY, ROSA):
            tx.save_person(Person(person, "en"))
        tx.create_project(marked, AMINA, COORDINATOR, NOW)
        tx.invite(Invitation("inv00001", THEIRS, "h" * 64, EDITOR, MARK, AMINA, NOW + dt.timedelta(days=7)))
        tx.create_project(Project(OWN, 2026, definitions=marked.definitions, state="profile"), ROSA, COORDINATOR, NOW)
    yield doors
    doors.store.dispose()


def targets(guide: Guide) -> list[str]:
    """Nothing, and one of each kind of thing that a button can name: all kinds of questions and of fields."""
    known = guide.knowledge
    questions = {(one.kind, bool(one.parent)): one.path for one in known.definitions.everything()}
    step = known.definitions.steps[1]
    others = [known.catalogue.resources[0].id, *(f"theme.{one}" for one in known.catalogue.themes[:1])]
    others += [
        f"term.{next(iter(known.glossary)).id}",
        next(gap.path for gap in step.gaps),
        known.library.indicators[0].id,
    ]
    return ["", step.id, known.definitions.documents[0], "group.rules", "council.members", *others, *questions.values()]


def payloads(guide: Guide) -> Iterator[Press]:
    """Every verb on every target with their project, as a forged payload reads."""
    for verb, target in itertools.product(VERBS, targets(guide)):
        option = (
            guide.knowledge.definitions.question(target).options[:1] if guide.knowledge.definitions.has(target) else ()
        )
        for value in dict.fromkeys(("", "project" if verb == "erase" else COORDINATOR, *option)):
            made = Press(verb, target, "r1" if verb != "revoke" else "inv00001", value, 1, "abcd", THEIRS)
            read = callback_data.parse(callback_data.pack(made, guide.codes), guide.codes)
            assert read == made
            yield made


def everything_typed() -> Iterator[Action]:
    for name in sorted(set(COMMANDS.values())):
        yield Command(name)
        for text in (THEIRS, "join_", f"join_{THEIRS}", "join_" + "h" * 64, MARK[:3]):
            yield Command(name, text)
    yield from (Say(text, 9) for text in (THEIRS, "h" * 64, "1"))
    yield Say("a", 9, reply_to=ReplyTo("council.members", "r1", "person"))
    yield Edit("a", 5)
    yield Import(3, b"{}")
    yield from (Other(kind) for kind in ("sticker", "photo", "voice", "file", "forwarded", "other", "old_button"))


@pytest.mark.parametrize("stranger", [MALLORY, ROSA], ids=["without a partnership", "with one of their own"])
def test_nothing_is_shown_and_nothing_is_changed_by_any_payload_in_private(doors: Doors, stranger: str) -> None:
    before, files = doors.kept(), []
    with doors.knocking():
        for press in payloads(doors.guide):
            files += [owed for owed in doors.tries(stranger, press).owed if owed.kind == "files"]
    assert doors.kept() == before
    assert not [text for text in doors.said if MARK in text or THEIRS in text]
    assert files == []
    with doors.store.transaction() as tx:
        own = tx.titles(ROSA)
    assert [title.id for title in own] == [OWN], "a press that is not theirs does nothing to their own either"


def test_nothing_by_any_command_text_or_file(doors: Doors) -> None:
    before = doors.kept()
    with doors.knocking():
        for action in everything_typed():
            doors.tries(MALLORY, action, reply_to=1)
    assert doors.kept() == before
    assert not [text for text in doors.said if MARK in text]


def test_in_a_group_every_press_is_only_answered_and_everything_else_points_to_the_private_chat(doors: Doors) -> None:
    before = doors.kept()
    with doors.knocking():
        for person, action in itertools.product((MALLORY, AMINA), (*payloads(doors.guide), *everything_typed())):
            handled = doors.tries(person, action, chat=-500)
            if isinstance(action, Press):
                assert handled.owed == ()
                assert handled.toast
            elif handled.screen is not None:
                assert handled.screen.id == "private_only"
    assert doors.kept() == before
    assert not [text for text in doors.said if MARK in text]


@pytest.mark.parametrize("role", ROLES)
def test_a_member_can_do_nothing_in_a_project_by_pressing_for_another(doors: Doors, role: str) -> None:
    with doors.store.transaction() as tx:
        tx.invite(Invitation("inv00002", OWN, "own", role, "", ROSA, NOW + dt.timedelta(days=7)))
        assert tx.redeem("own", MALLORY, NOW)
    before = doors.kept()
    acts = ("erase", "invite", "unlabelled", "member", "role", "remove", "revoke", "left", "export", "keep_project")
    with doors.knocking():
        for verb, value in itertools.product(acts, ("", "project", "later", COORDINATOR, READER)):
            doors.tries(MALLORY, Press(verb, "", "inv00001", value, 1, "abcd", THEIRS))
    assert doors.kept() == before
    with doors.store.transaction() as tx:
        assert {one.person: one.role for one in tx.seats(OWN)} == {ROSA: COORDINATOR, MALLORY: role}
        assert len(tx.titles(MALLORY)) == 1
