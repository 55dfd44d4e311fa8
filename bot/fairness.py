"""How much costly work one person may ask for: a bucket of tokens per person and kind, in memory, that fills with time.

It is there so that nobody can starve the others; a restart forgives everybody. It must not know what the work is.
"""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Rate:
    """At most `most` at once, and one more every `every` seconds."""

    most: int
    every: float


RATES: Final[Mapping[str, Rate]] = {
    "file": Rate(16, 15.0),  # drafts and exports
    "search": Rate(30, 2.0),
    "paste": Rate(20, 5.0),
    "import": Rate(3, 120.0),
}
TIDY_ABOVE: Final = 10_000  # buckets; full ones are forgotten then


class Allowances:
    """Counts for one process; safe to use from several threads."""

    def __init__(self, clock: Callable[[], dt.datetime], rates: Mapping[str, Rate] = RATES) -> None:
        self._clock = clock
        self._rates = rates
        self._lock = threading.Lock()
        self._buckets: dict[tuple[str, str], tuple[float, dt.datetime]] = {}

    def allows(self, person: str, kind: str) -> bool:
        """Whether the person may do one more thing of this kind now; it is counted if so. Raises KeyError for a kind
        without a rate.
        """
        rate, now = self._rates[kind], self._clock()
        with self._lock:
            left = self._left(rate, self._buckets.get((person, kind)), now)
            if left < 1:
                return False
            self._buckets[person, kind] = (left - 1, now)
            if len(self._buckets) > TIDY_ABOVE:
                self._tidy(now)
            return True

    def __len__(self) -> int:
        return len(self._buckets)

    @staticmethod
    def _left(rate: Rate, bucket: tuple[float, dt.datetime] | None, now: dt.datetime) -> float:
        if bucket is None:
            return rate.most
        passed = max(0.0, (now - bucket[1]).total_seconds())  # a clock that was set back takes nothing away
        return min(rate.most, bucket[0] + passed / rate.every)

    def _tidy(self, now: dt.datetime) -> None:
        self._buckets = {
            key: bucket
            for key, bucket in self._buckets.items()
            if self._left(self._rates[key[1]], bucket, now) < self._rates[key[1]].most
        }
