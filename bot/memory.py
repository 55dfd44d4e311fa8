"""The memory of a served process: one heap for all its threads, and no second look at what stays loaded.

It knows nothing of the bot. The figures are in docs/reliability.md and docs/decisions/0032.
"""

from __future__ import annotations

import ctypes
import gc
from typing import Final

COLLECT_AFTER: Final = 5_000  # objects made and not yet let go, for an update makes some thousand
_ARENA_MAX: Final = -8  # glibc's mallopt(3)


def one_heap() -> bool:
    """Let all threads of the process share one heap, and tell whether the allocator does; call it before they start.

    With one each, as glibc has it, what drafts leave behind adds up thread by thread. Others decide for themselves.
    """
    try:
        return bool(ctypes.CDLL(None).mallopt(_ARENA_MAX, 1))
    except (AttributeError, OSError, TypeError):
        return False


def keep_loaded() -> None:
    """Words, definitions and templates stay for as long as the process: the collector need not look at them again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(COLLECT_AFTER, 10, 10)
