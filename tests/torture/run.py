"""One torture: people talk, processes are killed at random points and started again, and the accounts are compared."""

from __future__ import annotations

import asyncio
import random
import time
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bot.storage import open_store
from tests.torture import bots
from tests.torture.bots import Process
from tests.torture.ledger import Compared, compare
from tests.torture.people import Clerk
from tests.torture.telegram import Telegram
from workflows.guide import Guide


@dataclass(frozen=True)
class Plan:
    """What to do: `workers` by webhook, or one by polling when it is 0."""

    database: str
    updates: int = 1000
    kills: int = 25
    people: int = 20
    workers: int = 0
    seed: int = 1


@dataclass(frozen=True)
class Report:
    """What came of it."""

    updates: int
    repeated: int
    kills: int
    compared: Compared
    stuck: int
    asked_again: int
    in_vain: list[str]
    refused: list[str]
    failures: list[str]
    stopped_within: float
    seconds: float

    @property
    def sound(self) -> bool:
        """Whether nothing was lost or doubled, and nobody left without a way on or waiting in vain."""
        found = self.compared
        wrong = found.lost or found.doubled or found.misplaced or self.in_vain or self.refused or self.failures
        return not (wrong or self.stuck)


async def torture(plan: Plan, guide: Guide, folder: Path) -> Report:
    """Carry out the plan; logs go to `folder`."""
    began = time.perf_counter()
    chance = random.Random(plan.seed)
    ports = tuple(bots.free_port() for _ in range(plan.workers))
    telegram = Telegram(chance, ports, lost=3)
    async with telegram.serving():
        variables = bots.environment(telegram.root, plan.database)
        await bots.run("migrate", variables=variables)
        webhooks = [{**variables, **bots.by_webhook(port)} for port in ports]
        processes = [
            Process(("run",), given, folder / f"bot{number}.log")
            for number, given in enumerate(webhooks or [variables], 1)
        ]
        clerks = [
            Clerk(telegram, guide, 1001 + number, "en" if number % 2 else "fr", plan.seed)
            for number in range(plan.people)
        ]
        shares = [plan.updates // plan.people + (number < plan.updates % plan.people) for number in range(plan.people)]
        async with bots.started(*processes):
            killing = asyncio.ensure_future(_kill(plan, chance, telegram, clerks, processes))
            await asyncio.gather(*(clerk.works(share) for clerk, share in zip(clerks, shares, strict=True)))
            kills = await killing
            sent = sum(clerk.sent for clerk in clerks)
            store = open_store(plan.database)
            try:
                compared = compare(store, {str(clerk.number): clerk.script for clerk in clerks})
            finally:
                store.dispose()
            pressed = await asyncio.gather(*(clerk.presses_first() for clerk in clerks))
            stopped = [await one.stop() for one in processes]
    return Report(
        updates=sent,
        repeated=sum(clerk.repeated for clerk in clerks) + max(0, telegram.deliveries - len(telegram.sent)),
        kills=kills,
        compared=compared,
        stuck=pressed.count(False),
        asked_again=sum(clerk.asked_again for clerk in clerks),
        in_vain=[line for clerk in clerks for line in clerk.waited_in_vain],
        refused=telegram.refused,
        failures=[line for one in processes for line in one.failures()],
        stopped_within=max(stopped),
        seconds=time.perf_counter() - began,
    )


async def _kill(
    plan: Plan, chance: random.Random, telegram: Telegram, clerks: list[Clerk], processes: list[Process]
) -> int:
    """Kill one process at each of so many points, at once or a moment later, and start it again; returns how often."""
    points = sorted(chance.sample(range(1, plan.updates), plan.kills))
    for point in points:
        await telegram.until(partial(_reached, clerks, point))
        await asyncio.sleep(chance.random() * chance.choice((0.05, 1.5)))
        victim = chance.choice(processes)
        await victim.kill()
        await victim.start()
    return len(points)


def _reached(clerks: list[Clerk], point: int) -> bool:
    return sum(clerk.sent for clerk in clerks) >= point
