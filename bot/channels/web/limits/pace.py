"""How slowly a body may come: with a longest pause, and an end to the whole of it."""

from __future__ import annotations

import asyncio

from starlette.requests import ClientDisconnect
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.config.limits import LimitsConfig

CLOSE = {"connection": "close"}
GONE: Message = {"type": "http.disconnect"}


class Pace:
    """Whoever is too slow is taken to have gone away, is told 408 and cut off."""

    def __init__(self, app: ASGIApp, limits: LimitsConfig) -> None:
        self._app = app
        self._limits = limits

    async def __call__(
        self,
        scope: Scope,
        receive: Receive,
        send: Send,
    ) -> None:
        if scope["type"] != "http":
            return await self._app(
                scope,
                receive,
                send,
            )
        body = Body(receive, send, self._limits)
        try:
            await self._app(
                scope,
                body.receive,
                body.send,
            )
        except ClientDisconnect:
            if not body.slow:
                raise
        if body.slow and not body.answered:
            await PlainTextResponse(
                "",
                408,
                headers=CLOSE,
            )(
                scope,
                receive,
                send,
            )


class Body:
    """One request's. What comes after its end is waited for without limit: that somebody goes."""

    def __init__(
        self,
        receive: Receive,
        send: Send,
        limits: LimitsConfig,
    ) -> None:
        self._receive = receive
        self._send = send
        self._pause = limits.body_seconds
        now = asyncio.get_running_loop().time()
        self._until = now + limits.upload_minutes * 60
        self._whole = False
        self.slow = False
        self.answered = False

    async def receive(self) -> Message:
        if self._whole:
            return await self._receive()
        if self.slow:
            return GONE
        until = asyncio.get_running_loop().time() + self._pause
        try:
            async with asyncio.timeout_at(min(until, self._until)):
                message = await self._receive()
        except TimeoutError:
            self.slow = True
            return GONE
        self._whole = not message.get("more_body", False)
        return message

    async def send(self, message: Message) -> None:
        """What the application answers to somebody too slow is not what they hear."""
        if self.slow and not self.answered:
            return
        self.answered = True
        await self._send(message)
