"""Updates by webhook, each acknowledged only after the commit."""

from __future__ import annotations

import hmac

import orjson
import structlog
from starlette.types import Receive, Scope, Send

from bot.channels.channel import Offer
from bot.channels.telegram.fields import update_number
from bot.channels.telegram.loose import UNREAD, one
from bot.channels.telegram.receive import read_safely
from bot.channels.telegram.riding import Riding
from domain.messages import Event

log = structlog.get_logger()
SECRET = b"x-telegram-bot-api-secret-token"
MOST = 4 * 1024 * 1024
"""Bytes of a request: a hundred times the longest update that Telegram makes."""
NOTHING = b""
JSON = (b"content-type", b"application/json")
POST = (b"allow", b"POST")


class Webhook:
    """200 only after the commit, so that Telegram delivers again what we could not store. An ASGI
    application that stands before the web server's others: it is the way of every message.
    """

    def __init__(self, secret: str, offer: Offer, riding: Riding) -> None:
        self._secret = secret.encode()
        self._offer = offer
        self._riding = riding

    async def __call__(
        self,
        scope: Scope,
        receive: Receive,
        send: Send,
    ) -> None:
        status, body = await self._answer(scope, receive)
        headers = [(b"content-length", b"%d" % len(body))]
        if body:
            headers.append(JSON)
        if status == 405:
            headers.append(POST)
        start = {"type": "http.response.start", "status": status, "headers": headers}
        await send(start)
        await send({"type": "http.response.body", "body": body})

    async def _answer(self, scope: Scope, receive: Receive) -> tuple[int, bytes]:
        """Status and body."""
        if scope["method"] != "POST":
            return 405, NOTHING
        given = next((value for name, value in scope["headers"] if name == SECRET), b"")
        if not hmac.compare_digest(given, self._secret):
            return 403, NOTHING
        body = await _body(receive)
        if body is None:
            return 413, NOTHING
        update = one(body)
        numbered = update_number(update) is not None
        if not numbered and isinstance(update, dict) and UNREAD in update:
            return 400, NOTHING
        return await self._take(read_safely(update) if numbered else None)

    async def _take(self, event: Event | None) -> tuple[int, bytes]:
        if event is None:
            return 200, NOTHING
        ref = event.press_ref
        if ref:
            self._riding.comes(ref)
        try:
            stored = await self._stored(event)
        finally:
            rides = self._riding.leaves(ref)
        if not stored:
            return 503, NOTHING
        return 200, _acknowledged(ref) if rides else NOTHING

    async def _stored(self, event: Event) -> bool:
        try:
            await self._offer([event])
        except Exception as error:
            log.warning("telegram.not_stored", error=type(error).__name__)
            return False
        return True


def _acknowledged(ref: str) -> bytes:
    return orjson.dumps({"method": "answerCallbackQuery", "callback_query_id": ref})


async def _body(receive: Receive) -> bytes | None:
    """The whole body, None where it is too long or the other side went away."""
    body: bytes = b""
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            return None
        body += message.get("body", b"")
        if len(body) > MOST:
            return None
        if not message.get("more_body", False):
            return body
