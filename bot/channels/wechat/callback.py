"""What WeChat posts to us, and the answer that goes back with it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

import structlog
from starlette.types import Receive, Scope, Send

from bot.channels.channel import Offer
from bot.channels.tencent.albums import Albums
from bot.channels.tencent.envelope import Envelope
from bot.channels.tencent.found import clock_found
from bot.channels.tencent.listener import (
    NOT_STORED,
    Answer,
    Answers,
    Came,
    Listener,
    Query,
)
from bot.channels.tencent.turns import Turn, Turns
from bot.channels.tencent.unread import fields_of
from bot.channels.tencent.xml import Fields, text_of
from bot.channels.wechat.quotas import Quotas
from bot.channels.wechat.receive import blocks, event_of, opens
from bot.channels.wechat.retried import Retried
from bot.logs import told
from domain.messages import Address, Event, EventKind
from domain.quota import Quota, after_tap, after_word
from storage.database import Database

log = structlog.get_logger()
SUCCESS = Answer(body=b"success")
"""Nothing to say (docs/wechat.md)."""


class Callback:
    """An ASGI application. What cannot be stored gets 503, so that it comes again."""

    def __init__(
        self,
        database: Database,
        envelope: Envelope,
        offer: Offer,
        turns: Turns[str],
        quotas: Quotas,
        gcj02: bool,
        at_last: Callable[[Address], None],
        retried: Retried,
        finds: Callable[[str, str], None],
    ) -> None:
        self._database = database
        self._envelope = envelope
        self._offer = offer
        self._turns = turns
        self._quotas = quotas
        self._gcj02 = gcj02
        self._at_last = at_last
        self._retried = retried
        self._albums = Albums()
        answers = Answers(self._greets, self._takes, partial(clock_found, finds))
        self._listener = Listener(
            "wechat",
            envelope,
            self._now,
            answers,
            "aes",
        )

    async def __call__(
        self,
        scope: Scope,
        receive: Receive,
        send: Send,
    ) -> None:
        await self._listener(
            scope,
            receive,
            send,
        )

    def _now(self) -> datetime:
        return self._database.clock()

    def _greets(self, query: Query) -> str:
        """The console asks whether it is us. Raises BadEnvelope."""
        signed = (query.get("timestamp", ""), query.get("nonce", ""))
        self._envelope.check(query.get("signature", ""), *signed)
        return query.get("echostr", "")

    async def _takes(self, came: Came) -> Answer:
        around = came.outer | {"FromUserName": came.query.get("openid", "")}
        fields = fields_of(came.text, around)
        event = event_of(fields, self._gcj02)
        if event is None:
            if blocks(fields):
                await self._quotas.refuses(text_of(fields, "FromUserName"))
            return SUCCESS
        event = self._albums.of_one(event)
        before = self._turns.known(event.external_id)
        if before is None:
            return await self._first(
                event,
                fields,
                came,
            )
        stored, said = await self._turns.again(before)
        return (
            self._saying(
                said,
                fields,
                came,
                before,
            )
            if stored
            else NOT_STORED
        )

    async def _first(self, event: Event, fields: Fields, came: Came) -> Answer:
        turn = self._turns.begin(
            event.external_id,
            event.chat.chat,
            bool(event.album),
        )
        try:
            retried = await self._retried.known(event)
            await self._stored(event, fields)
        except Exception as error:
            log.warning("wechat.not_stored", **told(error))
            self._turns.forget(event.external_id)
            self._turns.gone(turn)
            return NOT_STORED
        turn.stored.set_result(True)
        if retried:
            await self._retried.says_again(event)
        return self._saying(
            await self._turns.answer(turn),
            fields,
            came,
            turn,
        )

    async def _stored(self, event: Event, fields: Fields) -> None:
        await self._offer([event])
        if event.kind is EventKind.BLOCKED:
            await self._quotas.shut(event.chat.chat)
            return
        now = self._database.clock()

        def change(quota: Quota) -> Quota:
            opened = after_word if opens(fields) == "word" else after_tap
            return opened(now, quota)

        await self._quotas.opens(event.chat.chat, change)
        self._at_last(event.chat)

    def _saying(
        self,
        text: str | None,
        fields: Fields,
        came: Came,
        turn: Turn[str],
    ) -> Answer:
        gone = partial(self._turns.gone, turn)
        if not text:
            return Answer(body=SUCCESS.body, gone=gone)
        said = {"MsgType": "text", "Content": text}
        return Answer(
            body=self._listener.sealed(
                came,
                fields,
                said,
            ),
            gone=gone,
        )
