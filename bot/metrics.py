"""What the process counts about itself, for `GET /metrics`: how many and how long, never who or what.

Each application has a registry of its own; several web processes are asked one by one.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter
from typing import Final

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector, generate_latest

CONTENT_TYPE: Final = "text/plain; version=0.0.4; charset=utf-8"
TAKEN: Final = "taken"  # committed, or it asked for nothing
POSTPONED: Final = "postponed"  # the database was away: it comes again
FAILED: Final = "failed"  # given up for good, under a reference
OUTCOMES: Final = (TAKEN, POSTPONED, FAILED)

INTAKE: Final = "intake"  # from its turn to its commit, waiting for the worker thread included
TRANSACTION: Final = "transaction"  # in the worker thread, up to its commit
REPLY: Final = "reply"  # from the commit until Telegram took the reply, waiting and repeating included
FILE: Final = "file"  # building one, in its worker thread
STAGES: Final = (INTAKE, TRANSACTION, REPLY, FILE)
_SECONDS: Final = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 60.0)


class Metrics:
    """The counters of one application; safe to use from several threads."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        updates = Counter("lip_guide_updates", "Updates by outcome", ["outcome"], registry=self._registry)
        stages = Histogram(
            "lip_guide_stage_seconds", "Seconds per stage", ["stage"], buckets=_SECONDS, registry=self._registry
        )
        self._drafts = Counter("lip_guide_drafts_built", "Drafts built", ["format"], registry=self._registry)
        self._late = Gauge("lip_guide_reminders_late", "Reminders late", registry=self._registry)
        self._updates = {one: updates.labels(one) for one in OUTCOMES}
        self._stages = {one: stages.labels(one) for one in STAGES}
        ProcessCollector(registry=self._registry)

    def count(self, outcome: str) -> None:
        """One more update with this outcome, of `OUTCOMES`."""
        self._updates[outcome].inc()

    def draft_built(self, kind: str) -> None:
        """One more draft in this format."""
        self._drafts.labels(kind).inc()

    def late(self, reminders: int) -> None:
        """So many reminders are due and have not been done."""
        self._late.set(reminders)

    def took(self, stage: str, seconds: float) -> None:
        """One pass through a stage, of `STAGES`, took so many seconds."""
        self._stages[stage].observe(seconds)

    @contextmanager
    def timed(self, stage: str) -> Iterator[None]:
        """Time the block as a stage, whatever its end."""
        began = perf_counter()
        try:
            yield
        finally:
            self.took(stage, perf_counter() - began)

    def rendered(self) -> bytes:
        """Everything in the text format of Prometheus, `CONTENT_TYPE`."""
        return generate_latest(self._registry)
