"""WeRoBot as the bot behind a fake WeChat: whoever calls back as WeChat does is understood by it,
and what it answers is read.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from aiohttp import web
from werobot import WeRoBot

from tests.fakes.wechat.server import APP_ID, KEY, TOKEN


class Robot:
    """Answers each callback with what `answer` makes of WeRoBot's message: words, nothing, or
    bytes as they are. Keeps all that came; `delays` are seconds before the next answers.
    """

    def __init__(self, answer: Callable[[Any], str | bytes | None]) -> None:
        config = {"TOKEN": TOKEN, "APP_ID": APP_ID, "ENCODING_AES_KEY": KEY}
        self._robot = WeRoBot(config=config | {"SESSION_STORAGE": False})
        self._robot.add_handler(self._words, type="all")
        self._answer = answer
        self.came: list[Any] = []
        self.queries: list[dict[str, str]] = []
        self.delays: list[float] = []
        self._runner: web.AppRunner | None = None
        self.port = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/wechat"

    async def start(self) -> None:
        """At the same port as before, if there was one."""
        app = web.Application()
        app.router.add_route("*", "/wechat", self._serve)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.05)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self.port).start()
        self.port = self._runner.addresses[0][1]

    async def stop(self) -> None:
        if self._runner is not None:
            await self._runner.cleanup()

    async def _serve(self, request: web.Request) -> web.Response:
        query = dict(request.query)
        when = {name: query[name] for name in ("timestamp", "nonce")}
        if not self._robot.check_signature(**when, signature=query["signature"]):
            return web.Response(status=403)
        if request.method == "GET":
            return web.Response(text=query["echostr"])
        body, mark = await request.read(), query["msg_signature"]
        message = self._robot.parse_message(body, **when, msg_signature=mark)
        self.came.append(message)
        self.queries.append(query)
        await asyncio.sleep(self.delays.pop(0) if self.delays else 0)
        return web.Response(body=self._said(message))

    def _said(self, message: Any) -> bytes:
        answer = self._answer(message)
        if isinstance(answer, bytes):
            return answer
        sealed = self._robot.get_encrypted_reply(message) if answer else "success"
        return str(sealed).encode()

    def _words(self, message: Any) -> Any:
        return self._answer(message)
