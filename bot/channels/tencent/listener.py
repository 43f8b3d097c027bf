"""The address that Tencent calls: what is not signed gets in nowhere, what is comes in opened, and
what is answered goes out sealed.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import parse_qsl

import structlog
from starlette.types import Receive, Scope, Send

from bot.channels.tencent.asgi import body_of, is_there, respond
from bot.channels.tencent.envelope import BadEnvelope, Envelope
from bot.channels.tencent.freshness import Freshness, OtherTime
from bot.channels.tencent.xml import BadXml, Fields, Given, build, parse, text_of

log = structlog.get_logger()
Query = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Came:
    """An opened callback: its text, what stood around it, and with which key to answer."""

    text: bytes
    query: Query
    outer: Fields
    key: int


@dataclass(frozen=True, slots=True)
class Answer:
    """`gone` is called when it has left, or cannot any more."""

    status: int = 200
    body: bytes = b""
    gone: Callable[[bool], None] | None = None


NOT_STORED = Answer(503)
"""It comes again."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What a channel answers: to the console, which asks whether it is us (raises BadEnvelope), and
    to what came. `clock` hears of each that is signed whether its time is another than ours.
    """

    greet: Callable[[Query], str]
    take: Callable[[Came], Awaitable[Answer]]
    clock: Callable[[bool], None]


class Listener:
    """An ASGI application. Whatever is not signed gets 403 and costs next to nothing. `safe` is
    the encrypt_type that has to stand in the address, '' where none does.
    """

    def __init__(
        self,
        name: str,
        envelope: Envelope,
        clock: Callable[[], datetime],
        answers: Answers,
        safe: str = "",
    ) -> None:
        self._name = name
        self._envelope = envelope
        self._clock = clock
        self._answers = answers
        self._safe = safe
        self._fresh = Freshness()

    async def __call__(
        self,
        scope: Scope,
        receive: Receive,
        send: Send,
    ) -> None:
        query = dict(parse_qsl(scope["query_string"].decode("latin-1")))
        answer, arrives = Answer(405), False
        try:
            if scope["method"] == "GET":
                answer = self._greeted(query)
            elif scope["method"] == "POST":
                answer = await self._posted(query, await body_of(receive))
            there = answer.gone is None or await is_there(receive)
            await respond(send, answer.status, answer.body)
            arrives = there
        finally:
            if answer.gone is not None:
                answer.gone(arrives)

    def _greeted(self, query: Query) -> Answer:
        try:
            return Answer(body=self._answers.greet(query).encode())
        except BadEnvelope as error:
            return self._refused(error)

    async def _posted(self, query: Query, body: bytes | None) -> Answer:
        if body is None:
            return Answer(413)
        try:
            came = self._opened(query, body)
        except (BadEnvelope, BadXml) as error:
            return self._refused(error)
        return await self._answers.take(came)

    def _refused(self, error: Exception) -> Answer:
        log.warning(f"{self._name}.refused", why=str(error))
        return Answer(403)

    def _opened(self, query: Query, body: bytes) -> Came:
        """Only safe mode: nothing signs what comes in the open. Raises BadEnvelope, BadXml."""
        if query.get("encrypt_type", "") != self._safe:
            raise BadEnvelope(
                "it is not encrypted: choose the safe mode in the console"
            )
        outer = parse(body)
        timestamp, nonce = query.get("timestamp", ""), query.get("nonce", "")
        signature = query.get("msg_signature", "")
        sealed = text_of(outer, "Encrypt")
        opened = self._envelope.open(sealed, signature, timestamp, nonce)
        try:
            self._fresh.check(timestamp, nonce, self._clock().timestamp())
        except OtherTime:
            self._answers.clock(True)
            raise
        self._answers.clock(False)
        return Came(opened.text, query, outer, opened.key)

    def sealed(
        self,
        came: Came,
        fields: Fields,
        said: Mapping[str, Given],
    ) -> bytes:
        """What is said to whoever sent these fields."""
        timestamp = int(self._clock().timestamp())
        around: dict[str, Given] = {
            "ToUserName": text_of(fields, "FromUserName"),
            "FromUserName": text_of(fields, "ToUserName"),
            "CreateTime": timestamp,
        }
        encrypt = self._envelope.seal(build(around | dict(said)).encode(), key=came.key)
        nonce = came.query.get("nonce", "")
        outer: dict[str, Given] = {
            "Encrypt": encrypt,
            "MsgSignature": self._envelope.signed(encrypt, str(timestamp), nonce),
            "TimeStamp": timestamp,
            "Nonce": nonce,
        }
        return build(outer).encode()
