"""The walk: several people in both languages and a group, one step after the other, and what it shows."""

from __future__ import annotations

import asyncio
import ctypes
import datetime as dt
import gc
import logging
import random
import time
from collections import Counter, deque
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import psutil

from bot.telegram_chats import NOT_MODIFIED, Json
from bot.telegram_in_memory import BotApi
from tests.soak.moves import Wanderer
from tests.stories.gathering import sends_file
from tests.support.house import House
from tests.support.person import Person
from tests.support.personas import load_persona
from tests.support.walker import ENTRANCES
from workflows.documents.pdf import compiled
from workflows.guide import Guide
from workflows.languages import LANGUAGES
from workflows.project import Record
from workflows.turn import SIDE_SCREENS

STEP: Final = 3.0  # seconds that pass from step to step
WITHIN: Final = 20.0  # seconds of real time in which a step ends
COMPILATIONS: Final = 12  # after so many Typst has let go of what it kept
ACTIONS: Final = 126  # of the largest plan
KEPT: Final = 60  # messages that stay in each chat, so that only the bot's own memory may grow


class Watched(BotApi):
    """The Bot API in memory; it notes what it refused, except what repeating brings by its nature."""

    def __init__(self, clock: Any) -> None:
        super().__init__(clock)
        self.refused: list[str] = []
        self.spoken: Counter[int] = Counter()

    async def _answer(self, name: str, given: Json) -> tuple[int, bytes]:
        status, body = await super()._answer(name, given)
        if name in ("sendMessage", "editMessageText"):
            self.spoken[int(given["chat_id"])] += 1
        if status == 400 and NOT_MODIFIED not in body.decode():
            self.refused.append(f"{name}: {body.decode()}")
        return status, body


class Errors(logging.Handler):
    """Keeps what was logged as an error."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the line."""
        self.lines.append(record.getMessage())


@dataclass
class Seen:
    """What the walk showed."""

    steps: int = 0
    homes: int = 0
    drafts: int = 0
    seconds: float = 0.0
    dead_ends: list[str] = field(default_factory=list)
    unanswered: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    memory: list[tuple[int, float]] = field(default_factory=list)  # step, megabytes resident
    screens: set[str] = field(default_factory=set)

    @property
    def slope(self) -> float:
        """Megabytes per 1,000 steps over the second half, by least squares."""
        late = self.memory[len(self.memory) // 2 :]
        if len(late) < 2:
            return 0.0
        mean_step, mean = (sum(one[part] for one in late) / len(late) for part in (0, 1))
        above = sum((step - mean_step) * (size - mean) for step, size in late)
        return 1000 * above / sum((step - mean_step) ** 2 for step, _ in late)


async def walk(steps: int, seed: int, guide: Guide, folder: Path) -> Seen:
    """Walk so many steps."""
    chance, old, seen, began = random.Random(seed), deque[str](maxlen=2000), Seen(), time.perf_counter()
    errors = Errors()
    logging.getLogger().addHandler(errors)
    house = House(guide, folder)
    house.api = watched = Watched(house.glass.clock)
    process = psutil.Process()
    async with house:
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(lambda _, told: errors.lines.append(str(told.get("exception") or told["message"])))
        wanderers = await _people(house, chance, old)
        await _warmed(house, guide)
        for step in range(1, steps + 1):
            wanderer = chance.choice(wanderers)
            before = watched.spoken[wanderer.person.chat]
            try:
                async with asyncio.timeout(WITHIN):
                    due = await wanderer.acts()
                    if due and wanderer.person.chat > 0 and watched.spoken[wanderer.person.chat] == before:
                        seen.unanswered.append(_where(step, wanderer))
                    if step % 5 == 0 and wanderer.person.chat > 0:
                        await _finds_home(step, wanderer, seen)
            except TimeoutError:
                seen.dead_ends.append(f"no end: {_where(step, wanderer)}")
            house.glass.turn(STEP)
            seen.screens.update(screen.id for _, screen, _ in house.screens[-3:])
            if step % 50 == 0:
                seen.drafts += _tidied(house)
            if step % max(steps // 40, 1) == 0:
                seen.memory.append((step, _resident(process)))
        seen.steps = steps
    logging.getLogger().removeHandler(errors)
    seen.refused, seen.errors, seen.seconds = watched.refused, errors.lines, time.perf_counter() - began
    return seen


async def _people(house: House, chance: random.Random, old: deque[str]) -> list[Wanderer]:
    people = [Person(house, "P", language_code="en" if number % 2 else "fr") for number in range(6)]
    people += [Person(house, "G", language_code=language, chat=-100) for language in ("en", "fr")]
    for person in people:
        await person.starts()
    for person in people[:6]:
        await person.taps(press=("language", "", person.account["language_code"]))
        await person.says("Kenora")
    return [Wanderer(person, chance, old) for person in people]


async def _warmed(house: House, guide: Guide) -> None:
    """Every document of a partnership larger than any of the walk, by somebody who then has it all erased.

    What loads with the first document of a kind is loaded before memory is read; so is every face that Typst opens for
    a letter that only the last one has. What Typst keeps for good follows its largest documents.
    """
    person = Person(house, "W")
    await person.starts()
    await person.taps(press=("language", "", "en"))
    await sends_file(person, "large.json", _large(guide))
    for language in LANGUAGES:
        await person.says("/draft")
        await person.taps(press=("draft", "all", language))
    await person.says("/export")
    await person.says("/forget")
    await person.taps(press=("erase", "", "me"))


def _large(guide: Guide) -> bytes:
    project = load_persona("regional_centre", guide.knowledge.definitions)
    project.answers["profile.name_en"].value += " 議会"
    rows = project.records("action_plan.actions")
    rows[:] = [Record(f"r{1000 + n}", dict(rows[n % len(rows)].values)) for n in range(ACTIONS)]
    return guide.export(project, dt.date(2026, 11, 23)).data


async def _finds_home(step: int, wanderer: Wanderer, seen: Seen) -> None:
    """From wherever one stands; where nothing is open yet, an entrance is home."""
    at = wanderer.person.screen.id
    if await wanderer.goes_home():
        seen.homes += 1
    elif wanderer.person.screen.id not in ENTRANCES | SIDE_SCREENS:
        seen.dead_ends.append(f"from {at}: {_where(step, wanderer)}")


def _where(step: int, wanderer: Wanderer) -> str:
    return f"step {step}, person {wanderer.person.number}, {wanderer.person.screen.id}"


def _resident(process: psutil.Process) -> float:
    """Megabytes that the process needs: what Typst keeps of its last compilations and what the allocator could give
    back are let go first.
    """
    for _ in range(COMPILATIONS):
        compiled("", "pdf")
    gc.collect()
    with suppress(AttributeError):  # only glibc has it
        ctypes.CDLL(None).malloc_trim(0)
    return float(process.memory_info().rss) / 1e6


def _tidied(house: House) -> int:
    """Forget what only the tests keep: old messages, old screens, the bytes of what Telegram holds by an id; returns
    how many files there were.
    """
    chats = house.api.chats
    files = sum(one.document is not None for one in chats.shown)
    last = {one.chat: one for one in chats.shown if one.document is None}
    chats.shown[:] = last.values()
    chats.uploads.update({held: (name, b"") for held, (name, _) in chats.uploads.items()})
    for messages in chats.messages.values():
        for old in sorted(messages)[:-KEPT]:
            del messages[old]
        for shown in messages.values():
            if shown.document is not None:
                shown.document = (shown.document[0], b"")
    house.screens[:] = {chat: (chat, screen, language) for chat, screen, language in house.screens}.values()
    house.glass.asked.clear()
    chats.toasts.clear()
    return files
