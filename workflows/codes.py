"""Short stable codes for long ids, so that every button's payload fits Telegram's 64 bytes.

A code is derived from the id alone (never from its position), so it stays the same from release to release. It knows no
Telegram.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable

LENGTH = 6


def code(name: str) -> str:
    """Six lower-case letters and digits that stand for `name`, for ever."""
    digest = hashlib.blake2s(name.encode(), digest_size=4).digest()
    return base64.b32encode(digest).decode().lower()[:LENGTH]


class Codes:
    """The two-way table of a closed set of ids. Ids outside it (record ids, page numbers) travel as they are."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names: dict[str, str] = {}
        self._codes: dict[str, str] = {}
        for name in names:
            short = self._codes[name] = code(name)
            known = self._names.setdefault(short, name)
            if known != name:
                raise ValueError(f"'{name}' and '{known}' have the same code '{code(name)}': rename the newer one.")

    def __contains__(self, name: str) -> bool:
        return name in self._codes

    def short(self, name: str) -> str:
        """`name` as a code, or `=name` when it is not in the table."""
        return self._codes.get(name) or f"={name}"

    def long(self, short: str) -> str | None:
        """The name that `short` wrote, or None when this release no longer knows it."""
        return short[1:] if short.startswith("=") else self._names.get(short)
