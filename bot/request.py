"""python-telegram-bot's way to the Bot API, over aiohttp: the library's own class searches its pool at each call.

One pool of connections; parameters as one JSON body, files as multipart. What a refusal means stays with the library.
It must not know the application.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Final
from urllib.request import getproxies, proxy_bypass

import aiohttp
import orjson
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData
from yarl import URL

from bot.unread import without_unread

CONNECT_WITHIN: Final = 10.0  # seconds, waiting for a free connection included
READ_WITHIN: Final = 20.0  # seconds between two pieces of an answer
UPLOAD_WITHIN: Final = 60.0  # seconds for a call that carries a file
KEPT_OPEN: Final = 55.0  # seconds that an idle connection is kept, less than Telegram keeps it
_EDIT: Final = "/editMessageText"
_DONE: Final = b'{"ok":true,"result":true}'  # as where Telegram does not repeat the message, which nobody reads
_JSON: Final = {"Content-Type": "application/json"}

Given = Any
"""A time limit as python-telegram-bot passes it: its own default, seconds, or None for no limit."""


class AiohttpRequest(BaseRequest):
    """A pool of `connections` to the Bot API; proxies come from the environment (`HTTPS_PROXY`, `NO_PROXY`).

    A call raises `TimedOut` when a limit passes and `NetworkError` when the network fails, as
    python-telegram-bot's own class does, and RuntimeError outside `initialize` and `shutdown`.
    """

    def __init__(self, connections: int) -> None:
        self._connections = connections
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        """Seconds between two pieces of an answer; a long poll adds its own waiting."""
        return READ_WITHIN

    async def initialize(self) -> None:
        """Open the pool; its connections open when they are needed."""
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=self._connections, keepalive_timeout=KEPT_OPEN),
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={"User-Agent": self.USER_AGENT},
            )

    async def shutdown(self) -> None:
        """Close every connection."""
        if self._session is not None:
            session, self._session = self._session, None
            await session.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Given = BaseRequest.DEFAULT_NONE,
        write_timeout: Given = BaseRequest.DEFAULT_NONE,
        connect_timeout: Given = BaseRequest.DEFAULT_NONE,
        pool_timeout: Given = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """One call: the status and the bytes of the answer."""
        if self._session is None:
            raise RuntimeError("This request is not initialized.")
        files = request_data is not None and request_data.contains_files
        reading = _or(read_timeout, READ_WITHIN)
        writing = _or(write_timeout, UPLOAD_WITHIN if files else READ_WITHIN)
        connecting = _or(connect_timeout, CONNECT_WITHIN)
        limits = _limits(reading, writing, connecting, _or(pool_timeout, CONNECT_WITHIN))
        target, proxy = _target(url)
        content, headers = _body(request_data)
        try:
            async with self._session.request(
                method, target, data=content, headers=headers, proxy=proxy, timeout=limits
            ) as answer:
                body = await answer.read()
                return answer.status, _DONE if answer.ok and url.endswith(_EDIT) else body
        except TimeoutError as late:  # every time limit of aiohttp is one
            raise TimedOut from late
        except (aiohttp.ClientError, OSError) as failed:
            raise NetworkError(f"{type(failed).__name__}: {failed}") from failed

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """The answer as data, its result as far as it is read. Raises TelegramError for what is no JSON."""
        try:
            found: dict[str, Any] = orjson.loads(payload)
        except orjson.JSONDecodeError:
            return BaseRequest.parse_json_payload(payload)  # which forgives broken UTF-8 and tells the rest
        return {**found, "result": without_unread(found["result"])} if "result" in found else found


def _or(given: Given, ours: float) -> float | None:
    limit: float | None = ours if given is BaseRequest.DEFAULT_NONE else given
    return limit


@lru_cache(maxsize=64)
def _limits(
    reading: float | None, writing: float | None, connecting: float | None, pooled: float | None
) -> aiohttp.ClientTimeout:
    each = (reading, writing, connecting, pooled)
    whole = None if None in each else sum(one for one in each if one is not None)
    return aiohttp.ClientTimeout(total=whole, connect=pooled, sock_connect=connecting, sock_read=reading)


@lru_cache(maxsize=64)
def _target(url: str) -> tuple[URL, str | None]:
    """The parsed address and the proxy on the way to it."""
    target = URL(url, encoded=True)
    direct = proxy_bypass(target.host or "")
    return target, None if direct else getproxies().get(target.scheme)


def _body(data: RequestData | None) -> tuple[bytes | aiohttp.FormData | None, dict[str, str] | None]:
    if data is None:
        return None, None
    if not data.contains_files:
        return orjson.dumps(data.parameters), _JSON
    form = aiohttp.FormData(quote_fields=False)  # Telegram reads names as they are
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, kind) in data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=kind)
    return form, None
