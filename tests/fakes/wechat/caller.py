"""A bot reduced to its calls: what the tests of the fake WeChat need."""

from __future__ import annotations

import io
import json
from typing import Any

import aiohttp

from tests.fakes.wechat.errors import Json
from tests.fakes.wechat.server import APP_ID, SECRET, FakeWeChat

CREDENTIAL: Json = {
    "grant_type": "client_credential",
    "appid": APP_ID,
    "secret": SECRET,
}


class WeChatCaller:
    """Calls by path with the token of now; raw UTF-8 as WeChat wants it."""

    def __init__(self, wechat: FakeWeChat, session: aiohttp.ClientSession) -> None:
        self.wechat, self.session = wechat, session
        self.token = ""

    async def signs_in(self, **more: Any) -> Json:
        """stable_token; the token is kept."""
        told = await self.posts("stable_token", CREDENTIAL | more)
        self.token = told.get("access_token", self.token)
        return told

    async def posts(self, path: str, wish: Json | bytes) -> Json:
        data = wish
        if isinstance(wish, dict):
            data = json.dumps(wish, ensure_ascii=False).encode()
        async with self._asks("POST", path, data=data) as response:
            return _read(response, await response.read())

    async def gets(self, path: str, **query: str) -> Json:
        async with self._asks("GET", path, **query) as response:
            return _read(response, await response.read())

    async def file(self, media_id: str) -> tuple[str, bytes]:
        """Content type and bytes."""
        asked = self._asks("GET", "media/get", media_id=media_id)
        async with asked as response:
            return response.content_type, await response.read()

    async def uploads(self, kind: str, data: bytes, name: str | None = "a.jpg") -> Json:
        """Without a name the field is there, but no file."""
        form = aiohttp.FormData(default_to_multipart=True)
        if name is None:
            form.add_field("media", "no file")
        else:
            form.add_field("media", io.BytesIO(data), filename=name)
        asked = self._asks("POST", "media/upload", data=form, type=kind)
        async with asked as response:
            return _read(response, await response.read())

    async def says(self, openid: str, text: str) -> int:
        """A customer message of text; the errcode."""
        wish = {"touser": openid, "msgtype": "text", "text": {"content": text}}
        return int((await self.posts("message/custom/send", wish))["errcode"])

    def _asks(self, verb: str, path: str, *, data: Any = None, **query: str) -> Any:
        url = f"{self.wechat.url}/{path if path.startswith('sns/') else f'cgi-bin/{path}'}"
        if self.token:
            query["access_token"] = self.token
        return self.session.request(verb, url, data=data, params=query)


def _read(response: aiohttp.ClientResponse, body: bytes) -> Json:
    assert response.status == 200, response.status
    return dict(json.loads(body))
