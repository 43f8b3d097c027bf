"""Codes by which a card that stands in a chat can be changed: each once, within 72 hours."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from sqlalchemy import ColumnElement, bindparam, delete, select

from domain.messages import Address
from storage.session import Session
from storage.statements import of_chat, same
from storage.tables.messages import card_codes

LASTS = timedelta(hours=72)
"""From the sending or the press that brought it (developer.work.weixin.qq.com, 94888)."""

C = card_codes.c
LIVING = (
    select(C.code)
    .where(same(C.channel, C.chat, C.task_id), C.until > bindparam("now"))
    .order_by(C.made_at.desc())
)


class CardCodes:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def keep(self, chat: Address, task_id: str, code: str) -> None:
        """A code that was just given out; those that are too old go."""
        now = self._session.now
        old = delete(card_codes).where(card_codes.c.until < now)
        await self._session.query(old)
        row = {
            "channel": chat.channel,
            "chat": chat.chat,
            "task_id": task_id,
            "code": code,
            "until": now + LASTS,
            "made_at": now,
        }
        self._session.write(self._session.upsert(card_codes), [row])

    async def of(self, chat: Address, task_id: str) -> list[str]:
        """What is left for this card, the newest first."""
        asked = {**of_chat(chat), "task_id": task_id, "now": self._session.now}
        return list((await self._session.query(LIVING, asked)).scalars())

    async def spent(self, chat: Address, task_id: str, code: str) -> None:
        this = _at(chat) & (C.task_id == task_id) & (C.code == code)
        await self._session.query(delete(card_codes).where(this))

    async def drop(self, addresses: Iterable[Address]) -> None:
        """Of somebody who left."""
        for address in addresses:
            await self._session.query(delete(card_codes).where(_at(address)))


def _at(chat: Address) -> ColumnElement[bool]:
    return (C.channel == chat.channel) & (C.chat == chat.chat)
