"""The web chat's own memory: who may open which chat, and what stands in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.staff import token_hash
from storage.tables.web import web_logins, web_messages
from storage.unit import Unit


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


async def add_login(unit: Unit, token: str, chat: str) -> None:
    row = {"hash": token_hash(token), "chat": chat, "made_at": unit.now}
    await unit.flush()
    await unit.connection.execute(web_logins.delete().where(web_logins.c.chat == chat))
    await unit.connection.execute(insert(web_logins), row)


async def chat_of(connection: AsyncConnection, token: str) -> str | None:
    """The chat that this token opens. Looked up by hash, so the comparison gives nothing away."""
    rows = select(web_logins.c.chat).where(web_logins.c.hash == token_hash(token))
    return (await connection.execute(rows)).scalar()


async def put(
    unit: Unit, chat: str, mine: bool, body: dict[str, Any], external_id: str
) -> WebMessage:
    """Adds a message, once per external id: a repeated one gives back what is there."""
    same = (web_messages.c.chat == chat) & (web_messages.c.external_id == external_id)
    row = (await unit.query(select(web_messages).where(same))).first()
    if row is not None:
        return message_of(row)
    made = WebMessage(
        unit.database.next_id("web_messages"),
        chat,
        unit.database.next_id("seq"),
        mine,
        unit.now,
        body,
        external_id,
    )
    await unit.connection.execute(insert(web_messages), _row(made))
    return made


async def change(
    unit: Unit, chat: str, message_id: int, **body: Any
) -> WebMessage | None:
    """Changes parts of a message's body; None where the chat has no such message."""
    same = (web_messages.c.chat == chat) & (web_messages.c.id == message_id)
    row = (await unit.query(select(web_messages).where(same))).first()
    if row is None:
        return None
    changed = message_of(row, seq=unit.database.next_id("seq"), body=row.body | body)
    await unit.query(
        update(web_messages).where(same).values(seq=changed.seq, body=changed.body)
    )
    return changed


async def after(
    connection: AsyncConnection, chat: str, seq: int, most: int
) -> list[WebMessage]:
    """What has changed in this chat since `seq`, in that order; from 0 on, only the newest
    `most`.
    """
    rows = select(web_messages).where(
        web_messages.c.chat == chat, web_messages.c.seq > seq
    )
    if seq == 0:
        newest = await connection.execute(
            rows.order_by(web_messages.c.seq.desc()).limit(most)
        )
        return [message_of(row) for row in reversed(newest.all())]
    return [
        message_of(row)
        for row in await connection.execute(
            rows.order_by(web_messages.c.seq).limit(most)
        )
    ]


def message_of(row: Any, **changed: Any) -> WebMessage:
    values = {name: getattr(row, name) for name in WebMessage.__slots__}
    return WebMessage(**(values | changed))


def _row(message: WebMessage) -> dict[str, Any]:
    return {name: getattr(message, name) for name in WebMessage.__slots__}
