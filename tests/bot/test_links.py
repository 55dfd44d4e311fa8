"""How addresses are asked: politely, each once, and what each answer means. The web is a function here."""

from __future__ import annotations

from collections.abc import Callable

import httpx
import pytest

from bot.links import AGENT, AT_ONCE, REST, Reply, ask, client

Web = Callable[[httpx.Request], httpx.Response]


class Rests:
    """Pauses that end at once; how long each was asked to be is kept."""

    def __init__(self) -> None:
        self.seconds: list[float] = []

    async def __call__(self, seconds: float) -> None:
        self.seconds.append(seconds)


async def replied(web: Web, *urls: str, rests: Rests | None = None) -> dict[str, Reply]:
    async with client(httpx.MockTransport(web)) as asking:
        return await ask(urls, asking, rests or Rests())


async def one(web: Web, url: str = "https://a.example/page") -> Reply:
    return (await replied(web, url))[url]


async def test_a_page_that_answers_works_and_is_asked_by_head_alone() -> None:
    asked = []

    def web(request: httpx.Request) -> httpx.Response:
        asked.append((request.method, request.headers["user-agent"]))
        return httpx.Response(200)

    assert await one(web) == Reply("https://a.example/page", "works", 200)
    assert asked == [("HEAD", AGENT)]


@pytest.mark.parametrize("refusal", [403, 404, 405, 500, 501])
async def test_a_server_that_refuses_head_is_asked_again_with_get(refusal: int) -> None:
    rests = Rests()
    found = await replied(
        lambda request: httpx.Response(refusal if request.method == "HEAD" else 200), "https://a.example/p", rests=rests
    )
    assert found["https://a.example/p"].state == "works"
    assert rests.seconds == [REST]


@pytest.mark.parametrize(
    ("status", "state"), [(404, "gone"), (410, "gone"), (403, "no_answer"), (429, "no_answer"), (503, "no_answer")]
)
async def test_only_404_and_410_say_that_a_page_is_gone(status: int, state: str) -> None:
    reply = await one(lambda _: httpx.Response(status))
    assert (reply.state, reply.status) == (state, status)


@pytest.mark.parametrize(("status", "state"), [(301, "moved"), (308, "moved"), (302, "works"), (307, "works")])
async def test_a_page_has_moved_when_the_publisher_says_that_it_is_for_good(status: int, state: str) -> None:
    def web(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/page":
            return httpx.Response(status, headers={"Location": "https://b.example/new"})
        return httpx.Response(200)

    reply = await one(web)
    assert reply.state == state
    assert reply.to == ("https://b.example/new" if state == "moved" else "")


async def test_a_page_that_leads_to_the_front_page_is_told_as_such() -> None:
    def web(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/page":
            return httpx.Response(301, headers={"Location": "/"})
        return httpx.Response(200)

    assert (await one(web)).note == "front page"


async def test_a_page_that_moved_to_nowhere_is_gone() -> None:
    def web(request: httpx.Request) -> httpx.Response:
        return httpx.Response(301, headers={"Location": "/new"}) if request.url.path == "/page" else httpx.Response(404)

    assert (await one(web)).state == "gone"


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (httpx.ConnectTimeout, "time-out"),
        (httpx.ConnectError, "ConnectError: broken"),
        (httpx.RemoteProtocolError, "RemoteProtocolError: broken"),
    ],
)
async def test_silence_and_a_broken_line_are_no_answer(fault: type[httpx.TransportError], told: str) -> None:
    def web(request: httpx.Request) -> httpx.Response:
        raise fault("broken", request=request)

    reply = await one(web)
    assert (reply.state, reply.status, reply.note) == ("no_answer", None, told)


async def test_a_circle_of_redirections_and_an_address_that_is_none_end_too() -> None:
    circle = await one(lambda _: httpx.Response(301, headers={"Location": "https://a.example/page"}))
    assert circle.state == "no_answer"
    assert "TooManyRedirects" in circle.note
    assert (await one(lambda _: httpx.Response(200), "https://")).state == "no_answer"


async def test_one_host_is_asked_one_page_at_a_time_with_a_rest_and_each_page_once() -> None:
    rests = Rests()
    asked = []

    def web(request: httpx.Request) -> httpx.Response:
        asked.append(str(request.url))
        return httpx.Response(200)

    urls = [f"https://a.example/{number}" for number in range(3)]
    found = await replied(web, *urls, urls[0], rests=rests)
    assert asked == urls
    assert list(found) == urls
    assert rests.seconds == [REST, REST]


async def test_no_more_than_a_few_hosts_are_asked_at_the_same_time() -> None:
    import asyncio

    now, most = 0, 0

    async def web(request: httpx.Request) -> httpx.Response:
        nonlocal now, most
        now += 1
        most = max(most, now)
        for _ in range(20):
            await asyncio.sleep(0)  # lets every other host begin that may
        now -= 1
        return httpx.Response(200)

    async with client(httpx.MockTransport(web)) as asking:
        await ask([f"https://{number}.example/" for number in range(12)], asking, Rests())
    assert most == AT_ONCE
