"""WeChat and Telegram's webhook as two doors of one house: what they post, and when a rider has
heard.
"""

from __future__ import annotations

import asyncio
import secrets
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

import aiohttp
import orjson

from bench.api import BotApi
from bench.riders import WORDS
from bench.talk import location, said
from bench.wire import Params, Reply
from bot.channels.tencent.envelope import Envelope
from bot.channels.tencent.xml import build

APP_ID, ACCOUNT, TOKEN = "wx5823bf96d3bd56c7", "gh_7f083739789a", "benchoa"
KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG"
SECRET = "bench-webhook-secret"  # as in bench/gridbee.py
SUBMIT = "提交"
NOTHING = b"success"
GRANTED = orjson.dumps({"access_token": "x" * 512, "expires_in": 7200})
GOOD = orjson.dumps({"errcode": 0, "errmsg": "ok"})


def section(base: str) -> str:
    """The configuration of WeChat's door."""
    return (
        f'\n[wechat]\napp_id = "{APP_ID}"\nsecret = "none"\ntoken = "{TOKEN}"\n'
        f'aes_key = "{KEY}"\nbase_url = "{base}"\ndatum = "wgs84"\n'
    )


class AnyApi(BotApi):
    """The Bot API, and what WeChat answers to a house."""

    def call(self, method: str, params: Params, reply: Reply) -> None:
        if method == "stable_token":
            return reply(GRANTED)
        if method in ("create", "send"):
            self.counts[method] += 1
            return reply(GOOD)
        return super().call(method, params, reply)


@dataclass
class Wechat:
    port: int
    numbers: int = 0
    session: aiohttp.ClientSession | None = None
    envelope: Envelope = field(default_factory=lambda: Envelope(TOKEN, APP_ID, [KEY]))

    async def says(self, rider: int, step: int) -> None:
        """Until the callback is answered with words. Raises TimeoutError where it is not."""
        assert self.session is not None
        query, body = self._letter(f"o{rider}", self._content(rider, step))
        url = f"http://127.0.0.1:{self.port}/wechat?{query}"
        async with self.session.post(url, data=body) as answer:
            found = await answer.read()
        if answer.status != 200 or found == NOTHING:
            raise TimeoutError(f"{answer.status} without an answer")

    def _content(self, rider: int, step: int) -> dict[str, str]:
        if step == 1:
            place = location(rider, self.numbers)
            where = {"Location_X": f"{place['latitude']}"}
            return {
                "MsgType": "location",
                "Location_Y": f"{place['longitude']}",
            } | where
        return {"MsgType": "text", "Content": SUBMIT if step else WORDS}

    def _letter(self, openid: str, content: dict[str, str]) -> tuple[str, str]:
        self.numbers += 1
        now = int(time.time())
        head = {"ToUserName": ACCOUNT, "FromUserName": openid}
        numbers = {"CreateTime": now, "MsgId": 10**16 + self.numbers}
        inner = build({**head, **content, **numbers})
        encrypt = self.envelope.seal(inner.encode())
        when, nonce = str(now), str(secrets.randbelow(10**10))
        query = {
            "signature": self.envelope.signed(when, nonce),
            "timestamp": when,
            "nonce": nonce,
            "openid": openid,
            "encrypt_type": "aes",
            "msg_signature": self.envelope.signed(encrypt, when, nonce),
        }
        return urlencode(query), build({"ToUserName": ACCOUNT, "Encrypt": encrypt})


class Webhook:
    def __init__(self, port: int, api: AnyApi) -> None:
        self.port, self.api = port, api
        self.session: aiohttp.ClientSession | None = None
        self.waiting: dict[int, asyncio.Future[None]] = {}
        self.updates = 1000
        api.listener = self._heard

    async def says(self, rider: int, step: int) -> None:
        """Until something is said in the rider's chat."""
        assert self.session is not None
        self.updates += 1
        heard = self.waiting[rider] = asyncio.get_running_loop().create_future()
        message = said(self.api.next_message(), rider, self._content(rider, step))
        body = orjson.dumps({"update_id": self.updates, "message": message})
        url = f"http://127.0.0.1:{self.port}/telegram"
        async with self.session.post(url, data=body, headers=HEADERS) as answer:
            found = await answer.read()
        if b'"method"' in found:
            params = orjson.loads(found)
            self._heard(str(params["method"]).lower(), params, 0)
        await heard

    def _content(self, rider: int, step: int) -> dict[str, Any]:
        if step == 1:
            return {"location": location(rider, self.updates)}
        return {"text": SUBMIT if step else WORDS}

    def _heard(self, method: str, params: Params, message_id: int) -> None:
        heard = self.waiting.get(int(params.get("chat_id") or 0))
        if method.startswith("send") and heard is not None and not heard.done():
            heard.set_result(None)


KEPT = 2.0  # seconds; after five the server closes what is idle, and a word may be on its way then
HEADERS = {
    "Content-Type": "application/json",
    "X-Telegram-Bot-Api-Secret-Token": SECRET,
}


@dataclass
class Doors:
    wechat: Wechat
    webhook: Webhook

    async def open(self, patience: float = 20.0) -> None:
        """When the house answers at both."""
        connector = aiohttp.TCPConnector(limit=0, keepalive_timeout=KEPT)
        session = aiohttp.ClientSession(connector=connector)
        self.wechat.session = self.webhook.session = session
        for says in (self.wechat.says, self.webhook.says):
            await answered(says, patience)

    async def close(self) -> None:
        if self.wechat.session is not None:
            await self.wechat.session.close()


async def answered(
    says: Callable[[int, int], Awaitable[None]], patience: float
) -> None:
    """Somebody says something until there is an answer. Raises TimeoutError."""
    async with asyncio.timeout(patience):
        while True:
            try:
                async with asyncio.timeout(1):
                    await says(99_999, 0)
                    return
            except (aiohttp.ClientError, TimeoutError):
                await asyncio.sleep(0.1)
