"""Updates by webhook, each acknowledged only after the commit."""

from __future__ import annotations

import hmac

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import Receive, Scope, Send

from bot.channels.channel import Offer
from bot.channels.telegram.fields import update_number
from bot.channels.telegram.loose import UNREAD, one
from bot.channels.telegram.receive import read_safely


class Webhook:
    """The same by HTTP: 200 only after the commit, so that Telegram delivers again what we could
    not store.
    """

    def __init__(self, secret: str, offer: Offer) -> None:
        self._secret = secret
        self._offer = offer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """An ASGI application: starlette takes any callable object for one."""
        response = await self._answer(Request(scope, receive))
        await response(scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        given = request.headers.get("x-telegram-bot-api-secret-token", "")
        if not hmac.compare_digest(given.encode(), self._secret.encode()):
            return PlainTextResponse("", 403)
        update = one(await request.body())
        numbered = update_number(update) is not None
        if not numbered and UNREAD in update:
            return PlainTextResponse("", 400)
        event = read_safely(update) if numbered else None
        try:
            await self._offer([event] if event else [])
        except Exception:
            return PlainTextResponse("", 503)
        return PlainTextResponse("")
