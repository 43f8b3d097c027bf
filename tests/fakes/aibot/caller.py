"""A bot at its end of the long connection, reduced to its frames: what the tests of the fake
need.
"""

from __future__ import annotations

import asyncio
import json
from typing import Any

import aiohttp

from tests.fakes.aibot.line import BOT_ID, BOT_SECRET
from tests.fakes.wecom.errors import Json

Answer = dict[str, Any]


class LongConnection:
    """Sends frames and waits for what is answered; `came` are the callbacks, in their order."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self.socket = socket
        self.came: list[Json] = []
        self.closed = asyncio.Event()
        self._waiting: dict[str, asyncio.Future[Json]] = {}
        self._more = asyncio.Condition()
        self._number = 0
        self._reading = asyncio.create_task(self._read())

    async def subscribes(self, secret: str = BOT_SECRET) -> int:
        told = await self.asks("aibot_subscribe", {"bot_id": BOT_ID, "secret": secret})
        return int(told["errcode"])

    async def asks(
        self, cmd: str, body: Any = None, req_id: str = "", patience: float = 5.0
    ) -> Answer:
        """The frame that answers it; `req_id` of what it is an answer to itself."""
        self._number += 1
        mark = req_id or f"own-{self._number}"
        loop = asyncio.get_running_loop()
        waiting: asyncio.Future[Json] = loop.create_future()
        self._waiting[mark] = waiting
        frame = {"cmd": cmd, "headers": {"req_id": mark}, "body": body}
        await self.socket.send_str(json.dumps(frame))
        return await asyncio.wait_for(waiting, patience)

    async def code(self, cmd: str, body: Any = None, req_id: str = "") -> int:
        return int((await self.asks(cmd, body, req_id))["errcode"])

    async def pushes(self, chat: str, kind: str, part: Any) -> int:
        body = {"chatid": chat, "msgtype": kind, kind: part}
        return await self.code("aibot_send_msg", body)

    async def until(self, many: int) -> Json:
        """The newest callback, when there are so many."""
        async with asyncio.timeout(5), self._more:
            await self._more.wait_for(lambda: len(self.came) >= many)
        return self.came[-1]

    async def ends(self) -> None:
        await self.socket.close()
        await self._reading

    async def _read(self) -> None:
        async for message in self.socket:
            frame = json.loads(message.data)
            if "errcode" in frame:
                self._waiting.pop(frame["headers"]["req_id"]).set_result(frame)
                continue
            async with self._more:
                self.came.append(frame)
                self._more.notify_all()
        self.closed.set()
