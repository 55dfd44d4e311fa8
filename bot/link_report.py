"""What `lip-guide links` prints: the replies by state, what is gone first, each with its place and what to do. It asks
nothing itself.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass

from bot.links import STATES, Reply

TITLES = {
    "gone": "Gone: the page is no longer there",
    "moved": "Moved: the publisher leads elsewhere for good",
    "no_answer": "No answer: nothing can be said yet",
    "works": "Works",
}
MENDS = {
    "gone": "Look for the page at its publisher. Write the new address as successor_url, or take this one out: "
    "the resource is then shown with its title and publisher.",
    "moved": "Open the new address. If it is the same page, write it in place of the old one.",
    "no_answer": "Open it by hand. If it works there, leave it; if not, ask again in a few days before changing it.",
}
FRONT_PAGE = "leads to the front page only, so the page itself is probably gone"


@dataclass(frozen=True)
class Asked:
    """One address of the catalogue: where it is written (`file:line`), for which resource, and in which way."""

    place: str
    resource: str
    way: str
    url: str


def told(asked: Iterable[Asked], replies: Mapping[str, Reply]) -> Iterator[str]:
    """The report, line by line."""
    listed = list(asked)
    for state in STATES:
        found = [(one, replies[one.url]) for one in listed if replies[one.url].state == state]
        if not found:
            continue
        yield f"{TITLES[state]} ({len(found)})"
        if state == "works":
            continue
        yield f"  {MENDS[state]}"
        for one, reply in found:
            yield f"  {one.place}: {one.resource}: {one.way}: {one.url}"
            detail = f"now at {reply.to}" if reply.to else reply.note or f"HTTP {reply.status}"
            yield f"    {detail}{f' ({FRONT_PAGE})' if reply.note == 'front page' else ''}"
        yield ""


def as_json(asked: Iterable[Asked], replies: Mapping[str, Reply]) -> str:
    """The same as a JSON list of {resource, way, url, place, state, status, to, note}."""
    rows = [{**asdict(one), **asdict(replies[one.url])} for one in asked]
    return json.dumps(rows, ensure_ascii=False, indent=1)


def exit_code(replies: Sequence[Reply]) -> int:
    """1 when something is gone, else 0: an address that moved still leads there, and silence may pass."""
    return int(any(reply.state == "gone" for reply in replies))
