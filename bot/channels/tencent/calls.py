"""Calls of Tencent's servers: JSON or a file in and out, and what is wrong in one word."""

from __future__ import annotations

from typing import Any

import orjson

from bot.http.client import Client
from bot.http.connection import Answer
from bot.http.errors import NoAnswer, NotSent
from bot.http.multipart import Form

JSON = b"application/json; charset=utf-8"
CONNECT, ANSWER = 5.0, 10.0  # seconds
CONNECTIONS = 64
FOUND = 200


class Refused(Exception):
    """They said no. The text has the code and nothing of theirs or ours; `told` is theirs, and may
    name our address.
    """

    def __init__(self, code: int, told: str = "") -> None:
        super().__init__(f"errcode {code}")
        self.code = code
        self.told = told


class Uncertain(Exception):
    """Nobody knows whether the call arrived."""


class Unreached(Exception):
    """The call never left."""


class Calls:
    """Each raises Refused, Uncertain or Unreached. All errors come with status 200, as JSON."""

    def __init__(self) -> None:
        self._client = Client(CONNECTIONS)

    def prepare(self, url: str) -> None:
        """Raises ValueError for an address to which nothing can be sent."""
        self._client.prepare(url)

    async def post(self, url: str, body: Any) -> dict[str, Any]:
        """As raw UTF-8, which they want (40033)."""
        return await self._posted(url, JSON, orjson.dumps(body))

    async def upload(self, url: str, form: Form) -> dict[str, Any]:
        return await self._posted(url, form.kind, form.start, form.rest)

    async def get(self, url: str) -> dict[str, Any]:
        return checked(await self._got(url))

    async def download(self, url: str) -> bytes:
        """The bytes of a file."""
        body = await self._got(url)
        if body[:1] == b"{" and b'"errcode"' in body[:64]:
            checked(body)
        return body

    async def close(self) -> None:
        await self._client.close()

    async def _got(self, url: str) -> bytes:
        try:
            return _body(await self._client.get(url, CONNECT, ANSWER))
        except NotSent:
            raise Unreached from None
        except NoAnswer:
            raise Uncertain from None
        except ValueError:
            # no address: theirs, as ours was prepared
            raise Refused(0) from None

    async def _posted(
        self, url: str, kind: bytes, start: bytes, rest: tuple[bytes, ...] = ()
    ) -> dict[str, Any]:
        asked = self._client.post(url, kind, start, CONNECT, ANSWER, rest)
        try:
            return checked(_body(await asked))
        except NotSent:
            raise Unreached from None
        except NoAnswer:
            raise Uncertain from None


def _body(answer: Answer) -> bytes:
    status, body = answer
    if status != FOUND:
        raise Refused(status) if 400 <= status < 500 else Uncertain
    return body


def checked(answer: bytes) -> dict[str, Any]:
    """What an answer says. Raises Refused, or Uncertain where it says nothing."""
    try:
        found = orjson.loads(answer)
        code = int(found.get("errcode", 0))
    except (AttributeError, TypeError, ValueError):
        raise Uncertain from None
    if code:
        raise Refused(code, str(found.get("errmsg", "")))
    return dict(found)
