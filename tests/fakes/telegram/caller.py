"""A bot reduced to its calls, and a picture: what the tests of the fake Telegram need."""

import io
from typing import Any

import aiohttp
import orjson
from PIL import Image

from tests.fakes.telegram.server import FakeTelegram

KEYS = {
    "inline_keyboard": [
        [
            {"text": "✅ Take it", "callback_data": "take:1"},
            {"text": "Map", "url": "https://a.b"},
        ]
    ]
}


def jpeg(width: int = 1000, height: int = 500) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height), "red").save(out, "JPEG")
    return out.getvalue()


class Caller:
    """A bot reduced to its calls: (status, body)."""

    def __init__(self, telegram: FakeTelegram, session: aiohttp.ClientSession) -> None:
        self.telegram, self.session = telegram, session

    async def full(self, method: str, **params: Any) -> tuple[int, Any]:
        async with self.session.post(
            f"{self.telegram.base_url}1:TEST/{method}", json=params
        ) as response:
            return response.status, orjson.loads(await response.read())

    async def __call__(self, method: str, **params: Any) -> Any:
        status, body = await self.full(method, **params)
        assert status == 200 and body["ok"], body
        return body["result"]

    async def error(self, method: str, **params: Any) -> str:
        status, body = await self.full(method, **params)
        assert not body["ok"] and body["error_code"] == status
        return str(body["description"])
