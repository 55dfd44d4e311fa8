"""Asks web addresses whether they still answer: HEAD first, then GET, one host at a time with a pause, and says what it
is. It knows no resource and prints nothing; how time passes and how the web answers are given from outside.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal
from urllib.parse import urlsplit

import httpx

from bot.pauses import Pause

AGENT: Final = "lip-guide-links/1 (address check)"
AT_ONCE: Final = 4  # hosts asked at the same time
REST: Final = 1.0  # seconds between two questions to one host
TIMEOUT: Final = httpx.Timeout(20.0, connect=10.0)
_GONE: Final = frozenset({404, 410})
_FOR_EVER: Final = frozenset({301, 308})

State = Literal["works", "moved", "gone", "no_answer"]
STATES: Final[tuple[State, ...]] = ("gone", "moved", "no_answer", "works")
"""In the order in which a person should look at them."""


@dataclass(frozen=True)
class Reply:
    """What one address answered: `status` is the last HTTP status (None without any), `to` where it has moved, and
    `note` what a person should know besides.
    """

    url: str
    state: State
    status: int | None = None
    to: str = ""
    note: str = ""


def client(transport: httpx.AsyncBaseTransport | None = None) -> httpx.AsyncClient:
    """The client that asks; a test gives a transport of its own."""
    agent = {"User-Agent": AGENT, "Accept": "text/html,application/pdf;q=0.9,*/*;q=0.5"}
    return httpx.AsyncClient(
        headers=agent, timeout=TIMEOUT, follow_redirects=True, max_redirects=8, transport=transport
    )


async def ask(urls: Iterable[str], web: httpx.AsyncClient, pause: Pause) -> dict[str, Reply]:
    """The reply of each address, asked once: those of one host in turn, at most AT_ONCE hosts at a time."""
    hosts: dict[str, list[str]] = {}
    for url in dict.fromkeys(urls):
        hosts.setdefault(urlsplit(url).netloc.lower(), []).append(url)
    turns = asyncio.Semaphore(AT_ONCE)

    async def one_host(listed: Sequence[str]) -> list[Reply]:
        async with turns:
            replies = []
            for number, url in enumerate(listed):
                if number:
                    await pause(REST)
                replies.append(await _reply(url, web, pause))
            return replies

    answered = await asyncio.gather(*map(one_host, hosts.values()))
    return {reply.url: reply for replies in answered for reply in replies}


async def _reply(url: str, web: httpx.AsyncClient, pause: Pause) -> Reply:
    try:
        response = await web.head(url)
        if response.status_code >= 400:  # many servers refuse HEAD, or answer it wrongly
            await pause(REST)
            async with web.stream("GET", url) as response:
                return _judged(url, response)
        return _judged(url, response)
    except httpx.TimeoutException:
        return Reply(url, "no_answer", note="time-out")
    except (httpx.HTTPError, httpx.InvalidURL, ValueError) as failed:
        return Reply(url, "no_answer", note=f"{type(failed).__name__}: {failed}".rstrip(": "))


def _judged(url: str, response: httpx.Response) -> Reply:
    status, end = response.status_code, str(response.url)
    if status in _GONE:
        return Reply(url, "gone", status)
    if status >= 400:
        return Reply(url, "no_answer", status, note=f"HTTP {status}")
    if end != url and any(step.status_code in _FOR_EVER for step in response.history):
        front = urlsplit(end).path in ("", "/") and urlsplit(url).path not in ("", "/")
        return Reply(url, "moved", status, end, "front page" if front else "")
    return Reply(url, "works", status)
