"""A bot reduced to its calls and its answers: what the tests of the fake WeCom need. It reads
callbacks by wechatpy, which knows nothing of the fake.
"""

from __future__ import annotations

import asyncio
import io
import json
from collections.abc import Callable
from typing import Any

import aiohttp
from aiohttp import web
from wechatpy.exceptions import WeChatException
from wechatpy.work.crypto import WeChatCrypto

from tests.fakes.wecom.errors import Json
from tests.fakes.wecom.server import AGENT_ID, CORP_ID, KEY, SECRET, TOKEN, FakeWeCom
from tests.fakes.wecom.xml import read, written

Answer = Callable[[Json], Json | None]
BUTTONS = (("接单", "c:7:accept"), ("退回", "c:7:back"))


def card(task_id: str = "case-7-1", **more: Any) -> Json:
    buttons = [{"text": text, "style": 1, "key": key} for text, key in BUTTONS]
    return {
        "card_type": "button_interaction",
        "task_id": task_id,
        "main_title": {"title": "🔴 YH26-0007 · 井盖松动", "desc": "今天 11:00 前接单"},
        "sub_title_text": "和平里三号门的井盖松了",
        "button_list": buttons,
    } | more


class Caller:
    """Calls with the token of now."""

    def __init__(self, wecom: FakeWeCom, session: aiohttp.ClientSession) -> None:
        self.wecom, self.session = wecom, session
        self.token = ""

    async def signs_in(self, secret: str = SECRET) -> Json:
        told = await self.gets("gettoken", corpid=CORP_ID, corpsecret=secret)
        self.token = told.get("access_token", self.token)
        return told

    async def gets(self, path: str, **query: str) -> Json:
        async with self._asks("GET", path, **query) as response:
            return _read(response, await response.read())

    async def posts(self, path: str, wish: Json | bytes, **query: str) -> Json:
        data = wish
        if isinstance(wish, dict):
            data = json.dumps(wish, ensure_ascii=False).encode()
        async with self._asks("POST", path, data=data, **query) as response:
            return _read(response, await response.read())

    async def sends(self, touser: str, kind: str, part: Any, **more: Any) -> Json:
        wish = {"touser": touser, "agentid": AGENT_ID, "msgtype": kind, kind: part}
        return await self.posts("message/send", wish | more)

    async def says(self, touser: str, text: str, **more: Any) -> Json:
        return await self.sends(touser, "text", {"content": text}, **more)

    async def updates(self, code: str, **more: Any) -> Json:
        wish = {"agentid": AGENT_ID, "response_code": code} | more
        return await self.posts("message/update_template_card", wish)

    async def uploads(self, kind: str, data: bytes, name: str = "a.jpg") -> Json:
        form = aiohttp.FormData(default_to_multipart=True)
        form.add_field("media", io.BytesIO(data), filename=name)
        async with self._asks("POST", "media/upload", data=form, type=kind) as response:
            return _read(response, await response.read())

    async def file(self, media_id: str) -> tuple[str, bytes]:
        async with self._asks("GET", "media/get", media_id=media_id) as response:
            return response.content_type, await response.read()

    def _asks(self, verb: str, path: str, *, data: Any = None, **query: str) -> Any:
        if self.token:
            query.setdefault("access_token", self.token)
        url = f"{self.wecom.url}/cgi-bin/{path}"
        return self.session.request(verb, url, data=data, params=query)


def _read(response: aiohttp.ClientResponse, body: bytes) -> Json:
    assert response.status == 200, response.status
    return dict(json.loads(body))


class Bot:
    """Answers every callback with what `answer` makes of its fields; keeps all that came.

    `delays` are seconds before each of the next answers, `statuses` their statuses.
    """

    def __init__(self, answer: Answer = lambda fields: None) -> None:
        self.answer = answer
        self.came: list[Json] = []
        self.queries: list[dict[str, str]] = []
        self.delays: list[float] = []
        self.statuses: list[int] = []
        self.url = ""
        self._crypto = WeChatCrypto(TOKEN, KEY, CORP_ID)
        self._runner: web.AppRunner | None = None

    async def serve(self, request: web.Request) -> web.Response:
        query = dict(request.query)
        marks = [query[name] for name in ("msg_signature", "timestamp", "nonce")]
        if request.method == "GET":
            return web.Response(
                text=self._crypto.check_signature(*marks, query["echostr"])
            )
        try:
            sealed = await request.text()
            plain = self._crypto.decrypt_message(sealed, *marks)
        except WeChatException:
            return web.Response(status=403)
        fields = read(plain)
        self.came.append(fields)
        self.queries.append(query)
        await asyncio.sleep(self.delays.pop(0) if self.delays else 0)
        if self.statuses:
            return web.Response(status=self.statuses.pop(0))
        made = self.answer(fields)
        return web.Response(text=self._sealed(made, fields) if made else "")

    def _sealed(self, made: Json, fields: Json) -> str:
        around = {
            "ToUserName": fields["FromUserName"],
            "FromUserName": fields["ToUserName"],
            "CreateTime": int(fields["CreateTime"]),
        }
        return str(self._crypto.encrypt_message(written(around | made), "77", "1"))

    async def start(self) -> None:
        app = web.Application()
        app.router.add_route("*", "/wecom", self.serve)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.05)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}/wecom"

    async def stop(self) -> None:
        if self._runner is not None:
            await self._runner.cleanup()
