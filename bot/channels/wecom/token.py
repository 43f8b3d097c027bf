"""The one access token of an app: held here, asked for by one call at a time."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import TypeVar
from urllib.parse import quote

from bot.channels.tencent.calls import Calls, Refused, Uncertain, Unreached
from bot.channels.wecom.errors import CREDENTIAL, STALE_TOKEN, WHOLE

LEAST_BETWEEN = 30.0
"""Seconds between two questions for a token: who asks on and on is locked out (91039)."""
Found = TypeVar("Found")


def unheard(trouble: str) -> None:
    """Who hears what is wrong, where nobody is to be told."""


class Token:
    """WeCom gives the same one for 7200 seconds to whoever asks: after a restart too, so it need
    not be kept. It may end before: then a call is refused, and repeated once with the next.
    """

    def __init__(
        self,
        calls: Calls,
        base_url: str,
        corp_id: str,
        secret: str,
        found: Callable[[str], None],
    ) -> None:
        self._found = found
        self._calls = calls
        who = f"corpid={quote(corp_id)}&corpsecret={quote(secret)}"
        self._url = f"{base_url}/cgi-bin/gettoken?{who}"
        self._granted = ""
        self._until = 0.0
        self._asked_at = -LEAST_BETWEEN
        self._asking = asyncio.Lock()

    async def used(self, ask: Callable[[str], Awaitable[Found]]) -> Found:
        """What is answered to a call with the token. Raises Refused, Uncertain or Unreached."""
        try:
            found = await self._used(ask)
        except Refused as refused:
            if refused.code in WHOLE:
                self._found(WHOLE[refused.code])
            raise
        self._found("")
        return found

    async def _used(self, ask: Callable[[str], Awaitable[Found]]) -> Found:
        token = await self.get()
        try:
            return await ask(token)
        except Refused as refused:
            if refused.code not in STALE_TOKEN | {CREDENTIAL}:
                raise
        return await ask(await self._anew(token))

    async def get(self) -> str:
        async with self._asking:
            if time.monotonic() >= self._until:
                await self._ask()
            return self._granted

    async def _anew(self, stale: str) -> str:
        """In place of one that is not taken; the same where that was asked for just now."""
        async with self._asking:
            waited = time.monotonic() - self._asked_at
            if self._granted == stale and waited >= LEAST_BETWEEN:
                await self._ask()
            return self._granted

    async def _ask(self) -> None:
        try:
            found = await self._calls.get(self._url)
        except Uncertain:
            raise Unreached from None  # nothing was asked with it yet
        token, lasts = found.get("access_token"), found.get("expires_in")
        if not isinstance(token, str) or not isinstance(lasts, int):
            raise Unreached
        self._granted = token
        self._asked_at = time.monotonic()
        self._until = self._asked_at + max(lasts, LEAST_BETWEEN)
