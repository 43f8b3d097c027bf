"""One long connection: frames out with what is answered to them, and what comes by itself
(developer.work.weixin.qq.com/document/path/101463).
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import uuid4

import orjson
import structlog
from websockets.asyncio.client import ClientConnection
from websockets.exceptions import ConnectionClosed

from bot.channels.tencent.calls import Refused, Uncertain, Unreached

log = structlog.get_logger()
ANSWERED_WITHIN = 10.0  # seconds

Frame = dict[str, Any]
"""{cmd, headers: {req_id}, body}; of an answer {headers, errcode, errmsg, body}."""


class Connection:
    """`came` takes what the other side tells by itself; `heard_at` is when it last said
    anything.
    """

    def __init__(
        self,
        socket: ClientConnection,
        came: Callable[[Frame], None],
        clock: Callable[[], datetime],
    ) -> None:
        self._socket = socket
        self._came = came
        self._clock = clock
        self._asked: dict[str, deque[asyncio.Future[Frame]]] = {}
        self.heard_at = clock()

    async def ask(
        self,
        cmd: str,
        body: Any = None,
        req_id: str = "",
        within: float = ANSWERED_WITHIN,
    ) -> Frame:
        """The answer. `req_id` is that of what is answered. Raises Refused, Unreached, or
        Uncertain where nobody answers within so many seconds.
        """
        mark = req_id or uuid4().hex
        answer: asyncio.Future[Frame] = asyncio.get_running_loop().create_future()
        frame: Frame = {"cmd": cmd, "headers": {"req_id": mark}}
        if body is not None:
            frame["body"] = body
        line = self._asked.setdefault(mark, deque())
        line.append(answer)
        try:
            await self._send(frame)
            async with asyncio.timeout(within):
                return checked(await answer)
        except TimeoutError:
            raise Uncertain from None
        finally:
            if answer in line:
                line.remove(answer)
            if not line:
                self._asked.pop(mark, None)

    async def read(self) -> None:
        """Until the connection is closed, from whichever side."""
        try:
            async for message in self._socket:
                self.heard_at = self._clock()
                self._read(message)
        finally:
            for line in self._asked.values():
                for answer in line:
                    if not answer.done():
                        answer.set_exception(Uncertain())

    async def close(self) -> None:
        await self._socket.close()

    async def _send(self, frame: Frame) -> None:
        try:
            await self._socket.send(orjson.dumps(frame), text=True)
        except ConnectionClosed:
            raise Unreached from None

    def _read(self, data: str | bytes) -> None:
        try:
            frame = orjson.loads(data)
            mark = str(frame["headers"]["req_id"])
        except (KeyError, TypeError, ValueError):
            log.warning("aibot.odd_frame", size=len(data))
            return
        if "errcode" not in frame:
            return self._came(frame)
        for answer in self._asked.get(mark, ()):
            if not answer.done():
                return answer.set_result(frame)


def checked(frame: Frame) -> Frame:
    """Raises Refused."""
    code = frame["errcode"]
    if code:
        raise Refused(int(code), str(frame.get("errmsg", "")))
    return frame
