"""What a served process asks of the allocator and of the collector."""

from __future__ import annotations

import gc
import platform
from collections.abc import Iterator

import pytest

from bot.memory import COLLECT_AFTER, keep_loaded, one_heap


@pytest.fixture
def collector() -> Iterator[None]:
    """The collector as it was before, afterwards."""
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)
    gc.unfreeze()


def test_glibc_takes_the_wish_for_one_heap() -> None:
    assert one_heap() is (platform.libc_ver()[0] == "glibc")


@pytest.mark.usefixtures("collector")
def test_what_is_loaded_is_not_looked_at_again() -> None:
    gc.unfreeze()
    keep_loaded()
    assert gc.get_freeze_count() > 0
    assert gc.get_threshold()[0] == COLLECT_AFTER
