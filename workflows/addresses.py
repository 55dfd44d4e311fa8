"""What a web address is, for answers that hold one. It opens nothing and knows no project."""

from __future__ import annotations

import re

_WEB = re.compile(r"https?://(?:[\w-]+\.)+[\w-]{2,}(?::\d{1,5})?(?:[/?#][^\s<>\"\\^`{|}]*)?", re.IGNORECASE)


def is_web_address(text: str) -> bool:
    """True when `text` is one http or https address with a full host name and nothing else.

    A name or password before the host, a space, and signs that no address may hold (RFC 3986) make it none.
    """
    return _WEB.fullmatch(text) is not None
