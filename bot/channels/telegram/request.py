"""Calls of the Bot API: JSON or files out, the result or PTB's error back (docs/adr/0020)."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

import orjson

from bot.channels.telegram.library import (
    NetworkError,
    TelegramError,
    TimedOut,
)
from bot.channels.telegram.loose import UNREADABLE
from bot.http.client import Client, Rest
from bot.http.errors import NoAnswer, NotSent, TooLate
from bot.http.multipart import Upload, form

CONNECT_TIMEOUT = 10.0  # seconds
READ_TIMEOUT = (
    15.0  # a connection that a router has forgotten is found out by this alone
)
FILE_TIMEOUT = 40.0
# PTB 22 warns at every 429 unless one agrees to its coming type of retry_after.
os.environ.setdefault("PTB_TIMEDELTA", "true")

# more than sends can be under way (bot/loops/slots.py), those that hang too
CONNECTIONS = 512

JSON = b"application/json"
READER = "bot.channels.telegram.refused"
"""Imported by who is refused something: most houses never are (docs/adr/0053)."""


class NotDelivered(NetworkError):
    """The request never left: the connection was refused, so sending it again cannot make a
    duplicate.
    """


class Calls:
    """Kept connections of its own. Its errors are PTB's and name neither address nor token."""

    def __init__(self, connections: int = CONNECTIONS) -> None:
        self._client = Client(connections)

    def prepare(self, url: str) -> None:
        """Raises ValueError for an address, or a proxy, to which nothing can be sent."""
        self._client.prepare(url)

    async def post(
        self,
        url: str,
        params: dict[str, Any],
        files: Mapping[str, Upload] | None = None,
        wait: float | None = None,
        read: Callable[[bytes], Any] | None = None,
    ) -> Any:
        """The `result`, as `read` finds it. `wait` is how long the answer may take, in seconds.

        Raises TimedOut, NotDelivered, or what Telegram said.
        """
        kind, start, rest = _body(params, files)
        usual = FILE_TIMEOUT if files else READ_TIMEOUT
        within = usual if wait is None else wait
        try:
            status, body = await self._client.post(
                url, kind, start, CONNECT_TIMEOUT, within, rest
            )
        except (NotSent, NoAnswer) as error:
            raise _told(error) from None
        if not 200 <= status < 300:
            await _refuse(status, body)
        return (read or result)(body)

    async def retrieve(self, url: str) -> bytes:
        """A file. Raises as `post` does."""
        try:
            status, body = await self._client.get(
                url,
                CONNECT_TIMEOUT,
                FILE_TIMEOUT,
            )
        except (NotSent, NoAnswer) as error:
            raise _told(error) from None
        if not 200 <= status < 300:
            await _refuse(status, body)
        return body

    def let_go(self) -> None:
        """Closes what stands idle."""
        self._client.let_go()

    async def shutdown(self) -> None:
        await self._client.close()


async def _refuse(status: int, body: bytes) -> None:
    """Raises the TelegramError that the answer is."""
    await import_module(READER).Refusal(status, body).read()


def result(body: bytes) -> Any:
    """Of an answer that says 200. Raises TelegramError where it says nothing that can be read."""
    try:
        return orjson.loads(body)["result"]
    except (orjson.JSONDecodeError, KeyError, TypeError):
        raise TelegramError(UNREADABLE) from None


def _told(error: NotSent | NoAnswer) -> TelegramError:
    if isinstance(error, NotSent):
        return NotDelivered(str(error))
    return (
        TimedOut(str(error)) if isinstance(error, TooLate) else NetworkError(str(error))
    )


def _body(
    params: dict[str, Any], files: Mapping[str, Upload] | None
) -> tuple[bytes, bytes, Rest]:
    """Its Content-Type, its beginning, and the large parts that follow."""
    if not files:
        return JSON, orjson.dumps(params), ()
    made = form(_texts(params), files)
    return made.kind, made.start, made.rest


def _texts(params: Mapping[str, Any]) -> dict[str, str]:
    """As fields of a form: texts as they are, all else as JSON."""
    return {
        name: value if isinstance(value, str) else orjson.dumps(value).decode()
        for name, value in params.items()
    }
