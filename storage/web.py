"""The web chat's own memory: what stands in each chat."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, select, update

from domain.messages import Address
from storage.session import Session
from storage.statements import same
from storage.tables.web import web_messages

CHANNEL = "web"
PIN = "📍"
LATELY = 200
"""So many messages are looked at for numbers to call."""

C = web_messages.c
ONE = select(web_messages).where(same(C.chat, C.id))
SAID = select(web_messages).where(same(C.chat, C.external_id))
AFTER = (
    select(web_messages)
    .where(same(C.chat), C.seq > bindparam("after"))
    .limit(bindparam("most"))
)
CHANGED = AFTER.order_by(C.seq)
NEWEST = AFTER.order_by(C.seq.desc())


@dataclass(frozen=True, slots=True)
class WebMessage:
    """One message as the page shows it; `seq` grows with every change, so a page can ask for
    what it missed.
    """

    id: int
    chat: str
    seq: int
    mine: bool
    at: datetime
    body: dict[str, Any]
    external_id: str


class Web:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def put(
        self, chat: str, mine: bool, body: dict[str, Any], external_id: str
    ) -> WebMessage:
        """Adds a message, once per external id: a repeated one gives back what is there."""
        asked = {"chat": chat, "external_id": external_id}
        row = (await self._session.query(SAID, asked)).first()
        if row is not None:
            return message_of(row)
        made = WebMessage(
            self._session.next_id("web_messages"),
            chat,
            self._session.next_id("seq"),
            mine,
            self._session.now,
            body,
            external_id,
        )
        self._session.write(self._session.insert(web_messages), [_row(made)])
        return made

    async def change(
        self, chat: str, message_id: int, **body: Any
    ) -> WebMessage | None:
        """Changes parts of a message's body; None where the chat has no such message."""
        asked = {"chat": chat, "id": message_id}
        row = (await self._session.query(ONE, asked)).first()
        if row is None:
            return None
        seq = self._session.next_id("seq")
        changed = message_of(row, seq=seq, body=row.body | body)
        values = {"seq": changed.seq, "body": changed.body}
        this = (C.chat == chat) & (C.id == message_id)
        await self._session.query(update(web_messages).where(this).values(values))
        return changed

    async def calls_over(self, chat: str, until: datetime) -> list[WebMessage]:
        """Marks the numbers to call that were shown until then, and asks no more where it is.
        Returns what has changed.
        """
        found = [one for one in await self.after(chat, 0, LATELY) if one.at <= until]
        open_ones = [one for one in found if not one.body.get("calls_over")]
        calls = [one for one in open_ones if one.body.get("calls")]
        asked = [one for one in open_ones if calls and _asks(one.body)]
        changed = [
            await self.change(chat, one.id, calls_over=True, keyboard=None)
            for one in (*calls, *asked)
        ]
        return [one for one in changed if one is not None]

    async def forget_place(self, at: Address, message_id: str) -> None:
        """A pin that was used and is not to be kept: of the message its sign stays."""
        if at.channel == CHANNEL and message_id.isdecimal():
            await self.change(at.chat, int(message_id), place=None, html=PIN)

    async def forget(self, chat: str) -> None:
        """All that was said on the page of somebody who left."""
        theirs = web_messages.c.chat == chat
        await self._session.query(delete(web_messages).where(theirs))

    async def after(
        self,
        chat: str,
        seq: int,
        most: int,
    ) -> list[WebMessage]:
        """What has changed in this chat since `seq`, in that order; from 0 on, only the newest
        `most`.
        """
        asked = {"chat": chat, "after": seq, "most": most}
        found = await self._session.run(CHANGED if seq else NEWEST, asked)
        made = [message_of(row) for row in found]
        return made if seq else made[::-1]


def _asks(body: dict[str, Any]) -> bool:
    """Whether keys are for an answer about a case; those of a form are about none yet."""
    return bool(body.get("keyboard") and body.get("case"))


def message_of(row: Any, **changed: Any) -> WebMessage:
    values = {name: getattr(row, name) for name in WebMessage.__slots__}
    return WebMessage(**(values | changed))


def _row(message: WebMessage) -> dict[str, Any]:
    return {name: getattr(message, name) for name in WebMessage.__slots__}
