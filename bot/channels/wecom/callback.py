"""What WeCom posts to us, and the answer that goes back with it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

import structlog
from starlette.types import Receive, Scope, Send

from bot.channels.channel import Offer
from bot.channels.tencent.albums import Albums
from bot.channels.tencent.envelope import Envelope
from bot.channels.tencent.found import APP, clock_found
from bot.channels.tencent.listener import (
    NOT_STORED,
    Answer,
    Answers,
    Came,
    Listener,
    Query,
)
from bot.channels.tencent.unread import fields_of
from bot.channels.wecom.presses import Presses, Taken
from bot.channels.wecom.receive import event_of, pressed_card, switched_off
from bot.channels.wecom.who import Names
from bot.logs import told
from domain.messages import Event
from handlers.admin.troubles import INACTIVE
from storage.database import Database

log = structlog.get_logger()
NOTHING = Answer()
"""An empty 200: nothing to say (document/path/90241)."""


class Callback:
    """An ASGI application. What cannot be stored gets 503, so that it comes again. `finds` hears
    who finds what wrong, '' for nothing.
    """

    def __init__(
        self,
        database: Database,
        envelope: Envelope,
        offer: Offer,
        presses: Presses,
        names: Names,
        finds: Callable[[str, str], None],
    ) -> None:
        self._database = database
        self._envelope = envelope
        self._offer = offer
        self._presses = presses
        self._names = names
        self._finds = finds
        self._albums = Albums()
        answers = Answers(self._greets, self._takes, partial(clock_found, finds))
        self._listener = Listener("wecom", envelope, self._now, answers)

    async def __call__(
        self,
        scope: Scope,
        receive: Receive,
        send: Send,
    ) -> None:
        await self._listener(scope, receive, send)

    def _now(self) -> datetime:
        return self._database.clock()

    def _greets(self, query: Query) -> str:
        """The console asks whether it is us: the bare text of what it sealed. Raises
        BadEnvelope.
        """
        signed = (query.get("timestamp", ""), query.get("nonce", ""))
        sealed, signature = query.get("echostr", ""), query.get("msg_signature", "")
        opened = self._envelope.open(sealed, signature, *signed)
        return opened.text.decode("utf-8", "replace")

    async def _takes(self, came: Came) -> Answer:
        fields = fields_of(came.text, came.outer)
        if switched_off(fields):
            log.error("wecom.switched_off", why="nobody uses the app")
            self._finds(APP, INACTIVE)
        event = event_of(fields)
        if event is None:
            return NOTHING
        self._finds(APP, "")
        event = await self._names.named(event)
        pressed = pressed_card(fields)
        if pressed is None:
            taken = await self._said(self._albums.of_one(event))
        else:
            taken = await self._presses.take(event, pressed)
        if not taken.stored:
            return NOT_STORED
        if taken.answer is None:
            return Answer(gone=taken.gone)
        body = self._listener.sealed(came, fields, taken.answer)
        return Answer(body=body, gone=taken.gone)

    async def _said(self, event: Event) -> Taken:
        """Whatever is to be said to it comes as a message."""
        try:
            await self._offer([event])
        except Exception as error:
            log.warning("wecom.not_stored", **told(error))
            return Taken(stored=False)
        return Taken()
