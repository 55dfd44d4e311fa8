"""What the work of an update needs from outside, as one value: the guide, the time, and where chance comes from."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Callable
from dataclasses import dataclass

from bot.guidance import Guide


def new_token() -> str:
    """The token of a link: 192 random bits as 32 letters, digits, hyphens and underscores."""
    return secrets.token_urlsafe(24)


@dataclass(frozen=True)
class Tools:
    """What the work needs from outside. `allows` counts one more costly thing of a kind for a person."""

    guide: Guide
    now: dt.datetime
    new_id: Callable[[], str]
    username: str
    new_token: Callable[[], str] = new_token
    allows: Callable[[str, str], bool] = lambda *_: True
