"""PTB's BaseRequest over aiohttp. httpx under concurrency costs most of a send's time
(docs/adr/0003).
"""

from __future__ import annotations

import os
from functools import lru_cache
from typing import Any

import aiohttp
import orjson
from telegram._utils.defaultvalue import DefaultValue
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData
from yarl import URL

CONNECT_TIMEOUT = 10.0  # seconds
READ_TIMEOUT = 30.0
# PTB 22 warns at every 429 unless one agrees to its coming type of retry_after.
os.environ.setdefault("PTB_TIMEDELTA", "true")

JSON = {"Content-Type": "application/json"}


class NotDelivered(NetworkError):
    """The request never left: the connection was refused, so sending it again cannot make a
    duplicate.
    """


class AiohttpRequest(BaseRequest):
    """One keep-alive pool. Parameters go as JSON, files as multipart. The token never reaches a
    log.
    """

    def __init__(self, connections: int = 256) -> None:
        self._connections = connections
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        return READ_TIMEOUT

    async def initialize(self) -> None:
        if self._session is None:
            # No cookies, no automatic headers, one timeout object, each URL read once: less work
            # for each call.
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(
                    limit=self._connections, keepalive_timeout=60
                ),
                cookie_jar=aiohttp.DummyCookieJar(),
                skip_auto_headers=("User-Agent", "Accept", "Accept-Encoding"),
                timeout=_timeout(READ_TIMEOUT),
            )

    async def shutdown(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = None,
        write_timeout: Any = None,
        connect_timeout: Any = None,
        pool_timeout: Any = None,
    ) -> tuple[int, bytes]:
        """(HTTP status, body). Raises TimedOut, NotDelivered or NetworkError, none of which name
        the URL.
        """
        if self._session is None:
            await self.initialize()
        assert self._session is not None
        own: dict[str, Any] = {}
        if not (isinstance(read_timeout, DefaultValue) or read_timeout is None):
            own["timeout"] = _timeout(read_timeout)
        try:
            async with self._session.request(
                method, _url(url), **own, **_body(request_data)
            ) as response:
                return response.status, await response.read()
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            raise NotDelivered(type(error).__name__) from None
        except TimeoutError:
            raise TimedOut("no answer in time") from None
        except aiohttp.ClientError as error:
            raise NetworkError(type(error).__name__) from None

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        try:
            return orjson.loads(payload)  # type: ignore[no-any-return]  # the API answers with objects
        except orjson.JSONDecodeError as error:
            raise TelegramError("Invalid server response") from error


@lru_cache(maxsize=256)
def _url(url: str) -> URL:
    return URL(url, encoded=True)


def _timeout(seconds: float) -> aiohttp.ClientTimeout:
    return aiohttp.ClientTimeout(
        total=seconds + CONNECT_TIMEOUT, sock_connect=CONNECT_TIMEOUT
    )


def _body(data: RequestData | None) -> dict[str, Any]:
    if data is None:
        return {}
    if not data.contains_files:
        return {"data": orjson.dumps(data.parameters), "headers": JSON}
    form = aiohttp.FormData()
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, mime) in (data.multipart_data or {}).items():
        form.add_field(name, content, filename=filename, content_type=mime)
    return {"data": form}
