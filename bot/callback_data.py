"""Button payloads: a press as at most 64 ASCII bytes, and back. A payload is never trusted: a modified client
can send anything.

Format (version 1): `1.project.card.revision.verb.target.record.value`, the revision in base 36, target and
value as the codes of `workflows.codes`. It must not know what any verb or id means.
"""

from __future__ import annotations

import re
from typing import Final

from workflows.actions import Press
from workflows.codes import Codes

VERSION: Final = "1"
LONGEST: Final = 64  # bytes: Bot API, InlineKeyboardButton.callback_data

_WORD = r"[!-\-/-~]"  # printable ASCII without space and without the dot, which separates
_PAYLOAD = re.compile(
    rf"{VERSION}\.(?P<project>{_WORD}*)\.(?P<card>{_WORD}*)\.(?P<revision>[0-9a-z]{{1,10}})\.(?P<verb>{_WORD}+)"
    rf"\.(?P<target>{_WORD}*)\.(?P<record>{_WORD}*)\.(?P<value>[!-~]*)"
)
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def pack(press: Press, codes: Codes, project: str = "", card: str = "") -> str:
    """The payload of a button; `project` and `card` stand where the press names none.

    Raises ValueError when it cannot be told apart again or does not fit 64 bytes.
    """
    target, value = press.target and codes.short(press.target), press.value and codes.short(press.value)
    fields = (
        press.project or project,
        press.card or card,
        _base36(press.revision),
        press.verb,
        target,
        press.record,
        value,
    )
    data = f"{VERSION}.{'.'.join(fields)}"
    if len(data.encode()) > LONGEST:
        raise ValueError(f"The payload {data!r} is longer than {LONGEST} bytes.")
    found = _PAYLOAD.fullmatch(data)
    if found is None or found.groups() != fields:
        raise ValueError(f"The payload {data!r} does not read back as the press it was made from.")
    return data


def parse(data: str, codes: Codes) -> Press | None:
    """The press that `pack` wrote, or None for a payload of another release or of nobody."""
    found = _PAYLOAD.fullmatch(data)
    if found is None:
        return None
    target, value = (codes.long(found[name]) if found[name] else "" for name in ("target", "value"))
    if target is None or value is None:
        return None
    return Press(
        verb=found["verb"],
        target=target,
        record=found["record"],
        value=value,
        revision=int(found["revision"], 36),
        card=found["card"],
        project=found["project"],
    )


def _base36(number: int) -> str:
    if number < 0:
        raise ValueError(f"A revision is never negative: {number}.")
    digits = ""
    while number >= 36:
        number, last = divmod(number, 36)
        digits = _DIGITS[last] + digits
    return _DIGITS[number] + digits
