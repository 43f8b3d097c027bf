"""What WeChat posts to us, and the answer that goes back with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl

import structlog
from starlette.types import Receive, Scope, Send

from bot.channels.channel import Offer
from bot.channels.tencent.envelope import BadEnvelope, Envelope, Opened
from bot.channels.tencent.freshness import Freshness
from bot.channels.tencent.xml import LARGEST, BadXml, Fields, build, parse, text_of
from bot.channels.wechat.albums import Albums
from bot.channels.wechat.quotas import Quotas
from bot.channels.wechat.receive import event_of, fields_of, opens
from bot.channels.wechat.turns import Turn, Turns
from bot.logs import told
from domain.messages import Address, Event, EventKind
from domain.quota import Quota, after_tap, after_word
from storage.database import Database

log = structlog.get_logger()
SUCCESS = b"success"
"""Nothing to say (docs/wechat.md)."""
Query = Mapping[str, str]
Answer = tuple[int, bytes]


@dataclass(frozen=True, slots=True)
class Came:
    """An opened callback: what it says, and with which key to answer."""

    fields: Fields
    key: int
    nonce: str


class Callback:
    """An ASGI application. Whatever is not signed by WeChat gets 403 and costs next to nothing;
    what cannot be stored gets 503, so that it comes again.
    """

    def __init__(
        self,
        database: Database,
        envelope: Envelope,
        offer: Offer,
        turns: Turns,
        quotas: Quotas,
        gcj02: bool,
        at_last: Callable[[Address], None],
    ) -> None:
        self._database = database
        self._envelope = envelope
        self._fresh = Freshness()
        self._offer = offer
        self._turns = turns
        self._quotas = quotas
        self._gcj02 = gcj02
        self._at_last = at_last
        self._albums = Albums()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        query = dict(parse_qsl(scope["query_string"].decode("latin-1")))
        turn: Turn | None = None
        try:
            if scope["method"] == "GET":
                status, body = self._greeted(query)
            elif scope["method"] == "POST":
                status, body, turn = await self._posted(query, receive)
            else:
                status, body = 405, b""
            await _respond(send, status, body)
        finally:
            if turn is not None:
                self._turns.gone(turn)

    def _greeted(self, query: Query) -> Answer:
        """The console asks whether it is us."""
        try:
            signed = (query.get("timestamp", ""), query.get("nonce", ""))
            self._envelope.check(query.get("signature", ""), *signed)
        except BadEnvelope as error:
            log.warning("wechat.refused", why=str(error))
            return 403, b""
        return 200, query.get("echostr", "").encode()

    async def _posted(
        self, query: Query, receive: Receive
    ) -> tuple[int, bytes, Turn | None]:
        body = await _body(receive)
        if body is None:
            return 413, b"", None
        try:
            came = self._opened(query, body)
        except (BadEnvelope, BadXml) as error:
            log.warning("wechat.refused", why=str(error))
            return 403, b"", None
        event = event_of(came.fields, self._gcj02)
        if event is None:
            return 200, SUCCESS, None
        return await self._answered(self._albums.of_one(event), came)

    def _opened(self, query: Query, body: bytes) -> Came:
        """Only safe mode: nothing signs what comes in the open. Raises BadEnvelope, BadXml."""
        if query.get("encrypt_type") != "aes":
            raise BadEnvelope(
                "it is not encrypted: choose the safe mode in the console"
            )
        outer = parse(body)
        timestamp, nonce = query.get("timestamp", ""), query.get("nonce", "")
        signature = query.get("msg_signature", "")
        opened: Opened = self._envelope.open(
            text_of(outer, "Encrypt"), signature, timestamp, nonce
        )
        self._fresh.check(timestamp, nonce, self._database.clock().timestamp())
        around: Fields = {
            "ToUserName": text_of(outer, "ToUserName"),
            "FromUserName": query.get("openid", ""),
        }
        return Came(fields_of(opened.text, around), opened.key, nonce)

    async def _answered(
        self, event: Event, came: Came
    ) -> tuple[int, bytes, Turn | None]:
        """The same for each try of one callback."""
        before = self._turns.known(event.external_id)
        if before is not None:
            said = await self._turns.again(before)
            return (
                (503, b"", None)
                if said is None
                else (200, self._sealed(said, came), None)
            )
        turn = self._turns.begin(event.external_id, event.chat.chat, bool(event.album))
        try:
            await self._stored(event)
        except Exception as error:
            log.warning("wechat.not_stored", **told(error))
            self._turns.forget(event.external_id)
            return 503, b"", turn
        turn.stored.set_result(True)
        text = await self._turns.answer(turn)
        return 200, self._sealed(text, came), turn

    async def _stored(self, event: Event) -> None:
        await self._offer([event])
        if event.kind is EventKind.BLOCKED:
            await self._quotas.shut(event.chat.chat)
            return
        now = self._database.clock()

        def change(quota: Quota) -> Quota:
            opened = after_word if opens(event) == "word" else after_tap
            return opened(now, quota)

        await self._quotas.opens(event.chat.chat, change)
        self._at_last(event.chat)

    def _sealed(self, text: str, came: Came) -> bytes:
        if not text:
            return SUCCESS
        timestamp = int(self._database.clock().timestamp())
        inner = build(
            {
                "ToUserName": text_of(came.fields, "FromUserName"),
                "FromUserName": text_of(came.fields, "ToUserName"),
                "CreateTime": timestamp,
                "MsgType": "text",
                "Content": text,
            }
        )
        encrypt = self._envelope.seal(inner.encode(), key=came.key)
        outer = build(
            {
                "Encrypt": encrypt,
                "MsgSignature": self._envelope.signed(
                    encrypt, str(timestamp), came.nonce
                ),
                "TimeStamp": timestamp,
                "Nonce": came.nonce,
            }
        )
        return outer.encode()


async def _respond(send: Send, status: int, body: bytes) -> None:
    kind = b"text/xml; charset=utf-8" if body[:1] == b"<" else b"text/plain"
    headers = [
        (b"content-type", kind),
        (b"content-length", b"%d" % len(body)),
        (b"x-content-type-options", b"nosniff"),
    ]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


async def _body(receive: Receive) -> bytes | None:
    """None where it is too long, or the other side went away."""
    body: bytes = b""
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            return None
        body += message.get("body", b"")
        if len(body) > LARGEST:
            return None
        if not message.get("more_body", False):
            return body
