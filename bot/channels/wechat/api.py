"""Calls of WeChat: JSON in and out under one access token, which is asked for anew in time."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any, TypeVar
from urllib.parse import quote, urlencode

import structlog

from bot.channels.tencent.calls import Calls, Refused, Uncertain, Unreached
from bot.channels.wechat.errors import MISTAKES, STALE_TOKEN, shape
from bot.channels.wechat.holds import Holds
from storage.database import Clock, utc_now

log = structlog.get_logger()

MARGIN = 300.0
"""Seconds before its end at which a token is asked for anew: WeChat gives the next one then, and
both count.
"""
LEAST_BETWEEN = 30.0  # seconds between two tokens that are asked for by force
Found = TypeVar("Found")


def _nobody(trouble: str) -> None:
    """Who hears what is wrong, where nobody is to be told."""


class Api:
    """`stable_token` gives whoever asks the same token as long as it lives: after a restart, and
    in a house that stands by, it need not be kept. One call asks for it at a time.

    Calls raise Refused, Uncertain or Unreached. What WeChat refuses for a while is refused here
    without asking; `found` hears of it.
    """

    def __init__(
        self,
        base_url: str,
        app_id: str,
        secret: str,
        clock: Clock = utc_now,
        found: Callable[[str], None] = _nobody,
    ) -> None:
        """Raises ValueError where nothing can be sent to this address."""
        self.holds = Holds(clock, found)
        self._url = base_url.rstrip("/")
        self._app_id = app_id
        self._secret = secret
        self._calls = Calls()
        self._calls.prepare(f"{self._url}/cgi-bin/stable_token")
        self._granted = ""
        self._until = 0.0
        self._forced_at = -LEAST_BETWEEN
        self._asking = asyncio.Lock()

    async def call(self, path: str, **body: Any) -> dict[str, Any]:
        """What the answer says. A token that is not good any more is asked for anew, once."""
        try:
            return await self._held(
                path,
                partial(
                    self._posted,
                    path,
                    body,
                ),
            )
        except Refused as refused:
            if refused.code in MISTAKES:
                said = {"errcode": refused.code, "shape": shape(body)}
                log.error(
                    "wechat.our_mistake",
                    call=path,
                    **said,
                )
            raise

    async def get(self, path: str, **query: str) -> bytes:
        """The bytes of a file. An error comes as JSON, with the same status. Asked in any case:
        whoever fetches waits longer each time.
        """
        named = "".join(f"&{name}={quote(value)}" for name, value in query.items())
        start = f"{self._url}/cgi-bin/{path}?access_token="
        return await self._with_token(
            lambda token: self.download(f"{start}{quote(token)}{named}")
        )

    async def _held(
        self,
        path: str,
        ask: Callable[[str], Awaitable[Found]],
    ) -> Found:
        self.holds.check(path)
        try:
            found = await self._with_token(ask)
        except Refused as refused:
            self.holds.refused(path, refused.code)
            raise
        self.holds.taken(path)
        return found

    async def _with_token(self, ask: Callable[[str], Awaitable[Found]]) -> Found:
        token = await self.token()
        try:
            return await ask(token)
        except Refused as refused:
            if refused.code not in STALE_TOKEN:
                raise
        return await ask(await self._anew(token))

    async def fetch(self, media_id: str) -> bytes:
        """Of a file, or where a film is, as JSON."""
        return await self.get("media/get", media_id=media_id)

    async def download(self, url: str) -> bytes:
        return await self._calls.download(url)

    async def openid(self, code: str) -> str:
        """Of whoever opened our page in WeChat's browser. A code counts once, for five minutes."""
        asked = {
            "appid": self._app_id,
            "secret": self._secret,
            "code": code,
            "grant_type": "authorization_code",
        }
        path = f"{self._url}/sns/oauth2/access_token"
        found = await self._calls.get(f"{path}?{urlencode(asked)}")
        openid = found.get("openid")
        if not isinstance(openid, str) or not openid:
            raise Uncertain
        return openid

    async def token(self) -> str:
        async with self._asking:
            if time.monotonic() >= self._until:
                await self._ask(force=False)
            return self._granted

    async def _anew(self, stale: str) -> str:
        """In place of one that WeChat does not take."""
        async with self._asking:
            waited = time.monotonic() - self._forced_at
            if self._granted == stale:
                await self._ask(force=waited >= LEAST_BETWEEN)
            return self._granted

    async def _ask(self, *, force: bool) -> None:
        if force:
            self._forced_at = time.monotonic()
        body = {
            "grant_type": "client_credential",
            "appid": self._app_id,
            "secret": self._secret,
            "force_refresh": force,
        }
        try:
            found = await self._calls.post(f"{self._url}/cgi-bin/stable_token", body)
        except Uncertain:
            raise Unreached from None  # nothing was asked with it yet
        token, lasts = found.get("access_token"), found.get("expires_in")
        if not isinstance(token, str) or not isinstance(lasts, int):
            raise Unreached
        self._granted = token
        self._until = time.monotonic() + max(lasts - MARGIN, LEAST_BETWEEN)

    async def _posted(self, path: str, body: Any, token: str) -> dict[str, Any]:
        url = f"{self._url}/cgi-bin/{path}?access_token={quote(token)}"
        return await self._calls.post(url, body)

    async def close(self) -> None:
        await self._calls.close()
